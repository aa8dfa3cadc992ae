using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class PairedComparisonTests
{
    // Law, Simulation Modeling and Analysis: inventory policies (20,40) and (20,80).
    private static readonly double[] X1 = [126.97, 124.31, 126.68, 122.66, 127.23];
    private static readonly double[] X2 = [118.21, 120.22, 122.45, 122.68, 119.40];

    [Fact]
    public void Laws_inventory_policies()
    {
        PairedComparison c = PairedComparison.Of(X2, X1, 0.90);
        Assert.Equal(4.978000, c.Difference.Mean, 1e-5);
        Assert.Equal(1.649127, c.Difference.Low, 1e-5);
        Assert.Equal(8.306873, c.Difference.High, 1e-5);
        Assert.Equal(3.187966, c.T, 1e-5);
        Assert.Equal(0.033281, c.P, 1e-5);
        Assert.Equal(2.438274, Math.Pow(c.Difference.Mean / c.T, 2), 1e-5);
        Assert.Equal(7.992386, c.WelchDegrees, 1e-5);
        Assert.Equal(2.660786, c.Welch.Low, 1e-5);
        Assert.Equal(7.295214, c.Welch.High, 1e-5);
        Assert.Equal(0.636690, c.VarianceReduction, 1e-5);
        Assert.Equal(-0.57, c.Correlation, 2);
    }

    [Fact]
    public void Better_is_read_three_ways()
    {
        // Costs rose in four of five months: b = X1 is better once.
        PairedComparison c = PairedComparison.Of(X2, X1);
        Assert.Equal(0.2, c.ShareBetter, 9);
        Assert.Equal(0.033281 / 2, c.MeanBetter, 1e-5);
        Assert.InRange(c.PredictedBetter, c.MeanBetter, 0.5);
        PairedComparison gain = PairedComparison.Of(X2, X1, lowerIsBetter: false);
        Assert.Equal(0.8, gain.ShareBetter, 9);
        Assert.Equal(1 - c.PredictedBetter, gain.PredictedBetter, 9);
        Assert.Equal(1 - c.MeanBetter, gain.MeanBetter, 9);
    }

    [Fact]
    public void Predicted_better_is_the_chance_of_the_next_replication()
    {
        // Differences 0.5 less than normal: P(Z < 0) = Φ(0.5) = 0.691462, reached on average over many samples.
        PairedComparison[] many = [.. Enumerable.Range(0, 1000).Select(e => PairedComparison.Of(new double[12], [.. Keyed.Normals(e, 12).Select(z => z - 0.5)]))];
        Assert.Equal(0.691462, many.Average(c => c.ShareBetter), 0.02);
        Assert.InRange(many.Average(c => c.PredictedBetter), 0.66, 0.71);
        Assert.InRange(many.Average(c => c.MeanBetter), 0.8, 0.95);
    }

    [Fact]
    public void Identical_runs_show_no_difference()
    {
        PairedComparison c = PairedComparison.Of(X1, X1);
        Assert.Equal(new Interval(0, 0, 0, 5), c.Difference);
        Assert.Equal((0.0, 1.0, 0.5, 0.5, 0.5, 0), (c.T, c.P, c.ShareBetter, c.PredictedBetter, c.MeanBetter, c.ToHalve));
        Assert.Equal(double.PositiveInfinity, c.VarianceReduction);
        Assert.Equal(1, c.Correlation, 9);
    }

    [Fact]
    public void A_constant_shift_is_certain()
    {
        PairedComparison c = PairedComparison.Of([1, 2, 3], [0, 1, 2]);
        Assert.Equal((0.0, 1.0, 1.0, 1.0), (c.P, c.ShareBetter, c.PredictedBetter, c.MeanBetter));
        Assert.True(double.IsNegativeInfinity(c.T));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([1], [2]));
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([], []));
        Assert.Contains("2 and 3", Assert.Throws<ArgumentException>(() => PairedComparison.Of([1, 2], [1, 2, 3])).Message);
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([1, double.NaN], [1, 2]));
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([1, 2], [1, 2], 1.5));
    }
}
