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
