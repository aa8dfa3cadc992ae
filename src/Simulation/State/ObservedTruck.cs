using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.State;

/// <summary>A truck as it was seen.</summary>
public sealed record ObservedTruck
{
    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Its ordinal there; null for a truck without an identity, which gets the next free one in order of this list.</summary>
    public long? Ordinal { get; init; }

    /// <summary>The attributes known of it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is.</summary>
    public required ObservedPlace At { get; init; }

    /// <summary>Position of the leg in its journey; null for the first leg of the procedure.</summary>
    public int? Leg { get; init; }

    /// <summary>When the leg began; null for its stamp t0, and without one when the present wait began.</summary>
    public SimTime? LegStart { get; init; }

    /// <summary>Time stamps known, by number 0 to 8.</summary>
    public IReadOnlyDictionary<int, SimTime> Stamps { get; init; } = new Dictionary<int, SimTime>();

    /// <summary>Time of the leg before the present wait, by part of the split; what is not accounted for counts as queue.</summary>
    public IReadOnlyDictionary<TimePart, SimDuration> Spent { get; init; } = new Dictionary<TimePart, SimDuration>();

    /// <summary>What is known of its declaration.</summary>
    public DeclarationStatus Declaration { get; init; }

    /// <summary>When it was lodged, if known.</summary>
    public SimTime? Lodged { get; init; }

    /// <summary>When it was accepted, if known.</summary>
    public SimTime? Accepted { get; init; }
}

/// <summary>What is known of a declaration.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeclarationStatus>))]
public enum DeclarationStatus
{
    /// <summary>Nothing, except that a truck past the wait for it has it and one waiting for it has not.</summary>
    Unknown,

    /// <summary>Not accepted yet.</summary>
    NotAccepted,

    /// <summary>Accepted.</summary>
    Accepted,
}

/// <summary>Where a truck, or one of its side tasks, was seen, doing what, since when.</summary>
public sealed record ObservedPlace
{
    /// <summary>The procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>The stage in it.</summary>
    public required string Stage { get; init; }

    /// <summary>What it does there.</summary>
    public required Standing Standing { get; init; }

    /// <summary>When this wait, service or delay began.</summary>
    public required SimTime Since { get; init; }

    /// <summary>The lane, if the stage has several and it is known.</summary>
    public string? Station { get; init; }

    /// <summary>Its place in the queue; those without one come after those with one, in order of <see cref="Since"/>.</summary>
    public int? Order { get; init; }

    /// <summary>While blocked: the stage it waits for; null to draw it.</summary>
    public string? Next { get; init; }

    /// <summary>Side tasks, where it does them.</summary>
    public IReadOnlyList<ObservedPlace> Tasks { get; init; } = [];
}
