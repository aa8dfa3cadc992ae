namespace CorridorTwin.Simulation.State;

/// <summary>A station. Who waits and who is served there, the trucks say.</summary>
public sealed record SavedStation
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its rules, apart from calendar and service, as one line; loading under other rules fits staff anew. Null for unknown.</summary>
    public string? Rules { get; init; }

    /// <summary>Servers on duty by the calendar.</summary>
    public required int Scheduled { get; init; }

    /// <summary>Servers that may serve: on duty and called in, less broken.</summary>
    public required int Effective { get; init; }

    /// <summary>How many rules for extra staff are in force.</summary>
    public int ExtraLevel { get; init; }

    /// <summary>Time without scheduled staff up to the last change.</summary>
    public long ClosedBefore { get; init; }

    /// <summary>Since when nobody has been scheduled, if nobody is.</summary>
    public long ClosedSince { get; init; }

    /// <summary>When staff last came on duty.</summary>
    public long OpenedAt { get; init; }

    /// <summary>The instant up to which the areas below are integrated.</summary>
    public required long LastTouch { get; init; }

    /// <summary>What a measured window subtracts: areas, sums and counts since the start.</summary>
    public required SavedSums Sums { get; init; }

    /// <summary>Time spent by those who have left the servers, milliseconds.</summary>
    public long HoldSum { get; init; }

    /// <summary>Trucks that have left.</summary>
    public long Left { get; init; }

    /// <summary>Milliseconds with 0, 1, 2, … present, where tracked.</summary>
    public IReadOnlyList<long>? Levels { get; init; }

    /// <summary>The next change in the calendar.</summary>
    public SavedEvent? Calendar { get; init; }

    /// <summary>Staff that come or go at this very instant because the line crossed a threshold.</summary>
    public IReadOnlyList<SavedEvent>? CallIns { get; init; }

    /// <summary>Failures and repairs; null where nothing fails, or where the clock is to start on loading.</summary>
    public SavedBreakdown? Breakdown { get; init; }
}

/// <summary>Areas in truck-milliseconds, waits in milliseconds, and counts, all since the start.</summary>
public sealed record SavedSums(long QueueArea, long BusyArea, long WaitSum, long Joined, long Started);

/// <summary>Failures of one unit of a station.</summary>
/// <param name="WhileBusy">Life is counted in busy time.</param>
/// <param name="Down">It is broken.</param>
/// <param name="Ordinal">Repairs so far.</param>
/// <param name="FailsAtBusyArea">Busy area at which the next failure falls; 0 for a life counted by the clock.</param>
/// <param name="Due">The next failure or the end of the repair, if its time is known.</param>
public sealed record SavedBreakdown(bool WhileBusy, bool Down, long Ordinal, long FailsAtBusyArea, SavedEvent? Due = null);
