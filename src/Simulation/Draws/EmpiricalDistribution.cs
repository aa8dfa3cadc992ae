using System.Collections.Immutable;

namespace CorridorTwin.Simulation.Draws;

/// <summary>One of a list of observed durations, as they are: nothing between or beyond them is ever drawn.</summary>
public sealed record EmpiricalDistribution : Distribution
{
    /// <param name="valuesMilliseconds">The observations, one or more, each 0 or more.</param>
    /// <param name="weights">One weight for each, 0 or more with a positive sum; equal when null.</param>
    public EmpiricalDistribution(IEnumerable<double> valuesMilliseconds, IEnumerable<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(valuesMilliseconds);
        ValuesMilliseconds = [.. valuesMilliseconds];
        Check.NotEmpty(ValuesMilliseconds.Length, "observed value", nameof(valuesMilliseconds));
        foreach (double value in ValuesMilliseconds)
        {
            Check.NotNegative(value, "observed duration", nameof(valuesMilliseconds));
        }

        Weights = weights is null ? [.. Enumerable.Repeat(1.0, ValuesMilliseconds.Length)] : [.. weights];
        Check.SameCount(ValuesMilliseconds.Length, Weights.Length, nameof(weights));
        Check.Weights(Weights, nameof(weights));
        double total = Weights.Sum();
        MeanMilliseconds = Expect(value => value) / total;
        VarianceMilliseconds2 = Expect(value => (value - MeanMilliseconds) * (value - MeanMilliseconds)) / total;
    }

    /// <summary>The observations in milliseconds, in the order given.</summary>
    public ImmutableArray<double> ValuesMilliseconds { get; }

    /// <summary>Their weights, as given.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 { get; }

    /// <summary>Equal when values and weights are, in the same order.</summary>
    public bool Equals(EmpiricalDistribution? other) =>
        other is not null && ValuesMilliseconds.SequenceEqual(other.ValuesMilliseconds) && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ValuesMilliseconds.Length, MeanMilliseconds, VarianceMilliseconds2);

    internal override double LogSurvival(double ms) =>
        PortableMath.Log(Expect(value => value > ms ? 1.0 : 0.0) / Weights.Sum());

    internal override Sampler Compile() =>
        new(SamplerKind.Empirical, 0.0, table: new WeightedValues(Weights.AsSpan(), [.. ValuesMilliseconds]));

    private protected override Distribution Scaled(double factor) =>
        new EmpiricalDistribution(ValuesMilliseconds.Select(value => value * factor), Weights);

    // Exact: one of the values that are still possible, by weight.
    private protected override double Residual(ref KeyedStream stream, double elapsed)
    {
        double[] possible = [.. Weights.Select((weight, i) => ValuesMilliseconds[i] > elapsed ? weight : 0.0)];
        double uniform = stream.NextUniform();
        return possible.Sum() > 0.0 ? ValuesMilliseconds[new DiscreteChoice(possible).Pick(uniform)] - elapsed : 0.0;
    }

    private double Expect(Func<double, double> of)
    {
        double sum = 0.0;
        for (int i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * of(ValuesMilliseconds[i]);
        }

        return sum;
    }
}
