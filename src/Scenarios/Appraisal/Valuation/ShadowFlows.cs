using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>Costs and residual at the shadow prices of the country that pays them; a country without factors stays at market prices.</summary>
internal static class ShadowFlows
{
    public static double Factor(AppraisalPlan plan, string country)
    {
        string row = $"shadow-prices.{country}.";
        double share = plan.Value(row + "labour-share", double.NaN);
        return double.IsNaN(share) ? 1 : ShadowPrice.Factor((share, plan.Value(row + "labour")), (1 - share, plan.Value(row + "other")));
    }

    public static ProjectFlows Of(PlanModel model, AppraisalPlan plan, ProjectFlows market)
    {
        int opening = plan.Opening - plan.Start;
        var capital = new double[plan.LastIndex + 1];
        var operating = new double[plan.LastIndex + 1];
        double residual = 0;
        foreach (CostPattern cost in model.Costs)
        {
            double factor = Factor(plan, cost.Country), amount = factor * cost.Cost(model.Values);
            double upkeep = cost.Upkeep < 0 ? 0 : factor * model.Values[cost.Amount] * model.Values[cost.Upkeep];
            for (int t = 0; t <= plan.LastIndex; t++)
            {
                (cost.Line is null ? operating : capital)[t] += amount * cost.Paid[t];
                if (t >= opening) operating[t] += upkeep;
            }
            residual += amount * cost.Residual;
        }
        return new ProjectFlows(
            market.Benefits, CashFlow.By(plan.LastIndex, t => capital[t], plan.Prices), CashFlow.By(plan.LastIndex, t => operating[t], plan.Prices),
            CashFlow.By(plan.LastIndex, t => t == plan.LastIndex ? residual : 0, plan.Prices));
    }
}
