using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Two sets of replications read against each other, pair by pair: replication i of both saw the same trucks with the same luck.</summary>
public static class PairedReading
{
    private const double WorthTelling = 0.1;

    /// <summary>The indicators scenarios are compared by.</summary>
    /// <param name="a">What is compared with, by replication.</param>
    /// <param name="b">What is compared: the same replications in the same order.</param>
    public static IReadOnlyList<IndicatorComparison> Indicators(IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b) =>
        [.. Indicator.All.Select(i => Compared(i.Id, i.Unit, a, b, i.Of))];

    /// <summary>Any quantity of a replication, as an indicator.</summary>
    public static IndicatorComparison Compared(string id, string unit, IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b, Func<ReplicationSummary, double> of)
    {
        double[] x = [.. a.Select(of)];
        double[] y = [.. b.Select(of)];
        if (x.Length == 0) return new IndicatorComparison(id, unit, double.NaN, double.NaN, Interval.Of([]), Interval.Of([]));
        return new IndicatorComparison(id, unit, x.Average(), y.Average(), Interval.Paired(x, y), Interval.PairedPercent(x, y))
        {
            BaselineLevel = Interval.Of(x), ScenarioLevel = Interval.Of(y),
            Paired = x.Length > 1 && x.Concat(y).All(double.IsFinite) ? PairedComparison.Of(x, y) : null,
        };
    }

    /// <summary>
    /// Official operations of a side by cargo class (empties as one class) whose time changes by at least six minutes, with all strata tested
    /// together; those that wait longer first.
    /// </summary>
    public static IReadOnlyList<WorseOffRow> Changed(IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b)
    {
        if (a.Count < 2) return [];
        RowKey[] strata = [.. a[0].Rows.Keys.Where(k => k is { Post: not null, Direction: not null, Role: not null, Operation: not null, Kind: null } && (k.Cargo != null || k.Operation == Operation.Empty))];
        var changed = new List<WorseOffRow>();
        foreach (RowKey key in strata)
        {
            (double, double)[] pairs = [.. a.Zip(b).Where(p => p.First.Rows.ContainsKey(key) && p.Second.Rows.ContainsKey(key)).Select(p => (p.First.Rows[key].Mean, p.Second.Rows[key].Mean))];
            if (pairs.Length < 2) continue;
            double[] x = [.. pairs.Select(p => p.Item1)];
            double[] y = [.. pairs.Select(p => p.Item2)];
            if (!Interval.Paired(x, y, 1 - 0.05 / strata.Length).ExcludesZero) continue;
            Interval plain = Interval.Paired(x, y);
            if (Math.Abs(plain.Mean) >= WorthTelling) changed.Add(new WorseOffRow(key, plain));
        }
        return [.. changed.OrderByDescending(c => c.Difference.Mean)];
    }

    /// <summary>Side effects to read beside a gain: examinations, expected finds, the time of general cargo, rostered hours.</summary>
    public static IReadOnlyList<GuardComparison> Guards(IReadOnlyList<ReplicationSummary> a, IReadOnlyList<ReplicationSummary> b, CorridorModel before, CorridorModel after)
    {
        GuardComparison Guard(GuardKind kind, string unit, Func<ReplicationSummary, double> of)
        {
            IndicatorComparison i = Compared("", unit, a, b, of);
            return new GuardComparison(kind, unit, i.Baseline, i.Scenario, i.Difference);
        }

        double staffBefore = StaffHours(before);
        double staffAfter = StaffHours(after);
        RowKey general = new(null, null, null, null, null, CargoClass.General);
        return
        [
            Guard(GuardKind.InspectionsLost, "per 1000 crossings", s => 1000.0 * s.Examined / s.Crossings),
            Guard(GuardKind.DetectionsLost, "per 1000 crossings", s => 1000 * s.Detections / s.Crossings),
            Guard(GuardKind.WaitOfOthers, "h", s => s.Rows.TryGetValue(general, out RowValue? row) ? row.Mean : double.NaN),
            new GuardComparison(GuardKind.StaffHours, "h/week", staffBefore, staffAfter, new Interval(staffAfter - staffBefore, staffAfter - staffBefore, staffAfter - staffBefore, a.Count)),
        ];
    }

    /// <summary>Rostered staff-hours a week over the whole corridor.</summary>
    private static double StaffHours(CorridorModel model) => model.Posts.Sum(p => p.Sides.Sum(s => s.Stations.Sum(x => x.Roster.WeeklyStaffHours)));

    /// <summary>Mean time of several rows of one replication together, by their operations; NaN if there are none.</summary>
    public static double Pooled(ReplicationSummary run, Func<RowKey, bool> rows)
    {
        double count = 0;
        double hours = 0;
        foreach ((RowKey key, RowValue row) in run.Rows)
        {
            // Each operation of a side stands in exactly one of these rows.
            if (key is not { Post: not null, Direction: not null, Role: not null, Operation: not null, Kind: null, Cargo: null } || !rows(key)) continue;
            count += row.Count;
            hours += row.Count * row.Mean;
        }
        return count > 0 ? hours / count : double.NaN;
    }
}
