using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class DunnettTests
{
    // Blood counts (10⁶ cells/mm³) of three groups of animals, from Dunnett (1955).
    private static readonly double[] Control = [7.40, 8.50, 7.20, 8.24, 9.84, 8.32];
    private static readonly double[][] Drugs = [[9.76, 8.80, 7.68, 9.36], [12.80, 9.68, 12.16, 9.20, 10.55]];

    [Fact]
    public void Dunnetts_blood_counts()
    {
        Dunnett d = Dunnett.Of(Control, Drugs);
        Assert.Equal(12, d.Degrees);
        Assert.Equal(1.380523, d.Variance, 1e-5);
        Assert.Equal(2.513483, d.Critical, 1e-5);
        Assert.Equal(0.857032, d.Members[0].T, 1e-5);
        Assert.Equal(3.693752, d.Members[1].T, 1e-5);
        Assert.Equal(0.620102, d.Members[0].P, 1e-5);
        Assert.Equal(0.005825, d.Members[1].P, 1e-5);
        Assert.Equal(-1.256304, d.Members[0].Difference.Low, 1e-5);
        Assert.Equal(2.556304, d.Members[0].Difference.High, 1e-5);
        Assert.Equal(0.839728, d.Members[1].Difference.Low, 1e-5);
        Assert.Equal(4.416272, d.Members[1].Difference.High, 1e-5);
        // Bonferroni on the same t, for comparison.
        double[] p = [.. d.Members.Select(m => 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, 12, -Math.Abs(m.T)))];
        double[] bonferroni = MultipleComparisons.Bonferroni(p);
        Assert.Equal(0.816434, bonferroni[0], 1e-5);
        Assert.Equal(0.006141, bonferroni[1], 1e-5);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void One_scenario_is_students_t(double shift)
    {
        double[] other = [.. Control.Select(c => c + shift), 8];
        DunnettMember only = Dunnett.Of(Control, [other]).Members[0];
        Assert.Equal(2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, 11, -Math.Abs(only.T)), only.P, 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(500)]
    public void The_quadrature_holds_for_few_and_many_degrees_of_freedom(int degrees)
    {
        // One control run and degrees + 1 of the other: a single comparison must give Student's t.
        double[] other = [.. Enumerable.Range(0, degrees + 1).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        Dunnett d = Dunnett.Of([2.5], [other]);
        Assert.Equal(MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, -Math.Abs(d.Members[0].T)) * 2, d.Members[0].P, 6);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dunnett.Of([], Drugs));
        Assert.Throws<ArgumentException>(() => Dunnett.Of(Control, []));
        Assert.Throws<ArgumentException>(() => Dunnett.Of([1], [[2]]));
        Assert.Throws<ArgumentException>(() => Dunnett.Of([1, 1], [[2, 2]]));
        Assert.Throws<ArgumentException>(() => Dunnett.Of(Control, [[1, double.NaN]]));
        Assert.Throws<ArgumentException>(() => Dunnett.Of(Control, Drugs, 0));
    }
}
