using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Appraisal.Valuation;

/// <summary>A plan's worth with everything uncertain at once: assumptions from their ranges, replications drawn anew, a possible delay.</summary>
internal static class PlanRisk
{
    private const int Sets = 1000;

    /// <summary>
    /// Left out: what changes nobody's total (shares passed on, partnership), what would need another simulation, and the amount of an
    /// investment whose class has an optimism bias, since both say how much dearer it may get and would count that twice.
    /// </summary>
    public static IReadOnlyList<(int Place, Assumption Assumption)> Drawn(AppraisalPlan plan) =>
    [
        .. plan.Assumptions.Select((a, i) => (i, a)).Where(x => x.a.IsUncertain && !Left(x.a.Path)
            && !(x.a.Path.StartsWith("capital[", StringComparison.Ordinal) && x.a.Path.EndsWith(".amount", StringComparison.Ordinal) && Biased(plan, x.a.Path))),
    ];

    public static bool Left(string path) =>
        path is "costs.spoilage-after" or "costs.fees" or "values.pass-through" or "inflation" or "construction.capacity-lost" || path.StartsWith("partnership.", StringComparison.Ordinal) || path.StartsWith("shadow-prices.", StringComparison.Ordinal);

    public static RiskResult Run(PlanModel model, PlanSavings savings, int draws, ulong seed)
    {
        AppraisalPlan plan = savings.Plan;
        IReadOnlyList<(int Place, Assumption Assumption)> drawn = Drawn(plan);
        Physical[][] sets = model.Resampled(Sets, seed);
        double[] factors = plan.Rates[0].Factors(plan.LastIndex);
        RiskInput[] inputs =
        [
            .. drawn.Select(d => new RiskInput(d.Assumption.Path, Law(d.Assumption))),
            new RiskInput("simulation", RiskLaw.Uniform(0, Sets)),
            new RiskInput("delay", RiskLaw.Discrete([.. plan.Delays.Select(d => (d.Probability, (double)d.Years))])),
        ];
        using var rooms = new ThreadLocal<(Ledger Ledger, double[] Values)>(() => (new Ledger(plan.LastIndex), [.. model.Values]));
        return MonteCarlo.Run(inputs, x =>
        {
            (Ledger ledger, double[] values) = rooms.Value;
            for (int i = 0; i < drawn.Count; i++) values[drawn[i].Place] = x[i];
            model.Fill(values, sets[Math.Min(Sets - 1, (int)x[drawn.Count])], (int)x[drawn.Count + 1], ledger);
            return ledger.Npv(factors);
        }, draws, seed);
    }

    private static RiskLaw Law(Assumption a) => a.Figure.RangeLaw == RangeLaw.Uniform ? RiskLaw.Uniform(a.Low, a.High) : RiskLaw.Triangular(a.Low, Math.Clamp(a.Value, a.Low, a.High), a.High);

    private static bool Biased(AppraisalPlan plan, string path) =>
        plan.Capital.First(c => path == $"{c.Path}.amount") is var line && plan.Assumptions.FirstOrDefault(a => a.Path == $"optimism.{Names.Key(line.Class)}") is { IsUncertain: true };
}
