namespace CorridorTwin.Scenarios.Statistics;

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Low">Lower end; NaN with fewer than two observations.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Observations.</param>
public readonly record struct Interval(double Mean, double Low, double High, int Count)
{
    /// <summary>Half the interval's width.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether zero lies outside: the effect can be told from none.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <summary>Whether zero lies outside although so many intervals of 95 % are read together (Bonferroni).</summary>
    public bool ExcludesZeroAmong(int many) => Count > 1 && Math.Abs(Mean) > HalfWidth * Student.TwoSided(Count - 1, 1 - 0.05 / many) / Student.TwoSided(Count - 1, 0.95);

    /// <summary>Student's t interval of the mean of independent observations (replications), x̄ ± t_{n−1,1−α/2} s/√n.</summary>
    /// <param name="values">One value per replication; with fewer than two the ends are NaN.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The confidence is out of range.</exception>
    public static Interval Of(IReadOnlyList<double> values, double confidence = 0.95)
    {
        Require.Confidence(confidence);
        if (values.Count == 0) return new Interval(double.NaN, double.NaN, double.NaN, 0);
        if (values.Count == 1) return new Interval(values[0], double.NaN, double.NaN, 1);
        (double mean, double variance) = Student.Moments(values);
        double half = Student.TwoSided(values.Count - 1, confidence) * Math.Sqrt(variance / values.Count);
        return new Interval(mean, mean - half, mean + half, values.Count);
    }

    /// <summary>The paired interval of differences b − a under common random numbers: value i of both comes from replication i.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Interval Paired(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95)
    {
        if (a.Count != b.Count) throw new ArgumentException($"Paired values must be equally many; there are {a.Count} and {b.Count}.", nameof(b));
        return Of([.. a.Select((x, i) => b[i] - x)], confidence);
    }

    /// <summary>
    /// The interval of the change in percent, mean(b)/mean(a) − 1, by linearisation of the ratio (delta method):
    /// the t interval of b_i − (1 + change)·a_i, divided by mean(a). NaN where mean(a) is 0.
    /// </summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Interval PairedPercent(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95)
    {
        if (a.Count != b.Count) throw new ArgumentException($"Paired values must be equally many; there are {a.Count} and {b.Count}.", nameof(b));
        double meanA = a.Count == 0 ? 0 : a.Average();
        if (meanA == 0) return new Interval(double.NaN, double.NaN, double.NaN, a.Count);
        double ratio = b.Average() / meanA;
        Interval residual = Of([.. a.Select((x, i) => b[i] - ratio * x)], confidence);
        double change = 100 * (ratio - 1);
        double half = 100 * residual.HalfWidth / Math.Abs(meanA);
        return new Interval(change, change - half, change + half, a.Count);
    }
}
