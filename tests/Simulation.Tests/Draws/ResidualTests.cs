using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Simulation.Tests.Draws.SamplerCases;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>What is left of a duration that has already lasted a while.</summary>
public class ResidualTests
{
    private const double Minute = 60_000.0;

    [Fact]
    public void Uniform_has_half_of_what_is_left() =>
        AssertMean(3 * Minute, Distribution.Uniform(TimeSpan.Zero, Minutes(10)), 4 * Minute);

    [Fact]
    public void Before_its_minimum_a_uniform_waits_for_it() =>
        AssertMean(5 * Minute, Distribution.Uniform(Minutes(4), Minutes(10)), 2 * Minute);

    [Fact]
    public void Deterministic_has_exactly_the_rest()
    {
        var stream = new KeyedStream(1);
        Assert.Equal(6 * Minute, Distribution.Deterministic(Minutes(10)).SampleResidual(ref stream, 4 * Minute));
    }

    [Fact]
    public void Exponential_forgets() => AssertMean(7 * Minute, Distribution.Exponential(Minutes(7)), 100 * Minute);

    [Fact]
    public void Hyperexponential_tends_to_its_slow_phase()
    {
        Distribution law = Distribution.Hyperexponential((0.5, Minutes(1)), (0.5, Minutes(10)));
        double fast = Math.Exp(-5.0);
        double slow = Math.Exp(-0.5);
        AssertMean(Minute * (fast + 10 * slow) / (fast + slow), law, 5 * Minute);
        AssertMean(10 * Minute, law, 1e6 * Minute); // every survival underflows; the logarithms do not
    }

    [Fact]
    public void Empirical_keeps_the_values_still_possible()
    {
        Distribution law = Distribution.Empirical([Minutes(1), Minutes(5), Minutes(9)], [5, 3, 1]);
        AssertMean(Minute * (3 * 3 + 7) / 4.0, law, 2 * Minute);
    }

    // Mean residual = integral of the survival function beyond the elapsed time over its value there.
    [Theory]
    [InlineData("lognormal 0.8", 0.1)]
    [InlineData("lognormal 0.8", 1)]
    [InlineData("lognormal 0.8", 3)]
    [InlineData("lognormal 2", 5)]
    [InlineData("gamma 0.5", 1.5)]
    [InlineData("gamma 1.5", 2)]
    [InlineData("erlang 3", 1.2)]
    [InlineData("erlang 9", 1.5)]
    [InlineData("triangular", 0.2)]
    [InlineData("triangular", 0.5)]
    [InlineData("triangular", 1.5)]
    [InlineData("triangular left", 1.5)]
    [InlineData("triangular right", 1.2)]
    [InlineData("mixture", 1)]
    [InlineData("hyperexponential", 1)]
    public void Mean_matches_the_integral_of_the_survival_function(string name, double elapsedInMeans)
    {
        Case law = All[name];
        double elapsed = elapsedInMeans * law.Law.MeanMilliseconds;
        AssertMean(Integrals.MeanResidual(x => 1.0 - law.Cdf!(x / Minute), elapsed, law.Law.MeanMilliseconds), law.Law, elapsed);
    }

    [Fact]
    public void Lognormal_of_the_known_answer()
    {
        // mu = ln 30, sigma = 0.8, after 45 minutes.
        double variance = 0.64;
        var law = new LognormalDistribution(30 * Math.Exp(variance / 2), Math.Sqrt(Math.Exp(variance) - 1));
        Assert.Equal(0.8, law.Sigma, 1e-14);
        Assert.Equal(30.0, law.MedianMilliseconds, 1e-12);
        double expected = Integrals.MeanResidual(
            x => 1.0 - MathNet.Numerics.Distributions.LogNormal.CDF(Math.Log(30), 0.8, x), 45, 30);
        AssertMean(expected, law, 45);
    }

    [Theory]
    [MemberData(nameof(Continuous), MemberType = typeof(SamplerCases))]
    public void Residuals_fit_the_conditional_law(string name)
    {
        Case law = All[name];
        double elapsed = 1.3 * law.Law.MeanMilliseconds;
        double gone = law.Cdf!(elapsed / Minute);
        var draws = new double[20_000];
        var stream = new KeyedStream(Mix.HashName(name));
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = law.Law.SampleResidual(ref stream, elapsed);
        }

        GoodnessOfFit.AssertKolmogorovSmirnov(draws, left => (law.Cdf((elapsed + left) / Minute) - gone) / (1.0 - gone));
    }

    [Theory]
    [MemberData(nameof(Names), MemberType = typeof(SamplerCases))]
    public void Nothing_elapsed_leaves_the_law_itself(string name) => AssertMean(All[name].Law.MeanMilliseconds, All[name].Law, 0.0);

    [Theory]
    [InlineData("uniform")]
    [InlineData("triangular")]
    [InlineData("deterministic")]
    [InlineData("empirical")]
    public void Overdue_work_ends_now(string name)
    {
        var stream = new KeyedStream(1);
        Assert.Equal(0.0, All[name].Law.SampleResidual(ref stream, 100 * Minute));
        Assert.Equal(0.0, Distribution.Mixture((1, All[name].Law)).SampleResidual(ref stream, 100 * Minute));
    }

    [Theory]
    [MemberData(nameof(Names), MemberType = typeof(SamplerCases))]
    public void Impossible_elapsed_times_are_refused(string name)
    {
        foreach (double elapsed in (double[])[-1.0, double.NaN, double.PositiveInfinity])
        {
            var stream = new KeyedStream(1);
            Assert.Throws<ArgumentOutOfRangeException>(() => All[name].Law.SampleResidual(ref stream, elapsed));
        }
    }

    private static void AssertMean(double expected, Distribution law, double elapsed)
    {
        const int Draws = 60_000;
        var stream = new KeyedStream(Mix.HashName("residual"));
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            double residual = law.SampleResidual(ref stream, elapsed);
            Assert.True(residual >= 0.0);
            sum += residual;
            squares += residual * residual;
        }

        double mean = sum / Draws;
        double error = Math.Sqrt(Math.Max(0.0, squares / Draws - mean * mean) / Draws);
        Assert.True(Math.Abs(mean - expected) <= 4.0 * error + 1e-9 * expected, $"{mean:G6} should be {expected:G6}, standard error {error:G3}");
    }
}
