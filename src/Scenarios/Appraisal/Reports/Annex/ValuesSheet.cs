using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>Every number an appraisal rests on, with source, year and conversion; others refer to it.</summary>
internal sealed record ValuesSheet(Sheet Sheet, IReadOnlyDictionary<string, string> Cells)
{
    private const int First = 4;

    public static ValuesSheet Of(AppraisalResult result, AnnexNames names, Tongue tongue, IReadOnlyList<SourceRow> sources)
    {
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Values, Look.Title) },
            new[] { Cell.Text(tongue.Say("Lo amarillo se puede cambiar: los flujos y el VAN lo siguen.", "What is yellow may be changed: flows and NPV follow.")) },
            new[] { ("Qué", "What"), ("Valor", "Value"), ("Unidad", "Unit"), ("Conversión", "Conversion"), ("En el cálculo", "As calculated with"), ("Mínimo", "Lowest"), ("Máximo", "Highest"), ("Calidad", "Grade"), ("Fuente", "Source"), ("Cita", "Citation"), ("Lugar y año", "Place and year"), ("Nota", "Note"), ("Lugar en el archivo", "Place in the file") }
                .Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header)).ToArray(),
        };
        var cells = new Dictionary<string, string>();
        foreach (Assumption a in result.Plan.Assumptions)
        {
            int row = rows.Count + 1;
            SourceRow? source = sources.FirstOrDefault(s => s.Id == a.Figure.Provenance.Source);
            cells[a.Path] = CellNames.On(names.Values, $"$E${row}");
            rows.Add([
                Cell.Text(tongue.Say(a.Name)), Cell.Number(a.Figure.Value, look: Look.Input), Cell.Text(a.Figure.Unit), Cell.Number(a.Factor), Cell.Formula($"B{row}*D{row}", a.Value),
                Cell.NumberOrEmpty(a.Figure.Range?.Low), Cell.NumberOrEmpty(a.Figure.Range?.High), Cell.Text(a.Figure.Provenance.Grade?.ToString().ToLowerInvariant() ?? ""), Cell.Text(a.Figure.Provenance.Source ?? ""),
                Cell.Text(source?.Citation ?? ""), Cell.Text(source?.PlaceYear ?? ""), Cell.Text(a.Figure.Provenance.Note ?? ""), Cell.Text($"{Path.GetFileName(a.Figure.Mark.File)}:{a.Figure.Mark.Line} {a.Path}"),
            ]);
        }
        return new ValuesSheet(new Sheet(names.Values, rows) { Widths = [58, 12, 14, 12, 14, 12, 12, 12, 18, 40, 26, 30, 44], FrozenRows = First - 1 }, cells);
    }

    /// <summary>The cell of an assumption, for formulas; 0 where the plan has none.</summary>
    public string this[string path] => Cells.GetValueOrDefault(path, "0");
}
