using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>No reform may improve a number by moving the line across the clock's start: the gate stands where its yard ends.</summary>
public class GateMoveTests
{
    [Fact]
    public void Moving_the_gate_along_an_unchanged_line_changes_M_gate_and_not_M_side()
    {
        Dictionary<string, TripSide> near = Sides(yard: 2);
        Dictionary<string, TripSide> far = Sides(yard: 30);
        Assert.True(near.Count > 300);
        Assert.Equal(near.Keys.Order(), far.Keys.Order());
        Assert.All(near, t => Assert.Equal(t.Value.SideTime, far[t.Key].SideTime));
        Assert.All(near, t => Assert.Equal(t.Value.Stamps[8], far[t.Key].Stamps[8]));
        Assert.All(near, t => Assert.True(t.Value.GateTime <= far[t.Key].GateTime));
        TimeSpan moved = TimeSpan.FromTicks((long)near.Average(t => (far[t.Key].GateTime - t.Value.GateTime)!.Value.Ticks));
        Assert.True(moved > TimeSpan.FromMinutes(30), $"M_gate moved by {moved}");
        // Waiting stays waiting, whatever it is called on either side of the gate.
        Assert.All(near, t => Assert.Equal(t.Value.Split.Service, far[t.Key].Split.Service));
    }

    /// <summary>The exit sides at the upper post going south: a gate that takes no time, then one line before migration.</summary>
    private static Dictionary<string, TripSide> Sides(int yard)
    {
        SideProcedure side = SyntheticSide.Exit(Direction.N2S, "GT");
        side = side with
        {
            Stages = [.. side.Stages.Select(s => s.Kind switch
            {
                StageKind.Gate => s with { Service = s.Service.Keys.ToDictionary(o => o, _ => Distribution.Deterministic(TimeSpan.Zero)) },
                StageKind.Migration => s with { Service = s.Service.Keys.ToDictionary(o => o, _ => SyntheticCorridor.Minutes(24)) },
                _ => s,
            })],
            Stations = [.. side.Stations.Select(s => s.Name switch
            {
                "gate" => s with { Breakdown = null },
                "migration" => s with { WaitingRoom = yard },
                _ => s with { WaitingRoom = null },
            })],
            Background = [],
            // Papers begin at the gate: to move it is then more than to move the clock. Here there are none.
            Declaration = side.Declaration with { Preparation = new Dictionary<Operation, Distribution>() },
        };
        CorridorModel model = SyntheticCorridor.Model;
        BorderPost upper = model.Posts[0];
        upper = upper with { Sides = [side, .. upper.Sides.Where(s => s.Direction != side.Direction || s.Role != side.Role)], Yield = YieldRule.None };
        CorridorNetwork corridor = CorridorCompiler.Compile(model with { Posts = [upper, model.Posts[1]], Disruptions = [] });
        var sides = new Dictionary<string, TripSide>();
        string text = TraceFixture.Tell(corridor, new TraceRequest { Seed = 4, To = SimTime.FromDays(10) });
        TraceReplay.Read(new StringReader(text), ended: t =>
        {
            if (t is { Post: "upper", Side: "GT", Dir: Direction.N2S }) sides.Add(t.Trip, t);
        });
        return sides;
    }
}
