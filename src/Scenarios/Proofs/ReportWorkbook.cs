using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>A report as a spreadsheet: a sheet that says what it is, one for each table, and one that holds its proof.</summary>
public static class ReportWorkbook
{
    private const int ProofChunk = 30_000;
    private const int HeadRow = 3;

    /// <summary>The workbook.</summary>
    public static Workbook Of(ReportSubject subject, Proof proof)
    {
        Tongue tongue = proof.Tongue;
        IReadOnlyList<FigureTable> tables = ReportFigures.Of(subject);
        return new Workbook(tongue.Say(ReportTexts.Title), [Front(subject, proof, tables, tongue), .. tables.Select(t => Of(t, tongue)), ProofSheet(proof, tongue)]);
    }

    private static Sheet Front(ReportSubject subject, Proof proof, IReadOnlyList<FigureTable> tables, Tongue tongue) => new(tongue.Say(ReportTexts.SheetReport),
    [
        [Cell.Text(tongue.Say(ReportTexts.Title), Look.Title)],
        [],
        [Cell.Text(tongue.Say(ReportTexts.Asked), Look.Header), Cell.Text(tongue.Say(ReportTexts.Question(subject)), Look.Note)],
        .. subject.Contrasts.Count == 0 ? (IReadOnlyList<Cell>[])[] : [[Cell.Text(tongue.Say(ReportTexts.Answered), Look.Header), Cell.Text(Answer.Of(subject.Reference, subject.Contrasts, tongue), Look.Note)]],
        .. !subject.IsPartial ? (IReadOnlyList<Cell>[])[] : [[Cell.Empty, Cell.Text(tongue.Say(ReportTexts.Partial), Look.Note)]],
        [Cell.Empty, Cell.Text(tongue.Say(ReportTexts.Illustrative), Look.Note)],
        [Cell.Empty, Cell.Text(tongue.Say(ReportTexts.Definition), Look.Note)],
        [Cell.Empty, Cell.Text(tongue.Say(ReportTexts.Intervals), Look.Note)],
        [],
        [Cell.Text(tongue.Say(ReportTexts.Sheets), Look.Title)],
        .. tables.Select(t => (IReadOnlyList<Cell>)[Cell.Link(tongue.Say(t.Sheet), tongue.Say(t.Sheet)), Cell.Text(tongue.Say(t.Title), Look.Note)]),
        [Cell.Link(ReportTexts.SheetProof, ReportTexts.SheetProof), Cell.Text(tongue.Say(ReportTexts.ProofNote), Look.Note)],
        [],
        [Cell.Text(tongue.Say(ReportTexts.StampHead), Look.Title)],
        .. ReportTexts.StampRows(proof.Stamp, tongue).Select(r => (IReadOnlyList<Cell>)[Cell.Text(tongue.Say(r.Name)), Cell.Text(r.Value, Look.Note)]),
    ]) { Widths = [34, 110] };

    internal static Sheet Of(FigureTable table, Tongue tongue) => new(tongue.Say(table.Sheet),
    [
        [Cell.Text(tongue.Say(table.Title), Look.Title)],
        [],
        [.. table.Columns.Select(c => Cell.Text(tongue.Say(c.Head), Look.Header))],
        .. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Zip(table.Columns, (value, column) => Written(value, column, tongue))]),
    ])
    {
        Widths = [.. table.Columns.Select((c, i) => table.Rows.Any(r => r[i] is double) ? 13.0 : Math.Clamp(table.Rows.Max(r => Written(r[i], tongue).Length) + 2, 12, 48))],
        FrozenRows = HeadRow,
        FilterRow = HeadRow,
    };

    private static Sheet ProofSheet(Proof proof, Tongue tongue)
    {
        string json = proof.Json();
        return new(ReportTexts.SheetProof, [[Cell.Text(tongue.Say(ReportTexts.ProofNote), Look.Note)], .. Enumerable.Range(0, (json.Length + ProofChunk - 1) / ProofChunk).Select(i => (IReadOnlyList<Cell>)[Cell.Text(json.Substring(i * ProofChunk, Math.Min(ProofChunk, json.Length - i * ProofChunk)))])]) { Widths = [110] };
    }

    private static Cell Written(object? value, FigureColumn column, Tongue tongue) => value is double number ? Cell.NumberOrEmpty(number, column.Format) : Cell.Text(Written(value, tongue));

    private static string Written(object? value, Tongue tongue) => value switch { null => "", Bilingual text => tongue.Say(text), _ => value.ToString() ?? "" };
}
