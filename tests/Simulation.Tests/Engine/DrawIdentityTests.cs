using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Tests.KnownAnswers;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Draws belong to a truck at a place on a visit, and to nothing else.</summary>
public class DrawIdentityTests
{
    /// <summary>A truck that circulates draws anew on every visit, however many: a count of 16 bits would begin again after 65,536.</summary>
    [Fact]
    public void EveryVisitDrawsAnew()
    {
        var b = new NetworkBuilder();
        StageBuilder service = b.Stage("service", b.Station("desk"), Exp(1));
        b.Source("trucks").AtStart(1).To(service.Then(service));
        long[] ends = TraceLog.Of(b, 70_000).When(TraceKind.End, "trucks");
        long[] services = [.. ends.Zip(ends.Skip(1), (a, c) => c - a)];
        Assert.True(services.Length > 66_000);
        Assert.False(services.AsSpan(0, 20).SequenceEqual(services.AsSpan(65_536, 20)));
        Assert.True(services.Distinct().Count() > 65_537);
    }

    /// <summary>Another source changes when trucks are served, not how long, nor where they go.</summary>
    [Fact]
    public void AnotherSourceChangesNoDraw()
    {
        (long[] alone, int aloneLeft) = Services(0);
        (long[] accompanied, int left) = Services(0.4);
        Assert.Equal(alone, accompanied);
        Assert.Equal(aloneLeft, left);
    }

    private static (long[], int) Services(double others)
    {
        var b = new NetworkBuilder();
        StageBuilder service = b.Stage("service", b.Station("desk"), Exp(1));
        service.Route((service, 0.3), (b.Exit("elsewhere"), 0.2));
        b.Source("trucks").At([.. Enumerable.Range(0, 200).Select(i => Clock(2 * i))]).To(service);
        b.Source("others").Poisson(others).To(service);
        TraceLog log = TraceLog.Of(b, 10_000);
        long[] lengths = [.. log.When(TraceKind.End, "trucks").Zip(log.When(TraceKind.Start, "trucks"), (end, start) => end - start)];
        return (lengths, log.Records.Count(r => r.Kind == TraceKind.Leave && r.Source == 0 && r.Value > 1));
    }
}
