using MathNet.Numerics.LinearAlgebra;

namespace CorridorTwin.Scenarios.Calibration.Moments;

/// <summary>The covariance of moments, from batches or resamples of them.</summary>
public static class MomentCovariance
{
    private const int Enough = 4;

    /// <summary>
    /// The sample covariance of batches drawn towards its diagonal, (1 − λ) S + λ diag S, by the λ of Schäfer and Strimmer (2005), so that it can be
    /// inverted with fewer batches than moments; with four batches for each moment or more the sample covariance itself, since drawing it takes away what moments tell
    /// together. A moment that never varies gets the floor given, so that it cannot rule.
    /// </summary>
    /// <param name="batches">Moments of each batch.</param>
    /// <param name="floor">Least standard deviation of each moment.</param>
    /// <exception cref="ArgumentException">Fewer than three batches.</exception>
    public static Matrix<double> Of(IReadOnlyList<double[]> batches, IReadOnlyList<double> floor)
    {
        int n = batches.Count, k = floor.Count;
        if (n < 3) throw new ArgumentException($"A covariance takes at least three batches; there are {n}.", nameof(batches));
        double[] mean = [.. Enumerable.Range(0, k).Select(i => batches.Average(b => b[i]))];
        double[] deviation = [.. Enumerable.Range(0, k).Select(i => Math.Max(floor[i], Math.Sqrt(batches.Sum(b => (b[i] - mean[i]) * (b[i] - mean[i])) / (n - 1))))];
        double[][] z = [.. batches.Select(b => (double[])[.. b.Select((x, i) => (x - mean[i]) / deviation[i])])];
        var correlation = Matrix<double>.Build.DenseIdentity(k);
        double uncertain = 0, strong = 0;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double[] products = [.. z.Select(b => b[i] * b[j])];
                double average = products.Average(), r = average * n / (n - 1);
                uncertain += products.Sum(p => (p - average) * (p - average)) * n / Math.Pow(n - 1, 3);
                strong += r * r;
                correlation[i, j] = correlation[j, i] = r;
            }
        }
        double shrink = strong > 0 ? Math.Min(1, uncertain / strong) : 1;
        if (n >= Enough * k) shrink = 0;
        return Matrix<double>.Build.Dense(k, k, (i, j) => deviation[i] * deviation[j] * (i == j ? 1 : (1 - shrink) * correlation[i, j]));
    }
}
