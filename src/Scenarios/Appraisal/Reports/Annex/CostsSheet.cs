using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>Costs line by line and year by year: amount, optimism bias, when it is paid, what is left.</summary>
internal sealed record CostsSheet(Sheet Sheet, int CapitalRow, int OperatingRow, string Residual)
{
    private const int Years = 6;

    public static CostsSheet Of(AppraisalResult result, AnnexNames names, Tongue tongue, ValuesSheet values)
    {
        AppraisalPlan plan = result.Plan;
        int n = plan.LastIndex + 1;
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Costs, Look.Title) },
            new[] { Cell.Text(tongue.Say($"{AppraisalWords.Prices(plan).Es}. Lo que acaba su vida se repone; el residual es lo que queda de la vida, a lo más {AppraisalWords.Percent(plan.MostResidual)}.", $"{AppraisalWords.Prices(plan).En}. What ends its life is replaced; the residual is what is left of the life, at most {AppraisalWords.Percent(plan.MostResidual)}.")) },
            new[] { ("Renglón", "Line"), ("País", "Country"), ("Clase", "Class"), ("Costo con sesgo optimista", "Cost with optimism bias"), ("Residual", "Residual") }.Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header))
                .Concat(Enumerable.Range(0, n).Select(t => Cell.Number(plan.Start + t, look: Look.Header))).ToArray(),
        };
        IReadOnlyList<CostPattern> patterns = CostPattern.All(plan);
        var capital = new List<int>();
        var operating = new List<int>();
        double[] state = [.. plan.Assumptions.Select(a => a.Value)];
        foreach (CostPattern c in patterns)
        {
            int row = rows.Count + 1;
            string amount = values[plan.Assumptions[c.Amount].Path];
            string cost = c.Uplift < 0 ? amount : $"{amount}*(1+{values[plan.Assumptions[c.Uplift].Path]})";
            (c.Line is null ? operating : capital).Add(row);
            double now = c.Cost(state);
            rows.Add([
                Cell.Text(tongue.Say(c.Title)), Cell.Text(c.Country), Cell.Text(c.Line is { } line ? tongue.Say(CapitalNames.Of(line.Class)) : tongue.Say("anual", "yearly")), Cell.Formula(cost, now, "0.000"), Cell.Formula($"$D{row}*{Number(c.Residual)}", now * c.Residual, "0.000"),
                .. c.Paid.Select(p => p == 0 ? Cell.Empty : Cell.Formula($"$D{row}*{Number(p)}", now * p, "0.000"))]);
        }
        foreach (CostPattern c in patterns.Where(p => p.Upkeep >= 0))
        {
            int row = rows.Count + 1, opening = plan.Opening - plan.Start;
            operating.Add(row);
            double now = state[c.Amount] * state[c.Upkeep];
            rows.Add([
                Cell.Text(tongue.Say($"{c.Title.Es}: mantenimiento", $"{c.Title.En}: upkeep")), Cell.Text(c.Country), Cell.Text(tongue.Say("anual", "yearly")), Cell.Formula($"{values[plan.Assumptions[c.Amount].Path]}*{values[plan.Assumptions[c.Upkeep].Path]}", now, "0.000"), Cell.Empty,
                .. Enumerable.Range(0, n).Select(t => t < opening ? Cell.Empty : Cell.Formula($"$D{row}", now, "0.000"))]);
        }
        int capitalRow = Total(tongue.Say("Inversión", "Capital"), capital, t => result.Flows.Capital[t]);
        int operatingRow = Total(tongue.Say("Operación y mantenimiento", "Operation and maintenance"), operating, t => result.Flows.Operating[t]);
        return new CostsSheet(new Sheet(names.Costs, rows) { Widths = [52, 9, 20, 14, 11], FrozenRows = 3 }, capitalRow, operatingRow, CellNames.On(names.Costs, $"$E${capitalRow}"));

        int Total(string name, List<int> lines, Func<int, double> value)
        {
            string Sum(int column) => lines.Count == 0 ? "0" : string.Join("+", lines.Select(l => $"N({CellNames.At(l, column)})"));
            rows.Add([
                Cell.Text(name, Look.Total), Cell.Text("", Look.Total), Cell.Text("", Look.Total), Cell.Text("", Look.Total), Cell.Formula(Sum(5), lines == capital ? result.Flows.Residual[plan.LastIndex] : 0, "0.000", Look.Total),
                .. Enumerable.Range(0, n).Select(t => Cell.Formula(Sum(Years + t), value(t), "0.000", Look.Total))]);
            return rows.Count;
        }
    }

    /// <summary>A total's cell in a year.</summary>
    public string At(int row, int t) => CellNames.On(Sheet.Name, $"{CellNames.Column(Years + t)}${row}");

    private static string Number(double x) => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
