using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Tests.Inputs;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class UncertainInputsTests
{
    private static readonly BaselineFile Baseline = Shipped.Folder.Baselines[0];
    private static readonly Scenario All = Shipped.Folder.Find("ecfcc-2030").OrThrow();
    private static readonly IReadOnlyList<UncertainInput> Inputs = UncertainInputs.Of(Baseline, [All]);

    [Fact]
    public void Every_figure_with_a_range_belongs_to_exactly_one_input()
    {
        Figure[] ranged = [.. Baseline.Figures.Where(f => f.Range is not null)];
        Assert.True(ranged.Length > 130);
        Assert.Equal(ranged.Select(f => f.Path).Order(), Inputs.SelectMany(i => i.Figures).Select(f => f.Path).Order());
        Assert.Equal(Inputs.Count, Inputs.Select(i => i.Id).Distinct().Count());
    }

    [Fact]
    public void Every_parameter_with_a_range_is_an_input()
    {
        string[] expected = [.. Measures.MeasureCatalogNumbers.Select(p => $"{p.Measure}.{p.Key}")];
        Assert.Equal(expected, Inputs.Where(i => i.Parameter is not null).Select(i => i.Id));
    }

    [Fact]
    public void A_default_is_one_input_and_a_posts_own_value_another()
    {
        Assert.Single(Inputs, i => i.Id == "defaults.exit.declaration.advance.export");
        Assert.Single(Inputs, i => i.Id == "posts.guasaule.both.exit.declaration.advance.export");
        UncertainInput migration = Assert.Single(Inputs, i => i.Id == "defaults.exit.stages.migration.service.export");
        Assert.Equal(3, migration.Figures.Count);
    }

    [Fact]
    public void Names_are_for_planners_in_both_languages_and_tell_inputs_apart()
    {
        Assert.All(Inputs, i => Assert.DoesNotMatch(@"\w\.\w|\[|_", i.Name.Es));
        Assert.All(Inputs, i => Assert.NotEqual("", i.Name.En));
        Assert.DoesNotContain("other", Inputs.Select(i => i.Kind.Id));
        Assert.Empty(Inputs.GroupBy(i => i.Name.Es).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(i => i.Id))));
        Assert.Empty(Inputs.GroupBy(i => i.Name.En).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(i => i.Id))));
        UncertainInput gate = Inputs.Single(i => i.Id == "posts.penas-blancas.S2N.exit.stages.gate.service.export");
        Assert.Equal("Tiempo en el portón (Peña Blanca–Peñas Blancas, lado de CR, hacia el norte, exportación)", gate.Name.Es);
        Assert.Equal("Time at the gate (Peña Blanca–Peñas Blancas, CR side, northbound, export)", gate.Name.En);
    }

    [Fact]
    public void Value_and_range_are_the_files()
    {
        UncertainInput perishables = Inputs.Single(i => i.Id == "demand.cargo.perishable");
        Assert.Equal((20.0, 10.0, 35.0, "%"), (perishables.Value, perishables.Low, perishables.High, perishables.Unit));
        UncertainInput compliance = Inputs.Single(i => i.Id == "AdvanceDeclaration.compliance");
        Assert.Equal((80.0, 60.0, 100.0, "%", "assumption"), (compliance.Value, compliance.Low, compliance.High, compliance.Unit, compliance.Grade.Id));
        Assert.Equal(("ex-ante", "J.advance-declaration"), (Inputs.Single(i => i.Id == "AdvanceDeclaration.document-time-cut").Grade.Id, Inputs.Single(i => i.Id == "AdvanceDeclaration.document-time-cut").Source));
    }

    [Fact]
    public void A_value_the_scenario_sets_is_its_own_input_and_one_outside_the_range_a_decision()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("a.yaml", "id: a\ntitle: {en: A, es: A}\nextends: small\nmeasures: [{measure: AdvanceDeclaration, parameters: {compliance: 70 %, document-time-cut: 5 %}}]\n");
        ScenarioFolder folder = workspace.Load();
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Of(folder.Baselines[0], [folder.Find("a").OrThrow()]);
        Assert.Equal(70, Assert.Single(inputs, i => i.Id == "a:AdvanceDeclaration.compliance").Value);
        Assert.DoesNotContain(inputs, i => i.Id.EndsWith(".document-time-cut", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_name_is_one_line_with_a_suggestion()
    {
        InputException refused = Assert.Throws<InputException>(() => UncertainInputs.Named(Inputs, ["demand.cargo.perishables"]));
        Assert.Contains("did you mean 'demand.cargo.perishable'?", Assert.Single(refused.Problems).Render("en"), StringComparison.Ordinal);
        Assert.Equal(["demand.growth", "demand.added"], UncertainInputs.Named(Inputs, ["demand"]).Select(i => i.Id));
    }

    [Fact]
    public void A_triangular_range_has_its_mode_at_the_value_and_a_uniform_one_none()
    {
        UncertainInput triangle = FormulaResponse.Input("t", 0, 2, 10), flat = FormulaResponse.Input("u", 0, 2, 10, law: RangeLaw.Uniform);
        // F(2) = 0.2 at the mode; F(x) = x²/20 below it, 1 − (10 − x)²/80 above it.
        Assert.Equal((0.0, 1.0, 2.0, 10.0), (triangle.Quantile(0), triangle.Quantile(0.05), triangle.Quantile(0.2), triangle.Quantile(1)));
        Assert.Equal(10 - Math.Sqrt(40), triangle.Quantile(0.5), 1e-12);
        Assert.Equal(5, flat.Quantile(0.5), 1e-12);
    }

    [Theory]
    [InlineData("[6 min, 4 min]", "the low end is above the high end")]
    [InlineData("[9 min, 12 min]", "the value 8 min lies outside its own range")]
    [InlineData("[4 min, 12 min, normal]", "no such law of a range; expected one of triangular, uniform")]
    [InlineData("[4 min]", "not a range")]
    public void A_range_that_is_wrong_is_one_line(string range, string message)
    {
        using Workspace workspace = Workspace.WithBaseline("export: 8 min", $"export: {{value: 8 min, range: {range}}}");
        Assert.Contains(message, Assert.Single(workspace.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_may_say_that_all_its_values_are_alike()
    {
        using Workspace workspace = Workspace.WithBaseline("export: 8 min", "export: {value: 8 min, range: [4 min, 12 min, uniform]}");
        // The small baseline writes both roles once, by an alias: one quantity.
        UncertainInput input = Assert.Single(UncertainInputs.Of(workspace.Load().Baselines[0], []));
        Assert.Equal(RangeLaw.Uniform, input.Law);
        Assert.Equal(["defaults.exit.stages.gate.service.export", "defaults.entry.stages.gate.service.export"], input.Figures.Select(f => f.Path));
    }
}
