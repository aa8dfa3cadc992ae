namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Several scenarios against one control, all run independently of each other: intervals that hold together. It needs independent runs
/// of equal variance; runs that share their draws are compared by <see cref="MultipleComparisons"/> instead.
/// </summary>
/// <remarks>C. W. Dunnett, "A multiple comparison procedure for comparing several treatments with a control", JASA 50 (1955).</remarks>
/// <param name="Members">One entry per scenario.</param>
/// <param name="Variance">Pooled variance of one run.</param>
/// <param name="Degrees">Its degrees of freedom.</param>
/// <param name="Critical">Half-width of an interval over its standard error.</param>
public sealed record Dunnett(IReadOnlyList<DunnettMember> Members, double Variance, int Degrees, double Critical)
{
    /// <summary>Compares.</summary>
    /// <param name="control">Runs of the control, one value each.</param>
    /// <param name="others">Runs of each scenario; samples may differ in size.</param>
    /// <param name="confidence">Joint confidence of all intervals.</param>
    /// <exception cref="ArgumentException">No scenario, an empty sample, no two runs of anything, a value not finite, nothing that varies, or a confidence out of range.</exception>
    public static Dunnett Of(IReadOnlyList<double> control, IReadOnlyList<IReadOnlyList<double>> others, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(others);
        Require.Confidence(confidence);
        Require.Sample(control, 1, nameof(control));
        if (others.Count == 0) throw new ArgumentException("At least one scenario is compared with the control.", nameof(others));
        foreach (IReadOnlyList<double> sample in others) Require.Sample(sample, 1, nameof(others));
        (double Mean, double Squares, int Count)[] groups = [.. others.Prepend(control).Select(Group)];
        int degrees = groups.Sum(g => g.Count - 1);
        if (degrees < 1) throw new ArgumentException("With one run of each there is no variance to judge by; two or more are needed.", nameof(control));
        double variance = groups.Sum(g => g.Squares) / degrees;
        if (variance == 0) throw new ArgumentException("Runs that do not vary need no test.", nameof(control));
        var joint = new MultivariateT([.. groups.Skip(1).Select(g => Math.Sqrt(g.Count / (double)(g.Count + control.Count)))], degrees, twoSided: true);
        double critical = joint.Critical(confidence);
        return new Dunnett(
            [
                .. groups.Skip(1).Select(g =>
                {
                    double error = Math.Sqrt(variance * (1.0 / g.Count + 1.0 / control.Count));
                    double difference = g.Mean - groups[0].Mean;
                    var interval = new Interval(difference, difference - critical * error, difference + critical * error, g.Count);
                    return new DunnettMember(interval, difference / error, Math.Clamp(1 - joint.AllBelow(Math.Abs(difference) / error), 0, 1));
                }),
            ],
            variance,
            degrees,
            critical);
    }

    private static (double Mean, double Squares, int Count) Group(IReadOnlyList<double> sample)
    {
        if (sample.Count == 1) return (sample[0], 0, 1);
        (double mean, double variance) = Student.Moments(sample);
        return (mean, variance * (sample.Count - 1), sample.Count);
    }
}

/// <summary>One scenario against the control.</summary>
/// <param name="Difference">Scenario less control, with the simultaneous interval.</param>
/// <param name="T">The difference over its standard error.</param>
/// <param name="P">Two-sided p-value for the whole family: P(the largest |T| is at least |t|).</param>
public sealed record DunnettMember(Interval Difference, double T, double P);
