namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// Picks one of n weighted items from a single uniform number by inversion, in constant expected time: a guide
/// table says where in the cumulative weights to start. Inversion, unlike the alias method, keeps the choice
/// monotone in the uniform, so common random numbers stay aligned when weights change a little.
/// </summary>
/// <remarks>Chen and Asau, "On generating random variates from an empirical distribution", AIIE Trans. 6 (1974).</remarks>
internal sealed class DiscreteChoice
{
    private readonly double[] _cumulative;
    private readonly int[] _guide;

    /// <summary>Weights are at least 0 and finite, with a positive sum.</summary>
    internal DiscreteChoice(ReadOnlySpan<double> weights)
    {
        _cumulative = new double[weights.Length];
        _guide = new int[weights.Length];
        double total = 0.0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double running = 0.0;
        for (int i = 0; i < weights.Length; i++)
        {
            running += weights[i];
            _cumulative[i] = running / total; // the last item with weight gets exactly 1, above every uniform
        }

        int item = 0;
        for (int cell = 0; cell < _guide.Length; cell++)
        {
            // One step back absorbs the rounding of u * n at a cell's edge.
            while (_cumulative[item] <= (double)cell / _guide.Length)
            {
                item++;
            }

            _guide[cell] = Math.Max(0, item - 1);
        }
    }

    /// <summary>The item for a uniform number in [0, 1).</summary>
    internal int Pick(double uniform)
    {
        int item = _guide[(int)(uniform * _guide.Length)];
        double[] cumulative = _cumulative;
        while (cumulative[item] <= uniform)
        {
            item++;
        }

        return item;
    }
}
