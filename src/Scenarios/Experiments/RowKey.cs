using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>One row of a breakdown: the operations it groups.</summary>
/// <param name="Post">Post, by number from the north; null for the whole corridor.</param>
/// <param name="Direction">Which way; null for both.</param>
/// <param name="Role">The side; null for the whole crossing.</param>
/// <param name="Operation">Official operation of a side; null for all.</param>
/// <param name="Kind">How the volume tables count the truck; null for all.</param>
/// <param name="Cargo">Cargo class; null for all.</param>
public readonly record struct RowKey(int? Post, Direction? Direction, SideRole? Role, Operation? Operation, TruckKind? Kind, CargoClass? Cargo)
{
    /// <summary>All operations of the corridor on both sides: the strategy's headline indicator I1.</summary>
    public static RowKey AllOperations { get; } = new(null, null, null, null, null, null);

    /// <summary>The rows an operation on one side, or a crossing, is counted in.</summary>
    internal static IEnumerable<RowKey> Of(Stratum s)
    {
        if (s.Role is { } role)
        {
            yield return AllOperations;
            // Who gains and who waits: loaded trucks by cargo class, and empties, on all sides together.
            yield return s.Kind == TruckKind.Empty ? new RowKey(null, null, null, null, TruckKind.Empty, null) : new RowKey(null, null, null, null, null, s.Cargo);
            if (s.Operation == CorridorTwin.Simulation.Corridor.Operation.Import) yield return new RowKey(null, null, role, s.Operation, null, null);
            yield return new RowKey(s.Post, s.Direction, role, s.Operation, null, null);
            if (s.Kind != TruckKind.Empty) yield return new RowKey(s.Post, s.Direction, role, s.Operation, null, s.Cargo);
            // The reference tables count by kind of truck, and both directions together.
            yield return new RowKey(s.Post, s.Direction, role, null, s.Kind, null);
            yield return new RowKey(s.Post, null, role, null, s.Kind, null);
        }
        else
        {
            yield return new RowKey(s.Post, s.Direction, null, null, s.Kind, null);
            yield return new RowKey(s.Post, null, null, null, s.Kind, null);
            if (s.Kind != TruckKind.Empty) yield return new RowKey(s.Post, s.Direction, null, null, s.Kind, s.Cargo);
        }
    }
}

/// <summary>A row's clearance times in one replication, hours.</summary>
/// <param name="Count">Operations or crossings.</param>
/// <param name="Mean">Mean clearance time (M_side of a side, M_crossing of a crossing).</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="Service">Mean hours of service; the six parts sum to the mean.</param>
/// <param name="Documents">Mean hours waiting for the declaration.</param>
/// <param name="Closed">Mean hours with no staff scheduled.</param>
/// <param name="Blocked">Mean hours held by a full yard ahead.</param>
/// <param name="Queue">Mean hours of other waiting.</param>
/// <param name="Move">Mean hours driving.</param>
/// <param name="Gate">Mean M_gate.</param>
/// <param name="Release">Mean M_release.</param>
/// <param name="Examined">Share of trucks examined.</param>
public sealed record RowValue(
    int Count, double Mean, double P50, double P95,
    double Service, double Documents, double Closed, double Blocked, double Queue, double Move,
    double Gate, double Release, double Examined)
{
    /// <summary>The clearance times themselves, counted by bin.</summary>
    public TimeHistogram Times { get; init; } = TimeHistogram.Empty;
}
