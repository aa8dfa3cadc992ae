using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>When one unit of a cost line is paid, in constant prices, and what is left of it at the end.</summary>
/// <param name="Line">The investment; null for a yearly cost.</param>
/// <param name="Amount">Place of its amount among the assumptions.</param>
/// <param name="Uplift">Place of its optimism bias; negative for none.</param>
/// <param name="Upkeep">Place of its upkeep; negative for none.</param>
/// <param name="Paid">Per unit, by year.</param>
/// <param name="Residual">Per unit, at the last year.</param>
/// <param name="Country">Who pays.</param>
/// <param name="Title">What it is.</param>
internal sealed record CostPattern(CapitalLine? Line, int Amount, int Uplift, int Upkeep, double[] Paid, double Residual, string Country, Bilingual Title)
{
    public static IReadOnlyList<CostPattern> All(AppraisalPlan plan)
    {
        List<Assumption> all = [.. plan.Assumptions];
        int Place(string path) => all.FindIndex(a => a.Path == path);
        return
        [
            .. plan.Capital.Select(c => new CostPattern(
                c, Place($"{c.Path}.amount"), Place($"optimism.{Inputs.Names.Key(c.Class)}"), Place($"{c.Path}.upkeep"), Capital(plan, c), Left(plan, c), c.Country, c.Title)),
            .. plan.Operating.Select(o => new CostPattern(
                null, Place($"{o.Path}.amount"), -1, -1, [.. Enumerable.Range(plan.Start, plan.LastIndex + 1).Select(y => y < o.From || y > o.Until ? 0 : Real(plan, o.Nominal, y))], 0, o.Country, o.Title)),
        ];
    }

    /// <summary>What is paid for it in a year, optimism bias included.</summary>
    public double Cost(ReadOnlySpan<double> values) => values[Amount] * (Uplift < 0 ? 1 : 1 + values[Uplift]);

    private static double[] Capital(AppraisalPlan plan, CapitalLine line)
    {
        var paid = new double[plan.LastIndex + 1];
        foreach ((int year, double share) in line.Spending) paid[year - plan.Start] += share * Real(plan, line.Nominal, year);
        // Replaced when its life is over, at the same real price, as long as the plan goes on.
        for (int year = plan.Opening + line.Life; year <= plan.Last; year += line.Life) paid[year - plan.Start] += 1;
        return paid;
    }

    private static double Left(AppraisalPlan plan, CapitalLine line)
    {
        int installed = plan.Opening;
        while (installed + line.Life <= plan.Last) installed += line.Life;
        return Math.Min(plan.MostResidual, ResidualValue.StraightLine(1, line.Life, plan.Last + 1 - installed));
    }

    private static double Real(AppraisalPlan plan, bool nominal, int year) => nominal ? 1 / plan.Deflator!.Index(year, plan.Prices.PriceYear!.Value) : 1;
}
