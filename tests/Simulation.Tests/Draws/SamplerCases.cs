using CorridorTwin.Simulation.Draws;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>Every family in several shapes, with its distribution function by MathNet or by hand, in minutes.</summary>
internal static class SamplerCases
{
    internal sealed record Case(Distribution Law, Func<double, double>? Cdf);

    internal static readonly IReadOnlyDictionary<string, Case> All = new Dictionary<string, Case>
    {
        ["uniform"] = new(Distribution.Uniform(Minutes(2), Minutes(5)), x => ContinuousUniform.CDF(2, 5, x)),
        ["exponential"] = new(Distribution.Exponential(Minutes(4)), x => Exponential.CDF(0.25, x)),
        ["lognormal 0.3"] = new(Distribution.Lognormal(Minutes(1.5), 0.3), LognormalCdf(1.5, 0.3)),
        ["lognormal 0.8"] = new(Distribution.Lognormal(Minutes(30), 0.8), LognormalCdf(30, 0.8)),
        ["lognormal 2"] = new(Distribution.Lognormal(Minutes(30), 2), LognormalCdf(30, 2)),
        ["gamma 0.1"] = new(Distribution.Gamma(Minutes(6), 0.1), GammaCdf(6, 0.1)),
        ["gamma 0.5"] = new(Distribution.Gamma(Minutes(3), 0.5), GammaCdf(3, 0.5)),
        ["gamma 0.9"] = new(Distribution.Gamma(Minutes(10), 0.9), GammaCdf(10, 0.9)),
        ["gamma 1"] = new(Distribution.Gamma(Minutes(10), 1), GammaCdf(10, 1)),
        ["gamma 1.5"] = new(Distribution.Gamma(Minutes(10), 1.5), GammaCdf(10, 1.5)),
        ["erlang 1"] = new(Distribution.Erlang(Minutes(6), 1), x => Erlang.CDF(1, 1 / 6.0, x)),
        ["erlang 3"] = new(Distribution.Erlang(Minutes(6), 3), x => Erlang.CDF(3, 3 / 6.0, x)),
        ["erlang 9"] = new(Distribution.Erlang(Minutes(6), 9), x => Erlang.CDF(9, 9 / 6.0, x)),
        ["triangular"] = new(Distribution.Triangular(Minutes(1), Minutes(2), Minutes(7)), x => Triangular.CDF(1, 7, 2, x)),
        ["triangular left"] = new(Distribution.Triangular(Minutes(1), Minutes(1), Minutes(7)), x => Triangular.CDF(1, 7, 1, x)),
        ["triangular right"] = new(Distribution.Triangular(Minutes(1), Minutes(7), Minutes(7)), x => Triangular.CDF(1, 7, 7, x)),
        ["hyperexponential"] = new(
            Distribution.Hyperexponential((0.2, Minutes(20)), (0.8, Minutes(2))),
            x => 0.2 * Exponential.CDF(1 / 20.0, x) + 0.8 * Exponential.CDF(1 / 2.0, x)),
        ["mixture"] = new(
            Distribution.Mixture((1, Distribution.Lognormal(Minutes(2), 0.5)), (3, Distribution.Gamma(Minutes(9), 0.8)), (0, Distribution.Exponential(Minutes(99)))),
            x => 0.25 * LognormalCdf(2, 0.5)(x) + 0.75 * GammaCdf(9, 0.8)(x)),
        ["empirical"] = new(Distribution.Empirical([Minutes(3), Minutes(1), Minutes(7), Minutes(20)], [2, 5, 0, 1]), null),
        ["deterministic"] = new(Distribution.Deterministic(Minutes(3)), null),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static TheoryData<string> Continuous => [.. All.Where(each => each.Value.Cdf is not null).Select(each => each.Key)];

    internal static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static Func<double, double> LognormalCdf(double mean, double cv)
    {
        double variance = Math.Log(1 + cv * cv);
        return x => LogNormal.CDF(Math.Log(mean) - variance / 2, Math.Sqrt(variance), x);
    }

    private static Func<double, double> GammaCdf(double mean, double cv) => x => Gamma.CDF(1 / (cv * cv), 1 / (mean * cv * cv), x);
}
