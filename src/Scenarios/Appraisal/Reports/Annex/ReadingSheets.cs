using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>Sheets to read: they hold results that no formula of a spreadsheet gives.</summary>
internal static class ReadingSheets
{
    public static Sheet Checklist(AppraisalResult result, Stamp stamp, AnnexNames names, Tongue tongue) => new(names.Checklist,
    [
        [Cell.Text(names.Checklist, Look.Title)],
        Heads(tongue, ("Pregunta", "Question"), ("Respuesta", "Answer"), ("Evidencia", "Evidence")),
        .. AppraisalChecklist.Of(result, stamp, tongue).Select(l => (IReadOnlyList<Cell>)[Cell.Text(tongue.Say(l.Question), Look.Note), Cell.Text(tongue.Say(l.Answer), Look.Note), Cell.Link(names.Of(l.Sheet), names.Of(l.Sheet))]),
    ]) { Widths = [44, 110, 20], FrozenRows = 2 };

    public static Sheet Sensitivity(AppraisalResult result, AnnexNames names, Tongue tongue) => new(names.Sensitivity,
    [
        [Cell.Text(names.Sensitivity, Look.Title)],
        [Cell.Text(tongue.Say($"VAN al {AppraisalWords.Percent(result.Rates[0].Rate)}, millones, con un solo insumo cambiado.", $"NPV at {AppraisalWords.Percent(result.Rates[0].Rate)}, million, with one input changed."))],
        Heads(tongue, ("Insumo", "Input"), ("Valor", "Value"), ("Unidad", "Unit"), ("Mínimo", "Lowest"), ("Máximo", "Highest"), ("VAN en el mínimo", "NPV at the lowest"), ("VAN en el máximo", "NPV at the highest"), ("Valor con VAN cero", "Value with NPV zero"), ("Cambio relativo", "Relative change")),
        .. result.Sensitivity.Select(e => (IReadOnlyList<Cell>)
        [
            Cell.Text(tongue.Say(e.Assumption.Name)), Cell.Number(e.Assumption.Figure.Value), Cell.Text(e.Assumption.Figure.Unit), Cell.Number(e.Assumption.Low / e.Assumption.Factor), Cell.Number(e.Assumption.High / e.Assumption.Factor),
            Cell.Number(e.AtLow, Formats.Two), Cell.Number(e.AtHigh, Formats.Two), Cell.NumberOrEmpty(e.Switching / e.Assumption.Factor), Cell.NumberOrEmpty(e.Assumption.Value == 0 ? null : e.Switching / e.Assumption.Value - 1, Formats.Percent),
        ]),
        [Cell.Text("")],
        Heads(tongue, ("Grupo", "Group"), ("Cambio que deja VAN cero", "Change that leaves NPV zero")),
        .. result.Switching.Select(s => (IReadOnlyList<Cell>)[Cell.Text(tongue.Say(s.Name)), Cell.NumberOrEmpty(s.Change, Formats.Percent)]),
    ]) { Widths = [64, 14, 14, 12, 12, 16, 16, 18, 14], FrozenRows = 3 };

    public static Sheet Risk(AppraisalResult result, AnnexNames names, Tongue tongue)
    {
        RiskResult r = result.Risk;
        return new(names.Risk,
        [
            [Cell.Text(names.Risk, Look.Title)],
            [Cell.Text(tongue.Say($"VAN al {AppraisalWords.Percent(result.Rates[0].Rate)}, {r.Draws} sorteos de todos los insumos inciertos, de las réplicas y del atraso.", $"NPV at {AppraisalWords.Percent(result.Rates[0].Rate)}, {r.Draws} draws of all uncertain inputs, of the replications and of the delay."))],
            Row("P(VAN < 0)", "P(NPV < 0)", r.PNegative, Formats.Percent), Row("error estándar", "standard error", r.PNegativeError, "0.00%"), Row("Media", "Mean", r.Mean), Row("Desviación estándar", "Standard deviation", r.Sd),
            Row("Pérdida esperada, E[min(VAN, 0)]", "Expected loss, E[min(NPV, 0)]", r.ExpectedLoss),
            [Cell.Text("")],
            Heads(tongue, ("Percentil", "Percentile"), ("VAN", "NPV")),
            .. new[] { 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99 }.Select(q => (IReadOnlyList<Cell>)[Cell.Number(q, "0%"), Cell.Number(r.Quantile(q), Formats.Two)]),
        ]) { Widths = [40, 16] };

        IReadOnlyList<Cell> Row(string es, string en, double value, string format = Formats.Two) => [Cell.Text(tongue.Say(es, en)), Cell.Number(value, format)];
    }

