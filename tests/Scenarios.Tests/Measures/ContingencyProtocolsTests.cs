using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class ContingencyProtocolsTests
{
    private static MeasureOutcome Apply(CorridorModel model, double intensity = 1) => new ContingencyProtocols().Apply(model, new("ContingencyProtocols") { Intensity = intensity });

    [Fact]
    public void The_plan_stands_and_relief_goes_first()
    {
        SideProcedure side = Apply(Whole).Model.Posts[0].Sides[0];
        Assert.Equal(new ContingencyPlan(0.30, 0.10, 0.15), side.Contingency);
        Assert.Equal([CargoClass.Relief], side.Priority);
        Assert.Equal([CargoClass.Relief, CargoClass.Perishable], Apply(With(s => s with { Priority = [CargoClass.Perishable] })).Model.Posts[0].Sides[0].Priority);
    }

    [Fact]
    public void Whether_there_is_anything_to_soften_is_said_post_by_post()
    {
        static int Idle(CorridorModel model) => Apply(model).Notes.Count(n => n.Kind == NoteKind.NothingToChange);
        Assert.Equal(8, Idle(Whole));
        Assert.Equal(4, Idle(Whole with { Disruptions = [new Disruption(DisruptionKind.Strike, "south", 1, 24, 0.5)] }));
        Assert.Equal(8, Idle(Whole with { Disruptions = [new Disruption(DisruptionKind.Surge, null, 1, 24, 0.5)] }));
        Assert.Equal(0, Idle(Whole with { Disruptions = [new Disruption(DisruptionKind.Surge, null, 1, 24, 0.05, CargoClass.Relief)] }));
        Assert.Equal(0, Idle(Whole with { Posts = [.. Whole.Posts.Select(p => p with { Outage = new OutageRule(1, Distribution.Exponential(TimeSpan.FromHours(3)), 4) })] }));
    }

    [Fact]
    public void Half_strength_is_half_of_the_plan() => Assert.Equal(new ContingencyPlan(0.15, 0.05, 0.075), Apply(Whole, 0.5).Model.Posts[0].Sides[0].Contingency);
}
