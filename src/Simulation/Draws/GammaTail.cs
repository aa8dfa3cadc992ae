namespace CorridorTwin.Simulation.Draws;

/// <summary>What gamma and Erlang share: the compiled sampler, the upper tail and the residual draw.</summary>
/// <remarks>Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction); DLMF 5.11.1 (Stirling's series).</remarks>
internal static class GammaTail
{
    private const double HalfLog2Pi = 0.9189385332046728;
    private const double StirlingFrom = 10.0;

    internal static Sampler Compile(double shape, double scale)
    {
        double raised = shape < 1.0 ? shape + 1.0 : shape;
        double d = MarsagliaTsang.Centre(raised);
        double c = MarsagliaTsang.Slope(raised);
        return shape < 1.0
            ? new(SamplerKind.GammaBoosted, d, c, d * scale, new[] { 1.0 / shape })
            : new(SamplerKind.Gamma, d, c, d * scale);
    }

    internal static double Residual(Sampler sampler, double shape, double scale, ref KeyedStream stream, double elapsed)
    {
        if (ResidualSearch.TryReject(sampler, ref stream, elapsed, out double residual))
        {
            return residual;
        }

        double x = elapsed / scale;
        double logUniform = PortableMath.Log(stream.NextInterior());
        return scale * ResidualSearch.Invert(left => LogRatio(shape, x, left), logUniform, 1.0);
    }

    /// <summary>The natural logarithm of P(X > x) for a gamma of this shape and scale 1.</summary>
    internal static double LogSurvival(double shape, double x)
    {
        if (x <= 0.0)
        {
            return 0.0;
        }

        double logDensityTimesX = LogKernel(shape, x);
        return x < shape + 1.0
            ? PortableMath.Log1P(-PortableMath.Exp(logDensityTimesX) * LowerSeries(shape, x))
            : logDensityTimesX + PortableMath.Log(UpperFraction(shape, x));
    }

    // The logarithm of P(X > x + step) / P(X > x); in the tail without the cancellation of a difference.
    private static double LogRatio(double shape, double x, double step)
    {
        if (double.IsInfinity(x))
        {
            return -step; // so far out the law is exponential
        }

        return x < shape + 1.0
            ? LogSurvival(shape, x + step) - LogSurvival(shape, x)
            : -step + shape * PortableMath.Log1P(step / x)
                + PortableMath.Log(UpperFraction(shape, x + step) / UpperFraction(shape, x));
    }

    // log(x^a e^-x / Gamma(a)); for large shapes arranged so that the large terms cancel on paper, not in the machine.
    private static double LogKernel(double a, double x)
    {
        if (a >= StirlingFrom)
        {
            double excess = (x - a) / a;
            return a * (PortableMath.Log1P(excess) - excess) + 0.5 * PortableMath.Log(a) - HalfLog2Pi - StirlingRest(a);
        }

        // Gamma(a) = Gamma(a + n) / (a (a+1) ... (a+n-1)).
        double product = 1.0;
        double raised = a;
        for (; raised < StirlingFrom; raised += 1.0)
        {
            product *= raised;
        }

        double logGamma = (raised - 0.5) * PortableMath.Log(raised) - raised + HalfLog2Pi + StirlingRest(raised);
        return a * PortableMath.Log(x) - x - (logGamma - PortableMath.Log(product));
    }

    private static double StirlingRest(double a)
    {
        double i = 1.0 / (a * a);
        return (1.0 / 12.0 - i * (1.0 / 360.0 - i * (1.0 / 1260.0 - i * (1.0 / 1680.0 - i * (1.0 / 1188.0))))) / a;
    }

    private static double LowerSeries(double a, double x)
    {
        double term = 1.0 / a;
        double sum = term;
        for (double n = a + 1.0; term > 1e-17 * sum; n += 1.0)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    // Lentz's method on 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))).
    private static double UpperFraction(double a, double x)
    {
        double b = x + 1.0 - a;
        double c = double.MaxValue;
        double d = 1.0 / b;
        double fraction = d;
        for (double i = 1.0; i < 1e6; i += 1.0)
        {
            double numerator = i * (a - i);
            b += 2.0;
            d = 1.0 / (numerator * d + b);
            c = b + numerator / c;
            double step = c * d;
            fraction *= step;
            if (Math.Abs(step - 1.0) < 2e-16)
            {
                break;
            }
        }

        return fraction;
    }
}
