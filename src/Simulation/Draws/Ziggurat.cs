using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CorridorTwin.Simulation.Draws;

/// <summary>Standard normal numbers by the ziggurat method with 256 layers of equal area.</summary>
/// <remarks>
/// Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Statistical Software 5(8),
/// 2000. As Doornik (2005) advises, layer, sign and magnitude use different bits of the draw: the low 8, bit 8
/// and the top 53. About 98.8 % of draws need one 64-bit number and no logarithm.
/// </remarks>
public static class Ziggurat
{
    internal const int LayerCount = 256;
    internal const double TailStart = 3.654152885361009;
    internal const double LayerArea = 0.004928673233974655;
    private const double UnitIn53Bits = 1.0 / (1UL << 53);

    // Layer i spans 0..Edges[i] and lies wholly under the curve up to Edges[i + 1].
    internal static readonly double[] Edges = MakeEdges();
    private static readonly double[] Heights = Array.ConvertAll(Edges, Density);
    private static readonly Layer[] Layers = MakeLayers();

    /// <summary>One draw from the normal distribution with mean 0 and standard deviation 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Normal(ref KeyedStream stream)
    {
        ulong bits = stream.Next();
        ref readonly Layer layer = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Layers), (nint)(bits & 255));
        ulong magnitude = bits >> 11;
        return magnitude < layer.Inside
            ? WithSign((long)magnitude * layer.Step, bits)
            : Outside(bits, ref stream);
    }

    // Written with vectors because the sign then reaches the floating-point unit while the product is still being made.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double WithSign(double magnitude, ulong bits) =>
        (Vector128.CreateScalarUnsafe(magnitude) ^ Vector128.CreateScalarUnsafe((bits & 256) << 55).AsDouble()).ToScalar();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Outside(ulong bits, ref KeyedStream stream)
    {
        while (true)
        {
            int layer = (int)(bits & 255);
            ulong magnitude = bits >> 11;
            double x = (long)magnitude * Layers[layer].Step;
            if (magnitude < Layers[layer].Inside)
            {
                return WithSign(x, bits);
            }

            if (layer == 0)
            {
                return WithSign(Tail(ref stream), bits);
            }

            double height = Heights[layer] + stream.NextUniform() * (Heights[layer + 1] - Heights[layer]);
            if (height < Density(x))
            {
                return WithSign(x, bits);
            }

            bits = stream.Next();
        }
    }

    // Marsaglia (1964): beyond R, x = -log(U1)/R is accepted when -2 log(U2) > x^2.
    internal static double Tail(ref KeyedStream stream)
    {
        while (true)
        {
            double x = -PortableMath.Log(stream.NextOpen()) / TailStart;
            double y = -PortableMath.Log(stream.NextOpen());
            if (y + y > x * x)
            {
                return TailStart + x;
            }
        }
    }

    private static double Density(double x) => PortableMath.Exp(-0.5 * x * x);

    private static double[] MakeEdges()
    {
        var edges = new double[LayerCount + 1];
        edges[0] = LayerArea / Density(TailStart); // the base layer, stretched to hold the tail's area
        edges[1] = TailStart;
        for (int i = 2; i < LayerCount; i++)
        {
            edges[i] = Math.Sqrt(-2.0 * PortableMath.Log(LayerArea / edges[i - 1] + Density(edges[i - 1])));
        }

        return edges;
    }

    private static Layer[] MakeLayers()
    {
        var layers = new Layer[LayerCount];
        for (int i = 0; i < LayerCount; i++)
        {
            layers[i] = new Layer(Edges[i] * UnitIn53Bits, (ulong)(Edges[i + 1] / Edges[i] * (1UL << 53)));
        }

        return layers;
    }

    // Step: width of one of the 2^53 magnitudes. Inside: below it a point is surely under the curve.
    private readonly record struct Layer(double Step, ulong Inside);
}
