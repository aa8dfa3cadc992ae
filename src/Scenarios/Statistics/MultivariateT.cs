using MathNet.Numerics;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// The largest of several Student variables that share one variance estimate and correlate as λ_i λ_j, as comparisons with one control
/// do: P(all T_i ≤ c) = ∫ f(s) ∫ φ(z) Π Φ((λ_i z + c s)/√(1 − λ_i²)) dz ds, s the ratio of estimated to true deviation.
/// </summary>
/// <remarks>Dunnett, Journal of the American Statistical Association 50 (1955); both integrals by Gauss–Legendre on panels, off by less than 1e-8.</remarks>
/// <param name="lambdas">λ_i, each at least 0 and below 1.</param>
/// <param name="degrees">Degrees of freedom of the variance estimate, one or more.</param>
/// <param name="twoSided">Whether |T_i| is meant.</param>
internal sealed class MultivariateT(IReadOnlyList<double> lambdas, int degrees, bool twoSided)
{
    private const double Far = 7.5; // of the normal law less than 1e-13 is beyond
    private static readonly GaussLegendreRule Rule = new(-1, 1, 20);
    // A factor falls over a distance of √(1 − λ²): panels no wider than eight times that.
    private readonly int panels = Math.Clamp((int)Math.Ceiling(2 * Far / 8 / Math.Sqrt(1 - lambdas.Max() * lambdas.Max())), 3, 100);
    private readonly (double Lambda, double Own, int Times)[] factors =
        [.. lambdas.GroupBy(l => l).Select(g => (g.Key, Math.Sqrt(1 - g.Key * g.Key), g.Count()))];

    /// <summary>P(all ≤ c), or P(all |T| ≤ c).</summary>
    public double AllBelow(double c)
    {
        double spread = 1 / Math.Sqrt(2.0 * degrees);
        double lowest = Math.Max(0, 1 - 9 * spread);
        double highest = 1 + 10 * spread + 2.0 / degrees;
        // Few panels suffice where the density of s is narrow; with few degrees of freedom it is wide and steep at 0.
        return Integrate(s => Ratio(s) * AllBelowAt(c * s), lowest, highest, degrees < 10 ? 6 : 3);
    }

    /// <summary>The c with P(all ≤ c) equal to a confidence.</summary>
    public double Critical(double confidence)
    {
        double low = 0;
        double high = 2;
        while (AllBelow(high) < confidence && high < 1e6) (low, high) = (high, high * 2);
        while (AllBelow(low) > confidence) (low, high) = (low - 2, low);
        return Brent.FindRoot(c => AllBelow(c) - confidence, low, high, 1e-11);
    }

    /// <summary>Density of √(χ²_ν/ν).</summary>
    private double Ratio(double s)
    {
        if (s == 0) return degrees == 1 ? Math.Sqrt(2 / Math.PI) : 0;
        double half = degrees / 2.0;
        return Math.Exp(half * Math.Log(half) - SpecialFunctions.GammaLn(half) + Math.Log(2) + (degrees - 1) * Math.Log(s) - half * s * s);
    }

    private double AllBelowAt(double reach) => Integrate(
        z =>
        {
            double product = Math.Exp(-z * z / 2) / Constants.Sqrt2Pi;
            foreach ((double lambda, double own, int times) in factors)
            {
                double below = Normal((lambda * z + reach) / own);
                if (twoSided) below -= Normal((lambda * z - reach) / own);
                for (int i = 0; i < times; i++) product *= below;
            }
            return product;
        },
        -Far,
        Far,
        panels);

    private static double Normal(double x) => SpecialFunctions.Erfc(-x / Constants.Sqrt2) / 2;

    private static double Integrate(Func<double, double> f, double from, double to, int panels)
    {
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++)
        {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < Rule.Order; i++) sum += Rule.GetWeight(i) * f(middle + half * Rule.GetAbscissa(i));
        }
        return sum * half;
    }
}
