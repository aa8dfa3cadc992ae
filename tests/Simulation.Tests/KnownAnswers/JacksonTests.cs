using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 32 to 34: open networks of exponential stations (Jackson), each station as if alone.</summary>
public class JacksonTests(ITestOutputHelper output)
{
    [Fact]
    public void Case32_Tandem()
    {
        var b = new NetworkBuilder();
        StageBuilder second = b.Stage("second", b.Station("B"), Exp(1.0 / 4));
        StageBuilder first = b.Stage("first", b.Station("A"), Exp(1.0 / 5)).Then(second);
        b.Source("trucks").Poisson(3).To(first);
        new Experiment(b.Build(), Bottleneck(3, 4, 1))
            .Expect("L", 4.5, o => o.Present())
            .Expect("W", 1.5, o => o.Legs.MeanLength())
            .Run(output);
    }

    [Fact]
    public void Case33_Feedback()
    {
        var b = new NetworkBuilder();
        StageBuilder service = b.Stage("service", b.Station("desk"), Exp(1.0 / 4));
        service.Route((service, 0.25));
        b.Source("trucks").Poisson(2).To(service);
        new Experiment(b.Build(), Bottleneck(2 / 0.75, 4, 1))
            .Expect("L", 2, o => o.Present())
            .Expect("W", 1, o => o.Legs.MeanLength())
            .Expect("visits", 2 / 0.75, o => o.Rate("desk"))
            .Run(output);
    }

    [Fact]
    public void Case34_ThreeNodes()
    {
        var b = new NetworkBuilder();
        StageBuilder one = b.Stage("1", b.Station("1").Servers(1), Exp(1.0 / 6));
        StageBuilder two = b.Stage("2", b.Station("2").Servers(2), Exp(1.0 / 3));
        StageBuilder three = b.Stage("3", b.Station("3").Servers(2), Exp(1.0 / 2.5));
        one.Route((two, 0.6), (three, 0.3));
        two.Route((one, 0.1), (three, 0.5));
        three.Route((two, 0.2));
        b.Source("to 1").Poisson(4).To(one);
        b.Source("to 2").Poisson(1).To(two);
        new Experiment(b.Build(), Bottleneck(4.436451, 6, 1))
            .Expect("rate 1", 4.436451, o => o.Rate("1"))
            .Expect("rate 2", 4.364508, o => o.Rate("2"))
            .Expect("rate 3", 3.513189, o => o.Rate("3"))
            .Expect("L", 8.702726, o => o.Present())
            .Expect("W", 1.740545, o => o.Legs.MeanLength())
            .Run(output);
    }

    /// <summary>The busiest station alone, with twice its variance: returning trucks are correlated, and there are other stations.</summary>
    private static Plan Bottleneck(double arrivals, double rate, int servers) =>
        Plan.For(BirthDeath.Queue(arrivals, rate, servers), n => n, Plan.Aim, 2);
}
