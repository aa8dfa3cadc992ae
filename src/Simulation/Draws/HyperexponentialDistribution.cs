using System.Collections.Immutable;

namespace CorridorTwin.Simulation.Draws;

/// <summary>One of several exponentials by chance: more variable than any of them.</summary>
public sealed record HyperexponentialDistribution : Distribution
{
    private readonly double _totalWeight;

    /// <param name="phases">One or more weights (0 or more, positive sum) with means in milliseconds (above 0).</param>
    public HyperexponentialDistribution(IEnumerable<(double P, double MeanMilliseconds)> phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        Phases = [.. phases];
        Check.NotEmpty(Phases.Length, "phase", nameof(phases));
        Check.Weights(Phases.Select(phase => phase.P), nameof(phases));
        foreach ((_, double mean) in Phases)
        {
            Check.Positive(mean, "mean of a phase", nameof(phases));
        }

        _totalWeight = Phases.Sum(phase => phase.P);
    }

    /// <summary>Weights, as given, with the phase means in milliseconds.</summary>
    public ImmutableArray<(double P, double MeanMilliseconds)> Phases { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds => Phases.Sum(phase => phase.P * phase.MeanMilliseconds) / _totalWeight;

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 =>
        2.0 * Phases.Sum(phase => phase.P * phase.MeanMilliseconds * phase.MeanMilliseconds) / _totalWeight
        - MeanMilliseconds * MeanMilliseconds;

    /// <summary>Equal when the phases are, in the same order.</summary>
    public bool Equals(HyperexponentialDistribution? other) => other is not null && Phases.SequenceEqual(other.Phases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Phases.Length, MeanMilliseconds, VarianceMilliseconds2);

    internal override double LogSurvival(double ms) => Posterior.LogSurvival(Weights(), LogSurvivals(ms));

    internal override Sampler Compile() =>
        new(SamplerKind.Hyperexponential, 0.0, table: new WeightedValues(Weights(), [.. Phases.Select(phase => phase.MeanMilliseconds)]));

    private protected override Distribution Scaled(double factor) =>
        new HyperexponentialDistribution(Phases.Select(phase => (phase.P, phase.MeanMilliseconds * factor)));

    // Exact: the longer it lasts the likelier a slow phase; the phase itself forgets.
    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        int phase = Posterior.Pick(Weights(), LogSurvivals(elapsed), stream.NextUniform());
        double mean = phase >= 0 ? Phases[phase].MeanMilliseconds : Phases.Max(each => each.MeanMilliseconds);
        return mean * -PortableMath.Log(stream.NextInterior());
    }

    private double[] Weights() => [.. Phases.Select(phase => phase.P)];

    private double[] LogSurvivals(double ms) => [.. Phases.Select(phase => -ms / phase.MeanMilliseconds)];
}
