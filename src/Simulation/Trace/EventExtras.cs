namespace CorridorTwin.Simulation.Trace;

/// <summary>The field <c>ext</c>: what the common fields have no place for. The simulator's own are named; others are kept as text.</summary>
public sealed record EventExtras
{
    /// <summary>Nothing.</summary>
    public static EventExtras None { get; } = new();

    /// <summary>Why a truck is held or a lane is down: one of <see cref="EventReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The lane whose waiting room a blocked truck waits for; <see cref="BorderEvent.Lane"/> is the lane it keeps busy, if any.</summary>
    public string? Awaits { get; init; }

    /// <summary>Priority in the lane's line, 0 first.</summary>
    public int Priority { get; init; }

    /// <summary>Staff scheduled on a lane.</summary>
    public int? Staff { get; init; }

    /// <summary>Staff called in besides because the line is long.</summary>
    public int? Extra { get; init; }

    /// <summary>
    /// Place among what happened in one millisecond to one lane, or among what held one truck at one stage (closed, suspended), 0 first:
    /// which of two rosters holds, and whether work goes on after an interruption that lasted no time.
    /// </summary>
    public int Order { get; init; }

    /// <summary>Part of a joint inspection: another agency works on the truck at the same time.</summary>
    public bool Joint { get; init; }

    /// <summary>Country where the journey began, on <c>queue.enter</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>Country where the journey ends, on <c>queue.enter</c>.</summary>
    public string? Destination { get; init; }

    /// <summary>A vehicle that is not a truck (bus, car): it takes officers' time and is not counted.</summary>
    public string? Vehicle { get; init; }

    /// <summary>Fields unknown to this version, as the text of one JSON object; null for none.</summary>
    public string? Other { get; init; }
}
