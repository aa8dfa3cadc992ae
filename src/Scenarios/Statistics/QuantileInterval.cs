using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// A quantile with an interval between two observations, whatever their distribution. Where the sample is too small for a bound,
/// the bound is infinite and says so; none is made up.
/// </summary>
/// <remarks>
/// The l-th and u-th smallest of n independent observations hold the p-quantile between them with probability F(u−1) − F(l−1), F
/// binomial (n, p): David and Nagaraja, Order Statistics, 2003, section 7.1. Taken are the ranks nearest together that reach the confidence; of
/// those equally near the most certain, then the lowest. Rank 0 stands for minus, rank n + 1 for plus infinity.
/// </remarks>
/// <param name="Estimate">Sample quantile by linear interpolation (type 7 of Hyndman and Fan).</param>
/// <param name="Low">Lower end; minus infinity where the sample is too small for one.</param>
/// <param name="High">Upper end; plus infinity where the sample is too small for one.</param>
/// <param name="Ranks">The two ranks, counted from 1.</param>
/// <param name="Coverage">The probability that the interval holds the quantile: the confidence or more.</param>
/// <param name="Count">Observations.</param>
public sealed record QuantileInterval(double Estimate, double Low, double High, QuantileRanks Ranks, double Coverage, int Count)
{
    /// <summary>True where the sample is too small for an interval with two finite ends.</summary>
    public bool TooSmall => Ranks.Lower == 0 || Ranks.Upper == Count + 1;

    /// <summary>The interval of a sample's quantile.</summary>
    /// <param name="values">Independent observations (one per replication, not the trucks of one run, which wait for each other); in any order.</param>
    /// <param name="p">The quantile, strictly between 0 and 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">Fewer than two values, one not finite, or a share out of range.</exception>
    public static QuantileInterval Of(IReadOnlyList<double> values, double p, double confidence = 0.95)
    {
        Require.Sample(values, 2, nameof(values));
        (QuantileRanks ranks, double coverage) = RanksOf(values.Count, p, confidence);
        double[] sorted = [.. values.Order()];
        double position = (sorted.Length - 1) * p;
        int below = Math.Min((int)position, sorted.Length - 2);
        return new QuantileInterval(
            sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]),
            ranks.Lower == 0 ? double.NegativeInfinity : sorted[ranks.Lower - 1],
            ranks.Upper > sorted.Length ? double.PositiveInfinity : sorted[ranks.Upper - 1],
            ranks,
            coverage,
            sorted.Length);
    }

    /// <summary>The ranks for a number of observations, before any is made, and their coverage.</summary>
    /// <param name="count">Observations, one or more.</param>
    /// <param name="p">The quantile.</param>
    /// <param name="confidence">The coverage to reach.</param>
    /// <exception cref="ArgumentException">A number out of range.</exception>
    public static (QuantileRanks Ranks, double Coverage) RanksOf(int count, double p, double confidence = 0.95)
    {
        Require.AtLeast(count, 1, "number of observations", nameof(count));
        Require.Fraction(p, "quantile's probability", nameof(p));
        Require.Confidence(confidence);
        var below = new double[count + 2]; // below[i] = P(fewer than i observations under the quantile)
        for (int i = 1; i <= count; i++) below[i] = below[i - 1] + Binomial.PMF(p, count, i - 1);
        below[count + 1] = 1;
        QuantileRanks best = new(0, count + 1);
        double coverage = 1;
        int upper = 1;
        for (int lower = 0; lower <= count; lower++)
        {
            upper = Math.Max(upper, lower + 1);
            while (upper <= count + 1 && below[upper] - below[lower] < confidence) upper++;
            if (upper > count + 1) break;
            double reached = below[upper] - below[lower];
            int narrower = best.Upper - best.Lower - (upper - lower);
            // Symmetric pairs are equally certain up to rounding; the lowest was found first.
            if (narrower > 0 || narrower == 0 && reached > coverage + 1e-12) (best, coverage) = (new(lower, upper), reached);
        }
        return (best, coverage);
    }
}

/// <summary>Ranks of two observations, counted from 1; 0 and n + 1 are beyond all of them.</summary>
/// <param name="Lower">Of the lower end.</param>
/// <param name="Upper">Of the upper end.</param>
public readonly record struct QuantileRanks(int Lower, int Upper);
