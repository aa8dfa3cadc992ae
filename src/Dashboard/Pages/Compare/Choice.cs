using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>One model of a run to compare.</summary>
/// <param name="Id">Of the scenario, or of the baseline.</param>
/// <param name="Title">Its name.</param>
/// <param name="Variant">Its replications.</param>
public sealed record Compared(string Id, Bilingual Title, VariantResult Variant)
{
    /// <summary>Mean over replications of a quantity of the row of all operations.</summary>
    public double Mean(Func<RowValue, double> of) => Variant.Replications.Count == 0 ? double.NaN : Variant.Replications.Average(r => of(r.Rows[RowKey.AllOperations]));
}

/// <summary>One model against the reference.</summary>
/// <param name="Of">The model.</param>
/// <param name="Against">Replications of the reference, those both have.</param>
/// <param name="Runs">Replications of the model, the same ones.</param>
/// <param name="Indicators">I1, p50, p95, cost, co2.</param>
public sealed record Contrast(Compared Of, IReadOnlyList<ReplicationSummary> Against, IReadOnlyList<ReplicationSummary> Runs, IReadOnlyList<IndicatorComparison> Indicators)
{
    /// <summary>An indicator by id.</summary>
    public IndicatorComparison this[string id] => Indicators.First(i => i.Id == id);

    /// <summary>The models pair by pair.</summary>
    public static Contrast Between(Compared reference, Compared other)
    {
        Dictionary<int, ReplicationSummary> before = reference.Variant.Replications.ToDictionary(r => r.Replication);
        ReplicationSummary[] runs = [.. other.Variant.Replications.Where(r => before.ContainsKey(r.Replication))];
        ReplicationSummary[] against = [.. runs.Select(r => before[r.Replication])];
        return new Contrast(other, against, runs, PairedReading.Indicators(against, runs));
    }
}

/// <summary>What a reader asked to compare, as the address says it.</summary>
public sealed record Choice
{
    /// <summary>The run; null if there is none with results.</summary>
    public RunRecord? Run { get; private init; }

    /// <summary>What it gave; null if nothing is finished.</summary>
    public RunResult? Result { get; private init; }

    /// <summary>Runs that can be chosen.</summary>
    public required IReadOnlyList<RunRecord> Runs { get; init; }

    /// <summary>Models that can be chosen.</summary>
    public IReadOnlyList<Compared> All { get; private init; } = [];

    /// <summary>What the others are compared with.</summary>
    public Compared? Reference { get; private init; }

    /// <summary>The others, in order.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; private init; } = [];

    /// <summary>Reads <c>?run=…&amp;a=…&amp;b=…&amp;c=…</c>; without them the latest full run and its baseline.</summary>
    public static Choice Read(IQueryCollection query, RunQueue queue, RunResults results)
    {
        RunRecord[] runs = [.. queue.All().Where(r => r.Inputs.Study == Study.Comparison && (r.Done > 0 || r.State == RunState.Done))];
        RunRecord? run = query["run"].LastOrDefault() is { } id
            ? runs.FirstOrDefault(r => r.Id == id)
            : runs.Where(r => results.Of(r) is { Comparison.Replications: > 1 }).OrderByDescending(r => r.State == RunState.Done && r.Kind != RunKind.Pilot).ThenByDescending(r => r.Created).FirstOrDefault();
        return run is null || results.Of(run) is not { Comparison.Replications: > 1 } result ? new Choice { Runs = runs, Run = run } : Of(run, result, runs, query);
    }

    /// <summary>All scenarios of a run against its baseline.</summary>
    public static Choice Of(RunRecord run, RunResult result) => Of(run, result, [run], new QueryCollection());

    private static Choice Of(RunRecord run, RunResult result, RunRecord[] runs, IQueryCollection query)
    {
        Compared[] all = [.. Models(result)];
        Compared reference = all.FirstOrDefault(c => c.Id == query["a"].LastOrDefault()) ?? all[0];
        string[] named = [.. "bcdefghijklmnop".SelectMany(letter => query[letter.ToString()]).OfType<string>().Distinct()];
        Compared[] others = [.. (named.Length > 0 ? named.Select(n => all.FirstOrDefault(c => c.Id == n)).OfType<Compared>() : all).Where(c => c.Id != reference.Id)];
        return new Choice { Runs = runs, Run = run, Result = result, All = all, Reference = reference, Contrasts = [.. others.Select(o => Contrast.Between(reference, o))] };
    }

    private static IEnumerable<Compared> Models(RunResult result)
    {
        if (result.Baseline(result.Request.Scenarios.FirstOrDefault()) is { } baseline) yield return new Compared(result.Comparison.Baseline, result.Request.Baseline.Title, baseline);
        foreach (ScenarioComparison scenario in result.Comparison.Scenarios)
            if (result.Of(scenario.Id) is { } variant) yield return new Compared(scenario.Id, scenario.Title, variant);
    }
}
