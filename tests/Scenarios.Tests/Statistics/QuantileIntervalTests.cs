using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class QuantileIntervalTests
{
    [Theory]
    [InlineData(100, 0.9, 84, 96, 0.955690)]
    [InlineData(59, 0.95, 53, 60, 0.972628)]
    [InlineData(200, 0.5, 86, 114, 0.951999)]
    public void Ranks_of_known_samples(int n, double p, int lower, int upper, double coverage)
    {
        (QuantileRanks ranks, double reached) = QuantileInterval.RanksOf(n, p);
        Assert.Equal(new QuantileRanks(lower, upper), ranks);
        Assert.Equal(coverage, reached, 1e-5);
    }

    [Fact]
    public void The_ends_are_observations()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(i => (double)(i * 37 % 101))]; // 1 to 100, shuffled
        QuantileInterval q = QuantileInterval.Of(values, 0.9);
        Assert.Equal((84, 96), (q.Low, q.High));
        Assert.Equal(90.1, q.Estimate, 9);
        Assert.False(q.TooSmall);
    }

    [Theory]
    [InlineData(59, 0.95)]
    [InlineData(5, 0.5)]
    [InlineData(10, 0.99)]
    public void A_sample_too_small_says_so(int n, double p)
    {
        QuantileInterval q = QuantileInterval.Of([.. Enumerable.Range(0, n).Select(i => (double)i)], p);
        Assert.True(q.TooSmall);
        Assert.True(double.IsInfinity(q.Low) || double.IsInfinity(q.High));
    }

    [Fact]
    public void What_is_beyond_the_largest_observation_is_infinite() =>
        Assert.Equal((52.0, double.PositiveInfinity), (QuantileInterval.Of([.. Enumerable.Range(0, 59).Select(i => (double)i)], 0.95).Low, QuantileInterval.Of([.. Enumerable.Range(0, 59).Select(i => (double)i)], 0.95).High));

    [Fact]
    public void Low_quantiles_mirror_high_ones()
    {
        QuantileInterval q = QuantileInterval.Of([.. Enumerable.Range(0, 10).Select(i => (double)i)], 0.01);
        Assert.True(q.TooSmall);
        Assert.Equal(double.NegativeInfinity, q.Low);
        Assert.Equal(0.955690, QuantileInterval.RanksOf(100, 0.1).Coverage, 1e-5);
    }

    [Fact]
    public void No_narrower_pair_of_ranks_reaches_the_confidence()
    {
        foreach ((int n, double p, double confidence) in ((int, double, double)[])[(30, 0.5, 0.9), (80, 0.75, 0.99), (40, 0.2, 0.8), (7, 0.6, 0.5)])
        {
            (QuantileRanks ranks, double coverage) = QuantileInterval.RanksOf(n, p, confidence);
            double[] mass = [.. Enumerable.Range(0, n + 1).Select(i => MathNet.Numerics.Distributions.Binomial.PMF(p, n, i))];
            Assert.Equal(mass[ranks.Lower..ranks.Upper].Sum(), coverage, 9);
            Assert.True(coverage >= confidence);
            int width = ranks.Upper - ranks.Lower;
            for (int l = 0; l + width - 1 <= n + 1; l++) Assert.True(mass[l..Math.Min(n + 1, l + width - 1)].Sum() < confidence);
            for (int l = 0; l + width <= n + 1; l++) Assert.True(mass[l..Math.Min(n + 1, l + width)].Sum() <= coverage + 1e-9);
        }
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => QuantileInterval.Of([1], 0.5));
        Assert.Throws<ArgumentException>(() => QuantileInterval.Of([1, double.NaN], 0.5));
        Assert.Throws<ArgumentException>(() => QuantileInterval.Of([1, 2], 1));
        Assert.Throws<ArgumentException>(() => QuantileInterval.Of([1, 2], 0.5, 0));
        Assert.Throws<ArgumentException>(() => QuantileInterval.RanksOf(0, 0.5));
    }
}
