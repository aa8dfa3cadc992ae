namespace CorridorTwin.Simulation.Draws;

/// <summary>Lognormal, given by the mean and coefficient of variation of the duration itself.</summary>
/// <remarks>
/// With s² = ln(1 + cv²) the draw is mean · exp(-s²/2) · exp(s·Z). See Law, "Simulation Modeling and
/// Analysis" (2015), section 6.2.2.
/// </remarks>
public sealed record LognormalDistribution : Distribution
{
    /// <param name="meanMilliseconds">The mean, above 0.</param>
    /// <param name="cv">The coefficient of variation, above 0.</param>
    public LognormalDistribution(double meanMilliseconds, double cv)
    {
        MeanMilliseconds = Check.Positive(meanMilliseconds, "mean of a lognormal");
        Cv = Check.Positive(cv, "coefficient of variation of a lognormal");
        Check.Positive(Cv * Cv, "square of the coefficient of variation of a lognormal", nameof(cv));
    }

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double Cv { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => MeanMilliseconds * MeanMilliseconds * (Cv * Cv);

    /// <summary>The standard deviation of the logarithm.</summary>
    public double Sigma => Math.Sqrt(PortableMath.Log1P(Cv * Cv));

    /// <summary>The median in milliseconds.</summary>
    public double MedianMilliseconds => MeanMilliseconds * PortableMath.Exp(-0.5 * PortableMath.Log1P(Cv * Cv));

    internal override double LogSurvival(double ms) => ms <= 0.0 ? 0.0 : NormalTail.LogSurvival(Standardise(ms));

    internal override Sampler Compile() => new(SamplerKind.Lognormal, MedianMilliseconds, Sigma);

    private protected override Distribution Scaled(double factor) => new LognormalDistribution(MeanMilliseconds * factor, Cv);

    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        if (ResidualSearch.TryReject(Compile(), ref stream, elapsed, out double residual))
        {
            return residual;
        }

        double z = Standardise(elapsed);
        double sigma = Sigma;
        return ResidualSearch.Invert(
            left => NormalTail.LogRatio(z, PortableMath.Log1P(left / elapsed) / sigma),
            PortableMath.Log(stream.NextInterior()),
            elapsed);
    }

    private double Standardise(double ms) => (PortableMath.Log(ms) - PortableMath.Log(MedianMilliseconds)) / Sigma;
}
