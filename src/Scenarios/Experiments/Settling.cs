using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>Whether the queues of a run settle: where demand is beyond capacity, a result hangs on how long one looks.</summary>
public static class Settling
{
    /// <summary>Fewest days on which it can be seen.</summary>
    public const int Days = 14;

    private const double WorthTelling = 0.05;

    /// <summary>How much longer the second half of the measured days takes than the first, relatively; without ends where it cannot be seen.</summary>
    /// <param name="runs">The replications.</param>
    /// <param name="confidence">Of the interval: more than 95 % where many runs are looked at, or chance finds one.</param>
    public static Interval Drift(IReadOnlyList<ReplicationSummary> runs, double confidence = 0.95) => Interval.Of(
        [.. runs.Where(r => r.ByDay.Count >= Days).Select(r => MeanOf(r.ByDay.Skip(r.ByDay.Count / 2)) / MeanOf(r.ByDay.Take(r.ByDay.Count / 2)) - 1).Where(double.IsFinite)], confidence);

    /// <summary>The second half takes longer than the first by more than a twentieth, and not by chance.</summary>
    public static bool Grows(Interval drift) => drift.Mean > WorthTelling && drift.Low > 0;

    private static double MeanOf(IEnumerable<DayValue> days) => days.Sum(d => d.Hours) / days.Sum(d => d.Count);
}
