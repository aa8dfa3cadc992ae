namespace CorridorTwin.Simulation.Draws;

/// <summary>The upper tail of the standard normal, in logarithms so that no tail is too far out.</summary>
internal static class NormalTail
{
    private const double Far = 2.0;                         // from here the continued fraction converges fast
    private const double HalfLog2Pi = 0.9189385332046728;
    private const int MostTerms = 2000;

    /// <summary>The natural logarithm of P(Z > z).</summary>
    internal static double LogSurvival(double z) =>
        z >= Far ? -0.5 * z * z - HalfLog2Pi + PortableMath.Log(MillsRatio(z))
        : z <= -Far ? PortableMath.Log1P(-PortableMath.Exp(LogSurvival(-z)))
        : PortableMath.Log(0.5 - Central(z));

    /// <summary>The logarithm of P(Z > z + step) / P(Z > z), without the cancellation of a difference.</summary>
    internal static double LogRatio(double z, double step) =>
        z >= Far
            ? -step * (z + 0.5 * step) + PortableMath.Log(MillsRatio(z + step) / MillsRatio(z))
            : LogSurvival(z + step) - LogSurvival(z);

    // Laplace's continued fraction 1/(z + 1/(z + 2/(z + ...))): Abramowitz and Stegun 26.2.14, by Lentz's method.
    private static double MillsRatio(double z)
    {
        double ratio = z;
        double c = z;
        double d = 0.0;
        for (int i = 1; i < MostTerms; i++)
        {
            d = 1.0 / (z + i * d);
            c = z + i / c;
            double step = c * d;
            ratio *= step;
            if (Math.Abs(step - 1.0) < 1e-16)
            {
                break;
            }
        }

        return 1.0 / ratio;
    }

    // P(0 < Z < z) = density times the sum of z^(2n+1) / (1 3 5 ... (2n+1)): Abramowitz and Stegun 26.2.11.
    private static double Central(double z)
    {
        double term = z;
        double sum = z;
        for (int i = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); i += 2)
        {
            term *= z * z / i;
            sum += term;
        }

        return sum * PortableMath.Exp(-0.5 * z * z - HalfLog2Pi);
    }
}
