using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Machines that fail: the truck at hand waits and is then finished.</summary>
public class BreakdownTests
{
    private readonly NetworkBuilder b = new();

    /// <summary>Fails 5 after each repair by the clock, repair 2: down 5-7, 12-14, 19-21. Four scans of 3 from 0.</summary>
    [Fact]
    public void ByTheClock()
    {
        StationBuilder scanner = b.Station("scanner").Fails(Det(5), Det(2));
        b.Source("trucks").AtStart(4).To(b.Stage("scan", scanner, Det(3)));
        TraceLog log = TraceLog.Of(b, 20);
        Assert.Equal(Ms(3, 8, 11, 16), log.When(TraceKind.End, "trucks"));
        Assert.Equal(Ms(5, 12), log.When(TraceKind.Suspend, "trucks"));
        Assert.Equal([5.0, 12.0, 19.0], log.At(TraceKind.Down, "scanner").Select(x => InHours(x.Item1)));
        Assert.Equal([7.0, 14.0], log.At(TraceKind.Up, "scanner").Select(x => InHours(x.Item1)));
        Leg second = log.Of("trucks", 1);
        // 3 in the queue and 2 under repair: both are queue, none of it service.
        Assert.Equal((Ms(5)[0], Ms(3)[0]), (second.Queue, second.Service));
    }

    /// <summary>Life counted in work: idle time does not wear. Fails after 5 hours of scanning.</summary>
    [Fact]
    public void ByWorkDone()
    {
        StationBuilder scanner = b.Station("scanner").Fails(Det(5), Det(2), whileBusy: true);
        b.Source("trucks").At(Clock(0), Clock(10), Clock(20), Clock(30)).To(b.Stage("scan", scanner, Det(3)));
        TraceLog log = TraceLog.Of(b, 60);
        // 3 by the first, 2 by the second: down 12-14, then 1 of the second, 3 of the third, 1 of the fourth: down 31-33.
        Assert.Equal(Ms(3, 15, 23, 35), log.When(TraceKind.End, "trucks"));
        Assert.Equal([12.0, 31.0], log.At(TraceKind.Down, "scanner").Select(x => InHours(x.Item1)));
    }

    /// <summary>With an idle unit beside it, the unit that fails is the idle one as far as the clock knows: nobody is interrupted.</summary>
    [Fact]
    public void AnIdleUnitFailsFirst()
    {
        StationBuilder scanner = b.Station("scanner").Servers(2).Fails(Det(5), Det(10));
        b.Source("trucks").At(Clock(4), Clock(6)).To(b.Stage("scan", scanner, Det(4)));
        TraceLog log = TraceLog.Of(b, 30);
        Assert.Empty(log.When(TraceKind.Suspend, "trucks"));
        Assert.Equal(Ms(8, 12), log.When(TraceKind.End, "trucks"));
    }

    /// <summary>With all units at work the service begun last stops; two machines wear twice as fast in busy time.</summary>
    [Fact]
    public void TheServiceBegunLastStops()
    {
        StationBuilder scanner = b.Station("scanner").Servers(2).Fails(Det(6), Det(2), whileBusy: true);
        b.Source("trucks").At(Clock(0), Clock(2)).To(b.Stage("scan", scanner, Det(5)));
        TraceLog log = TraceLog.Of(b, 30);
        // Work done: 2 at time 2, then two an hour: 6 at time 4. The second stops with 3 left; the first ends at 5 and frees the other unit.
        Assert.Equal(Ms(5, 8), log.When(TraceKind.End, "trucks"));
        Assert.Equal(Ms(4), log.When(TraceKind.Suspend, "trucks"));
        Assert.Equal(Ms(1)[0], log.Of("trucks", 1).Queue);
    }
}
