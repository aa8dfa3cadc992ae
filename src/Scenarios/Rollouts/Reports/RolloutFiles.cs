using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;
using CsvHelper;

namespace CorridorTwin.Scenarios.Rollouts.Reports;

/// <summary>Tables of a rollout as JSON, CSV and spreadsheet.</summary>
public static class RolloutFiles
{
    /// <summary>One JSON object: each table as an array of objects, keyed by its columns.</summary>
    /// <param name="plan">Whose tables they are.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="warnings">What must be known beside them.</param>
    /// <param name="stamp">What they rest on.</param>
    /// <param name="stream">Where to.</param>
    public static void Json(RolloutPlan plan, IReadOnlyList<FigureTable> tables, IEnumerable<Bilingual> warnings, Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("rollout", plan.Rollout.Id);
        json.WriteString("reading", Names.Key(plan.Reading));
        json.WriteString("definition", Comparison.Definition);
        json.WriteStartArray("warnings");
        foreach (Bilingual warning in warnings) json.WriteStringValue(warning.En);
        json.WriteEndArray();
        foreach (FigureTable table in tables)
        {
            json.WriteStartArray(table.Id);
            foreach (IReadOnlyList<object?> row in table.Rows)
            {
                json.WriteStartObject();
                foreach ((FigureColumn column, object? value) in table.Columns.Zip(row))
                {
                    if (value is double number) ComparisonJson.Number(json, column.Id, number);
                    else if (value is null) json.WriteNull(column.Id);
                    else json.WriteString(column.Id, value is Bilingual text ? text.En : value.ToString());
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>One table as CSV; empty cells where there is nothing.</summary>
    public static void Csv(FigureTable table, Tongue tongue, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, [.. table.Columns.Select(c => c.Id)]);
        foreach (IReadOnlyList<object?> row in table.Rows)
            ComparisonCsv.Row(csv, [.. row.Select(v => (object)(v switch { double number => ComparisonCsv.Number(number), Bilingual text => tongue.Say(text), _ => v ?? "" }))]);
    }

    /// <summary>A spreadsheet: what it is, then a sheet for each table.</summary>
    public static byte[] Workbook(RolloutPlan plan, IReadOnlyList<FigureTable> tables, IEnumerable<Bilingual> warnings, Stamp stamp, Tongue tongue)
    {
        Rollout rollout = plan.Rollout;
        FigureTable[] filled = [.. tables.Where(t => t.Rows.Count > 0)];
        var front = new Sheet(tongue.Say("Implementación", "Rollout"),
        [
            [Cell.Text(tongue.Say(rollout.Title), Look.Title)],
            [Cell.Text(tongue.Say(rollout.Description), Look.Note)],
            [Cell.Text($"{tongue.Say("Lectura", "Reading")}: {tongue.Say(RolloutWords.Of(plan.Reading))}")],
            [Cell.Text(tongue.Say(RolloutWords.Of(rollout.Counts)), Look.Note)],
            [Cell.Text(tongue.Say(ReportTexts.Illustrative), Look.Note)],
            .. warnings.Select(w => (IReadOnlyList<Cell>)[Cell.Text(tongue.Say(w), Look.Note)]),
            [],
            .. filled.Select(t => (IReadOnlyList<Cell>)[Cell.Link(tongue.Say(t.Title), tongue.Say(t.Sheet))]),
            [],
            .. ReportTexts.StampRows(stamp, tongue).Where(r => r.Name != ReportTexts.Verify).Select(r => (IReadOnlyList<Cell>)[Cell.Text($"{tongue.Say(r.Name)}: {r.Value}", Look.Note)]),
        ]) { Widths = [120] };
        return WorkbookWriter.Write(new Workbook(tongue.Say(rollout.Title), [front, .. filled.Select(t => ReportWorkbook.Of(t, tongue))]));
    }
}
