using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Tests.Inputs;

public class DeclarationTests
{
    private static readonly Declaration[] All = [.. Declaration.AllOf(BaselineShapes.File), .. Declaration.AllOf(ScenarioShapes.File(MeasureCatalog.All))];

    [Fact]
    public void Every_input_says_in_both_languages_what_it_is_and_what_is_expected()
    {
        Assert.All(All, d => Assert.False(string.IsNullOrWhiteSpace(d.Description.En) || string.IsNullOrWhiteSpace(d.Description.Es), d.Pattern));
        Assert.All(All, d => Assert.False(string.IsNullOrWhiteSpace(d.Expected.En) || string.IsNullOrWhiteSpace(d.Expected.Es), d.Pattern));
    }

    [Fact]
    public void No_number_is_without_limits() => Assert.All(
        All.Where(d => d.Limits is not null),
        d => Assert.True(double.IsFinite(d.Limits!.Value.Least) && double.IsFinite(d.Limits.Value.Most), d.Pattern));

    [Fact]
    public void Every_figure_of_the_shipped_baseline_is_declared()
    {
        // Post ids, operations and the like stand for *; an item for []; the figure's own path for its pattern.
        var patterns = Declaration.AllOf(BaselineShapes.File).Select(d => new System.Text.RegularExpressions.Regex(
            "^" + System.Text.RegularExpressions.Regex.Escape(d.Pattern).Replace("\\*", "[^.]+", StringComparison.Ordinal).Replace("\\[]", "(\\.values)?\\[\\d+]", StringComparison.Ordinal) + "$")).ToArray();
        Assert.All(BaselineFile.Load(Repository.Baseline).OrThrow().Figures.Take(120), f => Assert.Contains(patterns, p => p.IsMatch(f.Path)));
    }

    [Fact]
    public void A_parameter_of_a_measure_is_declared_with_its_own_limits()
    {
        Declaration declared = Assert.Single(All, d => d.Pattern == "measures[].parameters(RiskManagement).red-cut");
        Assert.Equal((0.0, 100.0), declared.Limits);
    }
}
