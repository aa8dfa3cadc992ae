using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Where trucks go after a stage.</summary>
public class RouteTests
{
    private readonly NetworkBuilder b = new();

    /// <summary>What is left of 1 goes where Then says, and else ends the leg.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheRest(bool then)
    {
        StageBuilder fork = b.Pass("fork");
        fork.Route((b.Exit("left"), 0.25), (b.Exit("right"), 0.25));
        if (then) fork.Then(b.Exit("straight"));
        b.Source("trucks").AtStart(4000).To(fork);
        var left = TraceLog.Of(b, 1).Result.LeftBy;
        int rest = then ? 4 : 0;
        Assert.InRange(left[2], 850, 1150);
        Assert.InRange(left[3], 850, 1150);
        Assert.InRange(left[rest], 1850, 2150);
    }

    /// <summary>A truck that leaves by a way out has finished, and its record says where; one turned away has not.</summary>
    [Fact]
    public void WhoLeavesByAWayOutIsReported()
    {
        StageBuilder service = b.Stage("service", b.Station("desk").WaitingRoom(1).TurnAwayWhenFull(), Det(2));
        service.Route((b.Exit("left"), 0.5));
        b.Source("trucks").AtStart(3).To(service);
        TraceLog log = TraceLog.Of(b, 10);
        int left = log.Result.Model.ExitNames.ToList().IndexOf("left");
        Assert.Equal(2, log.Legs.Count);
        Assert.Equal(log.Result.LeftBy[left], log.Legs.Count(l => l.Exit == left));
        Assert.Equal(log.Result.LeftBy[0], log.Legs.Count(l => l.Exit == 0));
        Assert.Equal(1, log.Result.LeftBy[1]);
    }

    /// <summary>A stage turns trucks off by length or by chance, not both: one of the two would be silently ignored.</summary>
    [Fact]
    public void ChanceAndLengthTogetherAreRefused()
    {
        StationBuilder desk = b.Station("desk");
        StageBuilder look = b.Pass("look");
        look.Route((b.Exit("by chance"), 0.5)).LeaveByNumber(desk, b.Exit("by length"), 0, 1).Then(b.Stage("service", desk, Det(1)));
        b.Source("trucks").AtStart(1).To(look);
        Assert.Contains("both", Assert.Throws<ArgumentException>(b.Build).Message);
    }
}
