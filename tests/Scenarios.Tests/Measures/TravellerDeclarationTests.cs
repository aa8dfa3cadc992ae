using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class TravellerDeclarationTests
{
    [Fact]
    public void Buses_take_a_tenth_less_of_the_officers_they_share()
    {
        BackgroundLoad bus = new TravellerDeclaration().Apply(Whole, new("TravellerDeclaration")).Model.Posts[0].Sides[0].Background[0];
        Assert.Equal(20 * 60_000 * 0.9, bus.Service[StageKind.Migration].MeanMilliseconds, 1e-6);
        Assert.Equal(10, bus.PerDay);
    }

    [Fact]
    public void Without_buses_there_is_nothing_to_change() => Assert.Same(Model, new TravellerDeclaration().Apply(Model, new("TravellerDeclaration")).Model);
}
