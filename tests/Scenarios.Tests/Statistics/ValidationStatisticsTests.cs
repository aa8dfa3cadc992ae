using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

/// <summary>The known answers of validation: ten observed and twelve simulated times, flows, predictions.</summary>
public sealed class ValidationStatisticsTests
{
    private static readonly double[] Observed = [2.1, 3.4, 1.8, 4.9, 6.2, 2.7, 3.9, 5.1, 2.2, 7.8];
    private static readonly double[] Simulated = [2.4, 3.1, 2.0, 4.2, 5.5, 3.3, 3.6, 4.4, 2.9, 6.1, 3.8, 2.6];

    [Fact]
    public void Kolmogorov_and_Smirnov()
    {
        KolmogorovSmirnovResult test = KolmogorovSmirnov.Test(Observed, Simulated);
        Assert.Equal((0.233333, 0.863089, true), (Math.Round(test.Distance, 6), Math.Round(test.P, 6), test.Exact));
        // Kolmogorov's limit at √(mn/(m+n)) D = 0.545. (The approximation by the one-sample law of five values gives 0.892.)
        Assert.Equal(0.928, KolmogorovSmirnov.LimitP(10, 12, test.Distance), 3);
    }

    [Fact]
    public void Its_exact_p_is_the_share_of_all_arrangements()
    {
        // All 35 ways to mix three values of one sample with four of the other.
        double[] a = [1, 2, 5];
        double[] b = [3, 4, 6, 7];
        double d = KolmogorovSmirnov.Test(a, b).Distance;
        int as_large = 0, all = 0;
        for (int mask = 0; mask < 128; mask++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)mask) != 3) continue;
            all++;
            double[] x = [.. Enumerable.Range(0, 7).Where(i => (mask >> i & 1) == 1).Select(i => (double)i)];
            double[] y = [.. Enumerable.Range(0, 7).Where(i => (mask >> i & 1) == 0).Select(i => (double)i)];
            if (KolmogorovSmirnov.Test(x, y).Distance >= d - 1e-12) as_large++;
        }
        Assert.Equal(as_large / (double)all, KolmogorovSmirnov.Test(a, b).P, 12);
        Assert.Equal(1, KolmogorovSmirnov.Test([1, 1], [1]).P);
    }

    [Fact]
    public void Large_samples_come_to_the_limit()
    {
        double[] a = [.. Enumerable.Range(0, 1500).Select(i => i / 1500.0)];
        double[] b = [.. Enumerable.Range(0, 1400).Select(i => i / 1400.0 + 0.04)];
        KolmogorovSmirnovResult exact = KolmogorovSmirnov.Test(a, b);
        Assert.True(exact.Exact);
        Assert.Equal(KolmogorovSmirnov.LimitP(1500, 1400, exact.Distance), exact.P, 2);
    }

    [Fact]
    public void Equivalence_by_two_one_sided_tests()
    {
        EquivalenceResult test = Equivalence.Test(Simulated, Observed, 2);
        Assert.Equal((-0.351667, 0.718238, 14.538690), (Math.Round(test.Difference, 6), Math.Round(test.StandardError, 6), Math.Round(test.Degrees, 6)));
        Assert.Equal((-1.613404, 0.910070, 0.018540), (Math.Round(test.Interval.Low, 6), Math.Round(test.Interval.High, 6), Math.Round(test.P, 6)));
        Assert.True(test.Equivalent);
        Assert.False(Equivalence.Test(Simulated, Observed, 1.5).Equivalent);
        Assert.False(Equivalence.Test(Simulated, Observed, 0.1).Different);
        Assert.True(Equivalence.Test([1, 1.1, 0.9], [5, 5.1, 4.9], 2).Different);
        Assert.True(Equivalence.Test([1, 1], [1.5, 1.5], 1).Equivalent);
    }

    [Theory]
    [InlineData(110, 100, 0.975900)]
    [InlineData(1050, 1000, 1.561738)]
    [InlineData(45, 60, 2.070197)]
    [InlineData(0, 0, 0)]
    public void Flows_by_the_hour(double modelled, double counted, double geh) => Assert.Equal(geh, Geh.Of(modelled, counted), 6);

    [Fact]
    public void Cumulative_sums_tell_when_it_began()
    {
        double[] drift = [.1, -.2, .3, 0, .9, 1.2, .8, 1.1, 1.3, .7];
        Cusum found = Cusum.Of(drift, 0.5, 2);
        Assert.Equal([0, 0, 0, 0, .4, 1.1, 1.4, 2.0, 2.8, 3.0], found.Up.Select(c => Math.Round(c, 9)));
        Assert.Equal((8, 4, true), (found.Alarm, found.Since, found.Upward));
        Cusum mirrored = Cusum.Of([.. drift.Select(z => -z)], 0.5, 2);
        Assert.Equal(found.Up, mirrored.Down);
        Assert.Equal((8, 4, false), (mirrored.Alarm, mirrored.Since, mirrored.Upward));
        Assert.Null(Cusum.Of(drift).Alarm);
        Assert.Equal((0, (int?)null), (Cusum.Of([]).Largest, Cusum.Of([]).Since));
        Assert.Throws<ArgumentException>(() => Cusum.Of([double.NaN]));
    }

    /// <summary>Of independent deviations that did not change, one in 168 raises an alarm at the usual bound.</summary>
    [Fact]
    public void False_alarms_are_as_rare_as_books_say()
    {
        const int Runs = 1500;
        double days = 0;
        for (int run = 0; run < Runs; run++) days += Cusum.Of(Keyed.Normals(run, 3000, purpose: 168)).Alarm!.Value + 1;
        Assert.InRange(days / Runs, 168 * 0.88, 168 * 1.12);
    }

    [Fact]
    public void Theils_split()
    {
        TheilResult theil = TheilResult.Of([10, 12, 9, 14, 11], [11, 11.5, 10, 12.5, 11.2]);
        Assert.Equal((0.042163, 0.286155), (Math.Round(theil.U1, 6), Math.Round(theil.U2, 6)));
        Assert.Equal((0.001762, 0.920022, 0.078216), (Math.Round(theil.Bias, 6), Math.Round(theil.Variance, 6), Math.Round(theil.Covariance, 6)));
        Assert.Equal(7.562049, theil.MeanAbsolutePercent, 6);
        Assert.Equal(1, theil.Bias + theil.Variance + theil.Covariance, 12);
    }

    [Fact]
    public void Intervals_and_ensembles_are_scored()
    {
        Assert.Equal(23, Scores.Winkler(2, 5, 6, 0.1), 12);
        Assert.Equal(3, Scores.Winkler(2, 5, 4, 0.1), 12);
        Assert.Equal(0.531250, Scores.Crps([2, 3, 3.5, 5], 4), 12);
        Assert.Equal(1.5, Scores.Crps([2.5], 4), 12);
    }

    [Fact]
    public void Bands_catch_what_they_promise()
    {
        double[] ensemble = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        BandCoverage half = Scores.Coverage(ensemble, [10, 24, 25, 50, 75, 76, 90, 60], 0.5);
        Assert.Equal((25.0, 75.0, 4, 8), (half.Low, half.High, half.Inside, half.Count));
        Assert.Equal((5.0, 95.0), (Math.Round(Scores.Coverage(ensemble, [1], 0.9).Low, 9), Math.Round(Scores.Coverage(ensemble, [1], 0.9).High, 9)));
    }
}
