using CorridorTwin.Scenarios.Appraisal.Plans;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>What each assumption alone does to a plan's worth, and where it would leave nothing.</summary>
internal sealed class PlanSensitivity(PlanModel model, AppraisalPlan plan)
{
    private readonly double[] factors = plan.Rates[0].Factors(plan.LastIndex);

    public IReadOnlyList<AssumptionEffect> Effects()
    {
        var effects = new List<AssumptionEffect>();
        for (int i = 0; i < plan.Assumptions.Count; i++)
        {
            Assumption a = plan.Assumptions[i];
            if (PlanRisk.Left(a.Path) || Npv(i, a.Value == 0 ? 1 : 2 * a.Value) == Npv(i, a.Value)) continue;
            effects.Add(new AssumptionEffect(a, Npv(i, a.Low), Npv(i, a.High), Switching(i)));
        }
        return [.. effects.OrderByDescending(e => Math.Abs(e.AtHigh - e.AtLow))];
    }

    /// <summary>Worth with one assumption at another value.</summary>
    public double Npv(int place, double value)
    {
        double[] values = [.. model.Values];
        values[place] = value;
        return model.With(values).Npv(factors);
    }

    /// <summary>Secants: most assumptions act in a straight line, where the first step arrives.</summary>
    private double? Switching(int place)
    {
        double x0 = model.Values[place], x1 = x0 == 0 ? 0.01 : 1.1 * x0;
        (double f0, double f1) = (Npv(place, x0), Npv(place, x1));
        for (int i = 0; i < 60 && Math.Abs(f1) > 1e-11 && f1 != f0; i++)
        {
            (double x2, double f) = (x1 - f1 * (x1 - x0) / (f1 - f0), f1);
            (x0, f0, x1, f1) = (x1, f, x2, Npv(place, x2));
            if (!double.IsFinite(f1)) return null;
        }
        bool negative = plan.Assumptions[place].Path == "values.elasticity";
        return Math.Abs(f1) < 1e-9 && (negative ? x1 is <= 0 and >= -3 : x1 >= 0) ? x1 : null;
    }
}
