using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>A truck's passage of one side, as far as the events tell it: one row of a time release study.</summary>
public sealed record TripSide
{
    /// <summary>Pseudonym of the truck.</summary>
    public required string Unit { get; init; }

    /// <summary>Its passage of the post.</summary>
    public required string Trip { get; init; }

    /// <summary>Border post.</summary>
    public required string Post { get; init; }

    /// <summary>Country of the side.</summary>
    public required string Side { get; init; }

    /// <summary>Direction.</summary>
    public Direction? Dir { get; init; }

    /// <summary>Official operation.</summary>
    public Operation? Op { get; init; }

    /// <summary>What sets the truck apart.</summary>
    public CargoFlags Cls { get; init; }

    /// <summary>Where its journey began and ends.</summary>
    public string? Origin { get; init; }

    /// <inheritdoc cref="Origin"/>
    public string? Destination { get; init; }

    /// <summary>Customs' risk channel.</summary>
    public RiskChannel? Channel { get; init; }

    /// <summary>When the declaration was accepted.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>The stamps t0 to t8; null where not reached.</summary>
    public required IReadOnlyList<DateTimeOffset?> Stamps { get; init; }

    /// <summary>Where the time went.</summary>
    public required TimeSplit Split { get; init; }

    /// <summary>M_side: from joining the line to physical exit; null while inside.</summary>
    public TimeSpan? SideTime => Stamps[8] - Stamps[0];

    /// <summary>M_gate: from the first gate (the line, where there is no gate) to physical exit; null while inside.</summary>
    public TimeSpan? GateTime => Stamps[8] - (Stamps[1] ?? Stamps[0]);

    /// <summary>M_release: from the first gate to release; null until then.</summary>
    public TimeSpan? ReleaseTime => (Stamps[7] ?? Stamps[8]) - (Stamps[1] ?? Stamps[0]);
}

/// <summary>Time by what held the truck, milliseconds; each belongs to exactly one part.</summary>
/// <param name="Service">An officer, a machine or a laboratory worked on it.</param>
/// <param name="Documents">It was ready, its declaration was not.</param>
/// <param name="Closed">The awaited lane had no staff scheduled.</param>
/// <param name="Blocked">The next yard was full.</param>
/// <param name="Queue">All other waiting.</param>
/// <param name="Move">Driving.</param>
public readonly record struct TimeSplit(long Service, long Documents, long Closed, long Blocked, long Queue, long Move)
{
    /// <summary>All parts.</summary>
    public long Total => Service + Documents + Closed + Blocked + Queue + Move;
}
