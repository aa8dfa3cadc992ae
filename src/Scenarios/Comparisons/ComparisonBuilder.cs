using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Turns finished replications into a comparison. Only replications that every variant has finished are compared.</summary>
internal sealed class ComparisonBuilder(
    ComparisonRequest request, ComparisonRun.Planned plan, IReadOnlyList<SortedDictionary<int, ReplicationSummary>> results, bool complete)
{
    public Comparison Build()
    {
        int[] common = Common(0, plan.Models);
        int baseline = plan.BaselineOf(request.Year ?? request.Baseline.Year);
        var breakdown = new List<BreakdownRow>();
        breakdown.AddRange(Breakdown.Of(request.Baseline.Id, request.Baseline.Model, Of(baseline, common)));
        for (int i = 0; i < request.Scenarios.Count; i++) breakdown.AddRange(Breakdown.Of(request.Scenarios[i].Id, request.Baseline.Model, Of(plan.ScenarioAt(i), common)));
        return new Comparison
        {
            Baseline = request.Baseline.Id,
            Corridor = request.Baseline.Model,
            Options = request.Options,
            Scenarios = [.. request.Scenarios.Select((s, i) => Compare(s, i, common))],
            Breakdown = breakdown,
            Complete = complete,
            Replications = common.Length,
            Warnings = [.. Warnings(common)],
        };
    }

    private ScenarioComparison Compare(Scenario scenario, int index, int[] common)
    {
        int year = request.Year ?? scenario.Year;
        int at = plan.BaselineOf(year);
        int to = plan.ScenarioAt(index);
        ReplicationSummary[] a = Of(at, common);
        ReplicationSummary[] b = Of(to, common);
        double weeks = (request.Options.WarmUpDays + request.Options.Days) / 7.0;
        return new ScenarioComparison
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Year = year,
            Indicators = PairedReading.Indicators(a, b),
            WorseOff = [.. PairedReading.Changed(a, b).Where(c => c.Difference.Mean > 0)],
            Guards = PairedReading.Guards(a, b, plan.Variants[at].Model, plan.Variants[to].Model),
            Sensitivity = request.CapacitySensitivity ? Sensitivity(at, to) : null,
            Notes = plan.Outcomes[index].Notes,
            DeferredPerWeek = (Mean(a, s => s.Deferred) / weeks, Mean(b, s => s.Deferred) / weeks),
            DivertedPerWeek = (Mean(a, s => s.Diverted) / weeks, Mean(b, s => s.Diverted) / weeks),
        };
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

    private IEnumerable<Bilingual> Warnings(int[] common)
    {
        if (!complete)
            yield return new($"Interrumpido: se comparan {common.Length} de {request.Options.Replications} réplicas.", $"Interrupted: {common.Length} of {request.Options.Replications} replications are compared.");
        if (common.Length < 2)
            yield return new("Con menos de dos réplicas no hay intervalo.", "With fewer than two replications there is no interval.");
        if (request.Options.WarmUpDays < ComparisonRun.TestedWarmUpDays)
            yield return new(
                $"El calentamiento de {request.Options.WarmUpDays} días es más corto que los {ComparisonRun.TestedWarmUpDays} probados: los niveles pueden depender de su duración.",
                $"The warm-up of {request.Options.WarmUpDays} days is shorter than the {ComparisonRun.TestedWarmUpDays} tested: levels may depend on its length.");
        long left = results.SelectMany(r => r.Values).Sum(s => s.CohortInside);
        if (left > 0)
            yield return new($"{left} camiones no habían salido al final del límite de vaciado.", $"{left} trucks had not left when the drain limit was reached.");
    }

    private ReplicationSummary[] Of(int variant, int[] replications) => [.. replications.Select(r => results[variant][r])];

    private int[] Common(int from, int count) =>
        [.. results.Skip(from).Take(count).Select(r => (IEnumerable<int>)r.Keys).Aggregate((x, y) => x.Intersect(y)).Order()];

    private static double Mean(ReplicationSummary[] runs, Func<ReplicationSummary, double> of) => runs.Length == 0 ? double.NaN : runs.Average(of);
}
