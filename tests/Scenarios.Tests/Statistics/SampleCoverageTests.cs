using CorridorTwin.Scenarios.Statistics;
using Xunit.Abstractions;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>Coverage on independent samples with known answers.</summary>
[Trait("Category", "Long")]
public class SampleCoverageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Normal_samples_of_fixed_size(int n) =>
        Assert.InRange(Coverage.Of(e => Holds(Interval.Of(Keyed.Normals(e, n)), 0), output, $"normal, n = {n}"), 0.93, 0.97);

    [Theory]
    [InlineData(0.05, 0.3)]
    [InlineData(0.10, 0.3)]
    [InlineData(0.15, 0.3)]
    [InlineData(0.20, 0.3)]
    public void Stopping_on_normal_samples(double relative, double cv) =>
        Assert.InRange(Stopped(relative, $"normal, cv {cv}", (e, n) => [.. Keyed.Normals(e, n).Select(z => 1 + cv * z)], 1), 0.91, 0.97);

    [Theory]
    [InlineData(0.10)]
    [InlineData(0.15)]
    [InlineData(0.30)]
    public void Stopping_on_skewed_samples(double relative) => // means of four exponentials: cv 0.5, skewness 1
        Assert.InRange(Stopped(relative, "mean of four exponentials", (e, n) => [.. Keyed.Exponentials(e, 4 * n).Chunk(4).Select(c => c.Average())], 1), 0.91, 0.97);

    [Fact]
    public void Holms_family_wise_error_under_a_shared_baseline()
    {
        // Six scenarios that change nothing, each compared with the same baseline: any one told apart is an error.
        double wrong = Coverage.Of(e => MultipleComparisons.Of(Family(e, 6, 20, 0)).Any(f => f.ToldApart), output, "Holm, 6 null comparisons, shared baseline");
        Assert.InRange(wrong, 0.02, 0.055);
    }

    [Fact]
    public void Holms_family_wise_error_when_some_comparisons_differ()
    {
        // Three differ by so much that they are always found; then three remain, each at α/3.
        double wrong = Coverage.Of(e => MultipleComparisons.Of(Family(e, 6, 20, 3)).Skip(3).Any(f => f.ToldApart), output, "Holm, 3 true and 3 null comparisons, shared baseline");
        Assert.InRange(wrong, 0.02, 0.055);
    }

    [Fact]
    public void Bonferroni_intervals_hold_together() =>
        Assert.InRange(Coverage.Of(e => MultipleComparisons.Of(Family(e, 6, 20, 0)).All(f => Holds(f.Simultaneous, 0)), output, "Bonferroni, 6 intervals together"), 0.945, 0.98);

    [Fact]
    public void Dunnett_intervals_hold_together() => Assert.InRange(
        Coverage.Of(e => Dunnett.Of(Keyed.Normals(e, 12, 100), [.. Enumerable.Range(0, 4).Select(i => Keyed.Normals(e, 8, i))]).Members.All(m => Holds(m.Difference, 0)), output, "Dunnett, 4 intervals together"),
        0.93,
        0.97);

    [Fact]
    public void Distances_from_the_best_hold_together()
    {
        // One clearly best, three equally far behind: the case in which the joint confidence is reached and not exceeded.
        double[] known = [-3, 3, 3, 3];
        Assert.InRange(
            Coverage.Of(
                e =>
                {
                    IReadOnlyList<Interval> d = ComparisonWithBest.Of([.. Enumerable.Range(0, 4).Select(i => Keyed.Normals(e, 10, i).Select(z => i == 0 ? z : z + 3).ToArray())]).Distances;
                    return Enumerable.Range(0, 4).All(i => Holds(d[i], known[i]));
                },
                output,
                "Hsu, 4 distances together"),
            0.93,
            0.97);
    }

    [Fact]
    public void Controlled_means()
    {
        Assert.InRange(
            Coverage.Of(
                e =>
                {
                    double[][] c = [Keyed.Normals(e, 15, 1), Keyed.Normals(e, 15, 2)];
                    double[] noise = Keyed.Normals(e, 15, 3);
                    return Holds(ControlVariates.Of([.. noise.Select((z, i) => 7 + 3 * c[0][i] - 2 * c[1][i] + z)], c, [0, 0]).Controlled, 7);
                },
                output,
                "two control variates, n = 15"),
            0.93,
            0.97);
    }

    [Theory]
    [InlineData(60, 0.5)]
    [InlineData(100, 0.9)]
    public void Quantile_intervals_cover_what_they_say(int n, double p)
    {
        double known = -Math.Log(1 - p);
        double said = QuantileInterval.RanksOf(n, p).Coverage;
        double share = Coverage.Of(
            e =>
            {
                QuantileInterval q = QuantileInterval.Of(Keyed.Exponentials(e, n), p);
                return q.Low <= known && known <= q.High;
            },
            output,
            $"quantile {p} of {n}, said {said:P2}");
        Assert.InRange(share, said - 0.02, said + 0.02);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_levels_of_uncertainty(bool common)
    {
        // Inputs with deviation 2, runs with deviation 1, and luck shared by replication of deviation 3 where draws are common.
        TwoLevel Of(int e) => common ? TwoLevel.CommonDraws(TwoLevelTests.Draw(e, 12, 5, 2, 1, 3)) : TwoLevel.Independent(TwoLevelTests.Draw(e, 12, 5, 2, 1, 0));
        string how = common ? "common draws" : "independent draws";
        Assert.InRange(Coverage.Of(e => Holds(Of(e).InputVariance, 4), output, $"input variance, {how}"), 0.93, 0.97);
        Assert.InRange(Coverage.Of(e => Holds(Of(e).Mean, 0), output, $"mean over inputs, {how}"), 0.93, 0.98);
    }

    [Fact]
    public void Sampled_shares()
    {
        // Eight measures, each experiment with draws of its own; exact shares are known.
        double[] cuts = [0.3, 0.2, 0.15, 0.12, 0.1, 0.08, 0.05, 0.03];
        var orders = new CoalitionOrders(8);
        double[] worth = [.. Enumerable.Range(0, 256).Select(s => 1 - Enumerable.Range(0, 8).Where(i => (s >> i & 1) != 0).Aggregate(1.0, (left, i) => left * (1 - cuts[i])))];
        double exact = Shapley.Shares(worth)[0];
        double share = Coverage.Of(
            e => Holds(SampledAttribution.Of(orders, s => [worth[s], worth[s]], 12, new SamplingOptions { Seed = (ulong)e }).Attribution.Players[0].Share, exact),
            output,
            "sampled share, 12 draws");
        Assert.InRange(share, 0.93, 0.97);
    }

    [Fact]
    public void Sound_results_marked_as_depending_on_run_length() => Assert.InRange(
        Coverage.Of(e => HalfAgainstHalf.Of(Keyed.Normals(e, 15, 1), Keyed.Normals(e, 15, 2)).DependsOnRunLength, output, "halves of a steady run marked"),
        0.03,
        0.07);

    private double Stopped(double relative, string what, Func<int, int, double[]> draw, double known)
    {
        var target = new Precision(relative);
        long made = 0;
        double share = Coverage.Of(
            e =>
            {
                double[] all = draw(e, 3000);
                for (int n = Precision.Minimum; ; n++)
                {
                    Interval i = Interval.Of(all[..n]);
                    if (i.HalfWidth > target.AdjustedRelative * Math.Abs(i.Mean)) continue;
                    Assert.True(target.Judge(all[..n]).Met);
                    Interlocked.Add(ref made, n);
                    return Holds(i, known);
                }
            },
            output,
            $"{what}, stopped at {relative:P0}");
        output.WriteLine($"{made / (double)Coverage.Experiments:F1} replications on average");
        return share;
    }

    /// <summary>Paired differences from one baseline: normal, correlated with each other as all share the baseline's luck.</summary>
    private static double[][] Family(int experiment, int scenarios, int replications, int different)
    {
        double[] baseline = Keyed.Normals(experiment, replications, 100);
        return [.. Enumerable.Range(0, scenarios).Select(k => Keyed.Normals(experiment, replications, k).Select((z, r) => z - baseline[r] + (k < different ? 5 : 0)).ToArray())];
    }

    private static bool Holds(Interval i, double known) => i.Low <= known && known <= i.High;
}
