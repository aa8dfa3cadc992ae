using CorridorTwin.Scenarios.Calibration.Moments;
using CorridorTwin.Scenarios.Calibration.Searches;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Calibration.Moments;

public sealed class MomentDistanceTests
{
    [Fact]
    public void TheKnownAnswer()
    {
        var distance = new MomentDistance([5, 2], Matrix<double>.Build.DenseOfArray(new[,] { { 0.04, 0.01 }, { 0.01, 0.0225 } }));
        Assert.Equal(2.125, distance.Of([4.8, 2.1]), 1e-12);
    }

    [Fact]
    public void TheSingleServerIsInverted()
    {
        // W = 1 / (μ − λ): λ = 0.8 and an observed W of 5 give μ = 1.
        var distance = new MomentDistance([5], Matrix<double>.Build.Dense(1, 1, 0.01));
        SearchResult found = LocalSearch.Minimum(x => x[0] <= 0.8 ? 1e9 : distance.Of([1 / (x[0] - 0.8)]), [2], 0.2);
        Assert.Equal(1, found.Point[0], 1e-5);
    }

    [Fact]
    public void ACovarianceThatIsNoneIsRefused() =>
        Assert.ThrowsAny<ArgumentException>(() => new MomentDistance([1, 1], Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 2, 1 } })));

    [Fact]
    public void FewBatchesStillGiveACovarianceThatCanBeInverted()
    {
        double[][] batches = [[1, 10, 3, 0], [2, 19, 3, 0], [3, 31, 3, 0], [1.5, 16, 3, 0]];
        Matrix<double> covariance = MomentCovariance.Of(batches, [0.01, 0.01, 0.01, 0.5]);
        Assert.True(covariance.Determinant() > 0);
        double[] first = [.. batches.Select(b => b[0])];
        double mean = first.Average();
        Assert.Equal(first.Sum(x => (x - mean) * (x - mean)) / 3, covariance[0, 0], 1e-12);
        Assert.True(covariance[0, 1] > 0);
        Assert.Equal(0.25, covariance[3, 3], 1e-12);
    }

    [Fact]
    public void OneValleyAmongManyIsFound()
    {
        double Valleys(double[] x) => x.Sum(v => (v - 0.7) * (v - 0.7) - 2 * Math.Cos(6 * Math.PI * (v - 0.7)) + 2);
        SearchResult wide = GlobalSearch.Minimum(points => [.. points.Select(Valleys)], [-4, -4, -4], [4, 4, 4], 40, 80, seed: 3);
        SearchResult near = LocalSearch.Minimum(x => Valleys([.. x]), wide.Point, 0.05);
        foreach (double v in near.Point) Assert.Equal(0.7, v, 1e-3);
        SearchResult again = GlobalSearch.Minimum(points => [.. points.Select(Valleys)], [-4, -4, -4], [4, 4, 4], 40, 80, seed: 3);
        Assert.Equal(wide.Point, again.Point);
    }
}
