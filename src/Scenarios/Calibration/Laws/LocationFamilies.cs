using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>Exponential: mean.</summary>
internal sealed class ExponentialFamily : LawFamily
{
    public override string Name => "exponential";
    public override int Parameters => 1;
    protected internal override double[] Closed(IReadOnlyList<double> times) => [times.Average()];
    protected internal override double[] Start(IReadOnlyList<double> times) => [Math.Log(Math.Max(1e-6, times.Average()))];
    protected internal override double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times) => [Math.Exp(free[0])];
    public override double LogDensity(double[] p, double x) => -Math.Log(p[0]) - x / p[0];
    public override double Below(double[] p, double x) => x <= 0 ? 0 : -Math.Exp(-x / p[0]) + 1;
    public override double Above(double[] p, double x) => x <= 0 ? 1 : Math.Exp(-x / p[0]);
    public override double Quantile(double[] p, double share) => -p[0] * Math.Log(1 - share);
    public override double Mean(double[] p) => p[0];
    public override double Cv(double[] p) => 1;
    public override string Text(double[] p) => $"{Name} {Minutes(p[0])}";
}

/// <summary>A family given by mean and coefficient of variation.</summary>
internal abstract class MeanAndCvFamily : LawFamily
{
    private const double LeastCv = 0.01, MostCv = 10;

    public override int Parameters => 2;

    protected internal override double[] Start(IReadOnlyList<double> times)
    {
        double mean = Math.Max(1e-6, times.Average());
        double deviation = Math.Sqrt(times.Sum(t => (t - mean) * (t - mean)) / times.Count);
        return [Math.Log(mean), Math.Log(Math.Clamp(deviation / mean, 0.05, 3))];
    }

    protected internal override double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times) => [Math.Exp(free[0]), Math.Clamp(Math.Exp(free[1]), LeastCv, MostCv)];
    public override double Mean(double[] p) => p[0];
    public override double Cv(double[] p) => p[1];
    public override string Text(double[] p) => FormattableString.Invariant($"{Name} {Minutes(p[0])} cv {Math.Clamp(Rounded(p[1]), LeastCv, MostCv)}");
}

/// <summary>Lognormal: mean and cv of the time itself. Maximum likelihood is that of the normal of its logarithm.</summary>
internal sealed class LognormalFamily : MeanAndCvFamily
{
    public override string Name => "lognormal";

    protected internal override double[] Closed(IReadOnlyList<double> times)
    {
        double mu = times.Average(Math.Log);
        double variance = Math.Max(1e-10, times.Average(t => (Math.Log(t) - mu) * (Math.Log(t) - mu)));
        return [Math.Exp(mu + variance / 2), Math.Sqrt(Math.Exp(variance) - 1)];
    }

    private static (double Mu, double Sigma) Logs(double[] p)
    {
        double variance = Math.Log(1 + p[1] * p[1]);
        return (Math.Log(p[0]) - variance / 2, Math.Sqrt(variance));
    }

    public override double LogDensity(double[] p, double x)
    {
        (double mu, double sigma) = Logs(p);
        double z = (Math.Log(x) - mu) / sigma;
        return -Math.Log(x * sigma) - z * z / 2 - Math.Log(2 * Math.PI) / 2;
    }

    public override double Below(double[] p, double x)
    {
        if (x <= 0) return 0;
        (double mu, double sigma) = Logs(p);
        return Normal.CDF(0, 1, (Math.Log(x) - mu) / sigma);
    }

    public override double Above(double[] p, double x)
    {
        if (x <= 0) return 1;
        (double mu, double sigma) = Logs(p);
        return Normal.CDF(0, 1, -(Math.Log(x) - mu) / sigma);
    }

    public override double Quantile(double[] p, double share)
    {
        (double mu, double sigma) = Logs(p);
        return Math.Exp(mu + sigma * Normal.InvCDF(0, 1, share));
    }
}

/// <summary>Gamma: mean and cv; shape 1/cv², found from ln k − ψ(k) = ln x̄ − mean of ln x.</summary>
internal class GammaFamily : MeanAndCvFamily
{
    public override string Name => "gamma";

    protected internal override double[]? Closed(IReadOnlyList<double> times)
    {
        double mean = times.Average();
        double s = Math.Max(1e-9, Math.Log(mean) - times.Average(Math.Log));
        // Greenwood and Durand's start, then Newton in 1/k (Minka 2002).
        double k = (3 - s + Math.Sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
        for (int i = 0; i < 50; i++)
        {
            double step = (Math.Log(k) - SpecialFunctions.DiGamma(k) - s) / (1 / k - Trigamma(k));
            double next = Math.Max(k / 10, k - step);
            if (Math.Abs(next - k) <= 1e-12 * k) break;
            k = next;
        }
        return [mean, 1 / Math.Sqrt(k)];
    }

    public override double LogDensity(double[] p, double x)
    {
        double k = 1 / (p[1] * p[1]), rate = k / p[0];
        return k * Math.Log(rate) + (k - 1) * Math.Log(x) - rate * x - SpecialFunctions.GammaLn(k);
    }

    public override double Below(double[] p, double x) => x <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(1 / (p[1] * p[1]), x / (p[0] * p[1] * p[1]));

    public override double Above(double[] p, double x) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(1 / (p[1] * p[1]), x / (p[0] * p[1] * p[1]));

    public override double Quantile(double[] p, double share)
    {
        double k = 1 / (p[1] * p[1]);
        return Gamma.InvCDF(k, k / p[0], share);
    }

    private static double Trigamma(double x)
    {
        double sum = 0;
        for (; x < 10; x++) sum += 1 / (x * x);
        double y = 1 / (x * x);
        return sum + 1 / x + y / 2 + y / x * (1 / 6.0 - y * (1 / 30.0 - y / 42));
    }
}

/// <summary>Erlang: mean and a whole number of phases. A gamma fits at least as well with as many parameters, so it is chosen only where asked for.</summary>
internal sealed class ErlangFamily : GammaFamily
{
    private const int MostPhases = 200;

    public override string Name => "erlang";

    protected internal override double[] Closed(IReadOnlyList<double> times)
    {
        double[] gamma = base.Closed(times)!;
        double shape = 1 / (gamma[1] * gamma[1]);
        // For any number of phases the sample mean is best; the likelihood has one peak in the shape, so the best whole number is next to it.
        double[] With(double k) => [gamma[0], 1 / Math.Sqrt(Math.Clamp(k, 1, MostPhases))];
        double[] low = With(Math.Floor(shape)), high = With(Math.Ceiling(shape));
        return times.Sum(t => LogDensity(low, t)) >= times.Sum(t => LogDensity(high, t)) ? low : high;
    }

    protected internal override double[] Natural(IReadOnlyList<double> free, IReadOnlyList<double> times)
    {
        double cv = Math.Exp(free[1]);
        return [Math.Exp(free[0]), 1 / Math.Sqrt(Math.Clamp(Math.Round(1 / (cv * cv)), 1, MostPhases))];
    }

    public override string Text(double[] p) => FormattableString.Invariant($"{Name} {Minutes(p[0])} k {Math.Round(1 / (p[1] * p[1]))}");
}
