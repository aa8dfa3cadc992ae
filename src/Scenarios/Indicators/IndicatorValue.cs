using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>An indicator in one year of one case. Times in hours (M_side); the official figure is the mean.</summary>
public sealed record IndicatorValue
{
    /// <summary>Operations in a year, mean over replications.</summary>
    public required double Operations { get; init; }

    /// <summary>Sum of clearance times over number of operations, by replication; NaN where there are none.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>The mean with its interval.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The median: not an official indicator. Right to within a bin of <see cref="TimeHistogram"/>.</summary>
    public required Interval Median { get; init; }

    /// <summary>90 of 100 operations take no longer: not an official indicator.</summary>
    public required Interval P90 { get; init; }

    /// <summary>By the printed formula, where it differs: import times over export operations; null elsewhere.</summary>
    public required Interval? AsPrinted { get; init; }

    /// <summary>The value of a row.</summary>
    public static IndicatorValue Of(YearRun year, IndicatorRow row)
    {
        YearTotal[] totals = [.. Totals(year, row.Keys)];
        double[] means = [.. totals.Select(t => t.Mean)];
        return new IndicatorValue
        {
            Operations = totals.Average(t => t.Operations),
            Means = means,
            Mean = Interval.Of([.. means.Where(double.IsFinite)]),
            Median = Quantile(year, row.Keys, 0.5),
            P90 = Quantile(year, row.Keys, 0.9),
            AsPrinted = row.Printed is null ? null : Interval.Of([.. Totals(year, row.Printed).Zip(totals, (import, export) => import.Hours / export.Operations).Where(double.IsFinite)]),
        };
    }

    private static IEnumerable<YearTotal> Totals(YearRun year, IReadOnlyList<RowKey> keys) =>
        Enumerable.Range(0, year.Replications).Select(r => keys.Aggregate(default(YearTotal), (sum, key) => sum + year.Total(r, key)));

    private static Interval Quantile(YearRun year, IReadOnlyList<RowKey> keys, double p) =>
        Interval.Of([.. Enumerable.Range(0, year.Replications).Select(r => TimeHistogram.Quantile(Times(year, r, keys), p)).Where(double.IsFinite)]);

    private static List<(double Weight, TimeHistogram Times)> Times(YearRun year, int replication, IReadOnlyList<RowKey> keys)
    {
        var times = new List<(double, TimeHistogram)>();
        foreach (WeekRun week in year.Weeks)
            foreach (RowKey key in keys)
                if (week.Replications[replication].Rows.TryGetValue(key, out RowValue? row)) times.Add((week.Weight, row.Times));
        return times;
    }
}
