namespace CorridorTwin.Simulation.Draws;

/// <summary>Gamma, given by mean and coefficient of variation: shape 1/cv², scale mean·cv².</summary>
public sealed record GammaDistribution : Distribution
{
    /// <param name="meanMilliseconds">The mean, above 0.</param>
    /// <param name="cv">The coefficient of variation, above 0.</param>
    public GammaDistribution(double meanMilliseconds, double cv)
    {
        MeanMilliseconds = Check.Positive(meanMilliseconds, "mean of a gamma");
        Cv = Check.Positive(cv, "coefficient of variation of a gamma");
        Check.Positive(1.0 / (Cv * Cv), "shape 1/cv² of a gamma", nameof(cv));
    }

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double Cv { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => MeanMilliseconds * MeanMilliseconds * (Cv * Cv);

    /// <summary>The shape, without unit.</summary>
    public double Shape => 1.0 / (Cv * Cv);

    /// <summary>The scale in milliseconds: mean over shape.</summary>
    public double ScaleMilliseconds => MeanMilliseconds * (Cv * Cv);

    internal override double LogSurvival(double ms) => GammaTail.LogSurvival(Shape, ms / ScaleMilliseconds);

    internal override Sampler Compile() => GammaTail.Compile(Shape, ScaleMilliseconds);

    private protected override Distribution Scaled(double factor) => new GammaDistribution(MeanMilliseconds * factor, Cv);

    private protected override double Residual(ref KeyedStream stream, double elapsed) =>
        GammaTail.Residual(Compile(), Shape, ScaleMilliseconds, ref stream, elapsed);
}
