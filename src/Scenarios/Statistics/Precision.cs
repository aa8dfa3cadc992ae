namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// How precise a mean must be before runs stop. With both kinds given, both must hold.
/// </summary>
/// <remarks>
/// Law, Simulation Modeling and Analysis, chapter 9: the relative error |x̄ − μ|/|μ| is at most γ when the half-width over |x̄|
/// is at most γ' = γ/(1 + γ), because the estimate stands in for the unknown mean.
/// </remarks>
/// <param name="Relative">Largest relative error γ, 0.1 for 10 %; null to ask for none.</param>
/// <param name="Absolute">Largest half-width, in the indicator's unit; null to ask for none.</param>
public sealed record Precision(double? Relative = null, double? Absolute = null)
{
    /// <summary>Fewest replications before a rule may stop: with fewer the standard deviation is too uncertain and intervals cover too little.</summary>
    public const int Minimum = 10;

    /// <summary>What the half-width over |mean| is compared with, γ/(1 + γ); null without a relative target.</summary>
    public double? AdjustedRelative => Relative / (1 + Relative);

    /// <summary>Confidence of the interval.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The precision reached by the replications made, and how many it takes.</summary>
    /// <param name="values">One value per replication, two or more.</param>
    /// <exception cref="ArgumentException">Fewer than two values, one not finite, or a target that is none.</exception>
    public PrecisionReached Judge(IReadOnlyList<double> values)
    {
        Check();
        Require.Sample(values, 2, nameof(values));
        (double mean, double variance) = Student.Moments(values);
        Interval interval = Interval.Of(values, Confidence);
        int needed = Needed(mean, variance);
        bool met = values.Count >= Minimum && interval.HalfWidth <= Allowed(mean);
        return new PrecisionReached(interval, met, met ? values.Count : needed);
    }

    /// <summary>
    /// The fewest replications at which the interval is narrow enough, if mean and variance stay what they are:
    /// the smallest i ≥ 10 with t_{i−1,1−α/2} √(s²/i) within the target.
    /// </summary>
    /// <returns>The number; <see cref="int.MaxValue"/> where none suffices (a relative target for a mean of 0).</returns>
    /// <param name="mean">Mean so far.</param>
    /// <param name="variance">Unbiased variance so far.</param>
    /// <exception cref="ArgumentException">A number is not finite, the variance is negative, or the target is none.</exception>
    public int Needed(double mean, double variance)
    {
        Check();
        Require.Sample([mean, variance], 2, nameof(mean));
        if (variance < 0) throw new ArgumentException("A variance is not negative.", nameof(variance));
        return Replications.Smallest(variance, Allowed(mean), Minimum, Confidence);
    }

    private double Allowed(double mean) => Math.Min(Absolute ?? double.PositiveInfinity, AdjustedRelative * Math.Abs(mean) ?? double.PositiveInfinity);

    private void Check()
    {
        if (Relative == null && Absolute == null) throw new ArgumentException("A precision needs a relative or an absolute target.", nameof(Relative));
        if (Relative is { } r) Require.Positive(r, "relative precision", nameof(Relative));
        if (Absolute is { } a) Require.Positive(a, "absolute precision", nameof(Absolute));
        Require.Confidence(Confidence, nameof(Confidence));
    }
}

/// <summary>The precision of one indicator so far.</summary>
/// <param name="Interval">Its mean and interval.</param>
/// <param name="Met">Whether the target holds, with ten replications or more.</param>
/// <param name="Needed">Replications it takes in all; the number made once the target is met.</param>
public sealed record PrecisionReached(Interval Interval, bool Met, int Needed)
{
    /// <summary>Replications still missing; 0 once met.</summary>
    public int Missing => Met ? 0 : Needed == int.MaxValue ? int.MaxValue : Needed - Interval.Count;
}
