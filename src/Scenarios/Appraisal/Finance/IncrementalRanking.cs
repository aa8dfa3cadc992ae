namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>One way to solve the problem; doing the minimum is one too.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Flows">Its flows against the case without.</param>
public sealed record Alternative(string Name, ProjectFlows Flows);

/// <summary>What a dearer alternative adds to the best cheaper one.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Against">What it is held against; null for doing nothing.</param>
/// <param name="CostAdded">Present value of what it costs more.</param>
/// <param name="NpvAdded">Net present value of the difference.</param>
/// <param name="BcrAdded">Benefit-cost ratio of the difference.</param>
/// <param name="Rates">Internal rates of the difference.</param>
/// <param name="Better">It is worth more, so later ones are held against it.</param>
public sealed record RankingStep(Alternative Alternative, Alternative? Against, double CostAdded, double NpvAdded, double BcrAdded, IReadOnlyList<double> Rates, bool Better);

/// <summary>Alternatives compared step by step, cheapest first: each must earn what it costs more. Their own rates of return rank nothing.</summary>
public static class IncrementalRanking
{
    /// <summary>The steps; the last better one is the best alternative, none if even the cheapest is not worth its cost.</summary>
    public static IReadOnlyList<RankingStep> Of(IReadOnlyList<Alternative> alternatives, Discounting at, ResidualAs residual = ResidualAs.Benefit)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        var steps = new List<RankingStep>();
        Alternative? best = null;
        foreach (Alternative next in alternatives.OrderBy(a => at.PresentValue(a.Flows.Costs)))
        {
            ProjectFlows added = best is null ? next.Flows : new ProjectFlows(
                next.Flows.Benefits - best.Flows.Benefits, next.Flows.Capital - best.Flows.Capital,
                next.Flows.Operating - best.Flows.Operating, next.Flows.Residual - best.Flows.Residual);
            double npv = added.Npv(at);
            steps.Add(new RankingStep(next, best, at.PresentValue(added.Costs), npv, added.Bcr(at, residual), InternalRates.All(added.Net, at.Timing), npv > 0));
            if (npv > 0) best = next;
        }
        return steps;
    }
}
