using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>A report as a spreadsheet: a sheet that says what it is, one for each table, and one that holds its proof.</summary>
public static class ReportWorkbook
{
    private const int ProofChunk = 30_000;

    /// <summary>The workbook.</summary>
    public static Workbook Of(ReportSubject subject, Proof proof)
    {
        Tongue tongue = proof.Tongue;
        IReadOnlyList<FigureTable> tables = ReportFigures.Of(subject);
        return new Workbook(tongue.Say(ReportTexts.Title), [Front(subject, proof, tables, tongue), .. tables.Select(t => FigureFiles.Sheet(t, tongue)), ProofSheet(proof, tongue)]);
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
        .. FigureFiles.Contents(tables, tongue),
        [Cell.Link(ReportTexts.SheetProof, ReportTexts.SheetProof), Cell.Text(tongue.Say(ReportTexts.ProofNote), Look.Note)],
        [],
        .. FigureFiles.StampRows(proof.Stamp, tongue, verifiable: true),
    ]) { Widths = [34, 110] };

    private static Sheet ProofSheet(Proof proof, Tongue tongue)
    {
        string json = proof.Json();
        return new(ReportTexts.SheetProof, [[Cell.Text(tongue.Say(ReportTexts.ProofNote), Look.Note)], .. Enumerable.Range(0, (json.Length + ProofChunk - 1) / ProofChunk).Select(i => (IReadOnlyList<Cell>)[Cell.Text(json.Substring(i * ProofChunk, Math.Min(ProofChunk, json.Length - i * ProofChunk)))])]) { Widths = [110] };
    }
}
