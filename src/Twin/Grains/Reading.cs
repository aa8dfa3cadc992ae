using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Twin.Grains;

/// <summary>What a reading says, as a number: the types of <see cref="BorderEventTypes"/>.</summary>
public enum ReadingKind : byte
{
    /// <summary>A type unknown to this version; kept in the log, without effect on the state.</summary>
    Unknown,
    /// <inheritdoc cref="BorderEventTypes.QueueEnter"/>
    QueueEnter,
    /// <inheritdoc cref="BorderEventTypes.PostArrive"/>
    PostArrive,
    /// <inheritdoc cref="BorderEventTypes.DeclarationLodged"/>
    DeclarationLodged,
    /// <inheritdoc cref="BorderEventTypes.DeclarationAccepted"/>
    DeclarationAccepted,
    /// <inheritdoc cref="BorderEventTypes.DeclarationRejected"/>
    DeclarationRejected,
    /// <inheritdoc cref="BorderEventTypes.RiskAssigned"/>
    RiskAssigned,
    /// <summary>Joins a lane's line.</summary>
    LaneEnter,
    /// <summary>Work on the truck begins: at a stage, an examination, the driver's control, a sample.</summary>
    WorkStart,
    /// <summary>That work ends.</summary>
    WorkEnd,
    /// <summary>Held.</summary>
    HoldStart,
    /// <summary>No longer held.</summary>
    HoldEnd,
    /// <inheritdoc cref="BorderEventTypes.TaxPaid"/>
    TaxPaid,
    /// <inheritdoc cref="BorderEventTypes.Release"/>
    Release,
    /// <inheritdoc cref="BorderEventTypes.PostExit"/>
    PostExit,
    /// <summary>A lane's roster from now on.</summary>
    Roster,
    /// <summary>A unit of a lane, or its computers, fail.</summary>
    Down,
    /// <summary>They work again.</summary>
    Up,
}

/// <summary>Why a truck is held, or a lane is down: <see cref="EventReasons"/> as a number.</summary>
public enum Reason : byte
{
    /// <summary>None given, or unknown.</summary>
    None,
    /// <inheritdoc cref="EventReasons.Documents"/>
    Documents,
    /// <inheritdoc cref="EventReasons.Closed"/>
    Closed,
    /// <inheritdoc cref="EventReasons.Blocked"/>
    Blocked,
    /// <inheritdoc cref="EventReasons.Suspended"/>
    Suspended,
    /// <inheritdoc cref="EventReasons.Breakdown"/>
    Breakdown,
    /// <inheritdoc cref="EventReasons.Outage"/>
    Outage,
}

/// <summary>One event as a grain keeps it: all that the state can depend on.</summary>
/// <param name="T">When it happened, Unix milliseconds.</param>
/// <param name="Key">First eight bytes of its identity.</param>
/// <param name="Place">Where.</param>
/// <param name="Facts">What it says of the truck.</param>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, of holds and failures.</param>
/// <param name="Agency">Who acts.</param>
/// <param name="Chan">Risk channel.</param>
/// <param name="Joint">Part of a joint inspection.</param>
/// <param name="Priority">Priority in a lane's line; of a roster, staff scheduled.</param>
/// <param name="Extra">Of a roster, staff called in.</param>
/// <param name="Order">Of a lane's reading, its place among those of its millisecond.</param>
public readonly record struct Reading(
    long T, ulong Key, Place Place, Facts Facts, ReadingKind Kind, Reason Reason = Reason.None, Agency? Agency = null, RiskChannel? Chan = null, bool Joint = false, int Priority = 0, int Extra = 0, int Order = 0)
    : IComparable<Reading>
{
    /// <summary>Readings in the order in which the state takes them: by time; within a millisecond as a truck goes through a side's stages; then by identity. So the order of arrival does not matter.</summary>
    public int CompareTo(Reading other)
    {
        int by = T.CompareTo(other.T);
        if (by == 0) by = Order.CompareTo(other.Order);
        if (by == 0) by = Rank.CompareTo(other.Rank);
        return by != 0 ? by : Key.CompareTo(other.Key);
    }

    private int Rank => Kind switch
    {
        ReadingKind.QueueEnter or ReadingKind.DeclarationLodged or ReadingKind.DeclarationAccepted or ReadingKind.DeclarationRejected => -1,
        ReadingKind.PostArrive => StageOrder.Gate * 16 + 5,
        ReadingKind.RiskAssigned => StageOrder.Customs * 16 + 12,
        ReadingKind.TaxPaid => StageOrder.Payment * 16 + 12,
        ReadingKind.Release => StageOrder.Exit * 16 + 1,
        ReadingKind.PostExit => int.MaxValue,
        // The wait for the declaration stands before the customs desk.
        ReadingKind.HoldStart when Reason == Reason.Documents => StageOrder.Customs * 16 - 2,
        ReadingKind.HoldEnd when Reason == Reason.Documents => StageOrder.Customs * 16 - 1,
        _ => Place.Order * 16 + Within,
    };

    /// <summary>Order of what can happen at one stage in one millisecond.</summary>
    private int Within => (Kind, Reason) switch
    {
        (ReadingKind.HoldStart, Reason.Blocked) => 0,
        (ReadingKind.HoldEnd, Reason.Blocked) => 1,
        (ReadingKind.LaneEnter, _) => 2,
        (ReadingKind.HoldStart, Reason.Closed) => 3,
        (ReadingKind.HoldEnd, Reason.Closed) => 4,
        (ReadingKind.HoldEnd, Reason.Suspended) => 6,
        (ReadingKind.WorkStart, _) => 7,
        (ReadingKind.HoldStart, Reason.Suspended) => 8,
        (ReadingKind.WorkEnd, _) => 9,
        (ReadingKind.Roster, _) => 10,
        (ReadingKind.Down, _) => 11,
        (ReadingKind.Up, _) => 12,
        _ => 13,
    };
}

/// <summary>Sorted readings.</summary>
internal static class SortedReadings
{
    /// <summary>The readings with one more; the same array if it is there already.</summary>
    public static Reading[] With(Reading[] readings, in Reading reading)
    {
        int at = readings.Length;
        // Most come in order.
        while (at > 0 && reading.CompareTo(readings[at - 1]) < 0) at--;
        if (at > 0 && readings[at - 1].Key == reading.Key && readings[at - 1].T == reading.T) return readings;
        var with = new Reading[readings.Length + 1];
        readings.AsSpan(0, at).CopyTo(with);
        with[at] = reading;
        readings.AsSpan(at).CopyTo(with.AsSpan(at + 1));
        return with;
    }

    /// <summary>The readings without one; the same array if it is not there.</summary>
    public static Reading[] Without(Reading[] readings, ulong key)
    {
        int at = Array.FindIndex(readings, r => r.Key == key);
        return at < 0 ? readings : [.. readings.AsSpan(0, at), .. readings.AsSpan(at + 1)];
    }
}
