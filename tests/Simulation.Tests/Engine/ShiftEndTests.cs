using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>What happens to running service when staff go, beyond the single break of known answer 55.</summary>
public class ShiftEndTests
{
    private readonly NetworkBuilder b = new();

    /// <summary>Three served by three from 0, 1 and 2 for 10 hours each; at 4 two officers leave until 20.</summary>
    [Theory]
    [InlineData(ShiftEnd.Finish, new double[] { 10, 11, 12 })]
    [InlineData(ShiftEnd.SuspendResume, new double[] { 10, 17, 25 })]
    [InlineData(ShiftEnd.SuspendRestart, new double[] { 10, 20, 30 })]
    [InlineData(ShiftEnd.DoNotStart, new double[] { 10, 20, 30 })]
    public void ThoseBegunLastAreSuspended(ShiftEnd policy, double[] ends)
    {
        var calendar = CapacityCalendar.Steps(0, (SimTime.Zero, 3), (Clock(4), 1), (Clock(20), 3));
        StationBuilder desk = b.Station("desk").Scheduled(calendar, policy);
        b.Source("trucks").At(Clock(0), Clock(1), Clock(2)).To(b.Stage("service", desk, Det(10)));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(ends), log.When(TraceKind.End, "trucks"));
        // Somebody is on duty all the time, so nothing is closed time.
        Assert.All(log.Legs, l => Assert.Equal(0, l.Closed));
    }

    [Fact]
    public void WorkLostAtTheEndOfAShiftIsServiceAllTheSame()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Break(6, 8), ShiftEnd.SuspendRestart);
        b.Source("trucks").AtStart(1).To(b.Stage("service", desk, Det(10)));
        Leg leg = TraceLog.Of(b, 60).Of("trucks", 0);
        Assert.Equal((Ms(18)[0], Ms(16)[0], Ms(2)[0]), (leg.End, leg.Service, leg.Closed));
    }

    [Fact]
    public void OvertimeHoldsTheOfficerWhoIsBackOnDuty()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Break(2, 4));
        b.Source("trucks").At(Clock(0), Clock(1)).To(b.Stage("service", desk, Det(6)));
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(6, 12), log.When(TraceKind.End, "trucks"));
        Leg second = log.Of("trucks", 1);
        Assert.Equal((Ms(2)[0], Ms(3)[0]), (second.Closed, second.Queue));
    }

    /// <summary>Suspended trucks go on in the order in which they had begun, before those who wait.</summary>
    [Fact]
    public void SuspendedTrucksKeepTheirOrder()
    {
        var calendar = CapacityCalendar.Steps(0, (SimTime.Zero, 2), (Clock(3), 0), (Clock(5), 1));
        StationBuilder desk = b.Station("desk").Scheduled(calendar, ShiftEnd.SuspendResume);
        b.Source("trucks").At(Clock(0), Clock(1), Clock(2)).To(b.Stage("service", desk, Det(4)));
        Assert.Equal(Ms(6, 8, 12), TraceLog.Of(b, 60).When(TraceKind.End, "trucks"));
    }

    [Fact]
    public void AServiceLongerThanAnyShiftBeginsWithOne()
    {
        var calendar = CapacityCalendar.Steps(SimDuration.FromHours(24).Milliseconds, (SimTime.Zero, 0), (Clock(8), 1), (Clock(16), 0));
        StationBuilder desk = b.Station("desk").Scheduled(calendar, ShiftEnd.DoNotStart);
        b.Source("trucks").At(Clock(9), Clock(9)).To(b.Stage("service", desk, Det(10)));
        Assert.Equal(Ms(32, 56), TraceLog.Of(b, 100).When(TraceKind.Start, "trucks"));
    }

    /// <summary>First come, first served holds while the first does not fit into the shift; one of higher priority that fits goes ahead.</summary>
    [Fact]
    public void WhoDoesNotFitIntoTheShiftHoldsUpOnlyThoseBehind()
    {
        b.Attribute("cargo", ("perishable", 0.5), ("general", 0.5));
        StationBuilder desk = b.Station("desk").Priorities(2).Scheduled(Break(10, 20), ShiftEnd.DoNotStart);
        StageBuilder first = b.Stage("long", desk, Det(5)).PriorityBy(_ => 1);
        StageBuilder behind = b.Stage("short", desk, Det(1)).PriorityBy(_ => 1);
        StageBuilder ahead = b.Stage("urgent", desk, Det(2)).PriorityBy(_ => 0);
        b.Source("first").At(Clock(6)).To(first);
        b.Source("behind").At(Clock(7)).To(behind);
        b.Source("ahead").At(Clock(7)).To(ahead);
        TraceLog log = TraceLog.Of(b, 60);
        Assert.Equal(Ms(7), log.When(TraceKind.Start, "ahead"));
        Assert.Equal(Ms(20), log.When(TraceKind.Start, "first"));
        Assert.Equal(Ms(25), log.When(TraceKind.Start, "behind"));
    }

    /// <summary>What a disturbance adds counts when it is asked whether a service would end before the shift.</summary>
    [Fact]
    public void ASlowedServiceIsNotBegunIfItWouldRunOver()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Break(10, 20), ShiftEnd.DoNotStart);
        b.Disturbance("outage").Slows(3, desk).At((Clock(5), Clock(12)));
        b.Source("trucks").At(Clock(6)).To(b.Stage("service", desk, Det(2)));
        Assert.Equal(Ms(20), TraceLog.Of(b, 60).When(TraceKind.Start, "trucks"));
    }

    [Fact]
    public void ItIsBegunWhenTheDisturbanceEndsInTime()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Break(10, 20), ShiftEnd.DoNotStart);
        b.Disturbance("outage").Slows(3, desk).At((Clock(5), Clock(7)));
        b.Source("trucks").At(Clock(6)).To(b.Stage("service", desk, Det(2)));
        Assert.Equal(Ms(7), TraceLog.Of(b, 60).When(TraceKind.Start, "trucks"));
    }

    /// <summary>A truck suspended twice, by a breakdown and by the end of the shift, has its time split to the millisecond.</summary>
    [Fact]
    public void BreakdownAndShiftEndTogether()
    {
        StationBuilder desk = b.Station("desk").Scheduled(Break(6, 10), ShiftEnd.SuspendResume).Fails(Det(2), Det(1));
        b.Source("trucks").AtStart(1).To(b.Stage("service", desk, Det(5)));
        Leg leg = TraceLog.Of(b, 60).Of("trucks", 0);
        // Down 2-3, 5-6, 8-9, 11-12: served 0-2, 3-5, and after the break 10-11.
        Assert.Equal((Ms(11)[0], Ms(5)[0], Ms(4)[0], Ms(2)[0]), (leg.End, leg.Service, leg.Closed, leg.Queue));
    }

    private static CapacityCalendar Break(double from, double to) => CapacityCalendar.Steps(0, (SimTime.Zero, 1), (Clock(from), 0), (Clock(to), 1));
}
