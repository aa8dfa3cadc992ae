using CorridorTwin.Simulation.Draws;
using MathNet.Numerics;
using static CorridorTwin.Simulation.Tests.Draws.SamplerCases;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>The tails behind the residual draws, as far out as doubles go.</summary>
public class SurvivalTests
{
    private const double Minute = 60_000.0;

    [Theory]
    [MemberData(nameof(Continuous), MemberType = typeof(SamplerCases))]
    public void Survival_is_one_minus_the_distribution_function(string name)
    {
        Case law = All[name];
        for (double x = 0.01; x < 30.0; x *= 1.07)
        {
            double expected = 1.0 - law.Cdf!(x);
            Assert.Equal(expected, Math.Exp(law.Law.LogSurvival(x * Minute)), 1e-10);
        }
    }

    // Quadruple-precision values of log P(Z > z).
    [Theory]
    [InlineData(-10.0, -7.619853024160525e-24)]
    [InlineData(-5.0, -2.866516129637636e-07)]
    [InlineData(-2.0, -0.02301290932896349)]
    [InlineData(-1.0, -0.17275377902344988)]
    [InlineData(0.0, -0.6931471805599453)]
    [InlineData(0.5, -1.1759117615936185)]
    [InlineData(1.99, -3.7594964544896894)]
    [InlineData(2.0, -3.783184333682032)]
    [InlineData(3.0, -6.607726221510349)]
    [InlineData(8.0, -35.01343715991455)]
    [InlineData(40.0, -804.6084420137538)]
    [InlineData(1e6, -500000000014.73444)]
    public void Normal_tail(double z, double expected) => Assert.Equal(expected, NormalTail.LogSurvival(z), 2e-14 * Math.Abs(expected));

    // Quadruple-precision values of log Q(shape, x).
    [Theory]
    [InlineData(0.01, 0.001, -2.789867586134067)]
    [InlineData(0.01, 2.0, -7.607595735181547)]
    [InlineData(0.5, 0.3, -0.8242175443879222)]
    [InlineData(0.5, 9.0, -10.720363041981113)]
    [InlineData(1.0, 700.0, -700.0)]
    [InlineData(1.5625, 1.0, -0.5183895096809621)]
    [InlineData(1.5625, 50.0, -47.671685862764384)]
    [InlineData(4.0, 4.0, -0.8359324116267943)]
    [InlineData(9.9, 30.0, -11.972231443959787)]
    [InlineData(10.0, 5.0, -0.03234558072953487)]
    [InlineData(100.0, 80.0, -0.01725635110645819)]
    [InlineData(100.0, 150.0, -12.036407454461646)]
    [InlineData(10000.0, 10000.0, -0.69581034030382)]
    [InlineData(10000.0, 10500.0, -14.665107486336822)]
    [InlineData(4.0, 1000000.0, -999960.3452247953)]
    public void Gamma_tail(double shape, double x, double expected) =>
        Assert.Equal(expected, GammaTail.LogSurvival(shape, x), 1e-12 * Math.Max(1.0, Math.Abs(expected)));

    [Fact]
    public void Far_out_a_lognormal_residual_is_exponential_with_the_hazard_there()
    {
        // Hazard of the lognormal at t, for z = (log t - mu) / sigma large: z (1 + 1/z²...) / (sigma t).
        var law = new LognormalDistribution(30 * Minute, 0.8);
        double elapsed = law.MedianMilliseconds * Math.Exp(40.0 * law.Sigma);
        double mills = Math.Exp(NormalTail.LogSurvival(40.0) + 800.0 + 0.5 * Math.Log(2.0 * Math.PI));
        AssertExponential(law, elapsed, law.Sigma * elapsed * mills, 0.03); // not quite: the hazard falls as it waits
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    public void Far_out_a_gamma_residual_is_exponential_with_its_scale(double cv)
    {
        var law = new GammaDistribution(10 * Minute, cv);
        AssertExponential(law, 1e7 * Minute, law.ScaleMilliseconds, 0.001);
        law = new GammaDistribution(1e-20, cv); // so far out that elapsed over scale overflows
        AssertExponential(law, 1e300, law.ScaleMilliseconds, 0.001);
    }

    [Theory]
    [InlineData(-1.0, 0.7)]
    [InlineData(1.5, 2.0)]
    [InlineData(2.0, 0.01)]
    [InlineData(5.0, 3.0)]
    public void Ratios_are_differences_of_the_logarithms(double z, double step) =>
        Assert.Equal(NormalTail.LogSurvival(z + step) - NormalTail.LogSurvival(z), NormalTail.LogRatio(z, step), 1e-13);

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e12)]
    [InlineData(1e100)]
    [InlineData(1e300)]
    public void However_long_it_lasted_what_is_left_is_positive_and_finite(double elapsed)
    {
        Distribution[] laws =
        [
            Distribution.Lognormal(Minutes(0.01), 0.01), Distribution.Lognormal(Minutes(0.01), 3),
            Distribution.Gamma(Minutes(0.01), 0.01), Distribution.Gamma(Minutes(0.01), 0.5), Distribution.Gamma(Minutes(0.01), 30),
            Distribution.Erlang(Minutes(0.01), 2), Distribution.Erlang(Minutes(0.01), 50), Distribution.Exponential(Minutes(0.01)),
            Distribution.Hyperexponential((1, Minutes(0.01)), (1, Minutes(0.1))),
            Distribution.Mixture((1, Distribution.Gamma(Minutes(0.01), 0.5)), (1, Distribution.Lognormal(Minutes(0.01), 0.5))),
        ];
        foreach (Distribution law in laws)
        {
            for (ulong key = 0; key < 20; key++)
            {
                var stream = new KeyedStream(key);
                double residual = law.SampleResidual(ref stream, elapsed);
                Assert.True(residual > 0.0 && double.IsFinite(residual), $"{law}: {residual:R}");
            }
        }
    }

    [Fact]
    public void Inversion_and_rejection_draw_the_same_law()
    {
        // The same conditional law, once where rejection succeeds and once through a law it must invert.
        var law = new GammaDistribution(1.0, 0.5);
        var stream = new KeyedStream(8);
        var draws = new double[3000];
        double elapsed = 5.0; // survives with probability 1.7e-6
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = law.SampleResidual(ref stream, elapsed);
        }

        double start = SpecialFunctions.GammaUpperRegularized(4, 4 * elapsed);
        GoodnessOfFit.AssertKolmogorovSmirnov(
            draws, left => 1.0 - SpecialFunctions.GammaUpperRegularized(4, 4 * (elapsed + left)) / start);
    }

    private static void AssertExponential(Distribution law, double elapsed, double mean, double tolerance)
    {
        const int Draws = 1500;
        var stream = new KeyedStream(9);
        double sum = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            sum += law.SampleResidual(ref stream, elapsed);
        }

        Assert.Equal(mean, sum / Draws, mean * (tolerance + 4.0 / Math.Sqrt(Draws)));
    }
}
