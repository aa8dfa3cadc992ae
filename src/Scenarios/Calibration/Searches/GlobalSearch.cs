using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Searches;

/// <summary>
/// A search of a whole box: points spread evenly (Latin hypercube), then evolution by difference from the best of them (Storn and Price 1997: rand-to-best/1/bin),
/// for objectives with several valleys. Seeded: the same seed gives the same search.
/// </summary>
public static class GlobalSearch
{
    private static readonly ulong Purpose = Mix.HashName("global-search");

    /// <summary>Searches.</summary>
    /// <param name="costs">What is to be small, of several points at once: they may be tried side by side.</param>
    /// <param name="low">Lower corner of the box.</param>
    /// <param name="high">Upper corner.</param>
    /// <param name="points">Points of the first spread, and of each generation.</param>
    /// <param name="generations">Generations after it.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="first">Points that stand in for the first of the spread: what is known to be near.</param>
    /// <param name="told">Told of the best after the spread and after each generation.</param>
    /// <param name="cancellation">Ends it; the best so far is returned.</param>
    public static SearchResult Minimum(
        Func<IReadOnlyList<double[]>, IReadOnlyList<double>> costs, double[] low, double[] high, int points, int generations, ulong seed = 1,
        IReadOnlyList<double[]>? first = null, Action<SearchResult>? told = null, CancellationToken cancellation = default)
    {
        var stream = new KeyedStream(Mix.Combine(seed, Purpose));
        double[][] members = Spread(low, high, points, ref stream);
        for (int i = 0; i < (first?.Count ?? 0) && i < points; i++) members[i] = [.. first![i]];
        double[] values = [.. costs(members)];
        int tried = points;
        SearchResult Best() => Array.IndexOf(values, values.Min()) is var b ? new SearchResult(members[b], values[b], tried) : null!;
        told?.Invoke(Best());
        for (int g = 0; g < generations && !cancellation.IsCancellationRequested; g++)
        {
            double[] best = Best().Point;
            var trials = new double[points][];
            for (int i = 0; i < points; i++) trials[i] = Trial(members, i, best, low, high, ref stream);
            IReadOnlyList<double> found = costs(trials);
            tried += points;
            for (int i = 0; i < points; i++)
                if (found[i] <= values[i]) (members[i], values[i]) = (trials[i], found[i]);
            told?.Invoke(Best());
        }
        return Best();
    }

    private static double[][] Spread(double[] low, double[] high, int points, ref KeyedStream stream)
    {
        var spread = new double[points][];
        for (int i = 0; i < points; i++) spread[i] = new double[low.Length];
        var order = new int[points];
        for (int d = 0; d < low.Length; d++)
        {
            for (int i = 0; i < points; i++)
            {
                // Shuffled as it is filled (Durstenfeld, inside out).
                int other = (int)(stream.NextUniform() * (i + 1));
                order[i] = order[other];
                order[other] = i;
            }
            for (int i = 0; i < points; i++) spread[i][d] = low[d] + (high[d] - low[d]) * (order[i] + stream.NextInterior()) / points;
        }
        return spread;
    }

    private static double[] Trial(double[][] members, int i, double[] best, double[] low, double[] high, ref KeyedStream stream)
    {
        const double Step = 0.7, Cross = 0.8;
        double[] a = members[(int)(stream.NextUniform() * members.Length)], b = members[(int)(stream.NextUniform() * members.Length)];
        int always = (int)(stream.NextUniform() * low.Length);
        var trial = new double[low.Length];
        for (int d = 0; d < trial.Length; d++)
        {
            double here = members[i][d];
            bool changed = stream.NextUniform() < Cross || d == always;
            double moved = here + Step * (best[d] - here) + Step * (a[d] - b[d]);
            trial[d] = !changed ? here : moved < low[d] ? (here + low[d]) / 2 : moved > high[d] ? (here + high[d]) / 2 : moved;
        }
        return trial;
    }
}
