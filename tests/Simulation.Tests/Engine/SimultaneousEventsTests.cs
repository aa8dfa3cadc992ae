using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>The order of events at one instant, written in docs/networks.md: results depend on it wherever times are round.</summary>
public class SimultaneousEventsTests
{
    private readonly NetworkBuilder b = new();

    [Fact]
    public void OrderOfKinds() =>
        Assert.Equal(["ServiceEnd", "DelayEnd", "Breakdown", "Calendar", "Disturbance", "Arrival", "Probe"], Enum.GetNames<EventKind>());

    [Fact]
    public void ADepartureMakesRoomForAnArrival()
    {
        StationBuilder desk = b.Station("desk").WaitingRoom(0).TurnAwayWhenFull();
        b.Source("trucks").At(Clock(0), Clock(1)).To(b.Stage("service", desk, Det(1)));
        Assert.Equal(Ms(1, 2), TraceLog.Of(b, 9).When(TraceKind.End, "trucks"));
    }

    [Fact]
    public void ADepartureMakesRoomForATruckComingFromADelay()
    {
        StationBuilder desk = b.Station("desk").WaitingRoom(0).TurnAwayWhenFull();
        StageBuilder service = b.Stage("service", desk, Det(1));
        // Declared first, so that its delay ends earlier in order of scheduling: only the kind can put the departure first.
        b.Source("road").AtStart(1).To(b.Delay("road", Det(1)).Then(service));
        b.Source("gate").AtStart(1).To(service);
        TraceLog log = TraceLog.Of(b, 9);
        Assert.Equal(Ms(2), log.When(TraceKind.End, "road", "desk"));
    }

    [Fact]
    public void ATruckFromTheRoadComesBeforeOneFromOutside()
    {
        StageBuilder service = b.Stage("service", b.Station("desk"), Det(1));
        b.Source("outside").At(Clock(1)).To(service);
        b.Source("road").AtStart(1).To(b.Delay("road", Det(1)).Then(service));
        TraceLog log = TraceLog.Of(b, 9);
        Assert.Equal(Ms(1), log.When(TraceKind.Start, "road", "desk"));
        Assert.Equal(Ms(2), log.When(TraceKind.Start, "outside"));
    }

