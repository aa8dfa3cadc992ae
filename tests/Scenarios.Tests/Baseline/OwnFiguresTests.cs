using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Tests.Inputs;

namespace CorridorTwin.Scenarios.Tests.Baseline;

public class OwnFiguresTests
{
    private const string File = "overlays: 2024-baseline\nfigures:\n  - {path: demand.growth, value: 4 %/year, source: 'Banco Central, 2026', date: 2026-03-31, note: observado}\n";

    [Fact]
    public void Every_scenario_starts_from_them_and_the_name_says_so()
    {
        using TempFolder folder = TempFolder.With("own.yaml", File);
        ScenarioFolder shipped = ScenarioFolder.Load(Repository.Scenarios), own = ScenarioFolder.LoadWith(Repository.Scenarios, [folder.Path("own.yaml")]);
        Assert.Empty(own.Problems.Select(p => p.ToString()));
        BaselineFile before = shipped.Baselines.Single(), after = own.Baselines.Single();
        Assert.Equal((0.03, 0.04), (before.Model.Demand.GrowthPerYear, after.Model.Demand.GrowthPerYear));
        Assert.Equal("2024 baseline + 1 figure of your own", after.Title.En);
        Assert.All(own.Scenarios, s => Assert.Equal(0.04, s.ModelBeforeMeasures().Demand.GrowthPerYear));
        Assert.NotEqual(shipped.Scenarios[0].Hash, own.Scenarios[0].Hash);
        Figure figure = after.Figures.Single(f => f.Path == "demand.growth");
        Assert.Equal(("Banco Central, 2026", Grade.Read, "2026-03-31; observado"), (figure.Provenance.Source, figure.Provenance.Grade, figure.Provenance.Note));
        Assert.Equal([before.Mark.File, folder.Path("own.yaml")], after.Files);
        Assert.Equal(before.Figures.Count, after.Figures.Count);
    }

    [Fact]
    public void Any_figure_of_the_shipped_baseline_can_be_replaced_by_its_own_value_without_changing_the_model()
    {
        BaselineFile baseline = ScenarioFolder.Load(Repository.Scenarios).Baselines.Single();
        Assert.True(baseline.Figures.Count > 200);
        var own = new OwnFigures(baseline.Id, [.. baseline.Figures.Select(f => new OwnFigure(f.Path, f.Text, "mine", null, null, Mark.Whole("own.yaml")))], new MapNode(Mark.Whole("own.yaml"), []));
        Loaded<BaselineFile> laid = baseline.With(own);
        Assert.Empty(laid.Problems.Select(p => p.ToString()));
        Assert.Empty(CorridorTwin.Scenarios.Differences.ModelDifference.Of(baseline.Model, laid.Value!.Model));
        Assert.All(laid.Value.Figures, f => Assert.Equal("mine", f.Provenance.Source));
    }

    [Theory]
    [InlineData("overlays: 2024-baseline\nfigures:\n  - {path: demand.growht, value: 4 %/year, source: x}\n", "own.yaml:3: demand.growht: 2024-baseline has no such figure; did you mean 'demand.growth'?")]
    [InlineData("overlays: 2024-baseline\nfigures:\n  - {path: demand.growth, value: 40 %/year, source: x}\n", "own.yaml:3: demand.growth '40 %/year': too high; expected -20 %/year to 20 %/year")]
    [InlineData("overlays: 2024-baseline\nfigures:\n  - {path: demand.growth, value: 4, source: x}\n", "own.yaml:3: demand.growth '4': unit missing; expected a yearly growth in %/year, such as '3 %/year'")]
    [InlineData("overlays: 2024-baseline\nfigures:\n  - {path: demand.growth, value: 4 %/year}\n", "own.yaml:3: figures[0].source: missing; expected words")]
    [InlineData("overlays: 2024-baselin\nfigures: []\n", "own.yaml:1: overlays '2024-baselin': no such scenario; expected one of 2024-baseline; did you mean '2024-baseline'?")]
    public void A_wrong_figure_is_named_and_none_is_used(string text, string line)
    {
        using TempFolder folder = TempFolder.With("own.yaml", text);
        ScenarioFolder loaded = ScenarioFolder.LoadWith(Repository.Scenarios, [folder.Path("own.yaml")]);
        Assert.Equal([line], loaded.Problems.Select(p => p.ToString()[(p.ToString().IndexOf("own.yaml", StringComparison.Ordinal))..]));
        Assert.Empty(loaded.Baselines.Single().Own);
    }

    private sealed class TempFolder : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("own-figures-").FullName;

        public static TempFolder With(string name, string text)
        {
            var folder = new TempFolder();
            System.IO.File.WriteAllText(folder.Path(name), text);
            return folder;
        }

        public string Path(string name) => System.IO.Path.Combine(root, name);

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
