namespace CorridorTwin.Scenarios.Statistics;

/// <summary>How much of the beginning of a run to delete so that the initial state no longer tells in the mean.</summary>
/// <remarks>
/// MSER-5, K. P. White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69 (1997), and
/// Spratt (1998): among cuts in the first half, the one whose remaining batches of five give the smallest
/// Σ(z_j − z̄_d)²/(n − d)². A minimum at the very bound says only that the run is too short.
/// </remarks>
/// <param name="Batches">Batches of five to delete.</param>
/// <param name="Statistic">The smallest value found.</param>
/// <param name="Mean">Mean of the batches kept. Observations after the last full batch are left out.</param>
/// <param name="Converged">False where the minimum is at the bound: run longer, the number of batches means nothing.</param>
public sealed record Mser5(int Batches, double Statistic, double Mean, bool Converged)
{
    /// <summary>Observations in a batch.</summary>
    public const int BatchSize = 5;

    /// <summary>Observations to delete.</summary>
    public int Observations => Batches * BatchSize;

    /// <summary>Finds the cut.</summary>
    /// <param name="series">Observations of one run in the order of time (such as daily means), 20 or more; or their average over replications.</param>
    /// <exception cref="ArgumentException">Fewer than 20 observations, or one not finite.</exception>
    public static Mser5 Of(IReadOnlyList<double> series)
    {
        Require.Sample(series, 4 * BatchSize, nameof(series));
        int n = series.Count / BatchSize;
        double[] batches = [.. Enumerable.Range(0, n).Select(j => Enumerable.Range(j * BatchSize, BatchSize).Average(i => series[i]))];
        int bound = n / 2;
        int best = bound;
        double smallest = double.PositiveInfinity;
        double bestMean = 0;
        double mean = 0;
        double squares = 0;
        // From the end backwards, so that each cut updates mean and squares of what is kept (Welford).
        for (int d = n - 1; d >= 0; d--)
        {
            double off = batches[d] - mean;
            mean += off / (n - d);
            squares += off * (batches[d] - mean);
            double statistic = squares / ((double)(n - d) * (n - d));
            if (d <= bound && statistic <= smallest) (best, smallest, bestMean) = (d, statistic, mean);
        }
        return new Mser5(best, smallest, bestMean, best < bound);
    }
}
