using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Student's t distribution: quantiles that hold in the far tail, and p-values.</summary>
internal static class Student
{
    /// <summary>The t with the given probability between −t and t; degrees of freedom need not be whole (Welch).</summary>
    internal static double TwoSided(double degrees, double confidence) => Upper(degrees, (1 - confidence) / 2);

    /// <summary>
    /// The t with the given probability above it, at most one half: Newton's steps kept inside a bracket, so that they cannot
    /// get lost in the far tail of few degrees of freedom, where the library's own root finder gives up.
    /// </summary>
    internal static double Upper(double degrees, double tail)
    {
        double low = 0;
        double high = 1;
        while (StudentT.CDF(0, 1, degrees, -high) > tail && high < 1e12) high *= 2;
        double t = (low + high) / 2;
        for (int i = 0; i < 100; i++)
        {
            double excess = StudentT.CDF(0, 1, degrees, -t) - tail;
            if (excess > 0) low = t;
            else high = t;
            double step = t + excess / StudentT.PDF(0, 1, degrees, t);
            double next = step > low && step < high ? step : (low + high) / 2;
            if (Math.Abs(next - t) <= 1e-15 * t) return next;
            t = next;
        }
        return t;
    }

    /// <summary>P(T ≤ t), also for infinite t.</summary>
    internal static double Below(double degrees, double t) =>
        double.IsPositiveInfinity(t) ? 1 : double.IsNegativeInfinity(t) ? 0 : StudentT.CDF(0, 1, degrees, t);

    /// <summary>P(|T| ≥ |t|).</summary>
    internal static double TwoSidedP(double degrees, double t) => Math.Min(1, 2 * Below(degrees, -Math.Abs(t)));

    /// <summary>Mean and unbiased variance; the variance of equal values is exactly 0.</summary>
    internal static (double Mean, double Variance) Moments(IReadOnlyList<double> values)
    {
        double first = values[0];
        // Taking the first value off keeps constant samples exact and large offsets harmless.
        double shift = 0;
        foreach (double v in values) shift += v - first;
        shift /= values.Count;
        double squares = 0;
        foreach (double v in values) squares += (v - first - shift) * (v - first - shift);
        return (first + shift, squares / (values.Count - 1));
    }
}
