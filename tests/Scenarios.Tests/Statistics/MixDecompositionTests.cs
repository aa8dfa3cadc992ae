using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class MixDecompositionTests
{
    [Fact]
    public void The_worked_example_comes_out()
    {
        // Shares (.5, .5) at 10 and 2 become (.3, .7) at 9 and 2: I goes from 6 to 4.1. Within .4 x (-1), mix 9.5 x (-.2) + 2 x .2.
        MixDecomposition d = MixDecomposition.Of(Strata((5, 10), (5, 2)), Strata((3, 9), (7, 2)));
        Assert.Equal((-0.4, -1.5, -1.9), (Math.Round(d.Within, 12), Math.Round(d.Mix, 12), Math.Round(d.Total, 12)));
    }

    [Fact]
    public void Parts_add_up_to_the_change_whatever_the_strata()
    {
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            Dictionary<int, StratumSum> Drawn() => Enumerable.Range(0, 8).Where(_ => random.Next(4) > 0).Append(9).ToDictionary(k => k, _ => random.Next(1, 500) is var n ? new StratumSum(n, n * 20 * random.NextDouble()) : default);
            Dictionary<int, StratumSum> before = Drawn(), after = Drawn();
            double Mean(Dictionary<int, StratumSum> s) => s.Values.Sum(x => x.Hours) / s.Values.Sum(x => x.Count);
            Assert.Equal(Mean(after) - Mean(before), MixDecomposition.Of(before, after).Total, 9);
        }
    }

    [Fact]
    public void A_stratum_that_comes_or_goes_is_mix()
    {
        MixDecomposition d = MixDecomposition.Of(new Dictionary<int, StratumSum> { [0] = new(10, 40) }, new Dictionary<int, StratumSum> { [0] = new(10, 40), [1] = new(10, 80) });
        Assert.Equal((0.0, 2.0), (d.Within, d.Mix));
    }

    [Fact]
    public void Nothing_at_all_and_negative_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MixDecomposition.Of(Strata(), Strata((1, 1))));
        Assert.Throws<ArgumentException>(() => MixDecomposition.Of(Strata((1, 1)), Strata((-1, 1), (2, 1))));
    }

    private static Dictionary<int, StratumSum> Strata(params (double Count, double Mean)[] strata) => strata.Select((s, i) => (s, i)).ToDictionary(x => x.i, x => new StratumSum(x.s.Count, x.s.Count * x.s.Mean));
}
