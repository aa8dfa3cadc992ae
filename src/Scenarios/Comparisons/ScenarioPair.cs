using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Two scenarios held against each other, replication by replication.</summary>
/// <param name="First">Id of one.</param>
/// <param name="Second">Id of the other; differences are its less the first's.</param>
/// <param name="Indicator">By which indicator.</param>
/// <param name="Paired">The paired comparison.</param>
/// <param name="HolmP">Its p-value, adjusted by Holm over all pairs of the indicator.</param>
public sealed record ScenarioPair(string First, string Second, Indicator Indicator, PairedComparison Paired, double HolmP)
{
    /// <summary>Whether the runs made tell them apart, with all pairs tested together at 5 %.</summary>
    public bool ToldApart => HolmP <= 0.05;

    /// <summary>All pairs.</summary>
    /// <param name="runs">Scenarios with their finished replications, equally many.</param>
    /// <param name="indicators">Each is a family of its own.</param>
    public static IReadOnlyList<ScenarioPair> All(IReadOnlyList<(string Id, IReadOnlyList<ReplicationSummary> Runs)> runs, IReadOnlyList<Indicator> indicators)
    {
        (int I, int J)[] pairs = [.. Enumerable.Range(0, runs.Count).SelectMany(i => Enumerable.Range(i + 1, runs.Count - i - 1).Select(j => (i, j)))];
        if (pairs.Length == 0 || runs[0].Runs.Count < 2) return [];
        var all = new List<ScenarioPair>();
        foreach (Indicator indicator in indicators)
        {
            double[][] values = [.. runs.Select(r => r.Runs.Select(indicator.Of).ToArray())];
            PairedComparison[] compared = [.. pairs.Select(p => PairedComparison.Of(values[p.I], values[p.J]))];
            double[] holm = MultipleComparisons.Holm([.. compared.Select(c => c.P)]);
            all.AddRange(pairs.Select((p, k) => new ScenarioPair(runs[p.I].Id, runs[p.J].Id, indicator, compared[k], holm[k])));
        }
        return all;
    }
}
