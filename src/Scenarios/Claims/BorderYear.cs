using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Claims;

/// <summary>What crossing the borders takes and costs in a year, with the strategy and without, replication by replication.</summary>
public sealed class BorderYear(YearRun without, YearRun with)
{
    private readonly double[] crossings = [.. Enumerable.Range(0, with.Replications).Select(r => with.Weeks.Sum(w => w.Weight * w.Replications[r].Crossings))];

    /// <summary>Crossings of a post a year, with the strategy.</summary>
    public Interval Crossings => Interval.Of(crossings);

    /// <summary>Hours of a crossing (M_crossing, both sides) without the strategy.</summary>
    public Interval HoursWithout => Interval.Of(Hours(without));

    /// <summary>Hours the strategy saves a crossing.</summary>
    public Interval HoursSaved => Interval.Paired(Hours(with), Hours(without));

    /// <summary>
    /// US$ the strategy saves in the year, without transfers: the cost it saves a crossing, times the crossings with it. Trucks that cross only in one of
    /// the two cases are neither a saving nor a cost.
    /// </summary>
    public Interval Saved
    {
        get
        {
            IReadOnlyList<double> before = PerceptionDriver.PerCrossing(without), after = PerceptionDriver.PerCrossing(with);
            return Interval.Of([.. before.Select((c, r) => (c - after[r]) * crossings[r])]);
        }
    }

    /// <summary>Change of the cost of a crossing, per cent.</summary>
    public Interval CostPercent => Interval.PairedPercent(PerceptionDriver.PerCrossing(without), PerceptionDriver.PerCrossing(with));

    private static double[] Hours(YearRun year)
    {
        RowKey[] keys =
        [
            .. from post in Enumerable.Range(0, year.Weeks[0].Model.Posts.Count)
               from way in Enum.GetValues<Direction>()
               from kind in Enum.GetValues<TruckKind>()
               select new RowKey(post, way, null, null, kind, null),
        ];
        return [.. Enumerable.Range(0, year.Replications).Select(r => keys.Aggregate(default(YearTotal), (sum, key) => sum + year.Total(r, key)).Mean)];
    }
}
