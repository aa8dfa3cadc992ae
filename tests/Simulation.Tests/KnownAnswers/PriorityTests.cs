using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 23 to 26 and 29: priority without preemption (Cobham).</summary>
/// <remarks>27 and 28 ask for preemption, which the engine leaves out: an officer finishes the truck at hand.</remarks>
public class PriorityTests(ITestOutputHelper output)
{
    [Fact]
    public void Case23_ThreeClasses() =>
        Station([0.2, 0.3, 0.2], [Exp(1), Exp(1), Exp(1)])
            .Expect("Wq first", 0.875, o => o.Legs.MeanQueue(0))
            .Expect("Wq second", 1.75, o => o.Legs.MeanQueue(1))
            .Expect("Wq third", 4.666667, o => o.Legs.MeanQueue(2))
            .Run(output);

    [Fact]
    public void Case24_UnequalServices() =>
        Station([0.4, 0.4], [Exp(0.5), Exp(1.25)])
            .Expect("Wq first", 0.906250, o => o.Legs.MeanQueue(0))
            .Expect("Wq second", 3.020833, o => o.Legs.MeanQueue(1))
            .Run(output);

    [Fact]
    public void Case25_DeterministicServices() =>
        Station([0.25, 0.25], [Det(1), Det(2)])
            .Expect("Wq first", 0.833333, o => o.Legs.MeanQueue(0))
            .Expect("Wq second", 3.333333, o => o.Legs.MeanQueue(1))
            .Run(output);

    [Fact]
    public void Case26_AnotherSimulatorsLiteratureTest() =>
        Station([0.2, 0.6], [Exp(1), Exp(1)])
            .Expect("W first", 2, o => o.Legs.MeanLength(0))
            .Expect("W second", 6, o => o.Legs.MeanLength(1))
            .Run(output);

    [Fact]
    public void Case29_ThreeServers() =>
        Station([1, 1.4], [Exp(1), Exp(1)], 3)
            .Expect("Wq first", 0.323596, o => o.Legs.MeanQueue(0))
            .Expect("Wq second", 1.617978, o => o.Legs.MeanQueue(1))
            .Run(output);

    /// <summary>The last class waits longest and varies most: it is planned for as if all waited like it, at the load of all.</summary>
    private static Experiment Station(double[] arrivals, Distribution[] services, int servers = 1)
    {
        double total = arrivals.Sum();
        double mean = arrivals.Zip(services, (a, s) => a * InHours(s.MeanMilliseconds)).Sum() / total;
        string[] names = [.. Enumerable.Range(0, arrivals.Length).Select(i => $"class {i}")];
        var b = new NetworkBuilder();
        b.Attribute("class", [.. names.Select((n, i) => (n, arrivals[i] / total))]);
        StationBuilder desk = b.Station("desk").Servers(servers).Priorities(arrivals.Length);
        StageBuilder service = b.Stage("service", desk, services[0]).TimesBy(c => services[c.Index]).PriorityBy(c => c.Index);
        b.Source("trucks").Poisson(total).To(service);
        return new Experiment(b.Build(), Plan.ForStation(total, mean, servers));
    }
}
