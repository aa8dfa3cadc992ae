namespace CorridorTwin.Simulation.Draws;

/// <summary>Uniform between two bounds.</summary>
public sealed record UniformDistribution : Distribution
{
    /// <param name="minMilliseconds">The lower bound, 0 or more.</param>
    /// <param name="maxMilliseconds">The upper bound, at least the lower.</param>
    public UniformDistribution(double minMilliseconds, double maxMilliseconds)
    {
        MinMilliseconds = Check.NotNegative(minMilliseconds, "minimum of a uniform");
        MaxMilliseconds = Check.AtLeast(minMilliseconds, maxMilliseconds, "maximum of a uniform", "minimum");
    }

    /// <summary>The lower bound in milliseconds.</summary>
    public double MinMilliseconds { get; }

    /// <summary>The upper bound in milliseconds.</summary>
    public double MaxMilliseconds { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds => MinMilliseconds + 0.5 * Width;

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => Width * Width / 12.0;

    private double Width => MaxMilliseconds - MinMilliseconds;

    internal override double LogSurvival(double ms) =>
        ms < MinMilliseconds ? 0.0
        : ms < MaxMilliseconds ? PortableMath.Log((MaxMilliseconds - ms) / Width)
        : double.NegativeInfinity;

    internal override Sampler Compile() => new(SamplerKind.Uniform, MinMilliseconds, Width);

    private protected override Distribution Scaled(double factor) =>
        new UniformDistribution(MinMilliseconds * factor, MaxMilliseconds * factor);

    // Given that it exceeds the elapsed time, a uniform is uniform on what is left.
    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        double from = Math.Max(elapsed, MinMilliseconds);
        double left = MaxMilliseconds - from;
        return left > 0.0 ? (from - elapsed) + left * stream.NextOpen() : Math.Max(0.0, MaxMilliseconds - elapsed);
    }
}
