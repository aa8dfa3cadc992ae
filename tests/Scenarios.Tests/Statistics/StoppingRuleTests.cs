using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class StoppingRuleTests
{
    private static readonly double[] Narrow = [10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9, 10];
    private static readonly double[] Wide = [5, 15, 8, 12, 3, 17, 9, 11, 6, 14];

    [Fact]
    public void All_indicators_must_be_precise()
    {
        var rule = StoppingRule.Same(new Precision(0.05), 2);
        StoppingVerdict verdict = rule.Judge([Narrow, Wide]);
        Assert.False(verdict.Stop);
        Assert.Equal(1, verdict.Slowest);
        Assert.Equal(new Precision(0.05).Judge(Wide).Needed, verdict.Needed);
        Assert.Equal(verdict.Needed - 10, verdict.Missing);
        Assert.True(rule.Judge([Narrow, Narrow]).Stop);
        Assert.Equal(0, rule.Judge([Narrow, Narrow]).Missing);
    }

    [Fact]
    public void Each_indicator_has_its_own_target() =>
        Assert.True(new StoppingRule([new Precision(0.05), new Precision(Absolute: 4)]).Judge([Narrow, Wide]).Stop);

    [Fact]
    public void Bad_arguments_are_refused()
    {
        var rule = StoppingRule.Same(new Precision(0.05), 2);
        Assert.Throws<ArgumentException>(() => rule.Judge([Narrow]));
        Assert.Throws<ArgumentException>(() => rule.Judge([Narrow, [1, 2]]));
        Assert.Throws<ArgumentException>(() => rule.Judge([[1], [2]]));
        Assert.Throws<ArgumentException>(() => new StoppingRule([]).Judge([]));
    }
}
