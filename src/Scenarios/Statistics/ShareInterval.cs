using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>A share of n with its interval.</summary>
/// <param name="Share">k / n; NaN of none.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">n.</param>
public readonly record struct ShareInterval(double Share, double Low, double High, int Count)
{
    /// <summary>Wilson's score interval (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Covers near its confidence on average.</summary>
    /// <exception cref="ArgumentException">Not 0 ≤ k ≤ n, or the confidence is out of range.</exception>
    public static ShareInterval Wilson(int k, int n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        if (n == 0) return new ShareInterval(double.NaN, 0, 1, 0);
        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2), p = (double)k / n, z2 = z * z / n;
        double middle = (p + z2 / 2) / (1 + z2), half = z * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        return new ShareInterval(p, k == 0 ? 0 : middle - half, k == n ? 1 : middle + half, n);
    }

    /// <summary>Clopper and Pearson's interval (1934), from quantiles of the beta law: covers at least its confidence, always.</summary>
    /// <exception cref="ArgumentException">Not 0 ≤ k ≤ n, or the confidence is out of range.</exception>
    public static ShareInterval ClopperPearson(int k, int n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        if (n == 0) return new ShareInterval(double.NaN, 0, 1, 0);
        double tail = (1 - confidence) / 2;
        return new ShareInterval((double)k / n, k == 0 ? 0 : Beta.InvCDF(k, n - k + 1, tail), k == n ? 1 : Beta.InvCDF(k + 1, n - k, 1 - tail), n);
    }

    private static void Check(int k, int n, double confidence)
    {
        Require.Confidence(confidence);
        if (k < 0 || k > n) throw new ArgumentException($"A share of {n} is 0 to {n} of them; it is {k}.", nameof(k));
    }
}
