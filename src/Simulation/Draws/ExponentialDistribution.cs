namespace CorridorTwin.Simulation.Draws;

/// <summary>Exponential: the memoryless law.</summary>
public sealed record ExponentialDistribution : Distribution
{
    /// <param name="meanMilliseconds">The mean, above 0.</param>
    public ExponentialDistribution(double meanMilliseconds) =>
        MeanMilliseconds = Check.Positive(meanMilliseconds, "mean of an exponential");

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => MeanMilliseconds * MeanMilliseconds;

    internal override double LogSurvival(double ms) => -ms / MeanMilliseconds;

    internal override Sampler Compile() => new(SamplerKind.Exponential, MeanMilliseconds);

    private protected override Distribution Scaled(double factor) => new ExponentialDistribution(MeanMilliseconds * factor);

    private protected override double Residual(ref KeyedStream stream, double elapsed) =>
        MeanMilliseconds * -PortableMath.Log(stream.NextInterior());
}
