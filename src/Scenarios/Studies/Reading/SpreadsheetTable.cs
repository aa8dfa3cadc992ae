using System.IO.Compression;
using System.Xml;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>One sheet of a workbook, row by row.</summary>
internal sealed class SpreadsheetTable : ITable
{
    private const int MostColumns = 16384;

    private readonly SpreadsheetFile file;
    private readonly ZipArchiveEntry sheet;
    private XmlReader? opened;
    private XmlReader Xml => opened!;
    private char[] text = new char[4096];
    private (int Start, int Length, CellKind Kind)[] cells = new (int, int, CellKind)[64];
    private int used;
    private long formulas;
    private bool merged;
    private bool broken;

    /// <summary>The sheet at its beginning.</summary>
    public SpreadsheetTable(SpreadsheetFile file, ZipArchiveEntry sheet) => (this.file, this.sheet) = (file, sheet);

    /// <inheritdoc/>
    public int Line { get; private set; }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public Bilingual? Fault { get; private set; }

    /// <inheritdoc/>
    public bool ShortRowsAreWhole => true;

    /// <inheritdoc/>
    public bool Since1904 => file.Since1904;

    /// <summary>Some of its cells are merged; known once it is read.</summary>
    public bool HasMergedCells => merged;

    /// <inheritdoc/>
    public IReadOnlyList<Bilingual> Notes =>
    [
        .. formulas > 0 ? [new Bilingual($"{formulas} celdas son fórmulas: se usa el valor que el libro guarda de ellas", $"{formulas} cells are formulas: the value the workbook keeps of them is used")] : Array.Empty<Bilingual>(),
        .. merged ? [new Bilingual("hay celdas combinadas: solo la primera de cada grupo tiene valor", "some cells are merged: only the first of each group has a value")] : Array.Empty<Bilingual>(),
    ];

    /// <inheritdoc/>
    public ReadOnlySpan<char> this[int column] => column < Count ? text.AsSpan(cells[column].Start, cells[column].Length).Trim() : default;

    /// <inheritdoc/>
    public CellKind KindOf(int column) => column < Count ? cells[column].Kind : CellKind.Text;

    /// <inheritdoc/>
    public bool Next()
    {
        if (broken) return false;
        try
        {
            // Opened here, where what is wrong with the package is told as a fault of the row.
            opened ??= SpreadsheetFile.Xml(sheet);
            while (Xml.Read())
            {
                if (Xml.NodeType != XmlNodeType.Element) continue;
                if (Xml.LocalName == "mergeCell") merged = true;
                if (Xml.LocalName != "row") continue;
                Line = int.TryParse(Xml.GetAttribute("r"), out int number) ? number : Line + 1;
                (Count, used, Fault) = (0, 0, null);
                if (!Xml.IsEmptyElement) Row();
                return true;
            }
            return false;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException)
        {
            broken = true;
            Line++;
            Count = 0;
            Fault = new("la hoja se interrumpe aquí: el libro está truncado o dañado", "the sheet breaks off here: the workbook is truncated or damaged");
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => opened?.Dispose();

    private void Row()
    {
        while (Xml.Read() && !(Xml.NodeType == XmlNodeType.EndElement && Xml.LocalName == "row"))
        {
            if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != "c") continue;
            int column = ColumnOf(Xml.GetAttribute("r")) ?? Count;
            string type = Xml.GetAttribute("t") ?? "n";
            if (column >= MostColumns) throw new InvalidDataException();
            Reach(column + 1);
            if (!Xml.IsEmptyElement) Fill(column, type);
        }
    }

    private void Fill(int column, string type)
    {
        int start = used;
        bool formula = false, value = false;
        while (Xml.Read() && !(Xml.NodeType == XmlNodeType.EndElement && Xml.LocalName == "c"))
        {
            if (Xml.NodeType == XmlNodeType.Element) (formula, value) = (formula || Xml.LocalName == "f", Xml.LocalName is "v" or "t");
            else if (value && Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && value) Append();
        }
        if (formula) formulas++;
        CellKind kind = type switch
        {
            "e" => CellKind.Error,
            "s" or "str" or "inlineStr" or "d" or "b" => CellKind.Text,
            _ => CellKind.Number,
        };
        if (formula && used == start) kind = CellKind.Formula;
        if (type == "s" && int.TryParse(text.AsSpan(start, used - start), out int index) && index >= 0 && index < file.Texts.Length)
        {
            used = start;
            Append(file.Texts[index]);
        }
        cells[column] = (start, used - start, kind);
    }

    private void Append()
    {
        while (true)
        {
            if (text.Length - used < 256) Array.Resize(ref text, text.Length * 2);
            int n = Xml.ReadValueChunk(text, used, text.Length - used);
            if (n == 0) return;
            used += n;
        }
    }

    private void Append(string words)
    {
        while (text.Length < used + words.Length) Array.Resize(ref text, text.Length * 2);
        words.CopyTo(0, text, used, words.Length);
        used += words.Length;
    }

    private void Reach(int count)
    {
        if (cells.Length < count) Array.Resize(ref cells, Math.Max(count, cells.Length * 2));
        for (; Count < count; Count++) cells[Count] = (0, 0, CellKind.Text);
    }

    /// <summary>Number of a column from a cell's name: 27 from AB7.</summary>
    private static int? ColumnOf(string? name)
    {
        if (name is null) return null;
        int column = 0;
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }
}