    [Fact]
    public void AServiceThatEndsWithTheShiftIsNotSuspended()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Until(1), ShiftEnd.SuspendResume);
        b.Source("trucks").AtStart(1).To(b.Stage("service", desk, Det(1)));
        TraceLog log = TraceLog.Of(b, 9);
        Assert.Equal(Ms(1), log.When(TraceKind.End, "trucks"));
        Assert.Empty(log.When(TraceKind.Suspend, "trucks"));
    }

    /// <summary>The server is free for an instant before the shift ends: who waits is served, in overtime.</summary>
    [Fact]
    public void TheNextServiceBeginsBeforeTheShiftEnds()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Until(1));
        b.Source("trucks").AtStart(2).To(b.Stage("service", desk, Det(1)));
        Assert.Equal(Ms(1, 2), TraceLog.Of(b, 9).When(TraceKind.End, "trucks"));
    }

    [Fact]
    public void WhoArrivesAsTheDeskClosesIsTooLate()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Until(1));
        b.Source("trucks").At(Clock(1)).To(b.Stage("service", desk, Det(1)));
        Assert.Empty(TraceLog.Of(b, 9).When(TraceKind.Start, "trucks"));
    }

    [Fact]
    public void WhoArrivesAsTheDeskOpensIsServed()
    {
        StationBuilder desk = b.Station("desk").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(1), 1)));
        b.Source("trucks").At(Clock(1)).To(b.Stage("service", desk, Det(1)));
        Leg leg = TraceLog.Of(b, 9).Of("trucks", 0);
        Assert.Equal((Ms(2)[0], 0L, 0L), (leg.End, leg.Closed, leg.Queue));
    }

    [Fact]
    public void AServiceEndsBeforeTheMachineFails()
    {
        StationBuilder scanner = b.Station("scanner").Fails(Det(1), Det(3));
        b.Source("trucks").At(Clock(0), Clock(1)).To(b.Stage("scan", scanner, Det(1)));
        TraceLog log = TraceLog.Of(b, 4.5);
        Assert.Equal(Ms(1), log.When(TraceKind.End, "trucks"));
        // And it fails before the truck of that instant arrives.
        Assert.Equal(Ms(0, 4), log.When(TraceKind.Start, "trucks"));
    }

    [Fact]
    public void AnOutageHitsTheArrivalOfItsInstantButNotTheServiceThatADepartureStarts()
    {
        StationBuilder one = b.Station("one");
        StationBuilder other = b.Station("other");
        b.Disturbance("outage").Slows(2, one, other).At((Clock(1), Clock(5)));
        b.Source("queue").AtStart(2).To(b.Stage("at one", one, Det(1)));
        b.Source("late").At(Clock(1)).To(b.Stage("at other", other, Det(1)));
        TraceLog log = TraceLog.Of(b, 9);
        Assert.Equal(Ms(1, 2), log.When(TraceKind.End, "queue"));
        Assert.Equal(Ms(3), log.When(TraceKind.End, "late"));
    }

    [Fact]
    public void AnOutageAtOpeningTimeComesAfterTheOpening()
    {
        StationBuilder desk = b.Station("desk").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(1), 1)));
        b.Disturbance("outage").Slows(2, desk).At((Clock(1), Clock(5)));
        b.Source("trucks").AtStart(1).To(b.Stage("service", desk, Det(1)));
        Assert.Equal(Ms(2), TraceLog.Of(b, 9).When(TraceKind.End, "trucks"));
    }

    [Fact]
    public void EqualKindsGoInOrderOfScheduling()
    {
        StageBuilder service = b.Stage("service", b.Station("desk"), Det(1));
        b.Source("first").At(Clock(1)).To(service);
        b.Source("second").At(Clock(1)).To(service);
        TraceLog log = TraceLog.Of(b, 9);
        Assert.Equal(Ms(1), log.When(TraceKind.Start, "first"));
        Assert.Equal(Ms(2), log.When(TraceKind.Start, "second"));
    }

    /// <summary>Even a service of no length, begun by an arrival, ends before the next arrival of the instant.</summary>
    [Fact]
    public void WhatAnEventCausesAtItsInstantTakesItsPlaceByKind()
    {
        StationBuilder desk = b.Station("desk").WaitingRoom(0).TurnAwayWhenFull();
        b.Source("trucks").AtStart(3).To(b.Stage("service", desk, Det(0)));
        Assert.Equal(Ms(0, 0, 0), TraceLog.Of(b, 9).When(TraceKind.End, "trucks"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AProbeSeesAllOfItsInstant(bool drain)
    {
        StationBuilder desk = b.Station("desk");
        b.Source("trucks").At(Clock(0), Clock(1), Clock(2)).To(b.Stage("service", desk, Det(1.5)));
        RunResult run = Replication.Run(b.Build(), new RunOptions { Length = Span(2), Drain = drain, Probes = [Clock(0), Clock(1), Clock(1.5), Clock(2)] });
        Assert.Equal([1, 2, 1, 2], run.Probes.Select(p => p[0]));
    }

    /// <summary>Without a warm-up trucks there at the start are counted as joining within the window.</summary>
    [Fact]
    public void TheWindowIsOpenFromTheStart()
    {
        b.Source("trucks").AtStart(3).To(b.Stage("service", b.Station("desk"), Det(2)));
        StationResult desk = TraceLog.Of(b, 10).Result.Station("desk");
        Assert.Equal((3L, 3L), (desk.Joined, desk.Started));
        Assert.Equal(Ms(2)[0], desk.MeanWait);
    }

    private static CapacityCalendar Until(double hours) => CapacityCalendar.Steps(0, (SimTime.Zero, 1), (Clock(hours), 0));
}
