using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;
using CsvHelper;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Tables of figures as CSV, JSON and spreadsheet. Numbers are unrounded; where there is none, CSV has an empty cell, JSON null.</summary>
public static class FigureFiles
{
    private const int HeadRow = 3;

    /// <summary>One table as CSV, with the names of its columns as heads. Texts are in one language.</summary>
    public static void WriteCsv(FigureTable table, Tongue tongue, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, [.. table.Columns.Select(c => c.Id)]);
        foreach (IReadOnlyList<object?> row in table.Rows) ComparisonCsv.Row(csv, [.. row.Select(v => v is double number ? ComparisonCsv.Number(number) : Words(v, tongue))]);
    }

    /// <summary>All tables as one JSON object, each a list of objects; texts in both languages are objects with <c>es</c> and <c>en</c>.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="notes">What a reader must be told.</param>
    /// <param name="complete">False if it was cancelled.</param>
    /// <param name="stamp">What it rests on.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="heads">Fields at the head of the object.</param>
    public static void WriteJson(IReadOnlyList<FigureTable> tables, IReadOnlyList<Bilingual> notes, bool complete, Stamp stamp, Stream stream, params (string Name, string Value)[] heads)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        foreach ((string name, string value) in heads) json.WriteString(name, value);
        json.WriteBoolean("complete", complete);
        json.WriteStartArray("notes");
        foreach (Bilingual note in notes) Both(json, note);
        json.WriteEndArray();
        foreach (FigureTable table in tables)
        {
            json.WriteStartArray(table.Id);
            foreach (IReadOnlyList<object?> row in table.Rows)
            {
                json.WriteStartObject();
                foreach ((FigureColumn column, object? value) in table.Columns.Zip(row))
                {
                    json.WritePropertyName(column.Id);
                    Value(json, value);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>All tables as a spreadsheet: a front sheet that says what it is, and one for each.</summary>
    public static Workbook Book(Bilingual title, IReadOnlyList<Bilingual> notes, IReadOnlyList<FigureTable> tables, Stamp stamp, Tongue tongue) =>
        BookOf(title, notes, [.. tables.Where(t => t.Rows.Count > 0)], stamp, tongue);

    private static Workbook BookOf(Bilingual title, IReadOnlyList<Bilingual> notes, IReadOnlyList<FigureTable> tables, Stamp stamp, Tongue tongue) => new(tongue.Say(title),
    [
        new(tongue.Say(ReportTexts.SheetReport),
        [
            [Cell.Text(tongue.Say(title), Look.Title)],
            [],
            .. notes.Select(n => (IReadOnlyList<Cell>)[Cell.Empty, Cell.Text(tongue.Say(n), Look.Note)]),
            [],
            .. Contents(tables, tongue),
            [],
            .. StampRows(stamp, tongue, verifiable: false),
        ]) { Widths = [34, 110] },
        .. tables.Select(t => Sheet(t, tongue)),
    ]);

    /// <summary>A list of the sheets, each leading to its own.</summary>
    internal static IEnumerable<IReadOnlyList<Cell>> Contents(IReadOnlyList<FigureTable> tables, Tongue tongue) =>
    [
        [Cell.Text(tongue.Say(ReportTexts.Sheets), Look.Title)],
        .. tables.Select(t => (IReadOnlyList<Cell>)[Cell.Link(tongue.Say(t.Sheet), tongue.Say(t.Sheet)), Cell.Text(tongue.Say(t.Title), Look.Note)]),
    ];

    /// <summary>What it rests on; how to verify it, if it carries what that takes.</summary>
    internal static IEnumerable<IReadOnlyList<Cell>> StampRows(Stamp stamp, Tongue tongue, bool verifiable) =>
    [
        [Cell.Text(tongue.Say(ReportTexts.StampHead), Look.Title)],
        .. ReportTexts.StampRows(stamp, tongue).Where(r => verifiable || r.Name != ReportTexts.Verify).Select(r => (IReadOnlyList<Cell>)[Cell.Text(tongue.Say(r.Name)), Cell.Text(r.Value, Look.Note)]),
    ];

    /// <summary>One table as a sheet, with a filter over its rows.</summary>
    internal static Sheet Sheet(FigureTable table, Tongue tongue) => new(tongue.Say(table.Sheet),
    [
        [Cell.Text(tongue.Say(table.Title), Look.Title)],
        [],
        [.. table.Columns.Select(c => Cell.Text(tongue.Say(c.Head), Look.Header))],
        .. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Zip(table.Columns, (value, column) => value switch
        {
            double number => Cell.NumberOrEmpty(number, column.Format),
            int whole => Cell.Number(whole, "0"),
            _ => Cell.Text(Words(value, tongue)),
        })]),
    ])
    {
        Widths = [.. table.Columns.Select((_, i) => table.Rows.Any(r => r[i] is double) ? 13.0 : Math.Clamp(table.Rows.Select(r => Words(r[i], tongue).Length).DefaultIfEmpty(0).Max() + 2, 12, 48))],
        FrozenRows = HeadRow,
        FilterRow = HeadRow,
    };

    private static string Words(object? value, Tongue tongue) => value switch { null => "", Bilingual text => tongue.Say(text), bool yes => yes ? "yes" : "no", _ => value.ToString() ?? "" };

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number): json.WriteNumberValue(Math.Round(number, 6)); break;
            case null or double: json.WriteNullValue(); break;
            case int whole: json.WriteNumberValue(whole); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case Bilingual text: Both(json, text); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    private static void Both(Utf8JsonWriter json, Bilingual text)
    {
        json.WriteStartObject();
        json.WriteString("es", text.Es);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
