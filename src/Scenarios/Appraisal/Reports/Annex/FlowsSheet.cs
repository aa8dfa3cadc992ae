using System.Globalization;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>Flows by year, each a formula of hours saved and unit values; discount factors of the main rate.</summary>
internal sealed record FlowsSheet(Sheet Sheet, int First, int Last, int Benefits, int Residual, int Capital, int Operating, int Net, int Factor, int Declining)
{
    private const int Year = 2, Exponent = 3, FirstKind = 4;

    public static FlowsSheet Of(AppraisalResult result, AnnexNames names, Tongue tongue, ValuesSheet v, SavingsSheet savings, CostsSheet costs)
    {
        AppraisalPlan plan = result.Plan;
        BenefitKind[] kinds = Enum.GetValues<BenefitKind>();
        int benefits = FirstKind + kinds.Length, residual = benefits + 1, capital = benefits + 2, operating = benefits + 3, net = benefits + 4, factor = benefits + 5, value = benefits + 6, declining = benefits + 7;
        (string, string)[] heads =
        [
            ("t", "t"), ("Año", "Year"), ("Años que se descuenta", "Years discounted"), .. kinds.Select(k => (AppraisalWords.Of(k).Es, AppraisalWords.Of(k).En)), ("Beneficios", "Benefits"), ("Valor residual", "Residual value"), ("Inversión", "Capital"),
            ("Operación y mantenimiento", "Operation and maintenance"), ("Flujo neto", "Net flow"), ("Factor de descuento", "Discount factor"), ("Valor presente", "Present value"),
            .. plan.Declining is null ? Array.Empty<(string, string)>() : [("Factor, tasas que bajan", "Factor, declining rates")],
        ];
        var rows = new List<IReadOnlyList<Cell>>
        {
            new[] { Cell.Text(names.Flows, Look.Title) },
            new[] { Cell.Text(tongue.Say($"{AppraisalWords.Prices(plan).Es}; {AppraisalWords.Of(result.Rates[0].At.Timing).Es}.", $"{AppraisalWords.Prices(plan).En}; {AppraisalWords.Of(result.Rates[0].At.Timing).En}.")) },
            heads.Select(h => Cell.Text(tongue.Say(h.Item1, h.Item2), Look.Header)).ToArray(),
        };
        int first = rows.Count + 1, last = first + plan.LastIndex;
        bool mid = result.Rates[0].At.Timing == FlowTiming.MidYear;
        for (int t = 0; t <= plan.LastIndex; t++)
        {
            int row = first + t;
            string At(int column) => CellNames.At(row, column);
            var cells = new List<Cell> { Cell.Number(t), Cell.Number(plan.Start + t), Cell.Number(mid && t > 0 ? t - 0.5 : t) };
            foreach (BenefitKind kind in kinds)
                cells.Add(Formula(result, plan, v, savings, kind, t, At(Year)) is { } formula ? Cell.Formula(formula, result.Benefits[kind][t], "0.000") : Cell.Empty);
            cells.Add(Cell.Formula($"SUM({At(FirstKind)}:{At(benefits - 1)})", result.Flows.Benefits[t], "0.000"));
            cells.Add(t == plan.LastIndex ? Cell.Formula(costs.Residual, result.Flows.Residual[t], "0.000") : Cell.Empty);
            cells.Add(Cell.Formula(costs.At(costs.CapitalRow, t), result.Flows.Capital[t], "0.000"));
            cells.Add(Cell.Formula(costs.At(costs.OperatingRow, t), result.Flows.Operating[t], "0.000"));
            cells.Add(Cell.Formula($"{At(benefits)}+N({At(residual)})-{At(capital)}-{At(operating)}", result.Flows.Net[t], "0.000"));
            cells.Add(Cell.Formula($"(1+{AnnexBook.Rate})^-{At(Exponent)}", result.Rates[0].At.Factor(t), "0.0000"));
            cells.Add(Cell.Formula($"{At(net)}*{At(factor)}", result.Flows.Net[t] * result.Rates[0].At.Factor(t), "0.000"));
            if (plan.Declining is { } d) cells.Add(Cell.Number(d.Factor(t), "0.0000"));
            rows.Add(cells);
        }
        return new FlowsSheet(new Sheet(names.Flows, rows) { Widths = [5, 7, 11, .. Enumerable.Repeat(14.5, heads.Length - 3)], FrozenRows = 3 }, first, last, benefits, residual, capital, operating, net, factor, plan.Declining is null ? 0 : declining);
    }

    /// <summary>A column's amounts, for formulas of other sheets.</summary>
    public string Range(int column) => CellNames.On(Sheet.Name, $"${CellNames.Column(column)}${First}:${CellNames.Column(column)}${Last}");

    /// <summary>Years over which each amount is discounted.</summary>
    public string Exponents => Range(Exponent);

    private static string? Formula(AppraisalResult result, AppraisalPlan plan, ValuesSheet v, SavingsSheet savings, BenefitKind kind, int t, string yearCell)
    {
        int year = plan.Start + t;
        if (kind == BenefitKind.Works) return savings.Rows.TryGetValue((year, true), out int works) ? Million(string.Join("+", Users(works).Append($"({Carbon(works)})"))) : null;
        if (year < plan.Opening) return null;
        if (kind == BenefitKind.Agencies) return result.Savings.StaffHours.Count == 0 ? null : $"-{savings.StaffHours}*{v["values.staff"]}/1000000";
        int row = savings.Rows[(result.Savings.In(year).Year, false)];
        string share = v["values.realised"] + (year - plan.Opening < plan.Ramp.Count ? "*" + plan.Ramp[year - plan.Opening].ToString("R", CultureInfo.InvariantCulture) : "");
        return kind switch
        {
            BenefitKind.Induced => $"{savings.Quantity(row, SavingsSheet.Induced - 3)}*{share}",
            BenefitKind.Carbon => $"{share}*{Million(Carbon(row))}",
            _ => $"{share}*{Million(Users(row)[(int)kind])}",
        };

        string Q(int of, int q) => savings.Quantity(of, q);
        string[] Users(int of) =>
        [
            $"{Q(of, 1)}*{v["costs.carrier"]}",
            $"{Q(of, 2)}*{v["costs.idling"]}*{v["costs.idle-fuel"]}*{v["costs.diesel"]}*(1-{v["values.fuel-tax"]})",
            $"{Q(of, 4)}*{v["costs.reefer-fuel"]}*{v["costs.diesel"]}*(1-{v["values.fuel-tax"]})",
            $"({Q(of, 3)}*{v["costs.time-value-dry"]}+{Q(of, 4)}*{v["costs.time-value-perishable"]})/24*{v["costs.cargo-value"]}",
            $"{Q(of, 5)}*{v["costs.spoilage"]}*{v["costs.cargo-value"]}",
            $"({Q(of, 6)}*{v["values.reliability"]}*{v["costs.carrier"]}+{Q(of, 7)}*{v["values.safety-stock"]}*{v["values.holding"]}*{v["costs.cargo-value"]}/(24*365))",
        ];
        string Carbon(int of) => $"({Q(of, 2)}*{v["costs.idling"]}*{v["costs.idle-fuel"]}+{Q(of, 4)}*{v["costs.reefer-fuel"]})*{v["costs.co2"]}/1000*{v["values.carbon"]}*(1+{v["values.carbon-growth"]})^({yearCell}-{plan.Prices.PriceYear})";
        static string Million(string formula) => $"({formula})/1000000";
    }
}
