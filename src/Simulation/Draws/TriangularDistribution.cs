namespace CorridorTwin.Simulation.Draws;

/// <summary>Triangular: the usual stand-in when all that is known is least, most likely and most.</summary>
public sealed record TriangularDistribution : Distribution
{
    /// <param name="minMilliseconds">The least duration, 0 or more.</param>
    /// <param name="modeMilliseconds">The most likely, at least the least.</param>
    /// <param name="maxMilliseconds">The longest, at least the most likely.</param>
    public TriangularDistribution(double minMilliseconds, double modeMilliseconds, double maxMilliseconds)
    {
        MinMilliseconds = Check.NotNegative(minMilliseconds, "minimum of a triangular");
        ModeMilliseconds = Check.AtLeast(minMilliseconds, modeMilliseconds, "mode of a triangular", "minimum");
        MaxMilliseconds = Check.AtLeast(modeMilliseconds, maxMilliseconds, "maximum of a triangular", "mode");
    }

    /// <summary>The least duration in milliseconds.</summary>
    public double MinMilliseconds { get; }

    /// <summary>The most likely duration in milliseconds.</summary>
    public double ModeMilliseconds { get; }

    /// <summary>The longest duration in milliseconds.</summary>
    public double MaxMilliseconds { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds => MinMilliseconds + (Rise + Width) / 3.0;

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => (Width * Width - Rise * Fall) / 18.0;

    private double Rise => ModeMilliseconds - MinMilliseconds;

    private double Fall => MaxMilliseconds - ModeMilliseconds;

    private double Width => MaxMilliseconds - MinMilliseconds;

    internal override double LogSurvival(double ms) => PortableMath.Log(Survival(ms));

    internal override Sampler Compile() => new(SamplerKind.Triangular, MinMilliseconds, Rise, Fall);

    private protected override Distribution Scaled(double factor) =>
        new TriangularDistribution(MinMilliseconds * factor, ModeMilliseconds * factor, MaxMilliseconds * factor);

    // Inverts the survival function at U times its value now.
    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        double now = Survival(elapsed);
        if (now <= 0.0 || Width <= 0.0)
        {
            return Math.Max(0.0, MaxMilliseconds - elapsed);
        }

        double survival = now * stream.NextInterior();
        double along = (1.0 - survival) * Width;
        double end = along < Rise
            ? MinMilliseconds + Math.Sqrt(along * Rise)
            : MaxMilliseconds - Math.Sqrt(survival * Width * Fall);
        return Math.Max(0.0, end - elapsed);
    }

    private double Survival(double ms)
    {
        if (ms <= MinMilliseconds && ms < MaxMilliseconds)
        {
            return 1.0;
        }

        double gone = ms - MinMilliseconds;
        double left = MaxMilliseconds - ms;
        return left <= 0.0 ? 0.0
            : gone < Rise ? 1.0 - gone / Width * (gone / Rise)
            : left / Width * (left / Fall);
    }
}
