using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Runs a comparison under common random numbers: the same trucks, with the same luck, under every scenario.</summary>
public static class ComparisonRun
{
    /// <summary>Default warm-up in days: doubling it moves no indicator beyond its interval (a test holds it to that).</summary>
    public const int TestedWarmUpDays = 28;

    private const double Step = 0.02;

    /// <summary>Runs.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is compared.</param>
    public static Comparison Run(ComparisonRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Planned plan = Plan(request);
        var results = plan.Variants.Select(_ => new SortedDictionary<int, ReplicationSummary>()).ToArray();
        int total = plan.Variants.Sum(v => v.Replications);
        int done = 0;
        bool complete = executor.Run(plan.Variants, request.Options, f =>
        {
            results[f.Variant][f.Summary.Replication] = f.Summary;
            progress?.Invoke(new RunProgress(++done, total));
        }, cancellation);
        return new ComparisonBuilder(request, plan, results, complete).Build();
    }

    /// <summary>What is run: the baseline in all weeks that a scenario has, the scenarios, and all of them again with less and more capacity.</summary>
    internal static Planned Plan(ComparisonRequest request)
    {
        Weeks[] weeks = [.. request.Scenarios.Select(request.WeeksOf).Append(request.WeeksOf()).Distinct().OrderBy(w => w.Year).ThenBy(w => w.Start)];
        var models = new List<(string Name, CorridorModel Model)>();
        models.AddRange(weeks.Select(w => ($"{request.Baseline.Id}@{w.Interval(request.Options.Days)}@{w.Year}", w.Of(request.Baseline.Model, request.Baseline.Year))));
        MeasureOutcome[] outcomes = [.. request.Scenarios.Select(s => MeasureCatalog.Apply(s.ModelBeforeMeasures(request.WeeksOf(s)), s.Measures.Select(m => m.Application)))];
        models.AddRange(request.Scenarios.Select((s, i) => (s.Id, outcomes[i].Model)));
        var variants = models.Select(m => new Variant(m.Name, m.Model, request.Options.Replications)).ToList();
        if (request.CapacitySensitivity)
            foreach (double factor in new[] { 1 - Step, 1 + Step })
                variants.AddRange(models.Select(m => new Variant($"{m.Name}×{factor:0.00}", m.Model with { CapacityFactor = m.Model.CapacityFactor * factor }, request.SensitivityReplications)));
        return new Planned(weeks, models.Count, variants, outcomes);
    }

    /// <param name="Weeks">Weeks simulated, each with its own baseline variant, first in the list.</param>
    /// <param name="Models">Variants before those with other capacity.</param>
    /// <param name="Variants">All variants.</param>
    /// <param name="Outcomes">What the measures of each scenario gave.</param>
    internal sealed record Planned(Weeks[] Weeks, int Models, IReadOnlyList<Variant> Variants, MeasureOutcome[] Outcomes)
    {
        public int BaselineOf(Weeks weeks) => Array.IndexOf(Weeks, weeks);

        public int ScenarioAt(int index) => Weeks.Length + index;
    }
}
