using CorridorTwin.Scenarios.Differences;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Differences;

public class ModelDifferenceTests
{
    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;

    private static CorridorModel With(string scenario) =>
        MeasureCatalog.Apply(Model, Shipped.Folder.Scenarios.Single(s => s.Id == scenario).Measures.Select(m => m.Application)).Model;

    [Fact]
    public void A_model_differs_in_nothing_from_itself() => Assert.Empty(ModelDifference.Of(Model, Model with { CapacityFactor = 1 }));

    [Fact]
    public void A_changed_value_is_told_by_its_path_before_and_after() => Assert.Equal(
        [new ModelChange("demand.growth-per-year", "3 %", "4.5 %"), new ModelChange("capacity-factor", "1", "0.98")],
        ModelDifference.Of(Model, Model with { CapacityFactor = 0.98, Demand = Model.Demand with { GrowthPerYear = 0.045 } }));

    [Fact]
    public void Equal_changes_of_several_sides_are_told_once()
    {
        GroupedChange recognition = Assert.Single(ModelDifference.Grouped(Model, With("coordinated-border-management")), c => c.Path == "recognition");
        Assert.Equal(("0 %", "15 %", 9), (recognition.Before, recognition.After, recognition.Sides.Count));
        Assert.Contains("penas-blancas.S2N.entry", recognition.Sides);
    }

    [Fact]
    public void What_is_added_has_nothing_before()
    {
        GroupedChange added = ModelDifference.Grouped(Model, With("smart-border")).First(c => c.Path == "stages.scan.station");
        Assert.Equal((null, "scanner"), (added.Before, added.After));
    }

    [Theory]
    [InlineData("advance-declaration")]
    [InlineData("smart-border")]
    [InlineData("perishable-priority")]
    [InlineData("schedule-harmonization")]
    [InlineData("coordinated-border-management")]
    [InlineData("risk-management")]
    [InlineData("ecfcc-2030")]
    public void Every_shipped_scenario_differs_and_back_again(string id)
    {
        CorridorModel after = With(id);
        IReadOnlyList<ModelChange> there = ModelDifference.Of(Model, after);
        Assert.NotEmpty(there);
        Assert.Equal(there.Select(c => (c.Path, c.After, c.Before)).Order(), ModelDifference.Of(after, Model).Select(c => (c.Path, c.Before, c.After)).Order());
        Assert.All(there, c => Assert.NotEqual(c.Before, c.After));
    }

    [Fact]
    public void Rosters_and_times_read_as_in_files()
    {
        string[] texts = [.. ModelDifference.Of(Model, With("ecfcc-2030")).SelectMany(c => new[] { c.Before, c.After }).OfType<string>()];
        Assert.Contains(texts, t => System.Text.RegularExpressions.Regex.IsMatch(t, @"^\d\d:\d\d-\d\d:\d\d \d"));
        Assert.Contains(texts, t => System.Text.RegularExpressions.Regex.IsMatch(t, @"^gamma \d+ min cv 0.5$"));
    }
}
