namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Each scenario against the best of the others, run independently with equal variance and number of runs: which may be the best, and
/// by how much each falls short. Ends are cut at 0: who is surely not the best is no closer than 0, who surely is no further.
/// </summary>
/// <remarks>
/// J. C. Hsu, "Simultaneous confidence intervals for all distances from the best", Annals of Statistics 9 (1981):
/// [min(0, D − h), max(0, D + h)], h = d s √(2/n), d one-sided with correlation ½ over k − 1 comparisons.
/// </remarks>
/// <param name="Distances">Per scenario, its mean less the best mean of the others (for lower is better; else the negative), below 0 for the best.</param>
/// <param name="Critical">d.</param>
/// <param name="HalfWidth">h.</param>
public sealed record ComparisonWithBest(IReadOnlyList<Interval> Distances, double Critical, double HalfWidth)
{
    /// <summary>Numbers of the scenarios that may be the best; one alone is told from all others.</summary>
    public IReadOnlyList<int> MayBeBest => [.. Enumerable.Range(0, Distances.Count).Where(i => Distances[i].Low < 0)];

    /// <summary>Compares samples.</summary>
    /// <param name="samples">Per scenario, one value per run; equally many, two or more.</param>
    /// <param name="confidence">Joint confidence.</param>
    /// <param name="lowerIsBetter">True for times and costs.</param>
    /// <exception cref="ArgumentException">Fewer than two scenarios or runs, unequal numbers, a value not finite, or a confidence out of range.</exception>
    public static ComparisonWithBest Of(IReadOnlyList<IReadOnlyList<double>> samples, double confidence = 0.95, bool lowerIsBetter = true)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Require.AtLeast(samples.Count, 2, "number of scenarios", nameof(samples));
        foreach (IReadOnlyList<double> s in samples) Require.Pairs(samples[0], s, 2, nameof(samples), nameof(samples));
        (double Mean, double Variance)[] moments = [.. samples.Select(Student.Moments)];
        return Of([.. moments.Select(m => m.Mean)], Math.Sqrt(moments.Average(m => m.Variance)), samples[0].Count, confidence, lowerIsBetter);
    }

    /// <summary>Compares from means and the pooled standard deviation.</summary>
    /// <param name="means">Per scenario, two or more.</param>
    /// <param name="deviation">Pooled standard deviation of one run, 0 or more, with k(n − 1) degrees of freedom.</param>
    /// <param name="runs">Runs of each scenario, two or more.</param>
    /// <param name="confidence">Joint confidence.</param>
    /// <param name="lowerIsBetter">True for times and costs.</param>
    /// <exception cref="ArgumentException">A number out of range.</exception>
    public static ComparisonWithBest Of(IReadOnlyList<double> means, double deviation, int runs, double confidence = 0.95, bool lowerIsBetter = true)
    {
        Require.Sample(means, 2, nameof(means));
        Require.Sample([deviation], 1, nameof(deviation));
        if (deviation < 0) throw new ArgumentException("A standard deviation is not negative.", nameof(deviation));
        Require.AtLeast(runs, 2, "number of runs", nameof(runs));
        Require.Confidence(confidence);
        int k = means.Count;
        double critical = new MultivariateT([.. Enumerable.Repeat(Math.Sqrt(0.5), k - 1)], k * (runs - 1), twoSided: false).Critical(confidence);
        double half = critical * deviation * Math.Sqrt(2.0 / runs);
        double sign = lowerIsBetter ? 1 : -1;
        return new ComparisonWithBest([.. means.Select((m, i) => Distance(sign * m - means.Where((_, j) => j != i).Min(x => sign * x)))], critical, half);

        Interval Distance(double d) => new(d, Math.Min(0, d - half), Math.Max(0, d + half), runs);
    }
}
