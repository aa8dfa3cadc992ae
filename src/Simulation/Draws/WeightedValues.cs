namespace CorridorTwin.Simulation.Draws;

/// <summary>Numbers with weights, ready to draw from.</summary>
internal sealed class WeightedValues(ReadOnlySpan<double> weights, double[] values)
{
    private readonly DiscreteChoice _choice = new(weights);
    private readonly double[] _values = values;

    internal double Pick(ref KeyedStream stream) => _values[_choice.Pick(stream.NextUniform())];
}
