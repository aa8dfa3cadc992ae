using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>A truck whose next yard is full holds its server, and one departure can move a whole line.</summary>
public class BlockingTests
{
    private readonly NetworkBuilder b = new();

    /// <summary>Three stations, no room between; services 1, 1 and 5. Every departure from the last moves everyone up at the same instant.</summary>
    [Fact]
    public void CascadeOverThreeStations()
    {
        StageBuilder third = b.Stage("third", b.Station("C").WaitingRoom(0), Det(5));
        StageBuilder second = b.Stage("second", b.Station("B").WaitingRoom(0), Det(1)).Then(third);
        StageBuilder first = b.Stage("first", b.Station("A"), Det(1)).Then(second);
        b.Source("trucks").AtStart(5).To(first);
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(0, 1, 2, 7, 12), log.When(TraceKind.Start, "trucks", "A"));
        Assert.Equal(Ms(1, 2, 7, 12, 17), log.When(TraceKind.Start, "trucks", "B"));
        Assert.Equal(Ms(2, 7, 12, 17, 22), log.When(TraceKind.Start, "trucks", "C"));
        Assert.Equal(Ms(7, 12, 17, 22, 27), log.When(TraceKind.End, "trucks", "C"));
        Assert.Equal(Ms(0, 4, 8, 8, 8), log.Legs.Select(l => l.Blocked));
        Assert.Equal(Ms(0, 1, 2, 7, 12), log.Legs.Select(l => l.Queue));
        Assert.All(log.Legs, l => Assert.Equal(Ms(7)[0], l.Service));
    }

    /// <summary>Servers held by blocked trucks are busy: 1 + 1 + 5 of each 5 hours' cycle are work, the rest of A and B is blocked.</summary>
    [Fact]
    public void BlockedServersCountAsHeld()
    {
        StageBuilder second = b.Stage("second", b.Station("B").WaitingRoom(0), Det(3));
        b.Source("trucks").AtStart(3).To(b.Stage("first", b.Station("A"), Det(1)).Then(second));
        TraceLog log = TraceLog.Of(b, 10);
        // A: 0-1, 1-4 (2 of them blocked), 4-7 (2 blocked).
        Assert.Equal(0.7, log.Result.Station("A").MeanBusy);
        Assert.Equal(0.9, log.Result.Station("B").MeanBusy);
    }

    /// <summary>What takes no time between two stations, a branch, lodging papers, papers already there, does not free the server.</summary>
    [Theory]
    [InlineData("branch")]
    [InlineData("lodge")]
    [InlineData("await")]
    public void WhatTakesNoTimeDoesNotFreeTheServer(string between)
    {
        ProcedureBuilder main = b.Procedure("main");
        StageBuilder second = main.Stage("second", b.Station("B").WaitingRoom(0), Det(3));
        StageBuilder point = between switch
        {
            "branch" => main.Pass("branch"),
            "lodge" => main.Lodge("lodge", new DocumentTrack("papers", _ => 0, Det(0), _ => null, CapacityCalendar.Constant(1))),
            _ => main.AwaitDocuments("await"),
        };
        b.Source("trucks").AtStart(3).To(main.Stage("first", b.Station("A"), Det(1)).Then(point.Then(second)));
        TraceLog log = TraceLog.Of(b, 20);
        Assert.Equal(Ms(0, 1, 4), log.When(TraceKind.Start, "trucks", "A"));
        Assert.Equal(Ms(1, 4, 7), log.When(TraceKind.Start, "trucks", "B"));
        Assert.Equal(Ms(0, 2, 2), log.Legs.Select(l => l.Blocked));
    }

    /// <summary>Blocked trucks enter in the order in which they were blocked, from whichever station.</summary>
    [Fact]
    public void FirstBlockedFirstAdmitted()
    {
        StageBuilder last = b.Stage("last", b.Station("C").WaitingRoom(1), Det(10));
        b.Source("filling").At(Clock(0), Clock(0)).To(last);
        b.Source("from A").At(Clock(1)).To(b.Stage("at A", b.Station("A"), Det(2)).Then(last));
        b.Source("from B").At(Clock(1)).To(b.Stage("at B", b.Station("B"), Det(1)).Then(last));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(10), log.When(TraceKind.Unblock, "from B"));
        Assert.Equal(Ms(20), log.When(TraceKind.Unblock, "from A"));
        Assert.Equal((Ms(8)[0], Ms(10)[0]), (log.Of("from B", 0).Blocked, log.Of("from B", 0).Queue));
    }

    /// <summary>A truck from outside waits before a full yard too: that wait is blocked time, and it holds no server.</summary>
    [Fact]
    public void AnArrivalBeforeAFullYardIsBlocked()
    {
        b.Source("trucks").AtStart(3).To(b.Stage("service", b.Station("desk").WaitingRoom(1), Det(2)));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(0, 0, 2), log.Legs.Select(l => l.Blocked));
        Assert.Equal(Ms(0, 2, 2), log.Legs.Select(l => l.Queue));
    }

    /// <summary>Nobody waits inside when a station without waiting room opens: those blocked before it must come in by themselves.</summary>
    [Fact]
    public void OpeningAdmitsTheBlocked()
    {
        var morning = CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(8), 2));
        StageBuilder last = b.Stage("last", b.Station("C").WaitingRoom(0).Scheduled(morning), Det(1));
        b.Source("from A").AtStart(2).To(b.Stage("at A", b.Station("A"), Det(2)).Then(last));
        b.Source("from B").AtStart(1).To(b.Stage("at B", b.Station("B"), Det(3)).Then(last));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(8, 10), log.When(TraceKind.Start, "from A", "C"));
        Assert.Equal(Ms(8), log.When(TraceKind.Start, "from B", "C"));
    }

    [Fact]
    public void RepairAdmitsTheBlocked()
    {
        StageBuilder last = b.Stage("last", b.Station("C").WaitingRoom(0).Fails(Det(1), Det(4)), Det(1));
        b.Source("trucks").AtStart(1).To(b.Stage("first", b.Station("A"), Det(2)).Then(last));
        Assert.Equal(Ms(5), TraceLog.Of(b, 9).When(TraceKind.Start, "trucks", "C"));
    }

    /// <summary>Lanes by class: a full lane blocks its own class and no other, and one lane may be without limit.</summary>
    [Fact]
    public void AFullLaneBlocksItsOwnClass()
    {
        (StageBuilder service, _) = Lanes(1, int.MaxValue);
        b.Source("perishable").AtStart(3).With("cargo", 1, 0).To(service);
        b.Source("general").AtStart(2).With("cargo", 0, 1).To(service);
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(0), log.When(TraceKind.Block, "perishable"));
        Assert.Empty(log.When(TraceKind.Block, "general"));
        Assert.Equal(Ms(0, 1, 2), log.When(TraceKind.Start, "perishable"));
        Assert.Equal(Ms(3, 4), log.When(TraceKind.Start, "general"));
    }

    /// <summary>Where lanes are apart, turning another class away makes no room.</summary>
    [Fact]
    public void AFullLaneTurnsItsOwnClassAway()
    {
        (StageBuilder service, StationBuilder desk) = Lanes(1, 2);
        desk.TurnAwayWhenFull();
        b.Source("general").AtStart(2).With("cargo", 0, 1).To(service);
        b.Source("perishable").AtStart(2).With("cargo", 1, 0).To(service);
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(0, 2), log.When(TraceKind.Start, "general"));
        Assert.Equal(Ms(1), log.When(TraceKind.Start, "perishable"));
    }

    private (StageBuilder, StationBuilder) Lanes(params int[] rooms)
    {
        b.Attribute("cargo", ("perishable", 0.5), ("general", 0.5));
        StationBuilder desk = b.Station("desk").Priorities(2).WaitingRooms(rooms);
        return (b.Stage("service", desk, Det(1)).PriorityBy(c => c.Is("cargo", "perishable") ? 0 : 1), desk);
    }
}
