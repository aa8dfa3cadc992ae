using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Two agencies examine a truck side by side: one at a desk that is free (an hour), one at a desk under test (an hour).</summary>
public class JointSplitTests
{
    private static readonly Distribution Hour = Distribution.Deterministic(TimeSpan.FromHours(1));
    private static readonly Distribution HourAndHalf = Distribution.Deterministic(TimeSpan.FromHours(1.5));

    [Fact]
    public void Waiting_for_a_closed_desk_is_closed_also_when_staff_called_in_end_it()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(0).CallIn(2, 1, 1, alsoWhenClosed: true);
        Track first = First(b, desk, SimTime.Zero, SimTime.FromHours(3));
        Assert.Equal((2, 2, 0, 0), Hours(first));
    }

    [Fact]
    public void Waiting_for_room_is_blocked()
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").WaitingRoom(0);
        b.Source("other").At(SimTime.Zero).To(b.Procedure("other").Stage("other", desk, HourAndHalf));
        Assert.Equal((2, 0, 0.5, 0), Hours(First(b, desk, SimTime.Zero)));
    }

    [Fact]
    public void Each_stretch_of_waiting_is_booked_by_what_held_the_truck_then()
    {
        var b = new NetworkBuilder();
        CapacityCalendar shut2To5 = CapacityCalendar.Steps(0, (SimTime.Zero, 1), (SimTime.FromHours(2), 0), (SimTime.FromHours(5), 1));
        StationBuilder desk = b.Station("desk").Scheduled(shut2To5).WaitingRoom(1);
        StageBuilder other = b.Procedure("other").Stage("other", desk, HourAndHalf);
        b.Source("served").At(SimTime.Zero).To(other);
        b.Source("waiting").At(SimTime.Zero).To(other);
        Assert.Equal((2, 3, 0.5, 0.5), Hours(First(b, desk, SimTime.Zero)));
    }

    private static Track First(NetworkBuilder b, StationBuilder desk, params SimTime[] arrivals)
    {
        ProcedureBuilder leg = b.Procedure("joint");
        StageBuilder there = leg.Stage("there", desk, Hour);
        StageBuilder here = leg.Stage("here", b.Station("free").Servers(9), Hour);
        b.Source("truck").At(arrivals).To(leg.InParallel("both", there, here));
        NetworkModel network = b.Build();
        var legs = new Legs("joint", network);
        RunResult run = Replication.Run(network, new RunOptions { Length = SimDuration.FromHours(4) }, legs);
        Assert.Empty(run.LittleViolations);
        return legs.First!.Value;
    }

    private static (double Service, double Closed, double Blocked, double Queue) Hours(in Track t)
    {
        const double hour = SimDuration.MillisecondsPerHour;
        return (t.Service / hour, t.Closed / hour, t.Blocked / hour, t.Queue / hour);
    }

    private sealed class Legs(string procedure, NetworkModel model) : RunObserver
    {
        public Track? First { get; private set; }

        public override void LegEnded(in LegRecord leg)
        {
            if (model.ProcedureNames[leg.Procedure] == procedure) First ??= leg.Track;
        }
    }
}
