using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Measures;

namespace CorridorTwin.Scenarios.Tests.Experiments;

public class SequentialRunTests
{
    private static readonly ExperimentOptions Options = new() { Replications = 60, Days = 2 };

    /// <summary>Noise without pattern that any sequence of replications has alike.</summary>
    private static double Noise(int replication) => ((replication * 7919 + replication * replication * 31) % 101 - 50) / 50.0;

    private static SequentialResult Run(Enough enough, bool scrambled = false, double level = 10, CancellationToken cancellation = default, Action<int>? after = null) => SequentialRun.Run(
        new FormulaExecutor((_, r) => level + Noise(r)) { Scrambled = scrambled, After = after }, [.. new[] { "a", "b" }.Select(n => new Variant(n, SyntheticCorridor.Model, Options.Replications))], Options, enough,
        runs => [new Watched(new("x", "x"), "h", [.. runs[0].Select(Indicator.Headline.Of)])], null, cancellation);

    [Fact]
    public void It_stops_at_the_first_number_of_replications_that_is_precise_enough()
    {
        var target = new Precision(Absolute: 0.2);
        SequentialResult result = Run(new Enough { Target = target });
        int n = result.Stopping.Replications;
        double[] values = [.. Enumerable.Range(0, Options.Replications).Select(r => 10 + Noise(r))];
        Assert.Equal(RunEnd.Precise, result.Stopping.End);
        Assert.True(Interval.Of(values[..n]).HalfWidth <= 0.2);
        Assert.All(Enumerable.Range(Precision.Minimum, n - Precision.Minimum), k => Assert.True(Interval.Of(values[..k]).HalfWidth > 0.2));
        Assert.InRange(n, Precision.Minimum + 1, Options.Replications - 1);
        Assert.All(result.Results, r => Assert.Equal(Enumerable.Range(0, n), r.Keys));
    }

    [Fact]
    public void The_order_in_which_replications_finish_changes_nothing()
    {
        var enough = new Enough { Target = new Precision(Relative: 0.02) };
        Assert.Equal(Run(enough).Stopping.Replications, Run(enough, scrambled: true).Stopping.Replications);
        Assert.Equal(RunEnd.Precise, Run(enough).Stopping.End);
    }

    [Fact]
    public void Ten_replications_are_made_however_precise()
    {
        SequentialResult result = Run(new Enough { Target = new Precision(Absolute: 100) });
        Assert.Equal((RunEnd.Precise, Precision.Minimum), (result.Stopping.End, result.Stopping.Replications));
    }

    [Fact]
    public void What_cannot_be_reached_is_said_with_what_it_would_take()
    {
        SequentialResult result = Run(new Enough { Target = new Precision(Absolute: 0.05) });
        Assert.Equal((RunEnd.Made, Options.Replications), (result.Stopping.End, result.Stopping.Replications));
        Assert.True(result.Stopping.Missed);
        Assert.InRange(result.Stopping.Needed, 200, 2000);
        Assert.Contains("were not enough", result.Stopping.Text.En, StringComparison.Ordinal);
        Assert.Contains($"about {result.Stopping.Needed} replications", result.Stopping.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_rule_all_is_made()
    {
        SequentialResult result = Run(Enough.Never);
        Assert.Equal((RunEnd.Made, Options.Replications, false), (result.Stopping.End, result.Stopping.Replications, result.Stopping.Missed));
    }

    [Fact]
    public void A_budget_ends_it_with_what_there_is()
    {
        SequentialResult result = Run(new Enough { Budget = TimeSpan.FromMilliseconds(40) }, after: _ => Thread.Sleep(5));
        Assert.Equal(RunEnd.OutOfTime, result.Stopping.End);
        Assert.InRange(result.Stopping.Replications, 0, Options.Replications - 1);
        Assert.Contains("The time allowed ended", result.Stopping.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_it_says_how_precise_it_had_become()
    {
        using var cancel = new CancellationTokenSource();
        SequentialResult result = Run(Enough.Never, cancellation: cancel.Token, after: n =>
        {
            if (n == 25) cancel.Cancel();
        });
        Assert.Equal((RunEnd.Cancelled, 12), (result.Stopping.End, result.Stopping.Replications));
        Assert.Matches(@"^Interrupted: 12 of 60 replications count; least precise, x: ±0\.\d+ h\.$", result.Stopping.Text.En);
    }
}
