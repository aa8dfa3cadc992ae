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

    /// <summary>What a reader must know of where the runs begin; null where they begin as tested.</summary>
    public static Bilingual? Beginning(ExperimentOptions options) =>
        options.Start is { } start ? new(
            $"Todas las réplicas parten del estado {Path.GetFileName(start.File)}: los intervalos son los del futuro de ese estado, no los de semanas cualesquiera.",
            $"All replications begin at the state {Path.GetFileName(start.File)}: intervals are those of the future of that state, not of weeks in general.")
        : options.WarmUpDays >= TestedWarmUpDays ? null
        : new(
            $"Calentamiento de {Days(options.WarmUpDays).Es}, más corto que los {TestedWarmUpDays} probados: los niveles pueden depender de su duración.",
            $"A warm-up of {Days(options.WarmUpDays).En}, shorter than the {TestedWarmUpDays} tested: levels may depend on its length.");

    private static Bilingual Days(int count) => count == 1 ? new("1 día", "1 day") : new($"{count} días", $"{count} days");

    /// <summary>Runs.</summary>
    /// <param name="request">What to compare.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is compared.</param>
    public static Comparison Run(ComparisonRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Planned plan = Plan(request);
        int later = (plan.Variants.Count - plan.Models) * request.SensitivityReplications(request.Options.Replications);
        SequentialResult first = SequentialRun.Run(
            executor, [.. plan.Variants.Take(plan.Models), .. plan.Undisturbed], request.Options, request.Enough, runs => Watch(request, plan, runs), p => progress?.Invoke(p with { Total = p.Total + later }), cancellation);
        var results = first.Results.Take(plan.Models).Concat(plan.Variants.Skip(plan.Models).Select(_ => new SortedDictionary<int, ReplicationSummary>())).Concat(first.Results.Skip(plan.Models)).ToArray();
        bool complete = first.Stopping.End != RunEnd.Cancelled;
        // After the changes themselves, so that whoever ends it early has those.
        int replications = first.Stopping.End is RunEnd.Made or RunEnd.Precise ? request.SensitivityReplications(first.Stopping.Replications) : 0;
        if (replications > 0)
        {
            Variant[] capacity = [.. plan.Variants.Skip(plan.Models).Select(v => v with { Replications = replications })];
            int made = first.Results.Sum(r => r.Count);
            int done = made;
            complete = executor.Run(capacity, request.Options, f =>
            {
                results[plan.Models + f.Variant][f.Summary.Replication] = f.Summary;
                progress?.Invoke(new RunProgress(++done, made + capacity.Length * replications) { HalfWidth = first.Stopping.Widest is null ? null : first.Stopping.HalfWidth, Unit = first.Stopping.Widest?.Unit ?? "" });
            }, cancellation);
        }
        return new ComparisonBuilder(request, plan, results, complete, first.Stopping).Build();
    }

    /// <summary>The changes whose precision counts: of every scenario, by every indicator asked for.</summary>
    private static IReadOnlyList<Watched> Watch(ComparisonRequest request, Planned plan, IReadOnlyList<IReadOnlyList<ReplicationSummary>> runs) =>
    [
        .. request.Scenarios.SelectMany((s, i) => request.Enough.Indicators.Select(indicator => new Watched(
            new($"el cambio de {indicator.Id} en {s.Id}", $"the change of {indicator.Id} under {s.Id}"), indicator.Unit,
            [.. runs[plan.ScenarioAt(i)].Zip(runs[plan.BaselineOf(request.WeeksOf(s))], (after, before) => indicator.Of(after) - indicator.Of(before))]))),
    ];

    /// <summary>What is run: what they are compared with in all weeks that a scenario has, the scenarios, and all of them again with less and more capacity.</summary>
    internal static Planned Plan(ComparisonRequest request)
    {
        Weeks[] weeks = [.. request.Scenarios.Select(request.WeeksOf).Append(request.WeeksOf()).Distinct().OrderBy(w => w.Year).ThenBy(w => w.Start)];
        var models = new List<(string Name, CorridorModel Model)>();
        models.AddRange(weeks.Select(w => ($"{request.Reference}@{w.Interval(request.Options.Days)}@{w.Year}", Reference(request, w))));
        MeasureOutcome[] outcomes = [.. request.Scenarios.Select(s => MeasureCatalog.Apply(s.ModelBeforeMeasures(request.WeeksOf(s)), s.Measures.Select(m => m.Application)))];
        models.AddRange(request.Scenarios.Select((s, i) => (s.Id, outcomes[i].Model)));
        var variants = models.Select(m => new Variant(m.Name, m.Model, request.Options.Replications)).ToList();
        if (request.CapacitySensitivity)
            foreach (double factor in new[] { 1 - Step, 1 + Step })
                variants.AddRange(models.Select(m => new Variant($"{m.Name}×{factor:0.00}", m.Model with { CapacityFactor = m.Model.CapacityFactor * factor }, request.SensitivityReplications(request.Options.Replications))));
        Variant[] undisturbed =
        [
            .. request.Scenarios.Select((s, i) => (s.Id, outcomes[i].Model)).Where(m => m.Model.Disruptions.Count > 0)
                .Select(m => new Variant(UndisturbedName(m.Id), m.Model.Undisturbed(), request.Options.Replications)),
        ];
        return new Planned(weeks, models.Count, variants, outcomes, undisturbed);
    }

    /// <summary>Name of a disturbed scenario's runs without its disturbances.</summary>
    internal static string UndisturbedName(string id) => $"{id}@undisturbed";

    private static CorridorModel Reference(ComparisonRequest request, Weeks weeks) => request.Against is { } against
        ? MeasureCatalog.Apply(against.ModelBeforeMeasures(weeks), against.Measures.Select(m => m.Application)).Model
        : weeks.Of(request.Baseline.Model, request.Baseline.Year);

    /// <param name="Weeks">Weeks simulated, each with its own baseline variant, first in the list.</param>
    /// <param name="Models">Variants before those with other capacity.</param>
    /// <param name="Variants">All variants.</param>
    /// <param name="Outcomes">What the measures of each scenario gave.</param>
    /// <param name="Undisturbed">Disturbed scenarios without their disturbances, run with the models: after all variants in the results.</param>
    internal sealed record Planned(Weeks[] Weeks, int Models, IReadOnlyList<Variant> Variants, MeasureOutcome[] Outcomes, IReadOnlyList<Variant> Undisturbed)
    {
        public int BaselineOf(Weeks weeks) => Array.IndexOf(Weeks, weeks);

        public int ScenarioAt(int index) => Weeks.Length + index;
    }
}