    public static Sheet Who(AppraisalResult result, AnnexNames names, Tongue tongue)
    {
        string[] countries = [.. result.Plan.Baseline.Model.Countries.Select(c => c.Id).Where(c => result.Incidence.Any(i => i.Country == c))];
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Who, Look.Title) },
            new[] { Cell.Text(tongue.Say($"Valor presente al {AppraisalWords.Percent(result.Rates[0].Rate)}, millones; suma el VAN. El país es el del lado donde se ahorra, o el que paga.", $"Present value at {AppraisalWords.Percent(result.Rates[0].Rate)}, million; adds up to the NPV. The country is that of the side where time is saved, or that pays.")) },
            Heads(tongue, [("Quién", "Who"), .. countries.Select(c => (c, c)), ("Total", "Total")]),
        };
        int first = rows.Count + 1;
        foreach (Stakeholder who in Enum.GetValues<Stakeholder>().Where(w => result.Incidence.Any(i => i.Who == w)))
        {
            double[] by = [.. countries.Select(c => result.Incidence.Where(i => i.Who == who && i.Country == c).Sum(i => i.PresentValue))];
            int row = rows.Count + 1;
            rows.Add([Cell.Text(tongue.Say(AppraisalWords.Of(who))), .. by.Select(b => Cell.Number(b, Formats.Two)), Cell.Formula($"SUM(B{row}:{CellNames.At(row, countries.Length + 1)})", by.Sum(), Formats.Two)]);
        }
        int end = rows.Count;
        rows.Add([Cell.Text("Total", Look.Total), .. Enumerable.Range(2, countries.Length + 1).Select(c => Cell.Formula($"SUM({CellNames.At(first, c)}:{CellNames.At(end, c)})", result.Incidence.Where(i => c == countries.Length + 2 || i.Country == countries[c - 2]).Sum(i => i.PresentValue), Formats.Two, Look.Total))]);
        rows.Add([Cell.Text("")]);
        rows.Add(Heads(tongue, ("Transferencia (en el total de nadie)", "Transfer (in nobody's total)"), ("De", "From"), ("A", "To"), ("Valor presente", "Present value")));
        foreach (TransferRow t in result.Transfers) rows.Add([Cell.Text(tongue.Say(t.Name)), Cell.Text(tongue.Say(AppraisalWords.Of(t.From))), Cell.Text(tongue.Say(AppraisalWords.Of(t.To))), Cell.Number(t.PresentValue, Formats.Two)]);
        return new(names.Who, rows) { Widths = [52, 16, 16, 16, 12, 12, 12, 12], FrozenRows = 3 };
    }

    public static Sheet Alternatives(AppraisalResult result, AnnexNames names, Tongue tongue) => new(names.Alternatives,
    [
        [Cell.Text(names.Alternatives, Look.Title)],
        [Cell.Text(tongue.Say("De la más barata a la más cara; cada una frente a la mejor anterior. Una tasa de retorno mayor no hace mejor a una alternativa.", "Cheapest first; each against the best before it. A higher rate of return does not make an alternative better."))],
        Heads(tongue, ("Plan", "Plan"), ("Frente a", "Against"), ("Costo añadido", "Cost added"), ("VAN añadido", "NPV added"), ("B/C añadido", "BCR added"), ("Tasa de retorno de lo añadido", "Rate of return of the addition"), ("Se paga", "Pays")),
        .. result.Ranking.Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Text(tongue.Say(result.RankedTitles[s.Alternative.Name])), Cell.Text(s.Against is { } a ? tongue.Say(result.RankedTitles[a.Name]) : tongue.Say("no hacer nada", "doing nothing")), Cell.Number(s.CostAdded, Formats.Two), Cell.Number(s.NpvAdded, Formats.Two),
            Cell.NumberOrEmpty(s.BcrAdded, Formats.Two), Cell.Text(tongue.Say(AppraisalWords.Rates(s.Rates, AppraisalWords.Percent))), Cell.Text(s.Better ? tongue.Say("sí", "yes") : tongue.Say("no", "no")),
        ]),
    ]) { Widths = [52, 52, 14, 14, 14, 30, 10], FrozenRows = 3 };

    private static Cell[] Heads(Tongue tongue, params (string Es, string En)[] heads) => [.. heads.Select(h => Cell.Text(tongue.Say(h.Es, h.En), Look.Header))];
}
