using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Uncertain inputs and the luck of the draws told apart: inputs drawn from their ranges a number of times, each draw replicated.
/// More replications shrink the second part only; the first takes better data.
/// </summary>
/// <remarks>
/// Analysis of variance of a random effect: between-component (MS_inputs − MS_rest)/R, unbiased and therefore at times below 0; its
/// interval by Ting, Burdick, Graybill, Jeyaratnam and Lu, Journal of Statistical Computation and Simulation 35 (1990), as in Burdick
/// and Graybill, Confidence Intervals on Variance Components, 1992.
/// </remarks>
/// <param name="Mean">
/// Mean over inputs and replications, with the interval of the average over all inputs that might be drawn: t over the means of the inputs drawn.
/// </param>
/// <param name="InputVariance">
/// Variance of the true result over the inputs: the unbiased estimate (below 0 where it cannot be told from none) and its interval, cut at 0.
/// </param>
/// <param name="RunVariance">Variance of one replication about its input's true result.</param>
/// <param name="MeanRunVariance">What simulation luck leaves in the mean of all runs; with common draws the luck all inputs share does not average out over inputs.</param>
/// <param name="MeanRunDegrees">Degrees of freedom of that variance.</param>
/// <param name="Inputs">Times the inputs were drawn.</param>
/// <param name="Replications">Replications of each.</param>
/// <param name="Confidence">Of every interval.</param>
public sealed record TwoLevel(Interval Mean, Interval InputVariance, double RunVariance, double MeanRunVariance, int MeanRunDegrees, int Inputs, int Replications, double Confidence)
{
    /// <summary>Standard deviation of the true result over the inputs; 0 where the variance is estimated below 0.</summary>
    public double InputDeviation => Math.Sqrt(Math.Max(0, InputVariance.Mean));

    /// <summary>Its interval, root of the variance's; too few inputs drawn make it wide.</summary>
    public Interval InputDeviationInterval => new(InputDeviation, Math.Sqrt(InputVariance.Low), Math.Sqrt(InputVariance.High), Inputs);

    /// <summary>Simulation uncertainty of the mean: the ± that more replications would shrink.</summary>
    public double SimulationHalfWidth => Student.TwoSided(MeanRunDegrees, Confidence) * Math.Sqrt(MeanRunVariance);

    /// <summary>
    /// Input uncertainty: the ± about the mean in which the result of the one true input lies with the confidence, if results are normal over the
    /// inputs. It does not shrink with runs.
    /// </summary>
    public double InputHalfWidth => Student.TwoSided(Inputs - 1, Confidence) * InputDeviation;

    /// <summary>Share of the variance of a single run that comes of the inputs, between 0 and 1; NaN where nothing varies.</summary>
    public double InputShare => Math.Max(0, InputVariance.Mean) / (Math.Max(0, InputVariance.Mean) + RunVariance);

    /// <summary>Replications of different inputs use different draws.</summary>
    /// <param name="values">Per input drawn, one value per replication; equally many, two or more of each.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">Fewer than two inputs or replications, unequal numbers, a value not finite, or a confidence out of range.</exception>
    public static TwoLevel Independent(IReadOnlyList<IReadOnlyList<double>> values, double confidence = 0.95)
    {
        Table t = Read(values, confidence);
        double within = (t.Rest + t.Columns) / (t.K * (t.R - 1.0));
        int degrees = t.K * (t.R - 1);
        return Make(t, within, degrees, confidence) with { RunVariance = within, MeanRunVariance = within / (t.K * t.R), MeanRunDegrees = degrees };
    }

