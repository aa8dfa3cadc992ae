namespace CorridorTwin.Simulation.Draws;

/// <summary>The compiled parts of a mixture with their weights, ready to draw from.</summary>
internal sealed class WeightedSamplers(ReadOnlySpan<double> weights, Sampler[] parts)
{
    private readonly DiscreteChoice _choice = new(weights);
    private readonly Sampler[] _parts = parts;

    internal ref readonly Sampler Pick(ref KeyedStream stream) => ref _parts[_choice.Pick(stream.NextUniform())];
}
