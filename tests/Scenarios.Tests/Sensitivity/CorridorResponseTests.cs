using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class CorridorResponseTests
{
    private static readonly BaselineFile Baseline = Shipped.Folder.Baselines[0];
    private static readonly Scenario Advance = Shipped.Folder.Find("advance-declaration").OrThrow();
    private static readonly IReadOnlyList<UncertainInput> Inputs = UncertainInputs.Of(Baseline, [Advance]);
    private static readonly ExperimentOptions Brief = new() { Days = 2, WarmUpDays = 1, Threads = 1 };

    private static CorridorResponse Response(ExperimentOptions options, string indicator = "I1", ResponseKind kind = ResponseKind.Change) =>
        new(new UncertainModel(Baseline, new Weeks(Baseline.Year, null)), Advance, Indicator.Find(indicator)!, kind, new LocalExecutor(), options);

    [Fact]
    public void The_order_of_threads_changes_nothing()
    {
        UncertainInput[] few = [.. UncertainInputs.Named(Inputs, ["AdvanceDeclaration.compliance", "demand.growth"])];
        var options = new SensitivityOptions { Paths = 2, ScreeningReplications = 2, EndReplications = 2 };
        SensitivityResult one = SensitivityRun.Run(few, Response(Brief), options), four = SensitivityRun.Run(few, Response(Brief with { Threads = 4 }), options);
        Assert.Equal(one.Answer, four.Answer);
        Assert.Equal(one.Inputs.Select(i => i.Effect.MuStar), four.Inputs.Select(i => i.Effect.MuStar));
        Assert.Equal(one.Ends, four.Ends);
        Assert.NotEqual(0, one.Inputs[0].Effect.MuStar.Mean);
    }

    [Fact]
    public void Growth_cannot_matter_in_the_baselines_own_year_and_gets_exactly_zero()
    {
        UncertainInput[] few = [.. UncertainInputs.Named(Inputs, ["demand.growth", "costs.cargo-value", "AdvanceDeclaration.compliance"])];
        SensitivityResult result = SensitivityRun.Run(few, Response(Brief), new SensitivityOptions { Paths = 2, ScreeningReplications = 1, EndReplications = 2 });
        Assert.All(["demand.growth", "costs.cargo-value"], id => Assert.Equal(0.0, result.Inputs.Single(i => i.Input.Id == id).Effect.MuStar.Mean));
        Assert.Equal("AdvanceDeclaration.compliance", Assert.Single(result.Ends).Input.Id);
    }

    [Fact]
    public void A_price_moves_the_cost_though_not_the_time()
    {
        UncertainInput price = Inputs.Single(i => i.Id == "costs.cargo-value");
        CorridorResponse cost = Response(Brief, "cost");
        IReadOnlyList<IReadOnlyList<double>?> values = cost.Evaluate([InputPoint.Own, InputPoint.Own.With(price, price.High)], 1, default);
        Assert.NotEqual(values[0]![0], values[1]![0]);
        Assert.Equal(0, Response(Brief).Runs([InputPoint.Own, InputPoint.Own.With(price, price.High)], 1) - Response(Brief).Runs([InputPoint.Own], 1));
    }

    [Fact]
    public void Points_that_share_a_model_share_its_replications()
    {
        UncertainInput compliance = Inputs.Single(i => i.Id == "AdvanceDeclaration.compliance");
        // Baseline once, the scenario at three values.
        InputPoint[] points = [InputPoint.Own, InputPoint.Own.With(compliance, 60), InputPoint.Own.With(compliance, 100)];
        Assert.Equal((1 + 3) * 5, Response(Brief).Runs(points, 5));
        Assert.Equal(3 * 5, Response(Brief, kind: ResponseKind.Level).Runs(points, 5));
    }

    [Fact]
    public void The_change_at_the_own_values_is_that_of_the_comparison()
    {
        IReadOnlyList<double> change = Response(Brief).Evaluate([InputPoint.Own], 2, default)[0]!;
        var request = new ComparisonRequest { Baseline = Baseline, Scenarios = [Advance], Options = Brief with { Replications = 2 }, CapacitySensitivity = false };
        Assert.Equal(ComparisonRun.Run(request, new LocalExecutor()).Scenarios[0].Indicator("I1").Difference.Mean, change.Average(), 1e-12);
    }
}
