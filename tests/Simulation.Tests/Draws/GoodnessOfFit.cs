using MathNet.Numerics.Distributions;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>Tests of draws against their law. Seeds are fixed, so a pass stays a pass until the code changes.</summary>
internal static class GoodnessOfFit
{
    private const double Rarest = 1e-4;

    /// <summary>Two-sided, because counts that fit too well are as wrong as counts that do not.</summary>
    internal static void AssertChiSquare(int[] counts, double[] probabilities)
    {
        double n = counts.Sum();
        double statistic = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            double expected = n * probabilities[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        double p = ChiSquared.CDF(counts.Length - 1, statistic);
        Assert.True(p is > Rarest / 2 and < 1 - Rarest / 2, $"chi-square {statistic:F1} on {counts.Length - 1} degrees: p = {p:G3}");
    }

    /// <summary>Kolmogorov–Smirnov with the asymptotic p = 2 exp(-2 n D²), good where p is small.</summary>
    internal static void AssertKolmogorovSmirnov(double[] draws, Func<double, double> cdf)
    {
        Array.Sort(draws);
        double largest = 0.0;
        for (int i = 0; i < draws.Length; i++)
        {
            double expected = cdf(draws[i]);
            largest = Math.Max(largest, Math.Max((i + 1.0) / draws.Length - expected, expected - (double)i / draws.Length));
        }

        double p = 2.0 * Math.Exp(-2.0 * draws.Length * largest * largest);
        Assert.True(p > Rarest, $"D = {largest:G4} over {draws.Length} draws: p = {p:G3}");
    }
}
