using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

public class MeasureCatalogTests
{
    private static MeasureApplication[] Everything { get; } = [.. MeasureCatalog.Names.Select(n => new MeasureApplication(n))];

    [Fact]
    public void The_order_of_a_scenarios_lines_does_not_matter()
    {
        CorridorModel forwards = MeasureCatalog.Apply(Model, Everything).Model, backwards = MeasureCatalog.Apply(Model, Everything.Reverse()).Model;
        Assert.Empty(ModelLeaves.Changed(forwards, backwards));
        Assert.NotEmpty(ModelLeaves.Changed(Model, forwards));
    }

    [Fact]
    public void Together_none_undoes_another()
    {
        CorridorModel all = MeasureCatalog.Apply(Model, Everything).Model;
        SideProcedure entry = all.Post("north").Side(Direction.N2S, SideRole.Entry);
        Assert.Equal(0.80, entry.Declaration.AdvanceShare[Operation.Import]);
        Assert.Equal(0.105, entry.Risk.Customs[Operation.Import].Red, 1e-12);
        Assert.Equal(0.30, entry.Recognition, 1e-12);
        Assert.Equal(0.60, entry.AutomaticGateShare);
        Assert.Equal([CargoClass.Relief, CargoClass.Perishable], entry.Priority);
        Assert.DoesNotContain(0, entry.Stations.Single(s => s.Name == "customs").Roster.MinuteLevels());
        Assert.Contains(entry.Stations, s => s.Name == "scanner");
    }

    [Fact]
    public void Prerequisites_come_before_what_needs_them() => Assert.All(MeasureCatalog.All, m => Assert.All(m.Prerequisites, p =>
        Assert.True(!MeasureCatalog.Names.Contains(p.Name) || MeasureCatalog.Names.ToList().IndexOf(p.Name) < MeasureCatalog.Names.ToList().IndexOf(m.Name), p.Name)));

    [Fact]
    public void An_unknown_measure_is_refused() =>
        Assert.Throws<ArgumentException>(() => MeasureCatalog.Apply(Model, [new("Magic")]));

    [Theory]
    [InlineData("measure")]
    [InlineData("posts")]
    [InlineData("countries")]
    [InlineData("operations")]
    [InlineData("intensity")]
    [InlineData("parameters.complianse")]
    [InlineData("parameters.compliance")]
    public void Each_wrong_field_is_named_with_what_was_expected(string field)
    {
        var good = new MeasureApplication("AdvanceDeclaration");
        MeasureApplication wrong = field switch
        {
            "measure" => new("AdvanceDeclarations"),
            "posts" => good with { Posts = ["nort"] },
            "countries" => good with { Countries = ["XX"] },
            "operations" => good with { Operations = [Operation.Transit] },
            "intensity" => good with { Intensity = 1.01 },
            "parameters.complianse" => good with { Parameters = new Dictionary<string, ParameterValue> { ["complianse"] = new ParameterValue.Number(0.5) } },
            _ => good with { Parameters = new Dictionary<string, ParameterValue> { ["compliance"] = new ParameterValue.Number(1.5) } },
        };
        Assert.Empty(MeasureCatalog.Check(good, Model));
        MeasureProblem problem = Assert.Single(MeasureCatalog.Check(wrong, Model));
        Assert.Equal(field, problem.Field);
        Assert.NotEqual("", problem.Expected.Es);
        if (field == "posts") Assert.Equal(["north", "south"], problem.Candidates);
        if (field == "operations") Assert.Equal(["export", "import"], problem.Candidates);
    }

    [Fact]
    public void A_list_of_posts_is_checked_inside_parameters()
    {
        var use = new MeasureApplication("CoordinatedBorderManagement") { Parameters = new Dictionary<string, ParameterValue> { ["single-stop-posts"] = new ParameterValue.Posts(["east"]) } };
        Assert.Equal("parameters.single-stop-posts", Assert.Single(MeasureCatalog.Check(use, Model)).Field);
    }
}
