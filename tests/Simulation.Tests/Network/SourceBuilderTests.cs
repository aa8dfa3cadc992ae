using CorridorTwin.Simulation.Network;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Network;

public class SourceBuilderTests
{
    /// <summary>Trucks there at the start beside a stream of others: easily written on one source, where the second would win in silence.</summary>
    [Fact]
    public void A_source_is_told_once_how_its_trucks_come()
    {
        SourceBuilder source = new NetworkBuilder().Source("trucks").AtStart(8);
        Assert.Contains("second source", Assert.Throws<ArgumentException>(() => source.Poisson(1)).Message);
        Assert.Contains("'trucks'", Assert.Throws<ArgumentException>(() => source.Renewal(Exp(1))).Message);
        Assert.Throws<ArgumentException>(() => source.At(Clock(1)));
    }
}
