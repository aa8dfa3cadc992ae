using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Turns finished replications into a comparison. Only replications that every variant has finished are compared.</summary>
internal sealed class ComparisonBuilder(
    ComparisonRequest request, ComparisonRun.Planned plan, IReadOnlyList<SortedDictionary<int, ReplicationSummary>> results, bool complete, Stopping stopping)
{
    public Comparison Build()
    {
        int[] common = Common(0, plan.Models);
        int baseline = plan.BaselineOf(request.WeeksOf());
        var breakdown = new List<BreakdownRow>();
        breakdown.AddRange(Breakdown.Of(request.Reference, request.Baseline.Model, Of(baseline, common)));
        for (int i = 0; i < request.Scenarios.Count; i++) breakdown.AddRange(Breakdown.Of(request.Scenarios[i].Id, request.Baseline.Model, Of(plan.ScenarioAt(i), common)));
        IReadOnlyList<ScenarioComparison> scenarios = Together([.. request.Scenarios.Select((s, i) => Compare(s, i, common))]);
        return new Comparison
        {
            Baseline = request.Reference,
            AgainstScenario = request.Against is not null,
            Corridor = request.Baseline.Model,
            Options = request.Options,
            Scenarios = scenarios,
            Breakdown = breakdown,
            Complete = complete,
            Replications = common.Length,
            Stopping = request.Enough.Asked ? stopping : null,
            Pairs = request.Pairwise ? ScenarioPair.All([.. request.Scenarios.Select((s, i) => (s.Id, (IReadOnlyList<ReplicationSummary>)Of(plan.ScenarioAt(i), common)))], request.Enough.Indicators) : [],
            Warnings = [.. Warnings(common, scenarios)],
        };
    }

    private ScenarioComparison Compare(Scenario scenario, int index, int[] common)
    {
        Weeks simulated = request.WeeksOf(scenario);
        int at = plan.BaselineOf(simulated);
        int to = plan.ScenarioAt(index);
        ReplicationSummary[] a = Of(at, common);
        ReplicationSummary[] b = Of(to, common);
        double measured = request.Options.Days / 7.0, run = (request.Options.WarmUpDays + request.Options.Days) / 7.0;
        IReadOnlyList<IndicatorComparison> indicators = PairedReading.Indicators(a, b);
        return new ScenarioComparison
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Year = simulated.Year,
            Period = simulated.Start,
            Indicators = indicators,
            Halves = RunHalves.Of(a, b, indicators[0].Difference, request.Scenarios.Count),
            WorseOff = [.. PairedReading.Changed(a, b).Where(c => c.Difference.Mean > 0)],
            Guards = PairedReading.Guards(a, b, plan.Variants[at].Model, plan.Variants[to].Model),
            Sensitivity = request.CapacitySensitivity && Common(plan.Models, plan.Variants.Count - plan.Models).Length > 0 ? Sensitivity(at, to) : null,
            Notes = plan.Outcomes[index].Notes,
            Recoveries = Recoveries(scenario, b, common),
            DeferredPerWeek = (Mean(a, s => s.Deferred) / measured, Mean(b, s => s.Deferred) / measured),
            DivertedPerWeek = (Mean(a, s => s.Diverted) / run, Mean(b, s => s.Diverted) / run),
        };
    }

    private IReadOnlyList<Recovery> Recoveries(Scenario scenario, ReplicationSummary[] runs, int[] common)
    {
        int of = plan.Undisturbed.ToList().FindIndex(v => v.Name == ComparisonRun.UndisturbedName(scenario.Id));
        if (of < 0) return [];
        SortedDictionary<int, ReplicationSummary> undisturbed = results[plan.Variants.Count + of];
        (ReplicationSummary With, ReplicationSummary Without)[] pairs = [.. runs.Zip(common).Where(r => undisturbed.ContainsKey(r.Second)).Select(r => (r.First, undisturbed[r.Second]))];
        return Recovery.Of(plan.Outcomes[request.Scenarios.ToList().IndexOf(scenario)].Model, [.. pairs.Select(p => p.With)], [.. pairs.Select(p => p.Without)]);
    }

    /// <summary>The scenarios as one family for each indicator: who looks at many finds something by chance.</summary>
    private static IReadOnlyList<ScenarioComparison> Together(ScenarioComparison[] scenarios)
    {
        if (scenarios.Length == 0 || scenarios.Any(s => s.Indicators.Any(i => i.Paired is null))) return scenarios;
        double[][] holm = [.. scenarios[0].Indicators.Select((_, i) => MultipleComparisons.Holm([.. scenarios.Select(s => s.Indicators[i].Paired!.P)]))];
        return [.. scenarios.Select((s, k) => s with { Indicators = [.. s.Indicators.Select((x, i) => x with { HolmP = holm[i][k] })] })];
    }

    private CapacitySensitivity Sensitivity(int baseline, int scenario)
    {
        Interval At(int block)
        {
            int[] common = Common(plan.Models * (block + 1), plan.Models);
            double I1(int variant, int r) => results[plan.Models * (block + 1) + variant][r].Rows[RowKey.AllOperations].Mean;
            return common.Length == 0 ? Interval.Of([]) : Interval.PairedPercent([.. common.Select(r => I1(baseline, r))], [.. common.Select(r => I1(scenario, r))]);
        }

        return new CapacitySensitivity(At(0), At(1), Common(plan.Models, plan.Models).Length);
    }

    private IEnumerable<Bilingual> Warnings(int[] common, IReadOnlyList<ScenarioComparison> scenarios)
    {
        if (!complete || stopping.End == RunEnd.OutOfTime || stopping.Missed) yield return (complete ? stopping : stopping with { End = RunEnd.Cancelled }).Text;
        foreach (ScenarioComparison s in scenarios.Where(s => s.Halves is { Depends: true }))
            yield return new(
                $"{s.Id}: el cambio depende de cuánto se mide (la segunda mitad de los días difiere de la primera más que el intervalo); mida más días o caliente más.",
                $"{s.Id}: the change depends on how long is measured (the second half of the days differs from the first by more than the interval); measure more days or warm up longer.");
        if (common.Length < 2)
            yield return new("Con menos de dos réplicas no hay intervalo.", "With fewer than two replications there is no interval.");
        if (ComparisonRun.Beginning(request.Options) is { } beginning) yield return beginning;
        long left = results.SelectMany(r => r.Values).Sum(s => s.CohortInside);
        if (left > 0)
            yield return new($"{left} camiones no habían salido al final del límite de vaciado.", $"{left} trucks had not left when the drain limit was reached.");
    }

    private ReplicationSummary[] Of(int variant, int[] replications) => [.. replications.Select(r => results[variant][r])];

    private int[] Common(int from, int count) =>
        [.. results.Skip(from).Take(count).Select(r => (IEnumerable<int>)r.Keys).Aggregate((x, y) => x.Intersect(y)).Order()];

    private static double Mean(ReplicationSummary[] runs, Func<ReplicationSummary, double> of) => runs.Length == 0 ? double.NaN : runs.Average(of);
}
