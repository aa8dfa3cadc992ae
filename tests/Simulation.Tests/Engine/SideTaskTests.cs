using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>
/// Tasks side by side: the truck goes on when the last has ended. Each millisecond meanwhile is service while any task is
/// served, else closed while any waits for a station without staff, else blocked while any is blocked, else queue while
/// any waits, else move.
/// </summary>
public class SideTaskTests
{
    private readonly NetworkBuilder b = new();
    private readonly ProcedureBuilder main;

    public SideTaskTests() => main = b.Procedure("main");

    [Fact]
    public void TheLongerTaskDecides()
    {
        StageBuilder release = main.Stage("release", b.Station("exit"), Det(1));
        Fork(main.Stage("customs", b.Station("customs"), Det(2)), main.Stage("sps", b.Station("sps"), Det(5))).Then(release);
        Leg leg = Run().Of("trucks", 0);
        Assert.Equal((Ms(6)[0], Ms(6)[0]), (leg.End, leg.Service));
    }

    /// <summary>Customs 0-2; the other station opens at 5 and serves 3: service 0-2 and 5-8, closed 2-5.</summary>
    [Fact]
    public void AClosedStationCountsWhenNothingIsServed()
    {
        StationBuilder sps = b.Station("sps").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(5), 1)));
        Fork(main.Stage("customs", b.Station("customs"), Det(2)), main.Stage("sps", sps, Det(3)));
        Split(Run().Of("trucks", 0), end: 8, service: 5, closed: 3);
    }

    /// <summary>As before, but the station closes again from 6 to 9 and suspends: served 5-6 and 9-11, closed 2-5 and 6-9.</summary>
    [Fact]
    public void ASuspendedTaskWaitsForTheNextShift()
    {
        var calendar = CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(5), 1), (Clock(6), 0), (Clock(9), 1));
        StationBuilder sps = b.Station("sps").Scheduled(calendar, Corridor.ShiftEnd.SuspendResume);
        Fork(main.Stage("customs", b.Station("customs"), Det(2)), main.Stage("sps", sps, Det(3)));
        Split(Run().Of("trucks", 0), end: 11, service: 5, closed: 6);
    }

    /// <summary>Two trucks, one bay each: the second waits 0-4 for both bays and is served 4-7 and 6-8 (its bays differ in pace).</summary>
    [Fact]
    public void QueueingForBothIsQueue()
    {
        Fork(main.Stage("customs", b.Station("customs"), Det(4)), main.Stage("sps", b.Station("sps"), Det(3)));
        TraceLog log = Run(trucks: 2);
        Split(log.Of("trucks", 0), end: 4, service: 4);
        // Plant health has a bay from 3 to 6, customs from 4 to 8.
        Split(log.Of("trucks", 1), end: 8, service: 5, queue: 3);
    }

    /// <summary>A task of two stages with a drive between them: 0-1 served, 1-3 on the way, then a closed desk until 6, 6-7 served.</summary>
    [Fact]
    public void ADriveToAClosedDeskIsNotClosedTime()
    {
        StationBuilder laboratory = b.Station("laboratory").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 0), (Clock(6), 1)));
        StageBuilder analysis = main.Stage("analysis", laboratory, Det(1));
        StageBuilder drive = main.Delay("drive", Det(2)).Then(analysis);
        Fork(main.Stage("sample", b.Station("sps"), Det(1)).Then(drive), main.Stage("papers", b.Station("customs"), Det(0.5)));
        Split(Run().Of("trucks", 0), end: 7, service: 2, closed: 3, move: 2);
    }

    /// <summary>A delay booked as service (a laboratory) is service of the truck.</summary>
    [Fact]
    public void ADelayMayBeService()
    {
        Fork(main.Delay("laboratory", Det(3), TimePart.Service), main.Stage("papers", b.Station("customs"), Det(1)));
        Split(Run().Of("trucks", 0), end: 3, service: 3);
    }

    /// <summary>Called-in staff serve while nobody is scheduled: what the task waited for them is closed time, as for a truck.</summary>
    [Fact]
    public void CalledInAtNight()
    {
        StationBuilder sps = b.Station("sps").Servers(0).CallIn(2, 2, 1, alsoWhenClosed: true);
        Fork(main.Stage("sps", sps, Det(1)));
        b.Source("late").At(Clock(4)).To(main.Stage("alone", sps, Det(1)));
        Split(Run().Of("trucks", 0), end: 5, service: 1, closed: 4);
    }

    /// <summary>The bay has no waiting room and is taken until 4: the task is blocked at its first desk from 1 to 4.</summary>
    [Fact]
    public void ABlockedTaskIsBlockedTime()
    {
        StationBuilder bay = b.Station("bay").WaitingRoom(0);
        StageBuilder unload = main.Stage("unload", bay, Det(1));
        b.Source("occupant").AtStart(1).To(main.Stage("occupy", bay, Det(4)));
        Fork(main.Stage("papers", b.Station("customs"), Det(1)).Then(unload));
        Split(Run().Of("trucks", 0), end: 5, service: 2, blocked: 3);
    }

    /// <summary>Stamps of side tasks are the truck's.</summary>
    [Fact]
    public void StampsAreTheTrucks()
    {
        Fork(main.Stage("scan", b.Station("bay"), Det(2)).Stamps(arrival: 3, start: 4, end: 5));
        Leg leg = Run().Of("trucks", 0);
        Assert.Equal((0L, 0L, Ms(2)[0]), (leg.Stamps[3], leg.Stamps[4], leg.Stamps[5]));
    }

    /// <summary>What only a truck can do, a side task cannot: leave, be turned away, lodge papers or split again.</summary>
    [Theory]
    [InlineData("exit")]
    [InlineData("await")]
    [InlineData("fork")]
    [InlineData("loss")]
    public void WhatOnlyATruckCanDoIsRefused(string what)
    {
        StageBuilder task = main.Stage("task", b.Station("desk"), Det(1));
        b.Source("trucks").AtStart(1).To(task);
        task.Then(what switch
        {
            "exit" => main.Exit("gone"),
            "await" => main.AwaitDocuments("papers"),
            "fork" => main.InParallel("again", main.Stage("inner", b.Station("inner"), Det(1))),
            _ => main.Stage("full", b.Station("full").WaitingRoom(0).TurnAwayWhenFull(), Det(1)),
        });
        Fork(task);
        Assert.Contains("side task", Assert.Throws<ArgumentException>(b.Build).Message);
    }

    private StageBuilder Fork(params StageBuilder[] tasks) => fork = main.InParallel("joint", tasks);

    private StageBuilder fork = null!;

    private TraceLog Run(int trucks = 1)
    {
        b.Source("trucks").AtStart(trucks).To(fork);
        return TraceLog.Of(b, 60);
    }

    private static void Split(Leg leg, double end, double service, double closed = 0, double blocked = 0, double queue = 0, double move = 0) =>
        Assert.Equal(Ms(end, service, closed, blocked, queue, move), new[] { leg.End, leg.Service, leg.Closed, leg.Blocked, leg.Queue, leg.Move });
}
