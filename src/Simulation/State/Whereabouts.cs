using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>What a truck, or one of its side tasks, is doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>Waits in a station's queue; perhaps suspended in mid-service.</summary>
    Queued,

    /// <summary>Is served at a station.</summary>
    InService,

    /// <summary>Is under way in a stage without servers.</summary>
    Delayed,

    /// <summary>Is done where it is, and the station ahead has no room.</summary>
    Blocked,

    /// <summary>Waits for its declaration.</summary>
    AwaitingDocuments,

    /// <summary>Its side tasks run.</summary>
    InParallel,
}

/// <summary>Where a truck or side task is, since when, and what is due.</summary>
public sealed record Whereabouts
{
    /// <summary>The stage.</summary>
    public required StageName Stage { get; init; }

    /// <summary>What it does there.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The station where it waits, is served, or holds a server while blocked.</summary>
    public string? Station { get; init; }

    /// <summary>Its priority there; 0 goes first.</summary>
    public int? Priority { get; init; }

    /// <summary>Its place in the queue of its priority, or among those blocked before the same station; 0 is first.</summary>
    public int? Position { get; init; }

    /// <summary>When the present wait, service or delay began.</summary>
    public long? Since { get; init; }

    /// <summary>While blocked: since when.</summary>
    public long? BlockedSince { get; init; }

    /// <summary>The station's closed time when it joined the queue.</summary>
    public long? ClosedMark { get; init; }

    /// <summary>Service left, if suspended: queued, or blocked because its lane is gone and the next is full.</summary>
    public long? Remaining { get; init; }

    /// <summary>The end of the service, delay or wait for documents.</summary>
    public SavedEvent? Due { get; init; }

    /// <summary>While blocked: the stage it is to enter; null (of an observed truck) to draw it.</summary>
    public StageName? Target { get; init; }

    /// <summary>While blocked: the station ahead.</summary>
    public string? TargetStation { get; init; }

    /// <summary>Where it goes after this stage under the rules it entered with; null if the leg ends or nobody knows.</summary>
    public StageName? Next { get; init; }

    /// <summary>The leg, or side task, ends after this stage.</summary>
    public bool? Ends { get; init; }

    /// <summary>Set while it finishes a stage that the saving model had already dropped.</summary>
    public FormerStage? Former { get; init; }

    /// <summary>With side tasks: the instant up to which their time is booked.</summary>
    public long? TaskMark { get; init; }

    /// <summary>The side tasks not yet ended.</summary>
    public IReadOnlyList<Whereabouts>? Tasks { get; init; }

    /// <summary>How often it has drawn at the places it can return to, by place and purpose.</summary>
    public IReadOnlyDictionary<string, int>? Visits { get; init; }
}

/// <summary>What is left of a stage that a truck finishes under rules its model no longer has.</summary>
public sealed record FormerStage
{
    /// <summary>The part of the time split it counts as.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TimePart>))]
    public required TimePart Part { get; init; }

    /// <summary>The time stamp written at its end, if any.</summary>
    public int? StampOnEnd { get; init; }

    /// <summary>Where to go on: the first of these that the model has; if none, the leg ends.</summary>
    public required IReadOnlyList<StageName> Then { get; init; }
}
