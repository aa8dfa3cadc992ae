using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Experiments;

namespace CorridorTwin.Scenarios.Tests.Comparisons;

public class ScenarioPairTests
{
    // Inventory policies of Law (methods' known answer): the paired interval is [1.649, 8.307] at 90 %.
    private static readonly double[] First = [126.97, 124.31, 126.68, 122.66, 127.23];
    private static readonly double[] Second = [118.21, 120.22, 122.45, 122.68, 119.40];

    private static (string, IReadOnlyList<ReplicationSummary>) Runs(string id, IEnumerable<double> hours) => (id, [.. hours.Select((h, r) => FormulaExecutor.Summary(r, h, 2))]);

    [Fact]
    public void A_pair_has_the_known_answer()
    {
        ScenarioPair pair = Assert.Single(ScenarioPair.All([Runs("a", First), Runs("b", Second)], [Indicator.Headline]));
        Assert.Equal(("a", "b"), (pair.First, pair.Second));
        Assert.Equal(-4.978, pair.Paired.Difference.Mean, 1e-6);
        Assert.Equal(-3.187966, pair.Paired.T, 1e-5);
        Assert.Equal(0.033281, pair.HolmP, 1e-5);
        Assert.Equal(0.636690, pair.Paired.VarianceReduction, 1e-5);
        Assert.True(pair.ToldApart);
    }

    [Fact]
    public void Among_more_pairs_the_same_difference_needs_more_evidence()
    {
        IReadOnlyList<ScenarioPair> pairs = ScenarioPair.All([Runs("a", First), Runs("b", Second), Runs("c", First.Select((x, i) => x + (i % 2 == 0 ? 3 : -3)))], [Indicator.Headline, Indicator.All[3]]);
        Assert.Equal(6, pairs.Count);
        Assert.Equal(["a b", "a c", "b c"], pairs.Take(3).Select(p => $"{p.First} {p.Second}"));
        double[] holm = MultipleComparisons.Holm([.. pairs.Take(3).Select(p => p.Paired.P)]);
        Assert.Equal(holm, pairs.Take(3).Select(p => p.HolmP));
        Assert.False(pairs[0].ToldApart);
    }

    [Fact]
    public void One_scenario_or_one_replication_makes_no_pair()
    {
        Assert.Empty(ScenarioPair.All([Runs("a", First)], [Indicator.Headline]));
        Assert.Empty(ScenarioPair.All([Runs("a", First[..1]), Runs("b", Second[..1])], [Indicator.Headline]));
    }
}
