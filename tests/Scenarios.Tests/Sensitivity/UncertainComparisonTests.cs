using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class UncertainComparisonTests
{
    private static readonly BaselineFile Baseline = Shipped.Folder.Baselines[0];
    private static readonly Scenario Advance = Shipped.Folder.Find("advance-declaration").OrThrow(), Smart = Shipped.Folder.Find("smart-border").OrThrow();

    private static UncertainRequest Request(params Scenario[] scenarios) => new()
    {
        Baseline = Baseline, Scenarios = scenarios, Inputs = UncertainInputs.Of(Baseline, scenarios), Draws = 3, Options = new ExperimentOptions { Replications = 2, Days = 2, WarmUpDays = 1, Threads = 1 },
    };

    [Fact]
    public void The_order_of_threads_and_another_scenario_change_nothing()
    {
        UncertainComparison one = UncertainComparison.Run(Request(Advance), new LocalExecutor());
        UncertainRequest both = Request(Advance, Smart);
        UncertainComparison four = UncertainComparison.Run(both with { Options = both.Options with { Threads = 4 } }, new LocalExecutor());
        Assert.True(one.Complete);
        Assert.Equal(one.Scenarios[0].Change("I1").ByDraw, four.Scenarios[0].Change("I1").ByDraw);
        Assert.Equal(3, one.Scenarios[0].Change("I1").ByDraw.Distinct().Count());
    }

    [Fact]
    public void Cancelled_it_keeps_whole_draws()
    {
        using var cancel = new CancellationTokenSource();
        UncertainComparison cut = UncertainComparison.Run(Request(Advance) with { Draws = 10 }, new LocalExecutor(), p =>
        {
            // Two draws of four runs each, and one run of the third.
            if (p.Done == 9) cancel.Cancel();
        }, cancel.Token);
        Assert.False(cut.Complete);
        Assert.Equal(2, cut.Draws);
        Assert.Equal(2, cut.Scenarios[0].Change("I1").ByDraw.Count);
    }

    [Fact]
    public void Input_and_simulation_are_told_apart()
    {
        // Draws −3, −1, 1, 3 with ±0.1 of luck in each.
        IReadOnlyList<double>[] values = [.. new[] { -3.0, -1, 1, 3 }.Select(m => (IReadOnlyList<double>)[m - 0.1, m + 0.1])];
        UncertainChange change = UncertainChange.Of(Indicator.Headline, values);
        Assert.Equal(0, change.Parts.Mean.Mean, 1e-12);
        Assert.Equal(0.02, change.Parts.RunVariance, 1e-12);
        // Variance of the means 20/3, less half of 0.02.
        Assert.Equal(20.0 / 3 - 0.01, change.Parts.InputVariance.Mean, 1e-9);
        Assert.Equal(0.5, change.ShareBetter);
        Assert.Equal((-2.7, 0.0, 2.7), (Math.Round(change.P5, 9), Math.Round(change.P50, 9), Math.Round(change.P95, 9)));
    }

    [Fact]
    public void Without_uncertain_inputs_nothing_comes_of_them()
    {
        // Replications of different draws share no luck, so only luck is left.
        UncertainComparison sure = UncertainComparison.Run(Request(Advance) with { Inputs = [] }, new LocalExecutor());
        Assert.Equal(3, sure.Scenarios[0].Change("I1").ByDraw.Distinct().Count());
        Assert.True(sure.Scenarios[0].Change("I1").Parts.InputVariance.Low == 0);
    }
}
