using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>What the engine itself says of a run: every leg of a side, and the numbers at each station at some instants.</summary>
public sealed class EngineRun : RunObserver
{
    private readonly CorridorNetwork corridor;
    private readonly Dictionary<(string Trip, string Side), Leg> legs = [];

    /// <summary>A finished leg in the trace's words.</summary>
    public sealed record Leg(long End, IReadOnlyList<long?> Stamps, TimeSplit Split);

    private EngineRun(CorridorNetwork corridor) => this.corridor = corridor;

    /// <summary>Legs that ended, by passage and side.</summary>
    public IReadOnlyDictionary<(string Trip, string Side), Leg> Legs => legs;

    /// <summary>What the engine gave.</summary>
    public RunResult Result { get; private set; } = null!;

    /// <summary>Runs to an instant.</summary>
    public static EngineRun To(CorridorNetwork corridor, ulong seed, SimTime end, params SimTime[] probes)
    {
        var observed = new EngineRun(corridor);
        observed.Result = Replication.Run(corridor.Network, new RunOptions { Seed = seed, Length = end - SimTime.Zero, Drain = false, Probes = probes }, observed);
        return observed;
    }

    /// <inheritdoc/>
    public override void LegEnded(in LegRecord leg)
    {
        LegMeaning meaning = corridor.Legs[leg.Procedure];
        string unit = TruckPseudonym.Of(corridor.Network.SourceNames[leg.Track.Source], leg.Track.Ordinal);
        var stamps = new long?[Stamps.Count];
        for (int i = 0; i < stamps.Length; i++) stamps[i] = leg.Track.Stamps[i] == -1 ? null : leg.Track.Stamps[i];
        Track t = leg.Track;
        var split = new TimeSplit(t.Service, t.Documents, t.Closed, t.Blocked, t.Queue, t.Move);
        legs.Add((TruckPseudonym.Trip(unit, corridor.Corridor.Posts[meaning.PostIndex].Id), meaning.Country), new Leg(leg.End, stamps, split));
    }
}
