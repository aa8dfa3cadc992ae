using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class MultipleComparisonsTests
{
    [Fact]
    public void Holm_steps_down_and_never_falls()
    {
        // Worked by hand: sorted 0.01·4, 0.02·3, 0.03·2 (raised to 0.06), 0.04·1 (raised to 0.06).
        ShapleyTests.Near([0.04, 0.06, 0.06, 0.06], MultipleComparisons.Holm([0.01, 0.04, 0.03, 0.02]));
        ShapleyTests.Near([0.04, 0.16, 0.12, 0.08], MultipleComparisons.Bonferroni([0.01, 0.04, 0.03, 0.02]));
        ShapleyTests.Near([1, 1], MultipleComparisons.Holm([0.9, 0.8]));
        ShapleyTests.Near([0.3], MultipleComparisons.Holm([0.3]));
    }

    [Fact]
    public void A_family_of_paired_comparisons()
    {
        double[][] z = [[1.0, 1.2, 0.8, 1.1, 0.9], [0.3, -0.2, 0.5, 0.1, 0.4], [-2, 2, -1, 1, 0.5]];
        IReadOnlyList<FamilyMember> family = MultipleComparisons.Of(z);
        double[] holm = MultipleComparisons.Holm([.. family.Select(f => f.P)]);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(Interval.Of(z[i]), family[i].Plain);
            Assert.Equal(Interval.Of(z[i], 1 - 0.05 / 3), family[i].Simultaneous);
            Assert.Equal(PairedComparison.Of(new double[5], z[i]).P, family[i].P, 12);
            Assert.Equal(holm[i], family[i].HolmP, 12);
            Assert.Equal(holm[i] <= 0.05, family[i].ToldApart);
            Assert.Equal(family[i].BonferroniP < 0.05, family[i].Simultaneous.ExcludesZero);
        }
        Assert.True(family[0].ToldApart);
        Assert.False(family[2].ToldApart);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Holm([]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Holm([0.1, 1.2]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Bonferroni([-0.1]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Bonferroni([double.NaN]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Of([]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Of([[1]]));
        Assert.Throws<ArgumentException>(() => MultipleComparisons.Of([[1, 2]], 0));
    }
}
