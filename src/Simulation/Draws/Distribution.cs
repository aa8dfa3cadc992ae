namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// The law of a duration: a service, an interarrival time, a repair. Immutable, compared by value, always
/// valid once built. Numbers are milliseconds; the factories take <see cref="TimeSpan"/>. To draw from it,
/// compile it once with <see cref="Sampler.Compile"/>.
/// </summary>
/// <remarks>
/// Every factory and constructor throws <see cref="ArgumentOutOfRangeException"/> when a parameter is not
/// finite or makes no distribution of non-negative durations.
/// </remarks>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The expected duration in milliseconds.</summary>
    public abstract double MeanMilliseconds { get; }

    /// <summary>The variance in square milliseconds.</summary>
    public abstract double VarianceMilliseconds2 { get; }

    /// <summary>The coefficient of variation, standard deviation over mean; 0 for a duration that is always 0.</summary>
    public virtual double Cv => MeanMilliseconds > 0.0 ? Math.Sqrt(VarianceMilliseconds2) / MeanMilliseconds : 0.0;

    /// <summary>Exponential with the given mean, above 0.</summary>
    public static Distribution Exponential(TimeSpan mean) => new ExponentialDistribution(mean.TotalMilliseconds);

    /// <summary>Lognormal with the given mean (above 0) and coefficient of variation (above 0) of the duration itself.</summary>
    public static Distribution Lognormal(TimeSpan mean, double cv) => new LognormalDistribution(mean.TotalMilliseconds, cv);

    /// <summary>Gamma with the given mean and coefficient of variation, both above 0; its shape is 1/cv².</summary>
    public static Distribution Gamma(TimeSpan mean, double cv) => new GammaDistribution(mean.TotalMilliseconds, cv);

    /// <summary>Sum of <paramref name="k"/> (1 or more) equal exponential phases with the given total mean, above 0.</summary>
    public static Distribution Erlang(TimeSpan mean, int k) => new ErlangDistribution(mean.TotalMilliseconds, k);

    /// <summary>Triangular, with 0 ≤ min ≤ mode ≤ max.</summary>
    public static Distribution Triangular(TimeSpan min, TimeSpan mode, TimeSpan max) =>
        new TriangularDistribution(min.TotalMilliseconds, mode.TotalMilliseconds, max.TotalMilliseconds);

    /// <summary>Uniform between min and max, with 0 ≤ min ≤ max.</summary>
    public static Distribution Uniform(TimeSpan min, TimeSpan max) =>
        new UniformDistribution(min.TotalMilliseconds, max.TotalMilliseconds);

    /// <summary>Always the same duration, 0 or more.</summary>
    public static Distribution Deterministic(TimeSpan value) => new DeterministicDistribution(value.TotalMilliseconds);

    /// <summary>One of the observed durations, each 0 or more, chosen by weight; equal weights when none are given.</summary>
    public static Distribution Empirical(IEnumerable<TimeSpan> values, IEnumerable<double>? weights = null) =>
        new EmpiricalDistribution(values.Select(value => value.TotalMilliseconds), weights);

    /// <summary>One of several exponentials, chosen by weight p; the weights are divided by their sum.</summary>
    public static Distribution Hyperexponential(params (double P, TimeSpan Mean)[] phases) =>
        new HyperexponentialDistribution(phases.Select(phase => (phase.P, phase.Mean.TotalMilliseconds)));

    /// <summary>One of several distributions, chosen by weight; the weights are divided by their sum.</summary>
    public static Distribution Mixture(params (double Weight, Distribution Part)[] parts) => new MixtureDistribution(parts);

    /// <summary>
    /// The law of this duration times <paramref name="factor"/>: the same family with the same coefficient of
    /// variation, drawing the same number times the factor. A factor of 0 gives a constant 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public Distribution Scale(double factor) =>
        Check.NotNegative(factor, "factor") == 0.0 ? new DeterministicDistribution(0.0) : Scaled(factor);

    /// <summary>
    /// Draws how much longer a duration lasts that has already lasted <paramref name="elapsedMs"/>: S - elapsed
    /// given S > elapsed, in milliseconds. Where that is impossible because the law is bounded below the elapsed
    /// time, the answer is 0: the work is overdue and ends now.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The elapsed time is negative or not finite.</exception>
    public double SampleResidual(ref KeyedStream s, double elapsedMs) =>
        Residual(ref s, Check.NotNegative(elapsedMs, "elapsed time"));

    /// <summary>The natural logarithm of P(S > ms); negative infinity where nothing is left.</summary>
    internal abstract double LogSurvival(double ms);

    internal abstract Sampler Compile();

    private protected abstract Distribution Scaled(double factor);

    private protected abstract double Residual(ref KeyedStream stream, double elapsed);
}
