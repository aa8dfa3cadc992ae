using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 49, 51, 54, 55, 57, 58: small deterministic systems worked by hand, exact to the millisecond.</summary>
/// <remarks>50, 52 and 53 ask for preemption, 56 for trucks that give up while waiting: left out of the engine.</remarks>
public class HandTraceTests
{
    [Fact]
    public void Case49_ServiceInHandSurvivesADropInCapacity()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 1), (Clock(1), 3), (Clock(2), 1)));
        b.Source("trucks").AtStart(3).To(b.Stage("service", desk, Det(2)));
        Assert.Equal(Ms(2, 3, 3), TraceLog.Of(b, 10).When(TraceKind.End, "trucks"));
    }

    [Fact]
    public void Case51_PriorityWithoutPreemptionTurnsTheLastOfTheLowestAway()
    {
        var b = new NetworkBuilder();
        b.Attribute("level", ("high", 0.5), ("low", 0.5));
        StationBuilder desk = b.Station("desk").Priorities(2).WaitingRoom(2).TurnAwayWhenFull();
        StageBuilder service = b.Stage("service", desk, Det(10)).PriorityBy(c => c.Is("level", "high") ? 0 : 1);
        b.Source("low").AtStart(2).With("level", 0, 1).To(service);
        b.Source("high").At(Clock(2), Clock(3)).With("level", 1, 0).To(service);
        TraceLog log = TraceLog.Of(b, 50);
        Assert.Equal(Ms(10), log.When(TraceKind.End, "low"));
        Assert.Equal(Ms(20, 30), log.When(TraceKind.End, "high"));
        TraceRecord away = log.Records.Single(r => r.Kind == TraceKind.Leave && r.Value == 1);
        Assert.Equal((Ms(3)[0], 1L, 0), (away.Time, away.Ordinal, away.Source));
    }

    [Fact]
    public void Case54_EverySecondTruckIsLost()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").WaitingRoom(0).TurnAwayWhenFull();
        b.Source("trucks").At([.. Enumerable.Range(1, 100).Select(t => Clock(t))]).To(b.Stage("service", desk, Det(1.5)));
        TraceLog log = TraceLog.Of(b, 200);
        long[] ends = log.When(TraceKind.End, "trucks");
        Assert.Equal(50, ends.Length);
        Assert.Equal(Ms(100.5)[0], ends[^1]);
        Assert.Equal([50L, 50L], log.Result.LeftBy);
    }

    /// <summary>A break from 30 to 45; time units are hours. Waiting while nobody is on duty is closed time, not queue.</summary>
    [Theory]
    [InlineData(ShiftEnd.Finish, new double[] { 12, 24, 36, 57, 69 }, new double[] { 0, 12, 24, 45, 57 }, new double[] { 0, 0, 0, 15, 0 })]
    [InlineData(ShiftEnd.SuspendResume, new double[] { 12, 24, 51, 63, 75 }, new double[] { 0, 12, 24, 45, 51, 63 }, new double[] { 0, 0, 15, 15, 0 })]
    [InlineData(ShiftEnd.SuspendRestart, new double[] { 12, 24, 57, 69, 81 }, new double[] { 0, 12, 24, 45, 57, 69 }, new double[] { 0, 0, 15, 15, 0 })]
    [InlineData(ShiftEnd.DoNotStart, new double[] { 12, 24, 57, 69, 81 }, new double[] { 0, 12, 45, 57, 69 }, new double[] { 0, 0, 15, 15, 0 })]
    public void Case55_ABreak(ShiftEnd policy, double[] ends, double[] starts, double[] closed)
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Scheduled(CapacityCalendar.Steps(0, (SimTime.Zero, 1), (Clock(30), 0), (Clock(45), 1)), policy);
        b.Source("trucks").At(Clock(0), Clock(8), Clock(16), Clock(24), Clock(50)).To(b.Stage("service", desk, Det(12)));
        TraceLog log = TraceLog.Of(b, 100);
        Assert.Equal(Ms(ends), log.When(TraceKind.End, "trucks"));
        Assert.Equal(Ms(starts), log.When(TraceKind.Start, "trucks"));
        Assert.Equal(Ms(closed), log.Legs.OrderBy(l => l.Ordinal).Select(l => l.Closed));
    }

    [Fact]
    public void Case57_BalkingAtThree()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk");
        StageBuilder look = b.Pass("look");
        look.LeaveByNumber(desk, b.Exit("balked"), 0, 0, 0, 1).Then(b.Stage("service", desk, Det(21)));
        b.Source("trucks").At([.. Enumerable.Range(1, 10).Select(i => Clock(5 * i))]).To(look);
        TraceLog log = TraceLog.Of(b, 51);
        int balked = log.Result.Model.ExitNames.ToList().IndexOf("balked");
        Assert.Equal(Ms(20, 25, 35, 40, 45), log.Records.Where(r => r.Kind == TraceKind.Leave && r.Value == balked).Select(r => r.Time));
        Assert.Equal(Ms(5, 26, 47), log.When(TraceKind.Start, "trucks"));
        Assert.Equal(Ms(26, 47), log.When(TraceKind.End, "trucks"));
    }

    /// <summary>Departures come before arrivals of the same instant, and among equal lanes the first declared is joined.</summary>
    [Fact]
    public void Case58_TieRules()
    {
        var b = new NetworkBuilder();
        b.Attribute("service", ("short", 0.5), ("long", 0.5));
        StageBuilder service = b.Stage("service", b.Station("1"), Det(1)).OrAt(b.Station("2")).TimesBy(c => Det(c.Is("service", "long") ? 5 : 1));
        b.Source("long").AtStart(1).With("service", 0, 1).To(service);
        b.Source("short").At(Clock(1), Clock(2), Clock(3)).With("service", 1, 0).To(service);
        TraceLog log = TraceLog.Of(b, 20);
        Assert.Equal(["1"], log.Where(TraceKind.Start, "long"));
        Assert.Equal(["2", "2", "2"], log.Where(TraceKind.Start, "short"));
        Assert.All(log.Legs, l => Assert.Equal(0, l.Queue));
    }
}
