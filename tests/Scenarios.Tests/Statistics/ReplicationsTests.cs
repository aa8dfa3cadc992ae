using CorridorTwin.Scenarios.Statistics;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class ReplicationsTests
{
    [Fact]
    public void To_halve_the_interval_is_the_first_number_that_does()
    {
        double[] values = Keyed.Normals(7, 12);
        int more = Replications.ToHalve(values);
        double H(int n) => StudentT.InvCDF(0, 1, n - 1, 0.975) / Math.Sqrt(n);
        Assert.True(H(12 + more) <= H(12) / 2);
        Assert.True(H(12 + more - 1) > H(12) / 2);
        Assert.Equal(29, more); // t₄₀/√41 is the first at most half of t₁₁/√12
    }

    [Fact]
    public void Two_replications_are_soon_bettered() => Assert.InRange(Replications.ToHalve([1, 2]), 1, 3);

    [Fact]
    public void Equal_values_need_none() => Assert.Equal(0, Replications.ToHalve([4, 4, 4]));

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Replications.ToHalve([1]));
        Assert.Throws<ArgumentException>(() => Replications.ToHalve([1, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => Replications.ToHalve([1, 2], 0));
    }
}
