namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Scores of predictions that come with a spread; less is better. Proper: nobody gains by stating another belief than one's own (Gneiting and Raftery 2007).</summary>
public static class Scores
{
    /// <summary>Winkler's score of an interval of level 1 − α: its width, and 2/α times how far the value lies outside.</summary>
    /// <exception cref="ArgumentException">The interval is upside down, or α is none.</exception>
    public static double Winkler(double low, double high, double value, double alpha)
    {
        Require.Fraction(alpha, "level", nameof(alpha));
        if (!(low <= high)) throw new ArgumentException(FormattableString.Invariant($"The interval from {low} to {high} is none."), nameof(low));
        return high - low + (value < low ? 2 / alpha * (low - value) : value > high ? 2 / alpha * (value - high) : 0);
    }

    /// <summary>Continuous ranked probability score of an ensemble, Σ|x − y|/m − ½ΣΣ|x − x'|/m²: for one member the absolute error.</summary>
    /// <exception cref="ArgumentException">There is no member, or one is not finite.</exception>
    public static double Crps(IReadOnlyList<double> ensemble, double value)
    {
        Require.Sample(ensemble, 1, nameof(ensemble));
        double[] sorted = [.. ensemble.Order()];
        double error = 0, spread = 0;
        int m = sorted.Length;
        for (int i = 0; i < m; i++)
        {
            error += Math.Abs(sorted[i] - value) / m;
            // ΣΣ|x − x'| over ordered pairs is 2 Σ (2i − m + 1) x(i).
            spread += 2.0 * (2 * i - m + 1) * sorted[i] / ((double)m * m);
        }
        return error - spread / 2;
    }

    /// <summary>Share of values within the central band of an ensemble.</summary>
    /// <param name="ensemble">Predictions.</param>
    /// <param name="values">What happened.</param>
    /// <param name="level">Level of the band, such as 0.9.</param>
    /// <exception cref="ArgumentException">A sample is empty or the level is none.</exception>
    public static BandCoverage Coverage(IReadOnlyList<double> ensemble, IReadOnlyList<double> values, double level)
    {
        Require.Sample(ensemble, 1, nameof(ensemble));
        Require.Sample(values, 1, nameof(values));
        Require.Fraction(level, "level", nameof(level));
        double[] sorted = [.. ensemble.Order()];
        double low = Quantile(sorted, (1 - level) / 2), high = Quantile(sorted, (1 + level) / 2);
        return new BandCoverage(level, low, high, values.Count(v => v >= low && v <= high), values.Count);
    }

    /// <summary>A quantile of sorted values, interpolated between order statistics (Hyndman and Fan's type 7).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        double at = share * (sorted.Count - 1);
        int below = (int)Math.Floor(at);
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}

/// <summary>How many values a band caught.</summary>
/// <param name="Level">What it promises.</param>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Inside">Values within.</param>
/// <param name="Count">Values.</param>
public readonly record struct BandCoverage(double Level, double Low, double High, int Inside, int Count)
{
    /// <summary>Share within.</summary>
    public double Share => (double)Inside / Count;
}
