using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>Known answers 8 to 12: a full waiting room turns trucks away.</summary>
public class LossTests(ITestOutputHelper output)
{
    [Fact]
    public void Case8_Mm1With4Places()
    {
        double[] shares = [0.383886, 0.255924, 0.170616, 0.113744, 0.075829];
        Experiment e = Lossy(2, Exp(1.0 / 3), 1, 3, n => n == 4 ? 1 : 0)
            .Expect("PB", 0.075829, o => o.Legs.TurnedAway / (double)o.Legs.Came)
            .Expect("L", 1.241706, o => o.Present("desk"))
            .Expect("Wq", 0.338462, o => o.Legs.MeanQueue())
            .Expect("throughput", 1.848341, o => o.Rate("desk"));
        for (int n = 0; n < shares.Length; n++)
        {
            int level = n;
            e.Expect($"p{n}", shares[n], o => o.Run.Station("desk").LevelShares[level]);
        }
        e.Run(output);
    }

    [Fact]
    public void Case9_Mm2With3Places() =>
        Lossy(3, Exp(0.25), 2, 1, n => n == 3 ? 1 : 0)
            .Expect("N", 0.762340, o => o.Present("desk"))
            .Expect("PB", 0.049360, o => o.Legs.TurnedAway / (double)o.Legs.Came)
            .Expect("p0", 0.468007, o => o.Run.Station("desk").LevelShares[0])
            .Run(output);

    [Fact]
    public void Case10_Mm1With5PlacesAtFullLoad() =>
        Lossy(1, Exp(1), 1, 4, n => n == 5 ? 1 : 0)
            .Expect("PB", 0.166667, o => o.Legs.TurnedAway / (double)o.Legs.Came)
            .Expect("L", 2.5, o => o.Present("desk"))
            .Expect("W", 3, o => o.Legs.MeanLength())
            .Expect("Wq", 2, o => o.Legs.MeanQueue())
            .Run(output);

    [Fact]
    public void Case11_Mm2With6PlacesOverloaded() =>
        Lossy(5, Exp(0.5), 2, 4, n => n == 6 ? 1 : 0)
            .Expect("PB", 0.261756, o => o.Legs.TurnedAway / (double)o.Legs.Came)
            .Expect("throughput", 3.691220, o => o.Rate("desk"))
            .Expect("L", 3.989915, o => o.Present("desk"))
            .Expect("Wq", 0.580920, o => o.Legs.MeanQueue())
            .Run(output);

    /// <summary>Erlang's loss formula does not depend on the law of service, only on its mean.</summary>
    [Theory]
    [InlineData(3, 5, 0.110054, "exponential")]
    [InlineData(3, 5, 0.110054, "deterministic")]
    [InlineData(3, 5, 0.110054, "uniform")]
    [InlineData(8, 10, 0.121661, "exponential")]
    [InlineData(8, 10, 0.121661, "deterministic")]
    [InlineData(8, 10, 0.121661, "uniform")]
    public void Case12_ErlangLossForAnyService(double load, int servers, double blocked, string law)
    {
        Distribution service = law switch { "exponential" => Exp(1), "deterministic" => Det(1), _ => Unif(0, 2) };
        Lossy(load, service, servers, 0, n => n == servers ? 1 : 0)
            .Expect("PB of trucks", blocked, o => o.Legs.TurnedAway / (double)o.Legs.Came)
            .Expect("PB of time", blocked, o => o.Run.Station("desk").LevelShares[servers])
            .Expect("busy", load * (1 - blocked), o => o.Run.Station("desk").MeanBusy)
            .Run(output);
    }

    /// <summary>Run length for the rarest thing measured, at the rates of the exponential case.</summary>
    private static Experiment Lossy(double arrivals, Distribution service, int servers, int room, Func<int, double> rarest)
    {
        double rate = 3_600_000 / service.MeanMilliseconds;
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(servers).WaitingRoom(room).TurnAwayWhenFull().TrackLevels(servers + room);
        b.Source("trucks").Poisson(arrivals).To(b.Stage("service", desk, service));
        var chain = BirthDeath.Queue(arrivals, rate, servers, room);
        return new Experiment(b.Build(), Plan.For(chain, rarest, Plan.CautiousAim) with { Trace = true });
    }
}
