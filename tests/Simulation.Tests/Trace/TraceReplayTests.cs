using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

public class TraceReplayTests
{
    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(3.3, 9.7, 2)]
    [InlineData(6, 7, 3)]
    public void Events_alone_give_every_leg_and_every_lane(double from, double to, ulong seed)
    {
        CorridorNetwork corridor = TraceFixture.Corridor;
        var request = new TraceRequest { Seed = seed, From = SimTime.FromDays(from), To = SimTime.FromDays(to) };
        string text = TraceFixture.Tell(corridor, request);
        SimTime[] probes = [request.From, .. Enumerable.Range(1, 9).Select(i => SimTime.FromDays(from + (to - from) * i / 10))];
        EngineRun engine = EngineRun.To(corridor, seed, request.To, probes);
        Assert.Empty(engine.Result.LittleViolations);
        var sides = new List<TripSide>();
        TraceReplay whole = TraceReplay.Read(new StringReader(text), ended: sides.Add);
        Assert.True(whole.Complete);
        ReplayAgainstEngine.AssertLegs(engine, request.From, request.To, sides);
        var replay = new TraceReplay(whole.Header);
        int next = 0;
        foreach (BorderEvent e in new TraceReader(new StringReader(text)).Events())
        {
            for (; next < probes.Length && e.T > TraceClock.At(probes[next], default); next++)
                ReplayAgainstEngine.AssertNumbers(corridor, engine.Result.Probes[next], replay);
            replay.Apply(e);
        }
        Assert.Equal(probes.Length, next);
    }

    [Fact]
    public void The_fixture_tells_of_every_part_of_the_split_and_of_joint_inspections()
    {
        var sides = new List<TripSide>();
        TraceReplay.Read(new StringReader(TraceFixture.Text), ended: sides.Add);
        Assert.True(sides.Count > 1500, $"{sides.Count} legs");
        Assert.All<Func<TimeSplit, long>>([s => s.Service, s => s.Documents, s => s.Closed, s => s.Blocked, s => s.Queue, s => s.Move], part => Assert.True(sides.Count(t => part(t.Split) > 0) > 50));
        var joint = TraceFixture.Events.Where(e => e.Ext.Joint).Select(e => e.Trip).ToHashSet();
        Assert.True(joint.Count > 10, $"{joint.Count} joint inspections");
        // All of them are in the comparison with the engine, and some of their time is closed or blocked in the inspection itself.
        Assert.Contains(TraceFixture.Events, e => e is { Type: BorderEventTypes.HoldStart, Ext: { Joint: true, Reason: EventReasons.Closed } });
        Assert.Contains(TraceFixture.Events, e => e is { Type: BorderEventTypes.HoldStart, Ext: { Joint: true, Reason: EventReasons.Blocked } });
        Assert.Contains(TraceFixture.Events, e => e is { Type: BorderEventTypes.HoldStart, Ext: { Joint: true, Reason: EventReasons.Suspended } });
    }

    [Fact]
    public void Whoever_is_served_next_stood_first_in_the_replayed_line()
    {
        var replay = new TraceReplay(new TraceReader(new StringReader(TraceFixture.Text)).Header);
        int begun = 0, fromLine = 0, overtaking = 0;
        foreach (BorderEvent e in TraceFixture.Events)
        {
            if (Begins(e))
            {
                IReadOnlyList<LaneOccupant> line = replay.Lane(Key(e)).Queue;
                Assert.Equal((e.Trip, e.Stage), (line[0].Trip, line[0].Stage));
                begun++;
                if (line.Count > 1) fromLine++;
                if (line.Any(o => o.Since < line[0].Since)) overtaking++;
            }
            replay.Apply(e);
        }
        Assert.True(begun > 5000 && fromLine > 1000 && overtaking > 20, $"{begun} begun, {fromLine} from a line, {overtaking} by priority");
    }

    [Fact]
    public void Staff_on_duty_are_just_enough_for_what_the_lanes_do()
    {
        CorridorNetwork corridor = TraceFixture.Corridor;
        var replay = new TraceReplay(new TraceReader(new StringReader(TraceFixture.Text)).Header);
        DateTimeOffset next = TraceClock.At(SimTime.FromHours(1.01), default);
        int calledIn = 0, down = 0;
        foreach (BorderEvent e in TraceFixture.Events)
        {
            for (; e.T > next; next = next.AddHours(1))
                for (int s = 0; s < corridor.Stations.Count; s++)
                {
                    LaneState lane = replay.Lane(ReplayAgainstEngine.KeyOf(corridor, s));
                    Assert.Equal(corridor.Network.Stations[s].Calendar.LevelAt(TraceClock.ToSim(next).Milliseconds), lane.Staff);
                    bool mayRefuse = corridor.Network.Stations[s].ShiftEnd == ShiftEnd.DoNotStart;
                    Assert.True(lane.Queue.Count == 0 || mayRefuse || lane.InService.Count + lane.Held.Count >= lane.OnDuty, $"{lane.Key} idle at {next}");
                }
            replay.Apply(e);
            if (!Begins(e) && !Resumes(e)) continue;
            LaneState at = replay.Lane(Key(e));
            int working = at.InService.Count + at.Held.Count;
            Assert.True(working <= at.OnDuty, $"{at.Key}: {working} work, {at.OnDuty} on duty at {e.T}");
            if (working > at.Staff) calledIn++;
            if (at.Down > 0) down++;
        }
        Assert.True(calledIn > 100 && down == 0, $"{calledIn} served by staff called in, {down} begun with a unit down");
    }

    private static bool Begins(BorderEvent e) => e.Lane != null
        && e.Type is BorderEventTypes.StageStart or BorderEventTypes.MigrationStart or BorderEventTypes.InspectionStart or BorderEventTypes.SampleTaken;

    private static bool Resumes(BorderEvent e) => e is { Type: BorderEventTypes.HoldEnd, Ext.Reason: EventReasons.Suspended };

    private static LaneKey Key(BorderEvent e) => new(e.Post!, e.Side!, e.Dir!.Value, e.Lane!);
}
