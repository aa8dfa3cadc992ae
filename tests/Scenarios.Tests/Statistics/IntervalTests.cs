using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class IntervalTests
{
    private static readonly double[] A = [42.1, 39.8, 44.6, 41.2, 40.5];
    private static readonly double[] B = [37.9, 36.1, 40.2, 38.8, 35.7];

    [Fact]
    public void Tally_of_five()
    {
        Interval i = Interval.Of([5, 3, 8, -1, 2]);
        Assert.Equal(3.4, i.Mean, 6);
        Assert.Equal(4.173912, i.HalfWidth, 1e-5);
    }

    [Fact]
    public void Read_together_with_others_zero_is_excluded_less_easily()
    {
        // s/√n = 1 and 9 degrees of freedom: t is 2.262157 at 95 %, 4.780913 at 99.9 % two-sided.
        Interval At(double mean) => new(mean, mean - 2.262157, mean + 2.262157, 10);
        Assert.True(At(2.263).ExcludesZeroAmong(1));
        Assert.False(At(2.262).ExcludesZeroAmong(1));
        Assert.True(At(-4.782).ExcludesZeroAmong(50));
        Assert.False(At(4.779).ExcludesZeroAmong(50));
        Assert.False(new Interval(0, 0, 0, 10).ExcludesZeroAmong(1));
        Assert.True(new Interval(1, 1, 1, 10).ExcludesZeroAmong(50));
        Assert.False(new Interval(1, double.NaN, double.NaN, 1).ExcludesZeroAmong(1));
    }

    [Fact]
    public void Law_inventory_systems_paired()
    {
        // Law, Simulation Modeling & Analysis: (20,40) against (20,80), 90 %.
        Interval i = Interval.Paired([118.21, 120.22, 122.45, 122.68, 119.40], [126.97, 124.31, 126.68, 122.66, 127.23], 0.90);
        Assert.Equal(4.978, i.Mean, 1e-5);
        Assert.Equal(1.649127, i.Low, 1e-5);
        Assert.Equal(8.306873, i.High, 1e-5);
    }

    [Fact]
    public void Pairing_narrows_the_interval()
    {
        Interval i = Interval.Paired(B, A);
        Assert.Equal(3.9, i.Mean, 6);
        Assert.Equal(1.151472, i.HalfWidth, 1e-5);
        Assert.True(i.ExcludesZero);
    }

    [Fact]
    public void Percent_of_proportional_values_has_no_width()
    {
        Interval i = Interval.PairedPercent(A, [.. A.Select(a => a * 0.9)]);
        Assert.Equal(-10, i.Mean, 9);
        Assert.Equal(0, i.HalfWidth, 9);
    }

    [Theory]
    [InlineData(2, 0.95, 12.706205)]
    [InlineData(3, 0.99, 9.924843)]
    [InlineData(20, 0.95, 2.093024)]
    [InlineData(2, 0.9999, 6366.197715)]
    public void Student_quantiles_of_tables(int n, double confidence, double quantile)
    {
        // n values of which one differs: s/sqrt(n) = 1/n.
        Interval i = Interval.Of([.. Enumerable.Repeat(0.0, n - 1).Append(1.0)], confidence);
        Assert.Equal(quantile, i.HalfWidth * n, 4);
    }

    [Fact]
    public void One_value_has_no_interval()
    {
        Interval i = Interval.Of([2.5]);
        Assert.Equal(2.5, i.Mean);
        Assert.True(double.IsNaN(i.Low) && double.IsNaN(i.High));
        Assert.False(i.ExcludesZero);
    }

    [Fact]
    public void Unequal_numbers_cannot_be_paired() => Assert.Throws<ArgumentException>(() => Interval.Paired(A, [1]));
}
