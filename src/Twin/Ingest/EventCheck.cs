using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Ingest;

/// <summary>Why a line is not taken into the log. Words of the quarantine and the counters.</summary>
public static class Refusal
{
    /// <summary>Not a border event: broken JSON or text, a wrong field.</summary>
    public const string Malformed = "malformed";
    /// <summary>Longer than a line may be.</summary>
    public const string TooLong = "too-long";
    /// <summary>It bears a hash of its content, and the content is another.</summary>
    public const string Damaged = "damaged";
    /// <summary>It lacks what its type needs: a truck, a place, a lane.</summary>
    public const string Incomplete = "incomplete";
    /// <summary>A place the corridor does not have.</summary>
    public const string UnknownPlace = "unknown-place";
    /// <summary>A time no event can have, or too far ahead of the clock.</summary>
    public const string ImpossibleTime = "impossible-time";
    /// <summary>Another event has the same id and other content; neither counts.</summary>
    public const string Conflict = "conflict";
}

/// <summary>What an event must have before it is believed. The order of stages is not judged here: the truck's grain does that.</summary>
internal sealed class EventCheck(CorridorModel? corridor)
{
    private const int LongestName = 128;

    /// <summary>How far ahead of the clock an event may lie (clocks differ).</summary>
    public const long Ahead = 5 * 60_000;

    /// <summary>How far a simulated source may leap.</summary>
    public const long Leap = 31L * 24 * 3_600_000;

    private static readonly long Earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long Latest = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly HashSet<(string, string)>? sides = corridor == null ? null : [.. corridor.Posts.SelectMany(p => (string[])[p.North, p.South], (p, country) => (p.Id, country))];

    /// <summary>The reason to refuse it; null if there is none.</summary>
    /// <param name="e">The event.</param>
    /// <param name="clock">The clock it is recorded by, Unix milliseconds.</param>
    /// <param name="newest">Time of its source's newest event.</param>
    public (string Reason, string Detail)? Problem(BorderEvent e, long clock, long newest)
    {
        long t = EventRouter.Milliseconds(e.T);
        if (t < Earliest || t > Latest) return (Refusal.ImpossibleTime, "before 2000 or after 2200");
        if (e.Src == EventSource.Sim ? newest > 0 && t > newest + Leap : t > clock + Ahead) return (Refusal.ImpossibleTime, "too far ahead of the clock");
        if (Math.Abs(e.T.Offset.TotalHours) > 14) return (Refusal.ImpossibleTime, "no such offset from UTC");
        foreach (string? name in (ReadOnlySpan<string?>)[e.Type, e.Post, e.Side, e.Unit, e.Trip, e.Stage, e.Lane, e.Id])
            if (name != null && (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyInRange('\0', '\u001f'))) return (Refusal.Malformed, $"a name is empty, longer than {LongestName} characters or holds control characters");
        ReadingKind kind = EventRouter.KindOf(e.Type);
        if (kind == ReadingKind.Unknown) return null;
        if (e.Post == null || e.Side == null) return (Refusal.Incomplete, $"{e.Type} needs post and side");
        if (sides != null && !sides.Contains((e.Post, e.Side))) return (Refusal.UnknownPlace, "no such side in this corridor");
        if (EventRouter.IsOfLane(kind)) return e.Lane == null || e.Dir == null ? (Refusal.Incomplete, $"{e.Type} needs dir and lane") : null;
        if (e.Unit == null) return (Refusal.Incomplete, $"{e.Type} needs unit");
        bool staged = kind is ReadingKind.LaneEnter or ReadingKind.WorkStart or ReadingKind.WorkEnd;
        if (staged && e.Stage == null && e.Type is not (BorderEventTypes.SampleTaken or BorderEventTypes.LabResult)) return (Refusal.Incomplete, $"{e.Type} needs stage");
        if (kind == ReadingKind.LaneEnter && e.Lane == null) return (Refusal.Incomplete, $"{e.Type} needs lane");
        return null;
    }
}
