using CorridorTwin.Simulation.Draws;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Simulation.Tests.Draws;

public class ZigguratTests
{
    private const int Draws = 1_000_000;

    [Fact]
    public void Layers_have_equal_area_and_close_at_the_top()
    {
        double[] edges = Ziggurat.Edges;
        for (int i = 1; i < Ziggurat.LayerCount; i++)
        {
            double area = edges[i] * (Density(edges[i + 1]) - Density(edges[i]));
            Assert.Equal(Ziggurat.LayerArea, area, 1e-12);
        }

        double tail = Math.Sqrt(Math.PI / 2) * SpecialFunctions.Erfc(Ziggurat.TailStart / Math.Sqrt(2));
        Assert.Equal(Ziggurat.LayerArea, Ziggurat.TailStart * Density(Ziggurat.TailStart) + tail, 1e-14);
    }

    [Fact]
    public void Moments_are_those_of_the_standard_normal()
    {
        var stream = new KeyedStream(3);
        double first = 0.0, second = 0.0, third = 0.0, fourth = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            double z = Ziggurat.Normal(ref stream);
            first += z;
            second += z * z;
            third += z * z * z;
            fourth += z * z * z * z;
        }

        // Variances of the powers: 1, 2, 15, 96.
        double root = Math.Sqrt(Draws);
        Assert.InRange(first / root, -4.0, 4.0);
        Assert.InRange((second - Draws) / (root * Math.Sqrt(2)), -4.0, 4.0);
        Assert.InRange(third / (root * Math.Sqrt(15)), -4.0, 4.0);
        Assert.InRange((fourth - 3.0 * Draws) / (root * Math.Sqrt(96)), -4.0, 4.0);
    }

    [Fact]
    public void Draws_fit_the_normal()
    {
        var stream = new KeyedStream(4);
        var draws = new double[200_000];
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = Ziggurat.Normal(ref stream);
        }

        GoodnessOfFit.AssertKolmogorovSmirnov(draws, z => Normal.CDF(0, 1, z));
    }

    [Fact]
    public void The_tail_has_its_share_on_both_sides()
    {
        var stream = new KeyedStream(5);
        const int Many = 4_000_000;
        var beyond = new List<double>();
        for (int i = 0; i < Many; i++)
        {
            double z = Ziggurat.Normal(ref stream);
            if (Math.Abs(z) > Ziggurat.TailStart)
            {
                beyond.Add(z);
            }
        }

        double oneSide = Normal.CDF(0, 1, -Ziggurat.TailStart);
        double expected = Many * oneSide;
        Assert.InRange((beyond.Count(z => z > 0) - expected) / Math.Sqrt(expected), -4.0, 4.0);
        Assert.InRange((beyond.Count(z => z < 0) - expected) / Math.Sqrt(expected), -4.0, 4.0);
    }

    [Fact]
    public void The_tail_has_its_shape()
    {
        var stream = new KeyedStream(6);
        var draws = new double[200_000];
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = Ziggurat.Tail(ref stream);
        }

        double beyond = Normal.CDF(0, 1, -Ziggurat.TailStart);
        GoodnessOfFit.AssertKolmogorovSmirnov(draws, z => 1.0 - Normal.CDF(0, 1, -z) / beyond);
    }

    [Fact]
    public void Draws_keep_their_bits() =>
        Assert.Equal(0x97BEBB1DF8C5AE34UL, Fingerprint.Of(Ziggurat.Normal));

    private static double Density(double x) => Math.Exp(-0.5 * x * x);
}
