using System.Runtime.CompilerServices;

namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// A distribution compiled for the event loop: a tag, three numbers and, where needed, a shared table. The
/// default value always draws 0. Immutable and safe to share between threads.
/// </summary>
public readonly struct Sampler
{
    private const double LongestMilliseconds = 1e15; // some 31 700 years; leaves the integer clock room to add

    private readonly object? _table;
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly SamplerKind _kind;

    internal Sampler(SamplerKind kind, double a, double b = 0.0, double c = 0.0, object? table = null)
    {
        _kind = kind;
        _a = a;
        _b = b;
        _c = c;
        _table = table;
    }

    /// <summary>Compiles a distribution.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="distribution"/> is null.</exception>
    public static Sampler Compile(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return distribution.Compile();
    }

    /// <summary>One draw, in milliseconds; never negative.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public double Sample(ref KeyedStream stream)
    {
        switch (_kind)
        {
            case SamplerKind.Deterministic:
                return _a;
            case SamplerKind.Lognormal:
                return _a * PortableMath.Exp(_b * Ziggurat.Normal(ref stream));
            case SamplerKind.Gamma:
                return MarsagliaTsang.Sample(ref stream, _a, _b, _c);
            case SamplerKind.Exponential:
                return _a * -PortableMath.Log(stream.NextOpen());
            case SamplerKind.Uniform:
                return _a + _b * stream.NextUniform();
            default:
                return SampleRarer(ref stream);
        }
    }

    /// <summary>
    /// One draw, rounded to the nearest whole millisecond (halves up), between 0 and 1e15.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SampleMilliseconds(ref KeyedStream stream)
    {
        double milliseconds = Sample(ref stream);
        // The plain cast also guards against overflow and NaN, which the comparison has already excluded.
        return milliseconds < LongestMilliseconds ? double.ConvertToIntegerNative<long>(milliseconds + 0.5) : (long)LongestMilliseconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double SampleRarer(ref KeyedStream stream)
    {
        switch (_kind)
        {
            case SamplerKind.GammaBoosted:
                // Gamma(k) is Gamma(k + 1) times U^(1/k): Marsaglia and Tsang 2000, section 6.
                double boost = PortableMath.Exp(PortableMath.Log(stream.NextOpen()) * ((double[])_table!)[0]);
                return MarsagliaTsang.Sample(ref stream, _a, _b, _c) * boost;
            case SamplerKind.Erlang:
                return SampleErlang(ref stream);
            case SamplerKind.Triangular:
                return SampleTriangular(ref stream);
            case SamplerKind.Empirical:
                var observed = (WeightedValues)_table!;
                return observed.Pick(ref stream);
            case SamplerKind.Hyperexponential:
                var means = (WeightedValues)_table!;
                double mean = means.Pick(ref stream);
                return mean * -PortableMath.Log(stream.NextOpen());
            case SamplerKind.Mixture:
                var parts = (WeightedSamplers)_table!;
                return parts.Pick(ref stream).Sample(ref stream);
            default:
                throw new InvalidOperationException($"Sampler of unknown kind {_kind}.");
        }
    }

    // The sum of k exponentials is minus the logarithm of a product: one logarithm instead of k.
    private double SampleErlang(ref KeyedStream stream)
    {
        double product = stream.NextOpen();
        for (int i = (int)_b; i > 1; i--)
        {
            product *= stream.NextOpen();
        }

        return _a * -PortableMath.Log(product);
    }

    // Inversion, with a = min, b = mode - min, c = max - mode.
    private double SampleTriangular(ref KeyedStream stream)
    {
        double width = _b + _c;
        double along = stream.NextUniform() * width;
        return along < _b
            ? _a + Math.Sqrt(along * _b)
            : _a + (width - Math.Sqrt((width - along) * _c));
    }
}
