using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class ShippedBaselineTests
{
    private static readonly Loaded<BaselineFile> Shipped = BaselineFile.Load(Repository.Baseline);

    [Fact]
    public void It_loads_without_a_problem() => Assert.Empty(Shipped.Problems.Select(p => p.ToString()));

    [Fact]
    public void Every_post_has_its_four_sides()
    {
        CorridorModel model = Shipped.OrThrow().Model;
        Assert.Equal(["pedro-de-alvarado", "el-amatillo", "guasaule", "penas-blancas", "paso-canoas"], model.Posts.Select(p => p.Id));
        Assert.All(model.Posts, p => Assert.Equal(4, p.Sides.Count));
    }
}
