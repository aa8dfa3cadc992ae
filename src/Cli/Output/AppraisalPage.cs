using System.Text;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>An appraisal as a page of text: what it is, rates side by side, what it is made of, what it hangs on, who gains.</summary>
internal sealed class AppraisalPage(AppraisalResult result, Stamp stamp, Tongue tongue, int width)
{
    private const int MostInputs = 10;

    private readonly StringBuilder page = new();
    private readonly AppraisalPlan plan = result.Plan;
    private readonly RateResult main = result.Rates[0];

    /// <summary>The page.</summary>
    public string Render()
    {
        Bilingual[] warnings = [.. AppraisalNotes.Warnings(result)];
        foreach (Bilingual warning in warnings) Lines("! " + tongue.Say(warning));
        if (warnings.Length > 0) page.Append('\n');
        Lines($"{tongue.Say(plan.Title)} ({plan.Id})");
        Lines(tongue.Say(plan.Description));
        Lines(tongue.Say(
            $"Año 0: {plan.Start}; apertura {plan.Opening}; hasta {plan.Last}. {Capital(AppraisalWords.Prices(plan).Es)}, {AppraisalWords.Of(main.At.Timing).Es}; {AppraisalWords.Of(plan.ResidualAs).Es}. Simulado hasta {result.Savings.Years[^1].Year}; después se mantienen el ahorro por camión y el tráfico.",
            $"Year 0: {plan.Start}; opening {plan.Opening}; until {plan.Last}. {Capital(AppraisalWords.Prices(plan).En)}, {AppraisalWords.Of(main.At.Timing).En}; {AppraisalWords.Of(plan.ResidualAs).En}. Simulated until {result.Savings.Years[^1].Year}; from then on saving per truck and traffic are held."));
        page.Append('\n').Append(Rates()).Append('\n');
        Lines(tongue.Say($"TIRE: {AppraisalWords.Rates(result.Err, P).Es}. ", $"ERR: {AppraisalWords.Rates(result.Err, P).En}. ")
            + (result.Modified is { } mirr ? tongue.Say($"Modificada (TIRM): {P(mirr)}. ", $"Modified (MIRR): {P(mirr)}. ") : "")
            + (result.Payback is { } years ? tongue.Say($"Se recupera en {F(years)} años desde {plan.Start}. ", $"Paid back in {F(years)} years from {plan.Start}. ") : tongue.Say("No se recupera. ", "Never paid back. "))
            + tongue.Say($"A precios sombra: TIRE {AppraisalWords.Rates(result.Shadow.Err, P).Es}. Un año tarde: VAN {F(result.Late.Npv)}.", $"At shadow prices: ERR {AppraisalWords.Rates(result.Shadow.Err, P).En}. A year late: NPV {F(result.Late.Npv)}."));
        Section(tongue.Say($"De qué se compone, valor presente al {P(main.Rate)}", $"What it is made of, present value at {P(main.Rate)}"), Composition());
        Section(tongue.Say("De qué depende: un insumo por vez", "What it hangs on: one input at a time"), Inputs());
        Lines(tongue.Say("Deja el VAN en cero: ", "Leaves an NPV of zero: ") + string.Join("; ", result.Switching.Select(s => $"{tongue.Say(s.Name)} {(s.Change is { } c ? Signed(c) : Figures.None)}")) + ".");
        Risk();
        Section(tongue.Say($"Quién gana, valor presente al {P(main.Rate)}", $"Who gains, present value at {P(main.Rate)}"), Who());
        if (result.Transfers.Count > 0)
            Lines(tongue.Say("Transferencias (en el total de nadie): ", "Transfers (in nobody's total): ") + string.Join("; ", result.Transfers.Select(t => $"{tongue.Say(t.Name)}, {tongue.Say(AppraisalWords.Of(t.From))} → {tongue.Say(AppraisalWords.Of(t.To))}: {F(t.PresentValue)}")) + ".");
        if (result.Ranking.Count > 0) Section(tongue.Say("Frente a sus alternativas, de la más barata a la más cara", "Against its alternatives, cheapest first"), Ranking());
        page.Append('\n');
        foreach (Bilingual guard in AppraisalNotes.Guards(result, tongue))
            foreach (string line in Wrapping.Item(tongue.Say(guard), width, "• ", 2)) page.Append(line).Append('\n');
        page.Append('\n');
        Lines(tongue.Say(
            "Ilustrativo: las cifras de 2024 incluidas son supuestos hasta que se cargue un estudio de tiempos de despacho (TRS). La lista de verificación del revisor está en --format xlsx.",
            "Illustrative: the shipped 2024 figures are assumptions until a Time Release Study is loaded. The reviewer's checklist is in --format xlsx."));
        page.Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private string Rates()
    {
        Table table = TextTable.Create(
            (tongue.Say("Tasa", "Rate"), false), (tongue.Say("VAN", "NPV"), true), (tongue.Say("B/C", "BCR"), true), (tongue.Say("VAN por\ninversión", "NPV per\ncapital"), true),
            (tongue.Say("VAN a precios\nsombra", "NPV at shadow\nprices"), true), (tongue.Say("Recuperación\ndescontada", "Discounted\npayback"), true), (tongue.Say("Primer\naño", "First\nyear"), true));
        for (int i = 0; i < result.Rates.Count; i++) Row(result.Rates[i], P(result.Rates[i].Rate), F(result.Shadow.Npv[i]));
        if (result.Declining is { } d) Row(d, string.Join(", ", d.At.Steps.Select(s => tongue.Say($"{P(s.Rate)} desde el año {s.FromYear}", $"{P(s.Rate)} from year {s.FromYear}"))), "");
        return TextTable.Render(table, width);

        void Row(RateResult r, string name, string shadow) => table.Add(
            name, F(r.Npv), F(r.Bcr, 2), F(r.NpvPerCapital, 2), shadow, r.DiscountedPayback is { } y ? tongue.Say($"{F(y)} años", $"{F(y)} years") : Figures.None, double.IsFinite(r.FirstYear) ? P(Math.Round(r.FirstYear, 3)) : Figures.None);
    }

    private string Composition()
    {
        Table table = TextTable.Create(("", false), (tongue.Say("Valor presente", "Present value"), true));
        foreach ((BenefitKind kind, CashFlow flow) in result.Benefits.Where(b => b.Value.Values.Any(v => v != 0))) table.Add(Capital(tongue.Say(AppraisalWords.Of(kind))), F(main.At.PresentValue(flow)));
        table.Add(tongue.Say("Valor residual", "Residual value"), F(main.At.PresentValue(result.Flows.Residual)));
        table.Add(tongue.Say("Inversión", "Capital"), F(-main.At.PresentValue(result.Flows.Capital)));
        table.Add(tongue.Say("Operación y mantenimiento", "Operation and maintenance"), F(-main.At.PresentValue(result.Flows.Operating)));
        table.Add(tongue.Say("Valor actual neto", "Net present value"), F(main.Npv));
        return TextTable.Render(table, width);
    }

    private string Inputs()
    {
        Table table = TextTable.Create((tongue.Say("Insumo", "Input"), false), (tongue.Say("Valor", "Value"), true), (tongue.Say("Rango", "Range"), true), (tongue.Say("VAN en los\nextremos", "NPV at\nthe ends"), true), (tongue.Say("VAN cero\nen", "NPV zero\nat"), true));
        foreach (AssumptionEffect e in result.Sensitivity.Where(e => e.Assumption.IsUncertain).Take(MostInputs))
            table.Add(
                tongue.Say(e.Assumption.Name), AppraisalWords.Value(e.Assumption, e.Assumption.Value), $"{AppraisalWords.Number(e.Assumption.Low / e.Assumption.Factor)}–{AppraisalWords.Number(e.Assumption.High / e.Assumption.Factor)}",
                $"{F(e.AtLow)}; {F(e.AtHigh)}", e.Switching is { } s ? AppraisalWords.Value(e.Assumption, s) : Figures.None);
        return TextTable.Render(table, width);
    }

    private void Risk()
    {
        RiskResult r = result.Risk;
        Lines(tongue.Say(
            $"Todo incierto a la vez ({r.Draws} sorteos, simulación incluida): P(VAN < 0) = {P(Math.Round(r.PNegative, 3))} ±{P(Math.Round(1.96 * r.PNegativeError, 3))}; P5 {F(r.P5)}, mediana {F(r.P50)}, P95 {F(r.P95)}; media {F(r.Mean)}; pérdida esperada {F(r.ExpectedLoss)}.",
            $"All uncertain at once ({r.Draws} draws, the simulation included): P(NPV < 0) = {P(Math.Round(r.PNegative, 3))} ±{P(Math.Round(1.96 * r.PNegativeError, 3))}; P5 {F(r.P5)}, median {F(r.P50)}, P95 {F(r.P95)}; mean {F(r.Mean)}; expected loss {F(r.ExpectedLoss)}."));
    }

    private string Who()
    {
        string[] countries = [.. plan.Baseline.Model.Countries.Select(c => c.Id).Where(c => result.Incidence.Any(i => i.Country == c))];
        Table table = TextTable.Create([("", false), .. countries.Select(c => (c, true)), ("Total", true)]);
        double Sum(Func<IncidenceRow, bool> of) => result.Incidence.Where(of).Sum(i => i.PresentValue);
        foreach (Stakeholder who in Enum.GetValues<Stakeholder>().Where(w => result.Incidence.Any(i => i.Who == w)))
            table.Add([Capital(tongue.Say(AppraisalWords.Of(who))), .. countries.Select(c => F(Sum(i => i.Who == who && i.Country == c))), F(Sum(i => i.Who == who))]);
        table.Add(["Total", .. countries.Select(c => F(Sum(i => i.Country == c))), F(Sum(_ => true))]);
        return TextTable.Render(table, width);
    }

    private string Ranking()
    {
        Table table = TextTable.Create((tongue.Say("Plan", "Plan"), false), (tongue.Say("Costo\nañadido", "Cost\nadded"), true), (tongue.Say("VAN\nañadido", "NPV\nadded"), true), (tongue.Say("B/C\nañadido", "BCR\nadded"), true), (tongue.Say("Frente a", "Against"), false), ("", false));
        RankingStep? best = result.Ranking.LastOrDefault(s => s.Better);
        foreach (RankingStep s in result.Ranking)
            table.Add(
                tongue.Say(result.RankedTitles[s.Alternative.Name]), F(s.CostAdded), F(s.NpvAdded), F(s.BcrAdded, 2), s.Against is { } a ? tongue.Say(result.RankedTitles[a.Name]) : tongue.Say("no hacer nada", "doing nothing"),
                s == best ? tongue.Say("el mejor", "the best") : s.Better ? "" : tongue.Say("no se paga", "does not pay"));
        return TextTable.Render(table, width);
    }

    private void Section(string heading, string table)
    {
        page.Append('\n');
        Lines(heading);
        page.Append(table).Append('\n');
    }

    private void Lines(string text) => page.AddLines(text, width);

    private string F(double value, int decimals = 1) => tongue.Figures.Rounded(value, decimals);

    private string P(double rate) => tongue.Figures.Rounded(100 * rate, 1) + " %";

    private string Signed(double change) => (change > 0 ? "+" : "") + P(change);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
