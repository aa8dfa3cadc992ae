using System.Globalization;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>What the plan is worth, calculated from the flows: change the rate, and it follows.</summary>
internal sealed record SummarySheet(Sheet Sheet, IReadOnlyList<DefinedName> Names)
{
    public static SummarySheet Of(AppraisalResult result, Stamp stamp, AnnexNames names, Tongue tongue, FlowsSheet f)
    {
        AppraisalPlan plan = result.Plan;
        RateResult main = result.Rates[0];
        var rows = new List<IReadOnlyList<Cell>>();
        var defined = new List<DefinedName>();
        void Text(string text, Look look = Look.Plain) => rows.Add([Cell.Text(text, look)]);
        void Named(string es, string en, Cell cell, string name)
        {
            rows.Add([Cell.Text(tongue.Say(es, en)), cell]);
            defined.Add(new DefinedName(name, names.Summary, $"B{rows.Count}"));
        }

        Text(tongue.Say(plan.Title), Look.Title);
        Text(tongue.Say(plan.Description));
        foreach (Bilingual warning in AppraisalNotes.Warnings(result)) Text("! " + tongue.Say(warning));
        Text($"{tongue.Say(AppraisalWords.Prices(plan))}; {tongue.Say(AppraisalWords.Of(main.At.Timing))}; {tongue.Say(AppraisalWords.Of(plan.ResidualAs))}.");
        Text("");
        Named("Tasa de descuento (cámbiela)", "Discount rate (change it)", Cell.Number(main.Rate, Formats.Percent, Look.Input), AnnexBook.Rate);
        Named("Valor actual neto, millones", "Net present value, million", Cell.Formula($"SUMPRODUCT({f.Range(f.Net)},{f.Range(f.Factor)})", main.Npv, Formats.Two, Look.Total), AnnexBook.Npv);
        Named("Relación beneficio-costo", "Benefit-cost ratio", Cell.Formula(Bcr(f, plan, f.Range(f.Factor)), main.Bcr, Formats.Two), AnnexBook.Bcr);
        Named("Tasa interna de retorno económico", "Economic rate of return", Err(result, f), AnnexBook.Err);
        rows.Add([Cell.Text(tongue.Say("Todas las tasas de retorno", "All rates of return")), Cell.Text(tongue.Say(AppraisalWords.Rates(result.Err, AppraisalWords.Percent)))]);
        rows.Add([Cell.Text(tongue.Say("Tasa modificada (TIRM)", "Modified rate (MIRR)")), result.Modified is { } m
            ? main.At.Timing == FlowTiming.EndOfYear ? Cell.Formula($"MIRR({f.Range(f.Net)},{AnnexBook.Rate},{AnnexBook.Rate})", m, Formats.Percent) : Cell.Number(m, Formats.Percent) : Cell.Text("–")]);
        rows.Add([Cell.Text(tongue.Say("Recuperación, años desde el año 0", "Payback, years from year 0")), result.Payback is { } p ? Cell.Number(p, Formats.One) : Cell.Text(tongue.Say("no se recupera", "never"))]);
        rows.Add([Cell.Text(tongue.Say("VAN con beneficios un año tarde", "NPV with benefits a year late")), Cell.Number(result.Late.Npv, Formats.Two)]);
        rows.Add([Cell.Text("P(VAN < 0)".Replace("VAN", tongue.Say("VAN", "NPV"))), Cell.Number(result.Risk.PNegative, Formats.Percent)]);
        Text("");
        rows.Add([.. new[] { ("Tasas lado a lado", "Rates side by side"), ("VAN", "NPV"), ("B/C", "BCR"), ("VAN a precios sombra", "NPV at shadow prices") }.Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header))]);
        for (int i = 0; i < result.Rates.Count; i++)
        {
            RateResult r = result.Rates[i];
            int row = rows.Count + 1;
            string factors = $"(1+$A${row})^-{f.Exponents}";
            rows.Add([Cell.Number(r.Rate, Formats.Percent, Look.Input), Cell.Formula($"SUMPRODUCT({f.Range(f.Net)},{factors})", r.Npv, Formats.Two), Cell.Formula(Bcr(f, plan, factors), r.Bcr, Formats.Two), Cell.Number(result.Shadow.Npv[i], Formats.Two)]);
        }
        if (result.Declining is { } d)
            rows.Add([
                Cell.Text(string.Join(", ", d.At.Steps.Select(s => tongue.Say($"{AppraisalWords.Percent(s.Rate)} desde el año {s.FromYear}", $"{AppraisalWords.Percent(s.Rate)} from year {s.FromYear}")))),
                Cell.Formula($"SUMPRODUCT({f.Range(f.Net)},{f.Range(f.Declining)})", d.Npv, Formats.Two), Cell.Formula(Bcr(f, plan, f.Range(f.Declining)), d.Bcr, Formats.Two)]);
        Text("");
        foreach (Bilingual guard in AppraisalNotes.Guards(result, tongue)) Text(tongue.Say(guard));
        Text("");
        Text(tongue.Say("Sello", "Stamp"), Look.Header);
        foreach ((string name, string value) in new[]
        {
            (tongue.Say("Escenarios y planes", "Scenarios and plans"), stamp.ScenarioHash), (tongue.Say("Datos", "Data"), stamp.DataHash), (tongue.Say("Código", "Code"), stamp.Commit), (tongue.Say("Semilla", "Seed"), $"{stamp.Seed}"),
            (tongue.Say("Réplicas y días", "Replications and days"), $"{stamp.Replications} × {stamp.Days}"), (tongue.Say("Huella de las trayectorias", "Fingerprint of the trajectories"), result.Savings.Fingerprint.ToString("x16", CultureInfo.InvariantCulture)), (tongue.Say("Para repetirlo", "To repeat"), stamp.Command),
        }) rows.Add([Cell.Text(name), Cell.Text(value)]);
        Text(tongue.Say(ReportTexts.Illustrative), Look.Note);
        return new SummarySheet(new Sheet(names.Summary, rows) { Widths = [56, 20, 14, 22] }, defined);
    }

    private static Cell Err(AppraisalResult result, FlowsSheet f) => result.Err switch
    {
        [var only] when result.Rates[0].At.Timing == FlowTiming.EndOfYear => Cell.Formula($"IRR({f.Range(f.Net)},{only.ToString("R", CultureInfo.InvariantCulture)})", only, "0.00%"),
        [var only] => Cell.Number(only, "0.00%"),
        _ => Cell.Text("–"),
    };

    private static string Bcr(FlowsSheet f, AppraisalPlan plan, string factors)
    {
        string Pv(int column) => $"SUMPRODUCT({f.Range(column)},{factors})";
        string left = $"SUMPRODUCT({f.Range(f.Residual)},{factors})";
        return plan.ResidualAs == ResidualAs.Benefit
            ? $"({Pv(f.Benefits)}+{left})/({Pv(f.Capital)}+{Pv(f.Operating)})"
            : $"{Pv(f.Benefits)}/({Pv(f.Capital)}+{Pv(f.Operating)}-{left})";
    }
}
