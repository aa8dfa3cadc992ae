using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Promises;

/// <summary>No reform may improve a number by moving the line across the clock's start: the shipped corridor's longest line, with its gate moved along it.</summary>
public class GateMoveTests
{
    [Fact]
    public void Moving_the_gate_changes_M_gate_and_not_M_side()
    {
        Times near = Times.Of(yard: 5), far = Times.Of(yard: 60);
        Assert.True(near.Sides.Count > 500, $"{near.Sides.Count} trucks");
        Assert.Equal(near.Sides, far.Sides);
        Assert.True(far.MeanGate - near.MeanGate > SimDuration.FromHours(1).Milliseconds, $"M_gate {near.MeanGate} and {far.MeanGate} ms");
    }

    private sealed class Times(CorridorNetwork corridor) : RunObserver
    {
        private long gate;

        /// <summary>M_side by truck.</summary>
        public Dictionary<(int Source, long Ordinal), long> Sides { get; } = [];

        public double MeanGate => gate / (double)Sides.Count;

        public static Times Of(int yard)
        {
            CorridorNetwork compiled = CorridorCompiler.Compile(With(yard));
            var times = new Times(compiled);
            Replication.Run(compiled.Network, new RunOptions { Seed = TestSeed.Value, Length = SimDuration.FromDays(8), Drain = false }, times);
            return times;
        }

        public override void LegEnded(in LegRecord leg)
        {
            LegMeaning meaning = corridor.Legs[leg.Procedure];
            if (corridor.Corridor.Posts[meaning.PostIndex].Id != "penas-blancas" || meaning is not { Direction: Direction.S2N, Role: SideRole.Exit }) return;
            Sides.Add((leg.Track.Source, leg.Track.Ordinal), leg.Duration);
            gate += leg.End - leg.Track.Stamps[1];
        }

        /// <summary>Peñas Blancas CR→NI: the work of the gate is done behind it, at migration, so that the gate stands where the yard ends and takes no time itself.</summary>
        private static CorridorModel With(int yard)
        {
            CorridorModel model = Shipped.Baseline;
            BorderPost post = model.Post("penas-blancas");
            SideProcedure side = post.Side(Direction.S2N, SideRole.Exit);
            Stage work = side.Stages.Single(s => s.Kind == StageKind.Gate);
            StationSpec gate = side.Stations.Single(s => s.Name == work.Station);
            SideProcedure moved = side with
            {
                ApproachLanes = [],
                // Buses have no line on the road: they would come in before those who wait there, and behind those in the yard.
                Background = [],
                // Papers begin at the gate: to move it is then more than to move the clock. Here there are none.
                Declaration = side.Declaration with { Preparation = new Dictionary<Operation, Distribution>() },
                Stages = [.. side.Stages.Select(s => s.Kind switch
                {
                    StageKind.Gate => s with { Service = s.Service.Keys.ToDictionary(o => o, _ => Distribution.Deterministic(TimeSpan.Zero)), ServiceInAdvance = new Dictionary<Operation, Distribution>() },
                    StageKind.Migration => s with { Service = work.Service, ServiceInAdvance = work.ServiceInAdvance },
                    _ => s,
                })],
                Stations = [.. side.Stations.Select(s =>
                    s.Name == gate.Name ? s with { Roster = Roster.AroundTheClock(1), Extra = [], Breakdown = null }
                    : s.Name == side.Stages.Single(x => x.Kind == StageKind.Migration).Station ? s with { Roster = gate.Roster, Extra = [], WaitingRoom = yard }
                    : s)],
            };
            post = post with { Yield = YieldRule.None, Sides = [.. post.Sides.Select(s => ReferenceEquals(s, side) ? moved : s)] };
            return model with { Posts = [.. model.Posts.Select(p => p.Id == post.Id ? post : p)] };
        }
    }
}
