using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Staff that come when the line is long and leave when it is short again.</summary>
public class CalledInStaffTests
{
    private readonly NetworkBuilder b = new();

    /// <summary>
    /// One more comes at three waiting and stays until fewer than two wait; services of 10. At 3 the third waits and is the
    /// cue; at 10 one waits and the extra officer is sent away once the truck at hand is done, at 13, although two wait by then.
    /// </summary>
    [Fact]
    public void ComesAtThreeLeavesBelowTwo()
    {
        StationBuilder desk = b.Station("desk").CallIn(from: 3, until: 2, staff: 1);
        b.Source("trucks").At(Clock(0), Clock(1), Clock(2), Clock(3), Clock(12)).To(b.Stage("service", desk, Det(10)));
        TraceLog log = TraceLog.Of(b, 100);
        // At 3: three wait (1, 2, 3), one more server: truck 1 starts. At 10 truck 2 starts, one waits: back to one server.
        // At 13 truck 1 ends in overtime and nobody takes its place; truck 3 follows truck 2 at 20.
        Assert.Equal(Ms(0, 3, 10, 20, 30), log.When(TraceKind.Start, "trucks"));
    }

    /// <summary>Between the two thresholds nothing changes: two wait on the way up without help, two wait on the way down with it.</summary>
    [Fact]
    public void Hysteresis()
    {
        StationBuilder desk = b.Station("desk").CallIn(from: 3, until: 1, staff: 1);
        b.Source("trucks").At(Clock(0), Clock(1), Clock(2), Clock(3), Clock(4)).To(b.Stage("service", desk, Det(10)));
        TraceLog log = TraceLog.Of(b, 100);
        // Up: at 2 two wait and nobody comes; at 3 three do. Down: 3 wait at 4, then 2 at 10, 1 at 13, both with two servers; 0 at 20.
        Assert.Equal(Ms(0, 3, 10, 13, 20), log.When(TraceKind.Start, "trucks"));
    }

    [Fact]
    public void RulesStackAndLeaveTogether()
    {
        StationBuilder desk = b.Station("desk").CallIn(2, 1, 1).CallIn(4, 1, 2);
        b.Source("trucks").At([.. Enumerable.Repeat(Clock(0), 6), Clock(11), Clock(12), Clock(13)]).To(b.Stage("service", desk, Det(10)));
        TraceLog log = TraceLog.Of(b, 100);
        // Staff answer before the next arrival of the instant. The third truck makes two waiting: one more serves, one waits. The
        // sixth makes four waiting: two more serve, two wait. All four end at 10, the last two start, nobody waits, three leave.
        // At 12 two wait again, so that two serve from 20, when the two at hand are done.
        Assert.Equal(Ms(0, 0, 0, 0, 10, 10, 20, 20, 30), log.When(TraceKind.Start, "trucks"));
    }

    /// <summary>When the line empties at once, everybody called in leaves, whatever rule called them.</summary>
    [Fact]
    public void AllLeaveWhenTheLineIsEmpty()
    {
        var closed = CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(5), 4), (Clock(6), 1));
        StationBuilder desk = b.Station("desk").Scheduled(closed).CallIn(2, 1, 1).CallIn(4, 1, 2);
        b.Source("trucks").At([.. Enumerable.Repeat(Clock(0), 4), Clock(20), Clock(20)]).To(b.Stage("service", desk, Det(2)));
        TraceLog log = TraceLog.Of(b, 100);
        // At 5 all four start, and nobody waits: both rules end. At 20 the two find the one scheduled officer.
        Assert.Equal(Ms(5, 5, 5, 5, 20, 22), log.When(TraceKind.Start, "trucks"));
    }

    /// <summary>They come at night only where the rule says so; waiting while nobody is scheduled is closed time all the same.</summary>
    [Theory]
    [InlineData(false, new double[] { 8, 8 })]
    [InlineData(true, new double[] { 1, 11 })]
    public void AlsoWhenClosed(bool also, double[] starts)
    {
        var day = CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(8), 1));
        StationBuilder desk = b.Station("desk").Scheduled(day).CallIn(2, 2, 1, also);
        b.Source("trucks").At(Clock(0), Clock(1)).To(b.Stage("service", desk, Det(10)));
        TraceLog log = TraceLog.Of(b, 100);
        Assert.Equal(Ms(starts), log.When(TraceKind.Start, "trucks"));
        Assert.Equal(Ms(Math.Min(8, starts[0]))[0], log.Of("trucks", 0).Closed);
    }

    /// <summary>Extra staff at one station may watch a line elsewhere.</summary>
    [Fact]
    public void WatchingALineOverTwoStations()
    {
        StationBuilder road = b.Station("road");
        StationBuilder gate = b.Station("gate").CallIn(3, 1, 1);
        gate.Watching(b.Line("approach", road, gate));
        StageBuilder enter = b.Stage("enter", gate, Det(10));
        b.Source("trucks").AtStart(2).To(enter);
        b.Source("behind").At(Clock(1), Clock(1), Clock(1)).To(b.Stage("drive", road, Det(20)).Then(enter));
        TraceLog log = TraceLog.Of(b, 100);
        // At 1 the road has two waiting and the gate one: three in the line.
        Assert.Equal(Ms(0, 1), log.When(TraceKind.Start, "trucks"));
    }
}
