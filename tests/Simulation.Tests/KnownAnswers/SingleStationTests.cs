using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 1 to 7: M/M/c with unlimited room (Erlang C).</summary>
public class SingleStationTests(ITestOutputHelper output)
{
    [Fact]
    public void Case1_Mm1()
    {
        new Experiment(Mmc(0.8, 1, 1), PlanFor(0.8, 1, 1) with { KeepTimes = true })
            .Expect("Wq", 4, o => o.Legs.MeanQueue())
            .Expect("W", 5, o => o.Legs.MeanLength())
            .Expect("Lq", 3.2, o => o.Run.Station("desk").MeanQueue)
            .Expect("L", 4, o => o.Present("desk"))
            .Expect("P(W>5)", 0.367879, o => o.Legs.ShareLengthOver(5))
            .Expect("P(Wq>5)", 0.294304, o => o.Legs.ShareQueueOver(5))
            .Expect("P(N>=5)", 0.327680, o => o.Run.Station("desk").LevelShares[5])
            .Expect("median Wq", 2.350018, o => o.Legs.QueueQuantile(0.5), 0.01)
            .Expect("p90 Wq", 10.397208, o => o.Legs.QueueQuantile(0.9), 0.01)
            .Expect("p95 Wq", 13.862944, o => o.Legs.QueueQuantile(0.95), 0.01)
            .Expect("p95 W", 14.978661, o => o.Legs.LengthQuantile(0.95), 0.01)
            .Run(output);
    }

    [Fact]
    public void Case2_Mm1OfAnotherSimulatorsDocumentation()
    {
        new Experiment(Mmc(5, 8, 1), PlanFor(5, 8, 1))
            .Expect("Wq", 0.208333, o => o.Legs.MeanQueue())
            .Expect("W", 0.333333, o => o.Legs.MeanLength())
            .Expect("Lq", 1.041667, o => o.Run.Station("desk").MeanQueue)
            .Run(output);
    }

    [Fact]
    public void Case3_Mm3()
    {
        new Experiment(Mmc(0.2, 0.1, 3), PlanFor(0.2, 0.1, 3))
            .Expect("P(wait)", 0.444444, o => o.Legs.ShareWaiting())
            .Expect("Wq", 4.444444, o => o.Legs.MeanQueue())
            .Expect("Lq", 0.888889, o => o.Run.Station("desk").MeanQueue)
            .Expect("W", 14.444444, o => o.Legs.MeanLength())
            .Run(output);
    }

    [Fact]
    public void Case4_Mm4InMinutes()
    {
        new Experiment(Mmc(20, 6, 4), PlanFor(20, 6, 4) with { KeepTimes = true })
            .Expect("rho", 0.833333, o => o.Run.Station("desk").MeanBusy / 4)
            .Expect("P(wait)", 0.657722, o => o.Legs.ShareWaiting())
            .Expect("Wq min", 9.865824, o => 60 * o.Legs.MeanQueue())
            .Expect("W min", 19.865824, o => 60 * o.Legs.MeanLength())
            .Expect("Lq", 3.288608, o => o.Run.Station("desk").MeanQueue)
            .Expect("P(Wq>15 min)", 0.241962, o => o.Legs.ShareQueueOver(0.25), 0.01)
            .Expect("p95 Wq min", 38.651382, o => 60 * o.Legs.QueueQuantile(0.95), 0.01)
            .Run(output);
    }

    [Fact]
    public void Case5_Mm2NearSaturation()
    {
        new Experiment(Mmc(1.8, 1, 2), PlanFor(1.8, 1, 2))
            .Expect("P(wait)", 0.852632, o => o.Legs.ShareWaiting())
            .Expect("Wq", 4.263158, o => o.Legs.MeanQueue())
            .Expect("L", 9.473684, o => o.Present("desk"))
            .Run(output);
    }

    [Fact]
    public void Case6_Mm10NearSaturation()
    {
        new Experiment(Mmc(9, 1, 10), PlanFor(9, 1, 10))
            .Expect("P(wait)", 0.668732, o => o.Legs.ShareWaiting())
            .Expect("Wq", 0.668732, o => o.Legs.MeanQueue())
            .Expect("L", 15.018584, o => o.Present("desk"))
            .Run(output);
    }

    [Fact]
    public void Case7_OneLineForThreeServersAgainstThreeLines()
    {
        var b = new NetworkBuilder();
        StationBuilder pool = b.Station("pool").Servers(3);
        b.Source("to pool").Poisson(2.4).To(b.Stage("pooled", pool, Exp(1)));
        string[] lines = ["first", "second", "third"];
        foreach (string line in lines) b.Source("to " + line).Poisson(0.8).To(b.Stage(line, b.Station(line), Exp(1)));

        // Three independent M/M/1 at once: a third of the length of one gives the precision of their average.
        double Separate(Outcome o) => lines.Average(o.Wait);
        new Experiment(b.Build(), PlanFor(2.4, 1, 3))
            .Expect("Wq pooled", 1.078652, o => o.Wait("pool"))
            .Expect("Wq separate", 4, Separate)
            .Expect("saved", 0.730337, o => 1 - o.Wait("pool") / Separate(o))
            .Run(output);
    }

    private static Plan PlanFor(double arrivals, double rate, int servers) =>
        Plan.For(BirthDeath.Queue(arrivals, rate, servers), n => Math.Max(0, n - servers));

    private static NetworkModel Mmc(double arrivals, double rate, int servers)
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(servers).TrackLevels(5);
        b.Source("trucks").Poisson(arrivals).To(b.Stage("service", desk, Exp(1 / rate)));
        return b.Build();
    }
}
