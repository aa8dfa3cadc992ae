using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.Engine;

public class YardBeforeClosedStationTests
{
    [Fact]
    public void Opening_admits_trucks_blocked_before_a_station_without_a_waiting_room()
    {
        var b = new NetworkBuilder();
        CapacityCalendar fromNoon = CapacityCalendar.Steps(SimDuration.MillisecondsPerDay, (SimTime.Zero, 0), (SimTime.FromHours(12), 1));
        StationBuilder gate = b.Station("gate");
        StationBuilder desk = b.Station("desk").Scheduled(fromNoon).WaitingRoom(0);
        StageBuilder enter = b.Stage("enter", gate, Distribution.Deterministic(TimeSpan.FromHours(1)));
        enter.Then(b.Stage("serve", desk, Distribution.Deterministic(TimeSpan.FromHours(1))));
        b.Source("s").At(SimTime.Zero).To(enter);
        RunResult r = Replication.Run(b.Build(), new RunOptions { Length = SimDuration.FromDays(1), DrainLimit = SimDuration.FromDays(3) });
        Assert.Equal(0, r.Inside);
        Assert.Equal(11.0 / 24, r.Station("gate").MeanBusy - 1.0 / 24, 9);
        Assert.Empty(r.LittleViolations);
    }
}
