using System.Collections.Immutable;

namespace CorridorTwin.Twin.Grains;

/// <summary>A lane, desk or scanner: its staff, from its own readings, and who is at it, from the trucks.</summary>
/// <param name="Key">Post, direction, side, lane.</param>
/// <param name="Base">Staff and failures before the first of <paramref name="Readings"/>.</param>
/// <param name="Readings">Rosters and failures recent enough that others may still come before them.</param>
/// <param name="Levels">Staff and failures now.</param>
/// <param name="At">Who is at it.</param>
/// <param name="Counts">How many they are.</param>
/// <param name="Agency">Whose it is; null while nobody has said.</param>
/// <param name="Reported">What its agency was last told.</param>
public sealed record LaneState(
    string Key, LaneLevel Base, Reading[] Readings, LaneLevel Levels, ImmutableDictionary<LaneVisit, AtLane> At, LaneCounts Counts, Simulation.Corridor.Agency? Agency, LaneReport? Reported)
{
    /// <summary>Who waits, in the order in which they will be served; who is served; who cannot go on.</summary>
    public (IReadOnlyList<AtLane> Queue, IReadOnlyList<AtLane> InService, IReadOnlyList<AtLane> Held) Standing()
    {
        if (At.IsEmpty) return ([], [], []);
        List<AtLane> queue = [], served = [], held = [];
        foreach (AtLane at in At.Values)
        {
            if (at.Standing == LaneStanding.Queued) queue.Add(at);
            else if (at.Standing == LaneStanding.InService) served.Add(at);
            else if (at.Standing == LaneStanding.Held) held.Add(at);
        }
        queue.Sort(InLine);
        served.Sort(BySince);
        held.Sort(BySince);
        return (queue, served, held);
    }

    // Within a priority those whose service was interrupted come first, the last of them before the others.
    private static int InLine(AtLane a, AtLane b) =>
        a.Priority != b.Priority ? a.Priority.CompareTo(b.Priority)
        : a.First != b.First ? b.First.CompareTo(a.First)
        : a.Since != b.Since ? (a.First ? b.Since.CompareTo(a.Since) : a.Since.CompareTo(b.Since))
        : string.CompareOrdinal(a.Trip, b.Trip);

    private static int BySince(AtLane a, AtLane b) => a.Since != b.Since ? a.Since.CompareTo(b.Since) : string.CompareOrdinal(a.Trip, b.Trip);
}

/// <summary>Staff and failures of a lane.</summary>
/// <param name="Known">A roster has been read; until then nobody knows whether it is open.</param>
/// <param name="Staff">Staff scheduled.</param>
/// <param name="Extra">Staff called in besides.</param>
/// <param name="Down">Units out of order.</param>
/// <param name="Outages">Outages of its computers that last.</param>
/// <param name="DownSince">Since when a unit is out of order; 0 if none is.</param>
public readonly record struct LaneLevel(bool Known, int Staff, int Extra, int Down, int Outages, long DownSince = 0);

/// <summary>Vehicles at a lane, by what they do.</summary>
public readonly record struct LaneCounts(int Waiting, int InService, int Held)
{
    /// <summary>The counts with one more, or fewer, of a standing.</summary>
    public LaneCounts With(LaneStanding? standing, int by) => standing switch
    {
        LaneStanding.Queued => this with { Waiting = Waiting + by },
        LaneStanding.InService => this with { InService = InService + by },
        LaneStanding.Held => this with { Held = Held + by },
        _ => this,
    };
}

/// <summary>A vehicle at a lane for a stage.</summary>
public readonly record struct LaneVisit(string Trip, string Stage);

/// <summary>The lane's grain. Keyed by post, direction, side and lane.</summary>
public sealed class LaneGrain : IGrain<LaneState>
{
    /// <inheritdoc/>
    public static string Kind => "lane";

    /// <inheritdoc/>
    public static bool Stays => true;

    /// <inheritdoc/>
    public static LaneState Initial(string key) => new(key, default, [], default, ImmutableDictionary<LaneVisit, AtLane>.Empty, default, null, null);

    /// <inheritdoc/>
    public static LaneState Step(LaneState state, GrainMessage message, long now, Effects effects)
    {
        switch (message)
        {
            case AtLane at:
                var visit = new LaneVisit(at.Trip, at.Stage);
                return state with
                {
                    At = at.Standing == null ? state.At.Remove(visit) : state.At.SetItem(visit, at),
                    Counts = state.Counts.With(state.At.GetValueOrDefault(visit)?.Standing, -1).With(at.Standing, 1),
                };
            case Told told:
                Reading[] readings = SortedReadings.With(state.Readings, told.Reading);
                return ReferenceEquals(readings, state.Readings) ? state : Settled(state with { Readings = readings, Agency = told.Reading.Agency ?? state.Agency }, now);
            case Withdrawn withdrawn:
                return Settled(state with { Readings = SortedReadings.Without(state.Readings, withdrawn.Key) }, now);
            default:
                return state;
        }
    }

    /// <inheritdoc/>
    public static LaneState Settle(LaneState state, Effects effects)
    {
        if (state.Agency == null) return state;
        var report = new LaneReport(state.Key, state.Levels.Staff, state.Levels.Extra, state.Levels.Down, state.Counts.Waiting, state.Counts.InService, state.Counts.Held);
        if (report == state.Reported) return state;
        effects.Tell(new GrainId(AgencyGrain.Kind, AgencyGrain.KeyOf(state.Key, state.Agency.Value)), report);
        return state with { Reported = report };
    }

    private static LaneState Settled(LaneState state, long now)
    {
        // What nothing can come before any more is kept as its result.
        int old = 0;
        while (old < state.Readings.Length && state.Readings[old].T < now - 2 * TwinRules.Lateness) old++;
        if (old > 32) state = state with { Base = After(state.Base, state.Readings.AsSpan(0, old)), Readings = state.Readings[old..] };
        return state with { Levels = After(state.Base, state.Readings) };
    }

    private static LaneLevel After(LaneLevel level, ReadOnlySpan<Reading> readings)
    {
        foreach (ref readonly Reading r in readings)
            level = r.Kind switch
            {
                ReadingKind.Roster => level with { Known = true, Staff = r.Priority, Extra = r.Extra },
                ReadingKind.Down when r.Reason == Reason.Outage => level with { Outages = level.Outages + 1 },
                ReadingKind.Up when r.Reason == Reason.Outage => level with { Outages = Math.Max(0, level.Outages - 1) },
                ReadingKind.Down => level with { Down = level.Down + 1, DownSince = level.Down == 0 ? r.T : level.DownSince },
                ReadingKind.Up => level with { Down = Math.Max(0, level.Down - 1), DownSince = level.Down <= 1 ? 0 : level.DownSince },
                _ => level,
            };
        return level;
    }
}
