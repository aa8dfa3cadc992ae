namespace CorridorTwin.Scenarios.Statistics;

/// <summary>How many replications an interval of a given width takes.</summary>
public static class Replications
{
    /// <summary>Replications still to be made until the interval is half as wide, if the variance stays what it is.</summary>
    /// <remarks>Somewhat fewer than three times those made, because the Student quantile falls too; many fewer after two or three.</remarks>
    /// <param name="values">One value per replication, two or more; for a comparison, the paired differences.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>0 where the values do not differ at all.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, one not finite, or a confidence out of range.</exception>
    public static int ToHalve(IReadOnlyList<double> values, double confidence = 0.95)
    {
        Require.Sample(values, 2, nameof(values));
        Require.Confidence(confidence);
        double variance = Student.Moments(values).Variance;
        if (variance == 0) return 0;
        double half = Student.TwoSided(values.Count - 1, confidence) * Math.Sqrt(variance / values.Count);
        return Smallest(variance, half / 2, values.Count, confidence) - values.Count;
    }

    /// <summary>The smallest i, at least <paramref name="least"/>, with t_{i−1} √(variance/i) ≤ allowed. It falls with i, so bisection finds it.</summary>
    internal static int Smallest(double variance, double allowed, int least, double confidence)
    {
        bool Enough(int i) => Student.TwoSided(i - 1, confidence) * Math.Sqrt(variance / i) <= allowed;
        if (variance == 0 || Enough(least)) return least;
        const int Most = 1 << 30;
        int low = least;
        int high = least;
        while (!Enough(high))
        {
            if (high >= Most) return int.MaxValue;
            low = high;
            high = Math.Min(Most, high * 2);
        }
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (Enough(middle)) high = middle;
            else low = middle;
        }
        return high;
    }
}
