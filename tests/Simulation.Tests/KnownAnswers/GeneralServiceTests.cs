using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 13 to 22: service or arrivals that are not exponential (Pollaczek-Khinchine, Crommelin, GI/M/1).</summary>
public class GeneralServiceTests(ITestOutputHelper output)
{
    [Fact]
    public void Case13_Md1() =>
        Queue(0.8, Det(1))
            .Expect("Wq", 2, o => o.Legs.MeanQueue())
            .Expect("L", 2.4, o => o.Present("desk"))
            .Run(output);

    [Fact]
    public void Case14_ErlangService() =>
        Queue(0.8, Distribution.Erlang(Hours(1), 2)).Expect("Wq", 3, o => o.Legs.MeanQueue()).Run(output);

    [Fact]
    public void Case15_UniformService() =>
        Queue(0.8, Unif(0.5, 1.5)).Expect("Wq", 2.166667, o => o.Legs.MeanQueue()).Run(output);

    [Fact]
    public void Case16_LognormalService() =>
        Queue(4, Distribution.Lognormal(TimeSpan.FromMinutes(12), 0.5))
            .Expect("Wq min", 30, o => 60 * o.Legs.MeanQueue())
            .Expect("W min", 42, o => 60 * o.Legs.MeanLength())
            .Expect("Lq", 2, o => o.Run.Station("desk").MeanQueue)
            .Run(output);

    [Fact]
    public void Case17_HyperexponentialService() =>
        Queue(0.9, Distribution.Hyperexponential((0.2, Hours(2)), (0.8, Hours(0.5))))
            .Expect("rho", 0.72, o => o.Run.Station("desk").MeanBusy)
            .Expect("Wq", 3.214286, o => o.Legs.MeanQueue())
            .Expect("L", 3.612857, o => o.Present("desk"))
            .Run(output);

    [Fact]
    public void Case18_TriangularService() =>
        Queue(4.5, Distribution.Triangular(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20)))
            .Expect("Wq min", 57.25, o => 60 * o.Legs.MeanQueue())
            .Expect("W min", 69.25, o => 60 * o.Legs.MeanLength())
            .Run(output);

    [Fact]
    public void Case19_Md2() =>
        Queue(1.8, Det(1), 2)
            .Expect("Wq", 2.146923, o => o.Legs.MeanQueue())
            .Expect("P(wait)", 0.847108, o => o.Legs.ShareWaiting())
            .Run(output);

    [Fact]
    public void Case20_Md3() =>
        Queue(2.4, Det(1), 3)
            .Expect("Wq", 0.553900, o => o.Legs.MeanQueue())
            .Expect("P(wait)", 0.632542, o => o.Legs.ShareWaiting())
            .Run(output);

    /// <summary>P(wait) = sigma, the root of Laplace(μ (1 − sigma)) = sigma.</summary>
    [Fact]
    public void Case21_ClockworkArrivals() =>
        Renewal(Det(1.25), 0)
            .Expect("sigma", 0.628630, o => o.Legs.ShareWaiting())
            .Expect("Wq", 1.692731, o => o.Legs.MeanQueue())
            .Run(output);

    [Fact]
    public void Case22_ErlangArrivals() =>
        Renewal(Distribution.Erlang(Hours(1.25), 2), 0.5)
            .Expect("sigma", 0.739853, o => o.Legs.ShareWaiting())
            .Expect("Wq", 2.843980, o => o.Legs.MeanQueue())
            .Run(output);

    private static Experiment Queue(double arrivals, Distribution service, int servers = 1)
    {
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(servers);
        b.Source("trucks").Poisson(arrivals).To(b.Stage("service", desk, service));
        return new Experiment(b.Build(), Plan.ForStation(arrivals, InHours(service.MeanMilliseconds), servers, 1, service.Cv * service.Cv));
    }

    private static Experiment Renewal(Distribution interval, double ca2)
    {
        var b = new NetworkBuilder();
        b.Source("trucks").Renewal(interval).To(b.Stage("service", b.Station("desk"), Exp(1)));
        return new Experiment(b.Build(), Plan.ForStation(0.8, 1, 1, ca2, 1));
    }
}
