using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class MaintenanceTests
{
    [Fact]
    public void Machines_are_back_in_half_the_time_and_fail_as_often()
    {
        BreakdownSpec Of(CorridorModel m) => m.Posts[0].Sides[1].Stations.Single(s => s.Name == "machine").Breakdown!;
        BreakdownSpec before = Of(Whole), after = Of(new Maintenance().Apply(Whole, new("Maintenance")).Model);
        Assert.Equal(0.5 * before.TimeToRepair.MeanMilliseconds, after.TimeToRepair.MeanMilliseconds, 1e-6);
        Assert.Equal(before.TimeBetweenFailures, after.TimeBetweenFailures);
    }

    [Fact]
    public void Without_a_machine_it_changes_nothing_but_stands_for_the_scanner_to_come()
    {
        MeasureOutcome plan = new Maintenance().Apply(Model, new("Maintenance"));
        Assert.Equal(8, plan.Notes.Count(n => n.Kind == NoteKind.NothingToChange));
        Assert.All(ModelLeaves.Changed(Model, plan.Model), c => Assert.Contains(".InForce.", c, StringComparison.Ordinal));
        MeasureOutcome both = MeasureCatalog.Apply(Model, [new("SmartBorder"), new("Maintenance")]);
        Assert.DoesNotContain(both.Notes, n => n.Kind == NoteKind.PrerequisiteMissing && n.Measure == "SmartBorder");
        Assert.Equal(12 * 3_600_000.0, both.Model.Posts[0].Sides[1].Stations.Single(s => s.Name == "scanner").Breakdown!.TimeToRepair.MeanMilliseconds, 1);
    }
}
