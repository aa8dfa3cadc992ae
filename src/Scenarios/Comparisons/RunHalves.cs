using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Whether a result hangs on how long was measured: the second half of the days against the first, by day of arrival.</summary>
/// <param name="Change">Second half less first, hours, with an interval that allows for all the results of the table.</param>
/// <param name="Depends">The halves differ by more than chance, and by more than the result's own interval.</param>
public sealed record RunHalves(Interval Change, bool Depends)
{
    /// <summary>Of a level of I1; null where there are no two days or replications.</summary>
    /// <param name="runs">The replications.</param>
    /// <param name="result">The level with its interval.</param>
    /// <param name="family">Results shown together, over which chance is shared out (Bonferroni).</param>
    public static RunHalves? Of(IReadOnlyList<ReplicationSummary> runs, Interval result, int family) =>
        Of([.. runs.Select(First)], [.. runs.Select(Second)], result, family);

    /// <summary>Of a paired difference of I1, b less a.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{ReplicationSummary}, Interval, int)"/>
    public static RunHalves? Of(IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b, Interval result, int family) =>
        Of([.. a.Zip(b, (x, y) => First(y) - First(x))], [.. a.Zip(b, (x, y) => Second(y) - Second(x))], result, family);

    private static RunHalves? Of(double[] first, double[] second, Interval result, int family)
    {
        if (first.Length < 2 || first.Concat(second).Any(v => !double.IsFinite(v))) return null;
        HalfAgainstHalf halves = HalfAgainstHalf.Of(first, second, 1 - 0.05 / family);
        return new RunHalves(halves.Difference, halves.DependsOnRunLength && Math.Abs(halves.Difference.Mean) > result.HalfWidth);
    }

    private static double First(ReplicationSummary run) => Mean(run.ByDay.Take(run.ByDay.Count / 2));

    private static double Second(ReplicationSummary run) => Mean(run.ByDay.Skip((run.ByDay.Count + 1) / 2));

    /// <summary>NaN without operations.</summary>
    private static double Mean(IEnumerable<DayValue> days)
    {
        DayValue sum = days.Aggregate(default(DayValue), (x, d) => new DayValue(x.Count + d.Count, x.Hours + d.Hours));
        return sum.Hours / sum.Count;
    }
}
