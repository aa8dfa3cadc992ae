using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Low">Lower end; NaN with fewer than two observations.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Observations.</param>
public readonly record struct Interval(double Mean, double Low, double High, int Count)
{
    // A page asks for the same few quantiles thousands of times.
    private static readonly ConcurrentDictionary<(int Degrees, double Confidence), double> Quantiles = new();

    /// <summary>Half the interval's width.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether zero lies outside: the effect can be told from none.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <summary>Student's t interval of the mean of independent observations (replications), x̄ ± t_{n−1,1−α/2} s/√n.</summary>
    /// <param name="values">One value per replication.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Interval Of(IReadOnlyList<double> values, double confidence = 0.95)
    {
        if (values.Count == 0) return new Interval(double.NaN, double.NaN, double.NaN, 0);
        double mean = values.Average();
        if (values.Count == 1) return new Interval(mean, double.NaN, double.NaN, 1);
        double variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        double half = Quantile(values.Count - 1, confidence) * Math.Sqrt(variance / values.Count);
        return new Interval(mean, mean - half, mean + half, values.Count);
    }

    /// <summary>The paired interval of differences b − a under common random numbers: value i of both comes from replication i.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Interval Paired(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95)
    {
        if (a.Count != b.Count) throw new ArgumentException("Paired values must be equally many.", nameof(b));
        return Of([.. a.Select((x, i) => b[i] - x)], confidence);
    }

    /// <summary>
    /// The interval of the change in percent, mean(b)/mean(a) − 1, by linearisation of the ratio (delta method):
    /// the t interval of b_i − (1 + change)·a_i, divided by mean(a).
    /// </summary>
    public static Interval PairedPercent(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence = 0.95)
    {
        double meanA = a.Average();
        if (a.Count == 0 || meanA == 0) return new Interval(double.NaN, double.NaN, double.NaN, a.Count);
        double ratio = b.Average() / meanA;
        Interval residual = Of([.. a.Select((x, i) => b[i] - ratio * x)], confidence);
        double change = 100 * (ratio - 1);
        double half = 100 * residual.HalfWidth / Math.Abs(meanA);
        return new Interval(change, change - half, change + half, a.Count);
    }

    /// <summary>Two-sided Student quantile, by bisection: the library's own root finder gives up in the far tail of few degrees of freedom.</summary>
    private static double Quantile(int degrees, double confidence) => Quantiles.GetOrAdd((degrees, confidence), q => Bisected(q.Degrees, q.Confidence));

    private static double Bisected(int degrees, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double low = 0;
        double high = 1;
        while (StudentT.CDF(0, 1, degrees, -high) > tail && high < 1e12) high *= 2;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (StudentT.CDF(0, 1, degrees, -middle) > tail) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
