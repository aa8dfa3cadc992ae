using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class PerishablePriorityTests
{
    private static readonly PerishablePriority Measure = new();

    private static MeasureApplication Use(params (string Key, ParameterValue Value)[] parameters) =>
        new("PerishablePriority") { Parameters = parameters.ToDictionary(p => p.Key, p => p.Value) };

    private static SideProcedure Side(CorridorModel model, SideRole role) => model.Post("north").Side(Direction.N2S, role);

    [Fact]
    public void Serves_perishables_first_on_both_sides_and_marks_a_lane_on_the_road()
    {
        CorridorModel changed = Measure.Apply(Model, Use()).Model;
        Assert.Equal([CargoClass.Perishable], Side(changed, SideRole.Entry).Priority);
        ApproachLane lane = Assert.Single(Side(changed, SideRole.Exit).ApproachLanes);
        Assert.Equal((1, false), (lane.FromKilometres, lane.Empties));
        Assert.Equal([CargoClass.Perishable], lane.Classes);
        Assert.Empty(Side(changed, SideRole.Entry).ApproachLanes);
    }

    [Fact]
    public void Relief_keeps_its_rank()
    {
        CorridorModel relief = With(s => s with { Priority = [CargoClass.Relief] });
        Assert.Equal([CargoClass.Relief, CargoClass.Perishable], Side(Measure.Apply(relief, Use()).Model, SideRole.Exit).Priority);
    }

    [Fact]
    public void Joins_the_lane_of_the_empties_rather_than_getting_a_third()
    {
        CorridorModel empties = With(s => s.Role == SideRole.Exit ? s with { ApproachLanes = [new(5, true, [])] } : s);
        ApproachLane lane = Assert.Single(Side(Measure.Apply(empties, Use()).Model, SideRole.Exit).ApproachLanes);
        Assert.Equal((5, true), (lane.FromKilometres, lane.Empties));
        Assert.Equal([CargoClass.Perishable], lane.Classes);
        CorridorModel apart = Measure.Apply(empties, Use(("share-existing-lane", new ParameterValue.Flag(false)))).Model;
        Assert.Equal([5, 1], Side(apart, SideRole.Exit).ApproachLanes.Select(l => l.FromKilometres));
    }

    [Fact]
    public void A_long_lane_needs_works()
    {
        MeasureApplication use = Use(("lane-kilometres", new ParameterValue.Number(4)));
        Assert.DoesNotContain(Measure.Apply(Model, Use()).Notes, n => n.Kind == NoteKind.PrerequisiteMissing);
        MeasureOutcome outcome = Measure.Apply(Model, use);
        Assert.Equal(1, Side(outcome.Model, SideRole.Exit).ApproachLanes[0].FromKilometres);
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Text.En.Contains("at 1 km instead of 4 km", StringComparison.Ordinal));
        CorridorModel built = With(s => s with { InForce = new Dictionary<string, double> { ["Infrastructure"] = 1 } });
        Assert.Equal(4, Side(Measure.Apply(built, use).Model, SideRole.Exit).ApproachLanes[0].FromKilometres);
    }

    [Fact]
    public void Below_half_strength_it_is_no_rule()
    {
        MeasureOutcome outcome = Measure.Apply(Model, Use() with { Intensity = 0.49 });
        Assert.Same(Model, outcome.Model);
        Assert.All(outcome.Notes, n => Assert.Equal(NoteKind.Limited, n.Kind));
    }

    [Fact]
    public void Plant_health_keeps_off_hours_watch_only_if_asked()
    {
        Assert.Same(Side(Model, SideRole.Entry).Stations, Side(Measure.Apply(Model, Use()).Model, SideRole.Entry).Stations);
        MeasureOutcome outcome = Measure.Apply(Model, Use(("off-hours-sps", new ParameterValue.Flag(true))));
        StationSpec sps = Side(outcome.Model, SideRole.Entry).Stations.Single(s => s.Name == "sps");
        Assert.All(sps.Roster.MinuteLevels(), level => Assert.Equal(1, level));
        Assert.Contains(outcome.Notes, n => n.Kind == NoteKind.SideEffect && n.Text.En.Contains("112 more staff-hours", StringComparison.Ordinal)); // 16 h a day
    }
}
