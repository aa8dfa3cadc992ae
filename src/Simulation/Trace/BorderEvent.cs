using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// One happening at the border, in the vocabulary <c>corridor-event/1</c>: what the simulator writes and a live feed brings.
/// One JSON object a line; the field names on the line are these, in lower case.
/// </summary>
public sealed record BorderEvent
{
    /// <summary>Name and version of the vocabulary.</summary>
    public const string Schema = "corridor-event/1";

    /// <summary>Identity of the event; null where its content is its identity.</summary>
    public string? Id { get; init; }

    /// <summary>What happened: one of <see cref="BorderEventTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>When, with the side's offset from UTC.</summary>
    public required DateTimeOffset T { get; init; }

    /// <summary>When it was recorded; null if at once.</summary>
    public DateTimeOffset? Rec { get; init; }

    /// <summary>Border post.</summary>
    public string? Post { get; init; }

    /// <summary>ISO code of the country on whose side it happened.</summary>
    public string? Side { get; init; }

    /// <summary>Direction of the truck, or the direction a lane serves.</summary>
    public Direction? Dir { get; init; }

    /// <summary>Pseudonym of the truck.</summary>
    public string? Unit { get; init; }

    /// <summary>One passage of a post by a truck: both sides.</summary>
    public string? Trip { get; init; }

    /// <summary>Official operation on this side.</summary>
    public Operation? Op { get; init; }

    /// <summary>What sets the truck apart.</summary>
    public CargoFlags Cls { get; init; }

    /// <summary>The declaration.</summary>
    public DocumentReference? Doc { get; init; }

    /// <summary>Step of the procedure.</summary>
    public string? Stage { get; init; }

    /// <summary>Lane, desk or scanner within the side and direction.</summary>
    public string? Lane { get; init; }

    /// <summary>Who acts.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Risk channel.</summary>
    public RiskChannel? Chan { get; init; }

    /// <summary>How it ended.</summary>
    public EventOutcome? Outcome { get; init; }

    /// <summary>Where the event comes from.</summary>
    public EventSource Src { get; init; } = EventSource.Sim;

    /// <summary>Confidence, 0 to 1.</summary>
    public double Conf { get; init; } = 1;

    /// <summary>Ids of the events this one corrects.</summary>
    public IReadOnlyList<string> Corrects { get; init; } = [];

    /// <summary>Everything else.</summary>
    public EventExtras Ext { get; init; } = EventExtras.None;
}
