using System.IO.Compression;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>A file as a table that can be begun again: by which delimiter, or which sheet, is found out by looking for the header.</summary>
internal sealed class TableSource : IDisposable
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    private readonly string path;
    private readonly Func<ITable> begin;
    private readonly SpreadsheetFile? book;
    private readonly (int Line, string[] Headers) header;
    private readonly StudyMapping? mapping;

    private TableSource(string path, Func<ITable> begin, SpreadsheetFile? book, (int, string[]) header, StudyMapping? mapping, IReadOnlyList<Bilingual> notes) =>
        (this.path, this.begin, this.book, this.header, this.mapping, Notes) = (path, begin, book, header, mapping, notes);

    /// <summary>What the reader should be told of the choice.</summary>
    public IReadOnlyList<Bilingual> Notes { get; }

    /// <summary>Names of its columns.</summary>
    public IReadOnlyList<string> Headers => [.. header.Headers.Where(h => h.Length > 0)];

    /// <summary>Finds the table of a file; null, with the reason noted, if there is none.</summary>
    public static TableSource? Open(SourceFile file, StudyMapping? mapping, Problems problems) => file.Spreadsheet ? Book(file, mapping, problems) : Text(file, mapping, problems);

    /// <summary>The layout of its header; null, with the reason noted, if something it must have is not there.</summary>
    public Layout? Layout(Problems problems) => Reading.Layout.Of(path, header.Line, header.Headers, mapping, Merged(), problems);

    /// <summary>The mapping by which it is read; columns that only look like a field are proposed for it.</summary>
    public StudyMapping Proposed(StudyMapping? given)
    {
        var columns = new Dictionary<string, string>();
        foreach (string h in header.Headers)
            if (FieldNames.Of(h) is { } field) columns.TryAdd(field, h);
        foreach (string h in header.Headers.Where(h => FieldNames.Of(h) is null))
            if (FieldNames.Nearly(h) is { } field) columns.TryAdd(field, h);
        foreach ((string field, string name) in given?.Columns ?? new Dictionary<string, string>()) columns[field] = name;
        return new StudyMapping { Columns = columns, Words = given?.Words ?? new Dictionary<string, IReadOnlyDictionary<string, string>>(), Dates = given?.Dates, Offset = given?.Offset };
    }

    /// <summary>The table just after its header.</summary>
    public ITable AtHeader(Layout layout)
    {
        ITable table = begin();
        while (table.Line < layout.HeaderLine && table.Next()) { }
        return table;
    }

    /// <inheritdoc/>
    public void Dispose() => book?.Dispose();

    private bool Merged()
    {
        if (book is null) return false;
        using ITable table = begin();
        // Merged cells are told of after the rows: reading on is worth it only where a name is missing.
        if (header.Headers.All(h => h.Length > 0)) return false;
        while (table.Next()) { }
        return table.Notes.Count > 0 && table is SpreadsheetTable { HasMergedCells: true };
    }

    private static TableSource? Text(SourceFile file, StudyMapping? mapping, Problems problems)
    {
        (int Line, string[] Headers, int Fields) best = (0, [], 0);
        char delimiter = ',';
        foreach (char d in Delimiters)
        {
            using var table = new DelimitedTable(file, d);
            (int Line, string[] Headers, int Fields) found = Reading.Layout.Search(table, mapping);
            if (found.Fields > best.Fields || (found.Fields == best.Fields && found.Headers.Length > best.Headers.Length)) (best, delimiter) = (found, d);
        }
        if (best.Fields > 0) return new TableSource(file.Path, () => new DelimitedTable(file, delimiter), null, (best.Line, best.Headers), mapping, []);
        problems.Add(NoHeader(file.Path, best.Headers));
        return null;
    }

    private static TableSource? Book(SourceFile file, StudyMapping? mapping, Problems problems)
    {
        if (SpreadsheetFile.Open(file.Path, problems) is not { } book) return null;
        (int Line, string[] Headers, int Fields) best = (0, [], 0);
        ZipArchiveEntry? sheet = null;
        string name = "";
        foreach ((string called, ZipArchiveEntry entry) in book.Sheets)
        {
            using var table = new SpreadsheetTable(book, entry);
            (int Line, string[] Headers, int Fields) found = Reading.Layout.Search(table, mapping);
            if (found.Fields > best.Fields) (best, sheet, name) = (found, entry, called);
        }
        if (sheet is null)
        {
            book.Dispose();
            problems.Add(NoHeader(file.Path, []));
            return null;
        }
        IReadOnlyList<Bilingual> notes = book.Sheets.Count == 1 ? [] : [new($"leída la hoja '{name}'; las otras {book.Sheets.Count - 1} no", $"sheet '{name}' is read; the other {book.Sheets.Count - 1} are not")];
        return new TableSource(file.Path, () => new SpreadsheetTable(book, sheet), book, (best.Line, best.Headers), mapping, notes);
    }

    private static InputProblem NoHeader(string path, string[] found) => new(
        Mark.Whole(path), "", found.Length == 0 ? null : string.Join(", ", found.Take(5)),
        new("no tiene un encabezado que se reconozca en sus primeras 20 líneas", "has no header that is recognised in its first 20 lines"),
        new("columnas como post, side, operation, t0 a t8 (o puesto, lado, operación, llegada, salida), o un archivo de correspondencias", "columns such as post, side, operation, t0 to t8 (or puesto, lado, operación, llegada, salida), or a mapping file"));
}
