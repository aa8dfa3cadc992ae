using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Nowcasts;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The corridor at an instant.</summary>
/// <param name="At">The instant: the twin's clock, or what was asked for.</param>
/// <param name="KnownAt">As it was known then; null for today.</param>
/// <param name="Hash">Hash of who is where; equal states have equal hashes.</param>
/// <param name="Events">Events in the log.</param>
/// <param name="Simulated">Some of the sources tell simulated events: this is not observed.</param>
/// <param name="Sides">The sides of the posts.</param>
/// <param name="Lanes">The lanes.</param>
public sealed record StateAnswer(DateTimeOffset At, DateTimeOffset? KnownAt, string Hash, long Events, bool Simulated, IReadOnlyList<SideAnswer> Sides, IReadOnlyList<LaneAnswer> Lanes)
{
    /// <summary>Of a scene.</summary>
    internal static StateAnswer Of(LiveTwin twin, TwinScene scene, DateTimeOffset? knownAt, bool trucks) => new(
        scene.View.At, knownAt, scene.View.Hash(), twin.Events, twin.Figures().Any(f => f.Simulated),
        [.. scene.View.Sides.Select(s => SideAnswer.Of(s, scene.Lines?.FirstOrDefault(l => l.Post == s.Post && l.Side == s.Side && l.Dir == s.Dir), trucks))],
        [.. scene.View.Lanes.Select(LaneAnswer.Of)]);
}

/// <summary>One country's part of a post in one direction. Numbers that are too old to be shown are null.</summary>
/// <param name="Post">The post.</param>
/// <param name="Dir">Direction; null if nobody said.</param>
/// <param name="Side">The country.</param>
/// <param name="NoData">Nothing has been heard of it for too long.</param>
/// <param name="LastHeard">When a source last told anything of it; null: never.</param>
/// <param name="Queue">Trucks before the first gate, by what was read.</param>
/// <param name="QueueLow">5th percentile of what they may be, missed readings thought of; null where they cannot be estimated.</param>
/// <param name="QueueHigh">95th percentile.</param>
/// <param name="UnseenShare">Share of trucks that come to the gate without having been read before.</param>
/// <param name="Inside">Trucks past the gate.</param>
/// <param name="Entered">Trucks that came, ever.</param>
/// <param name="Left">Trucks that left.</param>
/// <param name="Lost">Trucks counted out because nothing was read of them any more.</param>
/// <param name="Conserved">What came less what left is what is there.</param>
/// <param name="Trucks">Who is there; null unless asked for.</param>
public sealed record SideAnswer(
    string Post, Direction? Dir, string Side, bool NoData, DateTimeOffset? LastHeard, int? Queue, int? QueueLow, int? QueueHigh, double? UnseenShare,
    int? Inside, long Entered, long Left, long Lost, bool Conserved, IReadOnlyList<TruckAnswer>? Trucks)
{
    /// <summary>Of a side.</summary>
    internal static SideAnswer Of(SideView s, QueueEstimate? line, bool trucks)
    {
        QueueEstimate? known = s.NoData ? null : line;
        return new SideAnswer(
            s.Post, s.Dir, s.Side, s.NoData, s.LastHeard, s.NoData ? null : s.Flow.Queue, known?.Quantile(0.05), known?.Quantile(0.95), known is null ? null : ApiJson.Finite(known.Unseen),
            s.NoData ? null : s.Flow.Inside, s.Flow.Entered, s.Flow.Left, s.Flow.Lost, s.Flow.IsConserved,
            trucks && !s.NoData ? [.. s.Trucks.Select(t => new TruckAnswer(t.Trip, t.Unit, t.Phase.ToString(), t.Since))] : null);
    }
}

/// <summary>A truck on a side, under its pseudonyms.</summary>
/// <param name="Trip">Its passage.</param>
/// <param name="Unit">The truck.</param>
/// <param name="Phase">Queue, or Inside.</param>
/// <param name="Since">Since when.</param>
public sealed record TruckAnswer(string Trip, string Unit, string Phase, DateTimeOffset Since);

/// <summary>A lane, desk or scanner.</summary>
/// <param name="Key">Post, direction, country and lane.</param>
/// <param name="Agency">Whose it is; null if nobody said.</param>
/// <param name="Staff">Staff there; null while no roster has been read.</param>
/// <param name="Down">Units out of order.</param>
/// <param name="Waiting">Vehicles that wait for it.</param>
/// <param name="InService">Vehicles it serves.</param>
/// <param name="Held">Vehicles it holds that cannot go on.</param>
public sealed record LaneAnswer(string Key, Agency? Agency, int? Staff, int Down, int Waiting, int InService, int Held)
{
    /// <summary>Of a lane.</summary>
    internal static LaneAnswer Of(LaneView l) => new(l.Key, l.Agency, l.Level.Known ? l.Level.Staff + l.Level.Extra : null, l.Level.Down, l.Queue.Count, l.InService.Count, l.Held.Count);
}

/// <summary>How the corridor stood at regular instants.</summary>
/// <param name="KnownAt">As it was known then; null for today.</param>
/// <param name="StepMinutes">Minutes between two.</param>
/// <param name="Simulated">Some of the sources tell simulated events: this is not observed.</param>
/// <param name="States">The instants, the earliest first.</param>
public sealed record HistoryAnswer(DateTimeOffset? KnownAt, int StepMinutes, bool Simulated, IReadOnlyList<InstantAnswer> States);

/// <summary>The corridor at one of them.</summary>
/// <param name="At">The instant.</param>
/// <param name="Sides">The sides that anything is known of.</param>
public sealed record InstantAnswer(DateTimeOffset At, IReadOnlyList<SideAnswer> Sides);
