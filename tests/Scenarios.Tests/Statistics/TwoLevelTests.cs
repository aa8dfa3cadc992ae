using CorridorTwin.Scenarios.Statistics;
using MathNet.Numerics.Distributions;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class TwoLevelTests
{
    // Three inputs, two replications; replication 2 is 2 higher for every input. MS between 32, within 2.
    private static readonly double[][] Table = [[1, 3], [5, 7], [9, 11]];

    [Fact]
    public void Independent_draws_by_hand()
    {
        TwoLevel t = TwoLevel.Independent(Table);
        Assert.Equal(6, t.Mean.Mean, 9);
        Assert.Equal(15, t.InputVariance.Mean, 9);
        Assert.Equal(2, t.RunVariance, 9);
        Assert.Equal(1.0 / 3, t.MeanRunVariance, 9);
        Assert.Equal(15.0 / 17, t.InputShare, 9);
        Assert.Equal(StudentT.InvCDF(0, 1, 2, 0.975) * Math.Sqrt(32.0 / 6), t.Mean.HalfWidth, 6);
        Assert.Equal(StudentT.InvCDF(0, 1, 2, 0.975) * Math.Sqrt(15), t.InputHalfWidth, 6);
        Assert.Equal(StudentT.InvCDF(0, 1, 3, 0.975) * Math.Sqrt(1.0 / 3), t.SimulationHalfWidth, 6);
    }

    [Fact]
    public void Common_draws_take_the_shared_luck_off()
    {
        TwoLevel t = TwoLevel.CommonDraws(Table);
        Assert.Equal(16, t.InputVariance.Mean, 9);
        Assert.Equal(2, t.RunVariance, 9); // shared luck: MS 6 over 3 inputs
        Assert.Equal(1, t.MeanRunVariance, 9); // it does not average out over inputs
        Assert.Equal(StudentT.InvCDF(0, 1, 1, 0.975), t.SimulationHalfWidth, 6);
        Assert.True(t.InputVariance.Low > 0);
        // Mean square of the mean: 32 + 6 − 0, Satterthwaite's degrees 38²/(32²/2 + 6²/1).
        Assert.Equal(StudentT.InvCDF(0, 1, 38 * 38 / (32 * 32 / 2.0 + 36), 0.975) * Math.Sqrt(38 / 6.0), t.Mean.HalfWidth, 6);
    }

    [Fact]
    public void Inputs_that_do_not_matter_may_be_estimated_below_zero()
    {
        TwoLevel t = TwoLevel.Independent([[1, 5, 3], [5, 3, 1], [3, 1, 5.5]]);
        Assert.True(t.InputVariance.Mean < 0);
        Assert.Equal(0, t.InputVariance.Low);
        Assert.Equal((0.0, 0.0, 0.0), (t.InputDeviation, t.InputHalfWidth, t.InputShare));
    }

    [Fact]
    public void The_between_component_is_unbiased()
    {
        // Inputs with deviation 2, runs with deviation 3, four of each: 4 on average over 4,000 experiments.
        double[] estimates = [.. Enumerable.Range(0, 4000).Select(e => TwoLevel.Independent(Draw(e, 4, 4, 2, 3, 0)).InputVariance.Mean)];
        Interval i = Interval.Of(estimates, 0.9999);
        Assert.InRange(4, i.Low, i.High);
        Assert.InRange(i.HalfWidth, 0, 0.5);
        Interval common = Interval.Of([.. Enumerable.Range(0, 4000).Select(e => TwoLevel.CommonDraws(Draw(e, 4, 4, 2, 1, 5)).InputVariance.Mean)], 0.9999);
        Assert.InRange(4, common.Low, common.High);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TwoLevel.Independent([]));
        Assert.Throws<ArgumentException>(() => TwoLevel.Independent([[1, 2]]));
        Assert.Throws<ArgumentException>(() => TwoLevel.Independent([[1], [2]]));
        Assert.Throws<ArgumentException>(() => TwoLevel.CommonDraws([[1, 2], [2, 3, 4]]));
        Assert.Throws<ArgumentException>(() => TwoLevel.CommonDraws([[1, 2], [2, double.NaN]]));
        Assert.Throws<ArgumentException>(() => TwoLevel.CommonDraws(Table, 0));
    }

    /// <summary>Normal inputs, runs and, with common draws, luck that replications share.</summary>
    internal static double[][] Draw(int experiment, int inputs, int replications, double between, double within, double shared)
    {
        double[] z = Keyed.Normals(experiment, inputs + replications + inputs * replications, 77);
        return
        [
            .. Enumerable.Range(0, inputs).Select(i => Enumerable.Range(0, replications)
                .Select(r => between * z[i] + shared * z[inputs + r] + within * z[inputs + replications + i * replications + r]).ToArray()),
        ];
    }
}
