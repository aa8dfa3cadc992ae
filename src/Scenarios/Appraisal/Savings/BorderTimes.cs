using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Appraisal.Savings;

/// <summary>What one truck of a stratum goes through at one side of a post, and how many there are in a year. Hours.</summary>
/// <param name="Trucks">Trucks per year.</param>
/// <param name="Hours">Mean clearance time.</param>
/// <param name="Waiting">Of it, waiting of any kind: the engine idles during a part of it.</param>
/// <param name="Late">Perishables: mean hours of the crossing beyond those that do no harm, this side's part.</param>
/// <param name="Spread">Standard deviation of the clearance time.</param>
public readonly record struct SideTimes(double Trucks, double Hours, double Waiting, double Late, double Spread);

/// <summary>Times of one replication by side, operation and cargo class, from the distributions it kept.</summary>
public static class BorderTimes
{
    /// <summary>Days of a year.</summary>
    public const double DaysPerYear = 365;

    /// <summary>The strata: one side of one post in one direction, an operation, a cargo class (none for empties). Each operation stands in exactly one.</summary>
    public static bool IsStratum(RowKey key) =>
        key is { Post: not null, Direction: not null, Role: not null, Operation: not null, Kind: null } && (key.Operation == Operation.Empty ? key.Cargo is null : key.Cargo is not null);

    /// <summary>Reads a replication.</summary>
    /// <param name="run">The replication.</param>
    /// <param name="graceHours">Hours at the border that do perishables no harm.</param>
    public static Dictionary<RowKey, SideTimes> Of(ReplicationSummary run, double graceHours)
    {
        double yearly = DaysPerYear / run.Days;
        var times = new Dictionary<RowKey, SideTimes>();
        var perishable = new Dictionary<(int, Direction), double>();
        foreach ((RowKey key, RowValue row) in run.Rows)
        {
            if (!IsStratum(key)) continue;
            times[key] = new SideTimes(row.Count * yearly, row.Mean, row.Documents + row.Closed + row.Blocked + row.Queue, 0, row.Times.StandardDeviation);
            if (key.Cargo == CargoClass.Perishable) perishable[Place(key)] = perishable.GetValueOrDefault(Place(key)) + row.Count * row.Mean;
        }
        // Goods spoil over the whole crossing: its late hours are shared between the two sides, and within them, by the hours spent there.
        var late = new Dictionary<(int, Direction), double>();
        foreach ((RowKey key, RowValue row) in run.Rows)
            if (key is { Post: not null, Direction: not null, Role: null, Operation: null, Kind: not null, Cargo: CargoClass.Perishable })
                late[Place(key)] = late.GetValueOrDefault(Place(key)) + row.Count * row.Times.MeanBeyond(graceHours);
        foreach (RowKey key in times.Keys.Where(k => k.Cargo == CargoClass.Perishable).ToArray())
            if (perishable[Place(key)] > 0) times[key] = times[key] with { Late = late.GetValueOrDefault(Place(key)) / perishable[Place(key)] * times[key].Hours };
        return times;
    }

    private static (int, Direction) Place(RowKey key) => (key.Post!.Value, key.Direction!.Value);
}
