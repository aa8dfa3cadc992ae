using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>
/// Waits for a clockwork server show a generator whose successive draws are not quite independent: the platform's seeded one
/// comes out 0.4 to 1 % low here, within what the other tests allow. These are long enough to see half a percent.
/// </summary>
[Trait("Category", "Long")]
public class DrawBiasTests(ITestOutputHelper output)
{
    private const double Precision = 0.0015;

    [Theory]
    [InlineData(0.8, 1, 2)]
    [InlineData(0.9, 1, 4.5)]
    [InlineData(1.8, 2, 2.146923)]
    [InlineData(2.4, 3, 0.553900)]
    public void ClockworkService(double arrivals, int servers, double wait)
    {
        var b = new NetworkBuilder();
        b.Source("trucks").Poisson(arrivals).To(b.Stage("service", b.Station("desk").Servers(servers), Det(1)));
        new Experiment(b.Build(), Plan.ForStation(arrivals, 1, servers, 1, 0, 0.8 * Precision))
            .Expect("Wq", wait, o => o.Wait("desk"), Precision)
            .Run(output);
    }
}
