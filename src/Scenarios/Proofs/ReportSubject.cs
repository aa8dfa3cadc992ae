using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CorridorTwin.Scenarios.Comparisons;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>What a report is about: a run, the model that others are compared with, and those others.</summary>
/// <param name="Result">What the run gave.</param>
/// <param name="Reference">What the others are compared with.</param>
/// <param name="Contrasts">The others, in order.</param>
public sealed record ReportSubject(RunResult Result, Compared Reference, IReadOnlyList<Contrast> Contrasts)
{
    // Readers of one run look at the same pairs again and again.
    private static readonly ConditionalWeakTable<RunResult, ConcurrentDictionary<(string, string), Contrast>> Known = [];

    /// <summary>All models, the reference first.</summary>
    public IReadOnlyList<Compared> Models { get; } = [Reference, .. Contrasts.Select(c => c.Of)];

    /// <summary>Whether the run was asked for more than it has.</summary>
    public bool IsPartial => !Result.Comparison.Complete || Result.Comparison.Replications < Result.Request.Options.Replications;

    /// <summary>The models of a run: the baseline and every scenario.</summary>
    public static IEnumerable<Compared> ModelsOf(RunResult result)
    {
        if (result.Baseline(result.Request.Scenarios.FirstOrDefault()) is { } baseline) yield return new Compared(result.Comparison.Baseline, result.Request.Baseline.Title, baseline);
        foreach (ScenarioComparison scenario in result.Comparison.Scenarios)
            if (result.Of(scenario.Id) is { } variant) yield return new Compared(scenario.Id, scenario.Title, variant);
    }

    /// <summary>Reads which models are meant.</summary>
    /// <param name="result">The run.</param>
    /// <param name="reference">Id of what the others are compared with; anything unknown is the first model.</param>
    /// <param name="others">Ids of the others; none for all, unknown ones are passed over.</param>
    public static ReportSubject Of(RunResult result, string? reference, IReadOnlyList<string> others)
    {
        Compared[] all = [.. ModelsOf(result)];
        Compared first = all.FirstOrDefault(c => c.Id == reference) ?? all[0];
        Compared[] rest = [.. (others.Count > 0 ? others.Select(n => all.FirstOrDefault(c => c.Id == n)).OfType<Compared>() : all).Where(c => c.Id != first.Id)];
        ConcurrentDictionary<(string, string), Contrast> known = Known.GetOrCreateValue(result);
        return new ReportSubject(result, first, [.. rest.Select(o => known.GetOrAdd((first.Id, o.Id), _ => Contrast.Between(first, o)))]);
    }

    /// <summary>The others as the comparison with the baseline has them; empty where the reference is another scenario.</summary>
    public IReadOnlyList<ScenarioComparison> AgainstBaseline => Reference.Id == Result.Comparison.Baseline ? [.. Contrasts.Select(c => Result.Comparison.Scenarios.First(s => s.Id == c.Of.Id))] : [];
}
