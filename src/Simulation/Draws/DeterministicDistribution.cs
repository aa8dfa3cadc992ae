namespace CorridorTwin.Simulation.Draws;

/// <summary>Always the same duration.</summary>
public sealed record DeterministicDistribution : Distribution
{
    /// <param name="valueMilliseconds">The duration, 0 or more.</param>
    public DeterministicDistribution(double valueMilliseconds) =>
        MeanMilliseconds = Check.NotNegative(valueMilliseconds, "fixed duration");

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => 0.0;

    internal override double LogSurvival(double ms) => ms < MeanMilliseconds ? 0.0 : double.NegativeInfinity;

    internal override Sampler Compile() => new(SamplerKind.Deterministic, MeanMilliseconds);

    private protected override Distribution Scaled(double factor) => new DeterministicDistribution(MeanMilliseconds * factor);

    private protected override double Residual(ref KeyedStream stream, double elapsed) => Math.Max(0.0, MeanMilliseconds - elapsed);
}
