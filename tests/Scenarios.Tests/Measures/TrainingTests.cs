using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class TrainingTests
{
    [Fact]
    public void Hours_in_courses_are_taken_off_the_gain()
    {
        SideProcedure side = new Training().Apply(Whole, new("Training")).Model.Posts[0].Sides[1];
        Assert.Equal(1.03 * 0.99, side.Pace, 1e-12);
        Assert.Equal(0.9 * Whole.Posts[0].Sides[1].Declaration.RejectedShare, side.Declaration.RejectedShare, 1e-12);
    }

    [Fact]
    public void Courses_that_teach_nothing_cost_time()
    {
        var use = new MeasureApplication("Training") { Parameters = new Dictionary<string, ParameterValue> { ["faster-work"] = new ParameterValue.Number(0) } };
        Assert.Equal(0.99, new Training().Apply(Whole, use).Model.Posts[0].Sides[1].Pace, 1e-12);
    }
}