    /// <summary>Replication i of every input uses the same draws (common random numbers): what it does to all inputs alike is set apart, so inputs compare more sharply.</summary>
    /// <param name="values">As for <see cref="Independent"/>; value i of each from replication i.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">As for <see cref="Independent"/>.</exception>
    public static TwoLevel CommonDraws(IReadOnlyList<IReadOnlyList<double>> values, double confidence = 0.95)
    {
        Table t = Read(values, confidence);
        int degrees = (t.K - 1) * (t.R - 1);
        double rest = t.Rest / degrees;
        double shared = t.Columns / (t.R - 1);
        // The luck all inputs share is in the mean but not between the inputs' means: Satterthwaite's degrees for the sum.
        double between = t.Rows / (t.K - 1);
        double mean = Math.Max(between, between + shared - rest);
        double meanDegrees = mean == between
            ? t.K - 1
            : mean * mean / (between * between / (t.K - 1) + shared * shared / (t.R - 1) + rest * rest / degrees);
        return Make(t, rest, degrees, confidence) with
        {
            Mean = MeanInterval(t, mean, Math.Max(1, meanDegrees), confidence),
            RunVariance = rest + Math.Max(0, (shared - rest) / t.K),
            MeanRunVariance = shared / (t.K * t.R),
            MeanRunDegrees = t.R - 1,
        };
    }

    private static TwoLevel Make(Table t, double rest, int degrees, double confidence)
    {
        double between = t.Rows / (t.K - 1);
        (double low, double high) = ComponentInterval(between, t.K - 1, rest, degrees, t.R, confidence);
        return new TwoLevel(
            MeanInterval(t, between, t.K - 1, confidence),
            new Interval((between - rest) / t.R, Math.Max(0, low), Math.Max(0, high), t.K),
            0,
            0,
            1,
            t.K,
            t.R,
            confidence);
    }

    private static Interval MeanInterval(Table t, double square, double degrees, double confidence)
    {
        double half = Student.TwoSided(degrees, confidence) * Math.Sqrt(square / (t.K * t.R));
        return new Interval(t.Mean, t.Mean - half, t.Mean + half, t.K);
    }

    /// <summary>Interval of (θ₁ − θ₂)/r from mean squares S₁ and S₂.</summary>
    private static (double Low, double High) ComponentInterval(double s1, int n1, double s2, int n2, int r, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double Chi(int n, double p) => n / ChiSquared.InvCDF(n, p);
        double g1 = 1 - Chi(n1, 1 - tail);
        double h1 = Chi(n1, tail) - 1;
        double g2 = 1 - Chi(n2, 1 - tail);
        double h2 = Chi(n2, tail) - 1;
        double f = FisherSnedecor.InvCDF(n1, n2, 1 - tail);
        double e = FisherSnedecor.InvCDF(n1, n2, tail);
        double g12 = ((f - 1) * (f - 1) - g1 * g1 * f * f - h2 * h2) / f;
        double h12 = ((1 - e) * (1 - e) - h1 * h1 * e * e - g2 * g2) / e;
        double difference = s1 - s2;
        double low = difference - Math.Sqrt(Math.Max(0, g1 * g1 * s1 * s1 + h2 * h2 * s2 * s2 + g12 * s1 * s2));
        double high = difference + Math.Sqrt(Math.Max(0, h1 * h1 * s1 * s1 + g2 * g2 * s2 * s2 + h12 * s1 * s2));
        return (low / r, high / r);
    }

    /// <summary>Sums of squares of a full table: between rows (inputs), between columns (replications), and the rest.</summary>
    private static Table Read(IReadOnlyList<IReadOnlyList<double>> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require.Confidence(confidence);
        Require.AtLeast(values.Count, 2, "number of inputs drawn", nameof(values));
        foreach (IReadOnlyList<double> v in values) Require.Pairs(values[0], v, 2, nameof(values), nameof(values));
        int k = values.Count;
        int r = values[0].Count;
        double[] rows = [.. values.Select(v => Student.Moments(v).Mean)];
        double[] columns = [.. Enumerable.Range(0, r).Select(i => Student.Moments([.. values.Select(v => v[i])]).Mean)];
        double mean = Student.Moments(rows).Mean;
        double rest = values.Select((v, i) => v.Select((x, j) => x - rows[i] - columns[j] + mean).Sum(x => x * x)).Sum();
        return new Table(mean, r * rows.Sum(x => (x - mean) * (x - mean)), k * columns.Sum(x => (x - mean) * (x - mean)), rest, k, r);
    }

    private sealed record Table(double Mean, double Rows, double Columns, double Rest, int K, int R);
}
