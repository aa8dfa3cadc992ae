using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>A result as a function of all inputs' values. Reads what it is given and keeps none of it.</summary>
public delegate double RiskModel(ReadOnlySpan<double> values);

/// <summary>Draws all uncertain inputs from their laws many times over. A draw is keyed by seed, input and number: the same on any number of threads.</summary>
public static class MonteCarlo
{
    /// <summary>Draws usually made.</summary>
    public const int UsualDraws = 100_000;

    private static readonly ulong Purpose = Mix.HashName("appraisal-risk");

    /// <summary>Runs.</summary>
    /// <param name="inputs">The inputs, independent of each other; no two of one name.</param>
    /// <param name="model">The result by their values, in the order of the inputs; called on several threads.</param>
    /// <param name="draws">How many.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="cancellation">Ends it.</param>
    public static RiskResult Run(IReadOnlyList<RiskInput> inputs, RiskModel model, int draws = UsualDraws, ulong seed = 2024, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(model);
        Require.AtLeast(draws, 2, "number of draws", nameof(draws));
        if (inputs.GroupBy(i => i.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"Two inputs are called '{twice.Key}'.", nameof(inputs));
        ulong[] keys = [.. inputs.Select(i => KeyOf(seed, i.Name))];
        var results = new double[draws];
        const int Block = 1024;
        Parallel.For(0, (draws + Block - 1) / Block, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var values = new double[keys.Length];
            for (int d = block * Block; d < Math.Min(draws, (block + 1) * Block); d++)
            {
                for (int i = 0; i < keys.Length; i++) values[i] = inputs[i].Law.Quantile(Share(keys[i], d));
                results[d] = model(values);
            }
        });
        return RiskResult.Of(results);
    }

    /// <summary>Key of an input's draws.</summary>
    public static ulong KeyOf(ulong seed, string name) => Mix.Combine(Mix.Combine(seed, Purpose), Mix.HashName(name));

    /// <summary>A share strictly between 0 and 1: that of a draw under a key.</summary>
    public static double Share(ulong key, int draw) => new KeyedStream(Mix.Combine(key, (ulong)draw)).NextInterior();
}

/// <summary>What many draws gave.</summary>
/// <param name="Draws">How many.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Sd">Standard deviation.</param>
/// <param name="PNegative">Share of draws below 0.</param>
/// <param name="P5">5 % of draws lie below.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95 % of draws lie below.</param>
/// <param name="ExpectedLoss">Mean of min(result, 0): what one stands to lose on average.</param>
/// <param name="Sorted">The results themselves, lowest first.</param>
public sealed record RiskResult(int Draws, double Mean, double Sd, double PNegative, double P5, double P50, double P95, double ExpectedLoss, IReadOnlyList<double> Sorted)
{
    /// <summary>Standard error of <see cref="Mean"/>.</summary>
    public double MeanError => Sd / Math.Sqrt(Draws);

    /// <summary>Standard error of <see cref="PNegative"/>.</summary>
    public double PNegativeError => Math.Sqrt(PNegative * (1 - PNegative) / Draws);

    /// <summary>The value below which a share of the draws lies.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Quantile(double share) => Quantile(Sorted, share);

    /// <summary>Summarises results.</summary>
    public static RiskResult Of(IReadOnlyList<double> results)
    {
        Require.Sample(results, 2, nameof(results));
        double[] sorted = [.. results];
        Array.Sort(sorted);
        double mean = sorted.Sum() / sorted.Length;
        double squares = sorted.Sum(x => (x - mean) * (x - mean));
        return new RiskResult(
            sorted.Length, mean, Math.Sqrt(squares / (sorted.Length - 1)), sorted.Count(x => x < 0) / (double)sorted.Length,
            Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95), sorted.Sum(x => Math.Min(x, 0)) / sorted.Length, sorted);
    }

    // Between neighbours, as spreadsheets do (type 7 of Hyndman and Fan, 1996).
    private static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        double at = share * (sorted.Count - 1);
        int below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[^1];
    }
}
