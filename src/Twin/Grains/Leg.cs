using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>What a truck does on a side, or waits for.</summary>
public enum Doing : byte
{
    /// <summary>Stands in a lane's line.</summary>
    Queued,
    /// <summary>Is served, by a lane or in a laboratory.</summary>
    Served,
    /// <summary>Waits for its declaration.</summary>
    AwaitingDocuments,
    /// <summary>Cannot go on because the next yard is full; <see cref="Activity.Place"/> names the stage ahead and the lane it keeps.</summary>
    Blocked,
}

/// <summary>One of the things a truck does at once: more than one only in a joint inspection.</summary>
/// <param name="Doing">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Since">Since when, Unix milliseconds.</param>
/// <param name="Priority">Priority in the line.</param>
/// <param name="Joint">Part of a joint inspection.</param>
/// <param name="First">Its service was interrupted.</param>
/// <param name="Closed">The lane it waits for has no staff.</param>
/// <param name="Imputed">It was not seen to begin: concluded from what was seen later.</param>
public sealed record Activity(Doing Doing, Place Place, long Since, int Priority = 0, bool Joint = false, bool First = false, bool Closed = false, bool Imputed = false);

/// <summary>A truck's passage of one side, as its readings tell it: a pure function of the readings, whatever order they came in.</summary>
public sealed record Leg
{
    /// <summary>Nothing seen.</summary>
    public static Leg None { get; } = new();

    /// <summary>How far it is.</summary>
    public Phase Phase { get; init; }

    /// <summary>Since when it is there, Unix milliseconds.</summary>
    public long Since { get; init; }

    /// <summary>What it does now.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>What is known of the truck: of each fact what was said first.</summary>
    public Facts Facts { get; init; } = Facts.None;

    /// <summary>Stamps t0 to t8, Unix milliseconds; −1 where not seen.</summary>
    public IReadOnlyList<long> Stamps { get; init; } = NoStamps;

    /// <summary>When the declaration was accepted; −1 if not seen.</summary>
    public long Accepted { get; init; } = -1;

    /// <summary>Customs' channel.</summary>
    public RiskChannel? Channel { get; init; }

    /// <summary>The last stage that was seen to end; null for none.</summary>
    public Place? Done { get; init; }

    /// <summary>The first and the last reading of the truck itself on this side (declarations left out); −1 for none.</summary>
    public long First { get; init; } = -1;

    /// <inheritdoc cref="First"/>
    public long Last { get; init; } = -1;

    /// <summary>Readings that must have been missed, by what was seen after them.</summary>
    public int Missed { get; init; }

    /// <summary>Readings that told again, within a minute, what was known.</summary>
    public int Repeated { get; init; }

    /// <summary>Readings that fit nothing: an end before its start, a time after the exit.</summary>
    public int Contradicted { get; init; }

    /// <summary>Seen to leave, not to come.</summary>
    public bool OpenLeft => Phase == Phase.Left && Stamps[0] < 0;

    private static readonly long[] NoStamps = [-1, -1, -1, -1, -1, -1, -1, -1, -1];

    /// <summary>The leg of some sorted readings.</summary>
    public static Leg Of(ReadOnlySpan<Reading> readings)
    {
        var fold = new LegFold();
        foreach (ref readonly Reading r in readings) fold.Take(r);
        return fold.Leg();
    }
}
