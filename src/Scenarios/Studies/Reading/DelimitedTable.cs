using System.Text;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>A table of text whose cells are parted by comma, semicolon or tab; quotes as RFC 4180 has them.</summary>
/// <remarks>A quote that never closes spoils its own line, not the rest of the file: the lines after it are read again.</remarks>
internal sealed class DelimitedTable(SourceFile file, char delimiter) : ITable
{
    private const int MostLinesOfOneRow = 30;

    private readonly StreamReader source = file.Text();
    private readonly Queue<string> again = new();
    private (int Start, int Length)[] cells = new (int, int)[64];
    private string line = "";
    private int physical;
    private bool ended;

    /// <inheritdoc/>
    public int Line { get; private set; }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public Bilingual? Fault { get; private set; }

    /// <inheritdoc/>
    public bool ShortRowsAreWhole => false;

    /// <inheritdoc/>
    public bool Since1904 => false;

    /// <inheritdoc/>
    public IReadOnlyList<Bilingual> Notes => [];

    /// <summary>The row is the last and its line is not finished.</summary>
    public bool Unfinished => ended && !file.Ends;

    /// <inheritdoc/>
    public ReadOnlySpan<char> this[int column] => column < Count ? line.AsSpan(cells[column].Start, cells[column].Length).Trim() : default;

    /// <inheritdoc/>
    public CellKind KindOf(int column)
    {
        ReadOnlySpan<char> cell = this[column];
        return cell.Length == 0 ? CellKind.Text : cell[0] == '=' ? CellKind.Formula : cell[0] == '#' && cell is "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NUM!" or "#¡REF!" or "#¡VALOR!" or "#N/D" ? CellKind.Error : CellKind.Text;
    }

    /// <inheritdoc/>
    public bool Next()
    {
        Fault = null;
        if (Physical() is not { } text) return false;
        Line = physical;
        Count = 0;
        line = text;
        if (!text.Contains('"')) Plain(text);
        else Quoted(text);
        if (source.EndOfStream && again.Count == 0) ended = true;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private string? Physical()
    {
        string? text = again.Count > 0 ? again.Dequeue() : source.ReadLine();
        if (text is not null) physical++;
        return text;
    }

    private void Plain(string text)
    {
        int start = 0;
        while (true)
        {
            int length = text.AsSpan(start).IndexOf(delimiter);
            Add(start, length < 0 ? text.Length - start : length);
            if (length < 0) return;
            start += length + 1;
        }
    }

    private void Quoted(string first)
    {
        string whole = first;
        int lines = 1;
        var taken = new List<string>();
        while (Open(whole))
        {
            if (lines++ > MostLinesOfOneRow || Physical() is not { } more)
            {
                string[] rest = [.. again];
                again.Clear();
                foreach (string put in taken.Concat(rest)) again.Enqueue(put);
                physical -= taken.Count;
                Fault = new("una comilla se abre y no se cierra", "a quote opens and never closes");
                Plain(first);
                return;
            }
            taken.Add(more);
            whole = $"{whole}\n{more}";
        }
        Split(whole);
    }

    /// <summary>Whether a quoted cell is still open at the end: a quote opens only at the start of a cell.</summary>
    private bool Open(string text)
    {
        bool open = false, start = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && (open || start)) (open, start) = (!open, open && i + 1 < text.Length && text[i + 1] == '"');
            else start = !open && (c == delimiter || c == '\n' || (start && c == ' '));
        }
        return open;
    }

    private void Split(string text)
    {
        var plain = new StringBuilder(text.Length);
        int i = 0;
        while (true)
        {
            int start = plain.Length;
            while (i < text.Length && text[i] == ' ') i++;
            if (i < text.Length && text[i] == '"')
            {
                for (i++; i < text.Length; i++)
                {
                    if (text[i] != '"') plain.Append(text[i]);
                    else if (i + 1 < text.Length && text[i + 1] == '"') plain.Append(text[i++]);
                    else break;
                }
                i++;
            }
            while (i < text.Length && text[i] != delimiter) plain.Append(text[i++]);
            Add(start, plain.Length - start);
            if (i++ >= text.Length) break;
        }
        line = plain.ToString();
    }

    private void Add(int start, int length)
    {
        if (Count == cells.Length) Array.Resize(ref cells, cells.Length * 2);
        cells[Count++] = (start, length);
    }
}
