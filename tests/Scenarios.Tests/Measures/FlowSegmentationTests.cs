using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class FlowSegmentationTests
{
    private static readonly FlowSegmentation Measure = new();

    private static CorridorModel Standing(params string[] measures) => With(s => s with { InForce = measures.ToDictionary(m => m, _ => 1.0) }, Whole);

    private static SideProcedure Side(CorridorModel model, SideRole role) => model.Post("north").Side(Direction.N2S, role);

    private static string Of(SideProcedure side) =>
        string.Join("; ", side.ApproachLanes.Select(l => $"{l.FromKilometres} km {string.Join(",", l.Classes)}{(l.Empties ? " empties" : "")}{(l.Aeo ? " aeo" : "")}"));

    [Fact]
    public void With_works_and_certified_operators_each_flow_has_its_lane()
    {
        CorridorModel model = Measure.Apply(Standing("Infrastructure", "AuthorizedEconomicOperator"), new("FlowSegmentation")).Model;
        Assert.Equal("2 km Perishable; 2 km Dangerous empties aeo", Of(Side(model, SideRole.Exit)));
        Assert.Equal("0 km Perishable; 0 km Dangerous empties aeo", Of(Side(model, SideRole.Entry)));
    }

    [Fact]
    public void Without_them_there_is_one_lane_of_a_kilometre_and_it_is_said()
    {
        MeasureOutcome outcome = Measure.Apply(Whole, new("FlowSegmentation"));
        Assert.Equal("1 km Perishable,Dangerous empties", Of(Side(outcome.Model, SideRole.Exit)));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Text.En.Contains("from 1 km instead of 2 km", StringComparison.Ordinal));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Text.En.Contains("no lane for authorised operators", StringComparison.Ordinal));
    }

    [Fact]
    public void The_one_second_lane_of_the_road_is_shared_and_keeps_its_length()
    {
        CorridorModel empties = With(s => s.Role == SideRole.Exit ? s with { ApproachLanes = [new ApproachLane(3.5, true, [])] } : s, Whole);
        Assert.Equal("3.5 km Perishable,Dangerous empties", Of(Side(Measure.Apply(empties, new("FlowSegmentation")).Model, SideRole.Exit)));
    }

    [Fact]
    public void A_longer_lane_that_stands_is_not_replaced_by_a_shorter_one()
    {
        CorridorModel longer = With(s => s.Role == SideRole.Exit ? s with { ApproachLanes = [new ApproachLane(5, false, [CargoClass.Perishable])] } : s, Standing("Infrastructure"));
        Assert.Equal("2 km Dangerous empties; 5 km Perishable", Of(Side(Measure.Apply(longer, new("FlowSegmentation")).Model, SideRole.Exit)));
    }

    [Fact]
    public void Below_half_strength_there_is_no_lane()
    {
        MeasureOutcome outcome = Measure.Apply(Whole, new("FlowSegmentation") { Intensity = 0.4 });
        Assert.Same(Whole, outcome.Model);
        Assert.All(outcome.Notes, n => Assert.Equal(NoteKind.Limited, n.Kind));
    }
}
