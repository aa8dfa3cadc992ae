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
    public static RunHalves? Of(IReadOnlyList<ReplicationSummary> runs, Interval result, int family) => Of([.. runs.Select(Halves)], result, family);

    /// <summary>Of a paired difference of I1, b less a.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{ReplicationSummary}, Interval, int)"/>
    public static RunHalves? Of(IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b, Interval result, int family) =>
        Of([.. a.Zip(b, (x, y) => Halves(y) - Halves(x))], result, family);

    private static RunHalves? Of(double[] changes, Interval result, int family)
    {
        if (changes.Length < 2 || changes.Any(c => !double.IsFinite(c))) return null;
        Interval change = Interval.Of(changes, 1 - 0.05 / family);
        return new RunHalves(change, change.ExcludesZero && Math.Abs(change.Mean) > result.HalfWidth);
    }

    /// <summary>Mean of the second half of the days less that of the first; NaN if one has no operations.</summary>
    private static double Halves(ReplicationSummary run)
    {
        int half = run.ByDay.Count / 2;
        static double Mean(IEnumerable<DayValue> days)
        {
            DayValue sum = days.Aggregate(default(DayValue), (x, d) => new DayValue(x.Count + d.Count, x.Hours + d.Hours));
            return sum.Hours / sum.Count;
        }

        return half == 0 ? double.NaN : Mean(run.ByDay.Skip(run.ByDay.Count - half)) - Mean(run.ByDay.Take(half));
    }
}
