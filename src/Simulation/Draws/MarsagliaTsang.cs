using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Draws;

/// <summary>Gamma numbers by squeezing the cube of a shifted normal.</summary>
/// <remarks>
/// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000. Its
/// <c>d = shape - 1/3</c> and <c>c = 1/sqrt(9 d)</c> are passed in ready-made.
/// </remarks>
internal static class MarsagliaTsang
{
    /// <summary>The method's constant d; <paramref name="shape"/> is at least 1.</summary>
    internal static double Centre(double shape) => shape - 1.0 / 3.0;

    /// <summary>The method's constant c.</summary>
    internal static double Slope(double shape) => 1.0 / Math.Sqrt(9.0 * Centre(shape));

    /// <summary>One draw; <paramref name="unit"/> is d times the wanted scale.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static double Sample(ref KeyedStream stream, double d, double c, double unit)
    {
        while (true)
        {
            double z = Ziggurat.Normal(ref stream);
            double v = 1.0 + c * z;
            if (v <= 0.0)
            {
                continue;
            }

            v = v * v * v;
            double u = stream.NextUniform();
            double z2 = z * z;
            if (u < 1.0 - 0.0331 * (z2 * z2) || Accept(u, v, z2, d))
            {
                return unit * v;
            }
        }
    }

    // Out of line: the squeeze above spares this in more than nine draws of ten.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Accept(double u, double v, double z2, double d) =>
        PortableMath.Log(u) < 0.5 * z2 + d * (1.0 - v + PortableMath.Log(v));
}
