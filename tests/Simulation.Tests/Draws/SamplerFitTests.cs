using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>Compiled samplers against the laws they claim to draw from.</summary>
public class SamplerFitTests
{
    private const double Minute = 60_000.0;

    [Theory]
    [MemberData(nameof(SamplerCases.Names), MemberType = typeof(SamplerCases))]
    public void Mean_and_deviation_are_within_four_standard_errors(string name)
    {
        const int Draws = 1_000_000;
        Distribution law = SamplerCases.All[name].Law;
        Sampler sampler = Sampler.Compile(law);
        var stream = new KeyedStream(Mix.HashName(name));
        double mean = law.MeanMilliseconds;
        double first = 0.0, second = 0.0, fourth = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            double centred = sampler.Sample(ref stream) - mean;
            double square = centred * centred;
            first += centred;
            second += square;
            fourth += square * square;
        }

        double variance = law.VarianceMilliseconds2;
        AssertWithin(first / Draws, Math.Sqrt(variance / Draws), 1e-12 * mean);
        AssertWithin(second / Draws - variance, Math.Sqrt((fourth / Draws - variance * variance) / Draws), 1e-12 * mean * mean);
    }

    [Theory]
    [MemberData(nameof(SamplerCases.Continuous), MemberType = typeof(SamplerCases))]
    public void Draws_fit_the_distribution_function(string name)
    {
        Sampler sampler = Sampler.Compile(SamplerCases.All[name].Law);
        ulong place = Mix.HashName(name);
        var draws = new double[100_000];
        for (int truck = 0; truck < draws.Length; truck++)
        {
            // One stream per truck, as the engine draws.
            KeyedStream stream = KeyedStream.For(Mix.Combine(1, (ulong)truck), place, 0);
            draws[truck] = sampler.Sample(ref stream) / Minute;
        }

        GoodnessOfFit.AssertKolmogorovSmirnov(draws, SamplerCases.All[name].Cdf!);
    }

    [Fact]
    public void Empirical_values_come_in_proportion_to_their_weights()
    {
        double[] weights = [.. Enumerable.Range(0, 200).Select(i => i % 7 == 0 ? 0.01 : i % 11 + 0.5)];
        Sampler sampler = Sampler.Compile(new EmpiricalDistribution(Enumerable.Range(0, 200).Select(i => (double)i), weights));
        var stream = new KeyedStream(12);
        var counts = new int[200];
        for (int i = 0; i < 2_000_000; i++)
        {
            counts[(int)sampler.Sample(ref stream)]++;
        }

        GoodnessOfFit.AssertChiSquare(counts, [.. weights.Select(weight => weight / weights.Sum())]);
    }

    private static void AssertWithin(double difference, double standardError, double rounding) =>
        Assert.True(
            Math.Abs(difference) <= 4.0 * standardError + rounding,
            $"off by {difference:G4}, {difference / standardError:F2} standard errors");
}
