namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Whether two means differ by less than a margin.</summary>
/// <param name="Difference">Mean of the first less mean of the second.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="Degrees">Degrees of freedom (Welch–Satterthwaite).</param>
/// <param name="Interval">Interval of the difference with confidence 1 − 2α: equivalence at level α is that it lies within the margin.</param>
/// <param name="Margin">The margin.</param>
/// <param name="P">The larger p-value of the two one-sided tests: small means equivalent.</param>
public readonly record struct EquivalenceResult(double Difference, double StandardError, double Degrees, Interval Interval, double Margin, double P)
{
    /// <summary>The means are shown to differ by less than the margin.</summary>
    public bool Equivalent => Interval.Low > -Margin && Interval.High < Margin;

    /// <summary>The means are shown to differ by more than the margin.</summary>
    public bool Different => Interval.Low > Margin || Interval.High < -Margin;
}

/// <summary>Two one-sided tests (Schuirmann 1987) for two independent samples of unlike variance (Welch): not "no difference was found", but "the difference is less than matters".</summary>
public static class Equivalence
{
    /// <summary>Tests two samples.</summary>
    /// <param name="a">First sample, two or more values.</param>
    /// <param name="b">Second sample.</param>
    /// <param name="margin">Difference that does not matter, above 0.</param>
    /// <param name="alpha">Level.</param>
    /// <exception cref="ArgumentException">Too few values, or a margin or level that is none.</exception>
    public static EquivalenceResult Test(IReadOnlyList<double> a, IReadOnlyList<double> b, double margin, double alpha = 0.05)
    {
        Require.Sample(a, 2, nameof(a));
        Require.Sample(b, 2, nameof(b));
        (double meanA, double varianceA) = Student.Moments(a);
        (double meanB, double varianceB) = Student.Moments(b);
        return Of(meanA - meanB, varianceA / a.Count, a.Count - 1, varianceB / b.Count, b.Count - 1, margin, alpha, a.Count + b.Count);
    }

    /// <summary>The test from the variances of two independent means, each with its degrees of freedom.</summary>
    /// <param name="difference">Of the means.</param>
    /// <param name="varianceA">Variance of the first mean (not of its values).</param>
    /// <param name="degreesA">Its degrees of freedom.</param>
    /// <param name="varianceB">Variance of the second mean.</param>
    /// <param name="degreesB">Its degrees of freedom.</param>
    /// <param name="margin">Difference that does not matter, above 0.</param>
    /// <param name="alpha">Level.</param>
    /// <param name="count">Observations, for the record.</param>
    /// <exception cref="ArgumentException">A margin or level that is none.</exception>
    public static EquivalenceResult Of(double difference, double varianceA, double degreesA, double varianceB, double degreesB, double margin, double alpha, int count)
    {
        Require.Positive(margin, "margin", nameof(margin));
        Require.Fraction(alpha, "level", nameof(alpha));
        double error = Math.Sqrt(varianceA + varianceB);
        if (error == 0)
        {
            double p = Math.Abs(difference) < margin ? 0 : 1;
            return new EquivalenceResult(difference, 0, degreesA + degreesB, new Interval(difference, difference, difference, count), margin, p);
        }
        double degrees = Math.Pow(varianceA + varianceB, 2) / (varianceA * varianceA / degreesA + varianceB * varianceB / degreesB);
        double half = Student.TwoSided(degrees, 1 - 2 * alpha) * error;
        double above = Student.Below(degrees, (difference - margin) / error);
        double below = Student.Below(degrees, -(difference + margin) / error);
        return new EquivalenceResult(difference, error, degrees, new Interval(difference, difference - half, difference + half, count), margin, Math.Max(above, below));
    }
}
