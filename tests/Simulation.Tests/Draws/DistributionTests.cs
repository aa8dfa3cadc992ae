using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Simulation.Tests.Draws.SamplerCases;

namespace CorridorTwin.Simulation.Tests.Draws;

public class DistributionTests
{
    private const double Minute = 60_000.0;

    public static TheoryData<string, double, double> Moments => new()
    {
        { "uniform", 3.5, 0.75 },
        { "exponential", 4, 16 },
        { "lognormal 0.8", 30, 576 },
        { "gamma 0.5", 3, 2.25 },
        { "gamma 1.5", 10, 225 },
        { "erlang 3", 6, 12 },
        { "triangular", 10 / 3.0, (1 + 4 + 49 - 2 - 7 - 14) / 18.0 },
        { "hyperexponential", 5.6, 2 * (0.2 * 400 + 0.8 * 4) - 5.6 * 5.6 },
        { "mixture", 7.25, 0.25 * (4 + 1) + 0.75 * (81 + 51.84) - 7.25 * 7.25 },
        { "empirical", 31 / 8.0, (2 * 9 + 5 + 400) / 8.0 - 31 * 31 / 64.0 },
        { "deterministic", 3, 0 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Moments_follow_the_textbook(string name, double mean, double variance)
    {
        Distribution law = All[name].Law;
        Assert.Equal(mean, law.MeanMilliseconds / Minute, 1e-12 * mean);
        Assert.Equal(variance, law.VarianceMilliseconds2 / (Minute * Minute), 1e-11 * mean * mean);
        Assert.Equal(Math.Sqrt(variance) / mean, law.Cv, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names), MemberType = typeof(SamplerCases))]
    public void Scaling_keeps_family_and_variation(string name)
    {
        Distribution law = All[name].Law;
        Distribution scaled = law.Scale(2.5);
        Assert.IsType(law.GetType(), scaled);
        Assert.Equal(2.5 * law.MeanMilliseconds, scaled.MeanMilliseconds, 1e-12 * law.MeanMilliseconds);
        Assert.Equal(law.Cv, scaled.Cv, 1e-9);
        Assert.Equal(law, law.Scale(1.0));
        Assert.Equal(0.0, law.Scale(0.0).MeanMilliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Scale(-1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Scale(double.NaN));
    }

    [Fact]
    public void Laws_with_equal_parameters_are_equal()
    {
        Assert.Equal(Distribution.Empirical([Minutes(1), Minutes(2)], [1, 2]), Distribution.Empirical([Minutes(1), Minutes(2)], [1, 2]));
        Assert.NotEqual(Distribution.Empirical([Minutes(1), Minutes(2)], [1, 2]), Distribution.Empirical([Minutes(1), Minutes(2)], [2, 1]));
        Assert.Equal(Distribution.Hyperexponential((1, Minutes(2))), Distribution.Hyperexponential((1, Minutes(2))));
        Assert.Equal(
            Distribution.Mixture((1, Distribution.Gamma(Minutes(2), 0.5))).GetHashCode(),
            Distribution.Mixture((1, Distribution.Gamma(Minutes(2), 0.5))).GetHashCode());
        Assert.NotEqual(Distribution.Gamma(Minutes(2), 0.5), Distribution.Lognormal(Minutes(2), 0.5));
    }

    public static TheoryData<string, Func<Distribution>> Wrong => new()
    {
        { "mean of an exponential", () => Distribution.Exponential(TimeSpan.Zero) },
        { "mean of an exponential", () => Distribution.Exponential(Minutes(-1)) },
        { "mean of an exponential", () => new ExponentialDistribution(double.NaN) },
        { "mean of a lognormal", () => Distribution.Lognormal(Minutes(-1), 0.5) },
        { "coefficient of variation of a lognormal", () => Distribution.Lognormal(Minutes(1), 0) },
        { "square of the coefficient", () => Distribution.Lognormal(Minutes(1), 1e-200) },
        { "coefficient of variation of a gamma", () => Distribution.Gamma(Minutes(1), -0.5) },
        { "shape", () => Distribution.Gamma(Minutes(1), 1e200) },
        { "mean of a gamma", () => new GammaDistribution(double.PositiveInfinity, 1) },
        { "number of phases", () => Distribution.Erlang(Minutes(1), 0) },
        { "mean of an Erlang", () => Distribution.Erlang(Minutes(0), 2) },
        { "minimum of a uniform", () => Distribution.Uniform(Minutes(-1), Minutes(2)) },
        { "at least the minimum of 180000", () => Distribution.Uniform(Minutes(3), Minutes(2)) },
        { "mode of a triangular", () => Distribution.Triangular(Minutes(3), Minutes(2), Minutes(5)) },
        { "maximum of a triangular", () => Distribution.Triangular(Minutes(1), Minutes(6), Minutes(5)) },
        { "fixed duration", () => Distribution.Deterministic(Minutes(-1)) },
        { "At least one observed value", () => Distribution.Empirical([]) },
        { "observed duration", () => Distribution.Empirical([Minutes(-1)]) },
        { "one weight for each of the 2 values", () => Distribution.Empirical([Minutes(1), Minutes(2)], [1]) },
        { "weight must be", () => Distribution.Empirical([Minutes(1), Minutes(2)], [1, -1]) },
        { "sum of the weights", () => Distribution.Empirical([Minutes(1), Minutes(2)], [0, 0]) },
        { "At least one phase", () => Distribution.Hyperexponential() },
        { "mean of a phase", () => Distribution.Hyperexponential((1, TimeSpan.Zero)) },
        { "weight must be", () => Distribution.Hyperexponential((double.NaN, Minutes(1))) },
        { "At least one part", () => Distribution.Mixture() },
        { "weight must be", () => Distribution.Mixture((-1, Distribution.Exponential(Minutes(1)))) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_parameters_are_named(string text, Func<Distribution> make) =>
        Assert.Contains(text, Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_lists_and_parts_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Distribution.Mixture((1, null!)));
        Assert.Throws<ArgumentNullException>(() => new EmpiricalDistribution(null!));
        Assert.Throws<ArgumentNullException>(() => Distribution.Empirical(null!));
    }

    [Fact]
    public void Degenerate_bounds_are_constants()
    {
        var stream = new KeyedStream(1);
        Assert.Equal(7 * Minute, Sampler.Compile(Distribution.Uniform(Minutes(7), Minutes(7))).Sample(ref stream));
        Assert.Equal(7 * Minute, Sampler.Compile(Distribution.Triangular(Minutes(7), Minutes(7), Minutes(7))).Sample(ref stream));
        Assert.Equal(0.0, Sampler.Compile(Distribution.Deterministic(TimeSpan.Zero)).Sample(ref stream));
    }
}
