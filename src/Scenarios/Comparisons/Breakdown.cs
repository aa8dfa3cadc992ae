using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Levels by post, direction, side, operation and class, of the replications of one model.</summary>
public static class Breakdown
{
    private static readonly Operation[] ExitOperations = [Operation.Export, Operation.Transit, Operation.Empty];
    private static readonly Operation[] EntryOperations = [Operation.Import, Operation.Transit, Operation.Empty];
    private static readonly CargoClass?[] Classes = [null, .. Enum.GetValues<CargoClass>().Cast<CargoClass?>()];

    /// <summary>The rows, from the north; those of the sides before those of the whole crossing.</summary>
    /// <param name="id">Scenario or baseline they belong to.</param>
    /// <param name="corridor">The posts.</param>
    /// <param name="runs">The replications.</param>
    public static IEnumerable<BreakdownRow> Of(string id, CorridorModel corridor, IReadOnlyList<ReplicationSummary> runs)
    {
        for (int p = 0; p < corridor.Posts.Count; p++)
            foreach (Direction direction in Enum.GetValues<Direction>())
                foreach (SideRole? role in new SideRole?[] { SideRole.Exit, SideRole.Entry, null })
                    foreach (Operation operation in role == SideRole.Entry ? EntryOperations : ExitOperations)
                        foreach (CargoClass? cargo in operation == Operation.Empty ? [null] : Classes)
                            yield return Row(id, runs, Key(p, direction, role, operation, cargo), operation);
    }

    /// <summary>A crossing counts a truck by kind: trucks between the post's two countries export on one side and import on the other, and stand as exports.</summary>
    private static RowKey Key(int post, Direction direction, SideRole? role, Operation operation, CargoClass? cargo) => role != null
        ? new RowKey(post, direction, role, operation, null, cargo)
        : new RowKey(post, direction, null, null, operation switch { Operation.Export => TruckKind.Pair, Operation.Transit => TruckKind.Transit, _ => TruckKind.Empty }, cargo);

    private static BreakdownRow Row(string id, IReadOnlyList<ReplicationSummary> runs, RowKey key, Operation operation)
    {
        RowValue[] values = [.. runs.Where(r => r.Rows.ContainsKey(key)).Select(r => r.Rows[key])];
        if (values.Length == 0) return new BreakdownRow(id, key, operation, 0, null);
        double Mean(Func<RowValue, double> of) => values.Average(of);
        var value = new RowValue(
            (int)Math.Round(Mean(v => v.Count)), Mean(v => v.Mean), Mean(v => v.P50), Mean(v => v.P95), Mean(v => v.Service), Mean(v => v.Documents), Mean(v => v.Closed),
            Mean(v => v.Blocked), Mean(v => v.Queue), Mean(v => v.Move), Mean(v => v.Gate), Mean(v => v.Release), Mean(v => v.Examined));
        return new BreakdownRow(id, key, operation, values.Sum(v => v.Count) / (double)runs.Count, value) { Mean = Interval.Of([.. values.Select(v => v.Mean)]) };
    }
}
