using System.Collections.Immutable;

namespace CorridorTwin.Simulation.Draws;

/// <summary>One of several distributions by chance.</summary>
public sealed record MixtureDistribution : Distribution
{
    private readonly double _totalWeight;

    /// <param name="parts">One or more distributions with weights (0 or more, positive sum).</param>
    public MixtureDistribution(IEnumerable<(double Weight, Distribution Part)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Parts = [.. parts];
        Check.NotEmpty(Parts.Length, "part", nameof(parts));
        Check.Weights(Parts.Select(part => part.Weight), nameof(parts));
        foreach ((_, Distribution part) in Parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        }

        _totalWeight = Parts.Sum(part => part.Weight);
    }

    /// <summary>Weights, as given, with the distributions.</summary>
    public ImmutableArray<(double Weight, Distribution Part)> Parts { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds => Parts.Sum(part => part.Weight * part.Part.MeanMilliseconds) / _totalWeight;

    /// <inheritdoc/>
    public override double VarianceMilliseconds2
    {
        get
        {
            double mean = MeanMilliseconds;
            return Parts.Sum(part => part.Weight * (part.Part.VarianceMilliseconds2 + Square(part.Part.MeanMilliseconds - mean))) / _totalWeight;
        }
    }

    /// <summary>Equal when the parts are, in the same order.</summary>
    public bool Equals(MixtureDistribution? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parts.Length, MeanMilliseconds, VarianceMilliseconds2);

    internal override double LogSurvival(double ms) => Posterior.LogSurvival(Weights(), LogSurvivals(ms));

    internal override Sampler Compile() =>
        new(SamplerKind.Mixture, 0.0, table: new WeightedSamplers(Weights(), [.. Parts.Select(part => part.Part.Compile())]));

    private protected override Distribution Scaled(double factor) =>
        new MixtureDistribution(Parts.Select(part => (part.Weight, part.Part.Scale(factor))));

    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        int part = Posterior.Pick(Weights(), LogSurvivals(elapsed), stream.NextUniform());
        return part < 0 ? 0.0 : Parts[part].Part.SampleResidual(ref stream, elapsed);
    }

    private static double Square(double x) => x * x;

    private double[] Weights() => [.. Parts.Select(part => part.Weight)];

    private double[] LogSurvivals(double ms) => [.. Parts.Select(part => part.Part.LogSurvival(ms))];
}
