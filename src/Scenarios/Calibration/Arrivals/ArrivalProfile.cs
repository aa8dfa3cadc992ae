using MathNet.Numerics;

namespace CorridorTwin.Scenarios.Calibration.Arrivals;

/// <summary>Relative arrivals by class of time (hour of the day, or weekday), of mean 1, drawn towards what was assumed before as far as counts are few.</summary>
/// <param name="Weights">The estimates.</param>
/// <param name="Strength">Arrivals that what was assumed counts for, in a class of mean weight; infinite where the counts differ from it by chance alone.</param>
/// <param name="Count">Arrivals counted.</param>
public sealed record ArrivalProfile(IReadOnlyList<double> Weights, double Strength, double Count)
{
    private static readonly double[] Strengths = [.. Enumerable.Range(0, 61).Select(i => Math.Pow(10, -1 + i / 10.0))];

    /// <summary>
    /// Counts of a class are Poisson with mean E·w, and w is gamma round what was assumed, with shape a·prior and rate a: the estimate is
    /// (count + a·prior) / (E + a), with the a of largest marginal (negative binomial) likelihood: empirical Bayes, so that few counts change little.
    /// </summary>
    /// <param name="counts">Arrivals by class.</param>
    /// <param name="exposure">How long each class was observed (days of each weekday; the same for all hours).</param>
    /// <param name="prior">Weights assumed before, of mean 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or nothing was observed.</exception>
    public static ArrivalProfile Of(IReadOnlyList<double> counts, IReadOnlyList<double> exposure, IReadOnlyList<double> prior)
    {
        if (counts.Count != exposure.Count || counts.Count != prior.Count) throw new ArgumentException("Counts, exposure and prior have one value for each class.", nameof(counts));
        double total = counts.Sum(), expected = exposure.Zip(prior, (e, p) => e * p).Sum();
        if (expected <= 0) throw new ArgumentException("No class was observed.", nameof(exposure));
        if (total == 0) return new ArrivalProfile(prior, double.PositiveInfinity, 0);
        double rate = total / expected;
        double[] mean = [.. exposure.Select(e => e * rate)];
        // Half of 2.71: what chance alone gains in one of twenty, since a strength cannot lie beyond infinity (Self and Liang 1987).
        const double ByChance = 1.353;
        double strength = double.PositiveInfinity, best = Likelihood(counts, mean, prior, 1e9) + ByChance;
        foreach (double a in Strengths)
        {
            double value = Likelihood(counts, mean, prior, a);
            if (value <= best) continue;
            (best, strength) = (value, a);
        }
        if (double.IsPositiveInfinity(strength)) return new ArrivalProfile(prior, strength, total);
        double[] weights = [.. Enumerable.Range(0, counts.Count).Select(i => (counts[i] + strength * prior[i]) / (mean[i] + strength))];
        double average = weights.Average();
        return new ArrivalProfile([.. weights.Select(w => w / average)], strength, total);
    }

    /// <summary>Logarithm of the negative binomial likelihood of all counts.</summary>
    private static double Likelihood(IReadOnlyList<double> counts, double[] mean, IReadOnlyList<double> prior, double a)
    {
        double sum = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            double shape = a * Math.Max(1e-6, prior[i]), k = counts[i];
            if (mean[i] <= 0) continue;
            // For long shapes the gamma functions lose all digits; the law is then Poisson.
            sum += shape > 1e7
                ? k * Math.Log(mean[i] * Math.Max(1e-6, prior[i])) - mean[i] * prior[i] - SpecialFunctions.GammaLn(k + 1)
                : SpecialFunctions.GammaLn(shape + k) - SpecialFunctions.GammaLn(shape) - SpecialFunctions.GammaLn(k + 1) + shape * Math.Log(a / (a + mean[i])) + k * Math.Log(mean[i] / (a + mean[i]));
        }
        return sum;
    }
}
