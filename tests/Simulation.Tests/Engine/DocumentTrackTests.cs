using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>The declaration runs beside the truck, in the desk's hours, and the truck waits for it where the procedure says so.</summary>
public class DocumentTrackTests
{
    private static readonly CapacityCalendar Day = CapacityCalendar.Steps(SimDuration.FromHours(24).Milliseconds, (SimTime.Zero, 0), (Clock(8), 1), (Clock(16), 0));

    /// <summary>Gate 14-15, lodged at 15; three hours of work are one today and two from 8 tomorrow: accepted at 34. Customs 34-35.</summary>
    [Fact]
    public void LodgedAtTheGateLateInTheDay()
    {
        Leg leg = Crossing(14, advance: 0, preparation: 3);
        Assert.Equal(Ms(15, 34), new[] { leg.Lodged, leg.Accepted });
        Assert.Equal(Ms(35, 2, 19, 0), new[] { leg.End, leg.Service, leg.Documents, leg.Queue });
        Assert.Equal(Ms(15)[0], leg.Stamps[2]);
    }

    /// <summary>Lodged ten hours before the truck begins, at 4: worked on from 8, accepted at 11, long before the truck is there.</summary>
    [Fact]
    public void LodgedInAdvance()
    {
        Leg leg = Crossing(14, advance: 1, preparation: 3);
        Assert.Equal(Ms(4, 11), new[] { leg.Lodged, leg.Accepted });
        Assert.Equal(Ms(16, 2, 0), new[] { leg.End, leg.Service, leg.Documents });
    }

    /// <summary>Lead and work may reach back before the start of the clock.</summary>
    [Fact]
    public void LodgedBeforeTheClockStarts()
    {
        Leg leg = Crossing(5, advance: 1, preparation: 3);
        // Lodged at -5: the desk of the day before is closed from -8, the next opens at 8.
        Assert.Equal(Ms(-5, 11), new[] { leg.Lodged, leg.Accepted });
        Assert.Equal(Ms(12, 2, 5), new[] { leg.End, leg.Service, leg.Documents });
    }

    /// <summary>Rejected once, and two hours of work to lodge again: 1 + 2 today until 16, the rest tomorrow until 10.</summary>
    [Fact]
    public void RejectedOnce()
    {
        Leg leg = Crossing(12, advance: 0, preparation: 3, rejected: 1);
        Assert.Equal(Ms(13, 34), new[] { leg.Lodged, leg.Accepted });
    }

    /// <summary>A declaration that needs no work is accepted as lodged, day or night.</summary>
    [Fact]
    public void NothingToPrepare()
    {
        Leg leg = Crossing(20, advance: 0, preparation: null);
        Assert.Equal(Ms(21, 21), new[] { leg.Lodged, leg.Accepted });
        Assert.Equal(Ms(22, 0), new[] { leg.End, leg.Documents });
    }

    /// <summary>The share lodged in advance is a share of trucks, and the same draw can route them.</summary>
    [Fact]
    public void TheDrawOfAdvanceLodgingCanRoute()
    {
        var b = new NetworkBuilder();
        ProcedureBuilder main = b.Procedure("main");
        StageBuilder lodge = main.Lodge("lodge", new DocumentTrack("declaration", _ => 0.4, Det(10), _ => null, Day));
        StageBuilder quick = main.Delay("quick", Det(1));
        StageBuilder slow = main.Delay("slow", Det(2));
        StageBuilder which = main.Pass("which").DecidedBy("declaration", DocumentTrack.AdvancePurpose).Branch(quick, _ => 0.4).Then(slow);
        b.Source("trucks").AtStart(1000).To(lodge.Then(which));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.InRange(log.Legs.Count(l => l.Lodged < l.Start), 300, 500);
        Assert.All(log.Legs, l => Assert.Equal(l.Lodged < l.Start ? Ms(1)[0] : Ms(2)[0], l.End));
    }

    private static Leg Crossing(double arrives, double advance, double? preparation, double rejected = 0)
    {
        var b = new NetworkBuilder();
        ProcedureBuilder main = b.Procedure("main");
        Distribution? work = preparation is { } hours ? Det(hours) : null;
        var track = new DocumentTrack("declaration", _ => advance, Det(10), _ => work, Day, rejected, Det(2));
        StageBuilder customs = main.Stage("customs", b.Station("customs"), Det(1));
        StageBuilder wait = main.AwaitDocuments("await").Then(customs);
        StageBuilder lodge = main.Lodge("lodge", track).Then(wait);
        b.Source("trucks").At(Clock(arrives)).To(main.Stage("gate", b.Station("gate"), Det(1)).Then(lodge));
        return TraceLog.Of(b, 60).Of("trucks", 0);
    }
}
