namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Two scenarios run with the same draws, compared replication by replication; what pairing was worth is shown beside it.</summary>
/// <remarks>Paired-t and Welch intervals: Law, Simulation Modeling and Analysis, chapter 10.</remarks>
public sealed record PairedComparison
{
    /// <summary>Mean of b − a with its paired-t interval.</summary>
    public required Interval Difference { get; init; }

    /// <summary>Student's t of the mean difference; infinite where all differences are equal and not 0.</summary>
    public required double T { get; init; }

    /// <summary>Two-sided p-value of no difference.</summary>
    public required double P { get; init; }

    /// <summary>The interval had the runs been independent (Welch), and its degrees of freedom.</summary>
    public required Interval Welch { get; init; }

    /// <inheritdoc cref="Welch"/>
    public required double WelchDegrees { get; init; }

    /// <summary>
    /// How many times smaller pairing made the variance of the difference: (s_a² + s_b²)/s_Z². Below 1 it did harm. Infinite
    /// where all differences are equal; NaN where nothing varies at all.
    /// </summary>
    public required double VarianceReduction { get; init; }

    /// <summary>Correlation of the two samples; NaN where one of them does not vary.</summary>
    public required double Correlation { get; init; }

    /// <summary>Share of the replications made in which b was better than a; ties count half.</summary>
    public required double ShareBetter { get; init; }

    /// <summary>
    /// Probability that b is better in one further replication, were differences normal: P(Z' &lt; 0) for Z' = z̄ + s√(1 + 1/n)·T_{n−1},
    /// the predictive distribution. It does not tend to 1 with more runs: it answers "in how many futures".
    /// </summary>
    public required double PredictedBetter { get; init; }

    /// <summary>
    /// How sure the runs are that b is better on average: P(T_{n−1} &lt; −t), the one-sided confidence that the mean difference
    /// is on the better side. Tends to 0 or 1 with more runs.
    /// </summary>
    public required double MeanBetter { get; init; }

    /// <summary>Further replications until the interval of the difference is half as wide.</summary>
    public required int ToHalve { get; init; }

    /// <summary>Compares b with a.</summary>
    /// <param name="a">One value per replication of the first scenario; two or more.</param>
    /// <param name="b">The second, value i from the same replication as value i of a.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="lowerIsBetter">True for times and costs.</param>
    /// <exception cref="ArgumentException">Fewer than two values, unequal numbers, a value not finite, or a confidence out of range.</exception>
    public static PairedComparison Of(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95, bool lowerIsBetter = true)
    {
        Require.Pairs(a, b, 2, nameof(a), nameof(b));
        Require.Confidence(confidence);
        int n = a.Count;
        double[] z = [.. a.Select((x, i) => b[i] - x)];
        (double meanA, double varianceA) = Student.Moments(a);
        (double meanB, double varianceB) = Student.Moments(b);
        (double mean, double variance) = Student.Moments(z);
        double sign = lowerIsBetter ? -1 : 1;
        double t = Ratio(mean, Math.Sqrt(variance / n));
        double degrees = WelchDegreesOf(varianceA / n, varianceB / n, n);
        double welchHalf = Student.TwoSided(degrees, confidence) * Math.Sqrt((varianceA + varianceB) / n);
        return new PairedComparison
        {
            Difference = Interval.Of(z, confidence),
            T = t,
            P = Student.TwoSidedP(n - 1, t),
            Welch = new Interval(meanB - meanA, meanB - meanA - welchHalf, meanB - meanA + welchHalf, n),
            WelchDegrees = degrees,
            VarianceReduction = (varianceA + varianceB) / variance,
            Correlation = Covariance(a, b, meanA, meanB) / Math.Sqrt(varianceA * varianceB),
            ShareBetter = z.Average(d => d == 0 ? 0.5 : sign * d > 0 ? 1 : 0),
            PredictedBetter = Student.Below(n - 1, sign * Ratio(mean, Math.Sqrt(variance * (1 + 1.0 / n)))),
            MeanBetter = Student.Below(n - 1, sign * t),
            ToHalve = Replications.ToHalve(z, confidence),
        };
    }

    /// <summary>Degrees of freedom of Welch and Satterthwaite from the two variances of the means.</summary>
    private static double WelchDegreesOf(double a, double b, int n) =>
        a + b == 0 ? 2 * (n - 1) : (a + b) * (a + b) * (n - 1) / (a * a + b * b);

    private static double Covariance(IReadOnlyList<double> a, IReadOnlyList<double> b, double meanA, double meanB) =>
        a.Select((x, i) => (x - meanA) * (b[i] - meanB)).Sum() / (a.Count - 1);

    private static double Ratio(double mean, double error) => mean == 0 ? 0 : mean / error;
}
