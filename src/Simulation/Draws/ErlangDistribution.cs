namespace CorridorTwin.Simulation.Draws;

/// <summary>The sum of k equal exponential phases: the regular half of the gamma family.</summary>
public sealed record ErlangDistribution : Distribution
{
    // Beyond this many phases one gamma draw costs clearly less than multiplying uniforms (measured).
    private const int MostMultiplied = 3;

    /// <param name="meanMilliseconds">The mean of the whole sum, above 0.</param>
    /// <param name="k">The number of phases, 1 or more.</param>
    public ErlangDistribution(double meanMilliseconds, int k)
    {
        MeanMilliseconds = Check.Positive(meanMilliseconds, "mean of an Erlang");
        Phases = (int)Check.Positive(k, "number of phases of an Erlang", nameof(k));
    }

    /// <summary>The number of phases.</summary>
    public int Phases { get; }

    /// <inheritdoc/>
    public override double MeanMilliseconds { get; }

    /// <inheritdoc/>
    public override double VarianceMilliseconds2 => MeanMilliseconds * MeanMilliseconds / Phases;

    internal override double LogSurvival(double ms) => GammaTail.LogSurvival(Phases, ms / PhaseMean);

    internal override Sampler Compile() =>
        Phases <= MostMultiplied ? new(SamplerKind.Erlang, PhaseMean, Phases) : GammaTail.Compile(Phases, PhaseMean);

    private protected override Distribution Scaled(double factor) => new ErlangDistribution(MeanMilliseconds * factor, Phases);

    private protected override double Residual(ref KeyedStream stream, double elapsed) =>
        GammaTail.Residual(Compile(), Phases, PhaseMean, ref stream, elapsed);

    private double PhaseMean => MeanMilliseconds / Phases;
}
