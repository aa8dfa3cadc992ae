using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>Compares what a replay of the events says with what the engine says.</summary>
public static class ReplayAgainstEngine
{
    /// <summary>Every leg that ended in the window: stamps and the six parts of its time, to the millisecond.</summary>
    public static void AssertLegs(EngineRun engine, SimTime from, SimTime to, IReadOnlyCollection<TripSide> replayed)
    {
        var expected = engine.Legs.Where(l => l.Value.End >= from.Milliseconds && l.Value.End < to.Milliseconds).ToDictionary();
        var different = new List<string>();
        foreach (TripSide t in replayed)
        {
            if (!expected.Remove((t.Trip, t.Side), out EngineRun.Leg? leg))
            {
                different.Add($"{t.Trip} {t.Side}: not a leg that ended in the window");
                continue;
            }
            long?[] stamps = [.. t.Stamps.Select(s => s is { } at ? TraceClock.ToSim(at).Milliseconds : (long?)null)];
            if (!stamps.SequenceEqual(leg.Stamps)) different.Add($"{t.Trip} {t.Side}: stamps {string.Join(',', leg.Stamps)} replayed as {string.Join(',', stamps)}");
            if (t.Split != leg.Split) different.Add($"{t.Trip} {t.Side}: {leg.Split} replayed as {t.Split}");
            if (t.Split.Total != (long)t.SideTime!.Value.TotalMilliseconds) different.Add($"{t.Trip} {t.Side}: the parts do not add up");
        }
        different.AddRange(expected.Keys.Select(k => $"{k}: not in the trace"));
        Assert.Empty(different.Take(20));
    }

    /// <summary>The number at every station.</summary>
    public static void AssertNumbers(CorridorNetwork corridor, int[] probe, TraceReplay replay)
    {
        var different = new List<string>();
        for (int s = 0; s < probe.Length; s++)
        {
            LaneKey key = KeyOf(corridor, s);
            LaneState lane = replay.Lane(key);
            if (lane.Present != probe[s]) different.Add($"{key}: {probe[s]} replayed as {lane.Present}");
        }
        Assert.Empty(different.Take(20));
    }

    /// <summary>The lane of a station.</summary>
    public static LaneKey KeyOf(CorridorNetwork corridor, int station)
    {
        StationMeaning s = corridor.Stations[station];
        return new LaneKey(corridor.Corridor.Posts[s.PostIndex].Id, s.Country, s.Direction, s.Lane);
    }
}
