using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class MorrisTests
{
    [Fact]
    public void A_linear_model_has_its_slopes_and_no_spread()
    {
        // Y = Σ cᵢXᵢ with Xᵢ over ranges of their own: μ* = |cᵢ|·range, σ = 0.
        double[] c = [3, -2, 0, 0.5];
        double[] low = [1, 10, -5, 0];
        double[] high = [2, 14, 5, 100];
        IReadOnlyList<MorrisPath> paths = Morris.Paths(4, 10);
        IReadOnlyList<MorrisEffect> effects = Morris.Effects(paths, [.. paths.Select(p => p.Points.Select(u => c.Select((ci, i) => ci * (low[i] + (high[i] - low[i]) * u[i])).Sum()).ToArray())]);
        ShapleyTests.Near([3, 8, 0, 50], [.. effects.Select(e => e.MuStar.Mean)]);
        ShapleyTests.Near([3, -8, 0, 50], [.. effects.Select(e => e.Mu)]);
        ShapleyTests.Near([0, 0, 0, 0], [.. effects.Select(e => e.Sigma)]);
        Assert.Equal([0, 1, 2, 3], effects.Select(e => e.Input));
    }

    [Fact]
    public void An_effect_that_changes_sign_shows_in_mu_star_and_sigma()
    {
        // y = 4(x − ½)²: over the levels 0, ⅓, ⅔, 1 the steps 0–⅔ and ⅓–1 have effects −4/3 and +4/3.
        IReadOnlyList<MorrisPath> paths = Morris.Paths(1, 40);
        MorrisEffect e = Morris.Effects(paths, [.. paths.Select(p => p.Points.Select(u => 4 * (u[0] - 0.5) * (u[0] - 0.5)).ToArray())])[0];
        Assert.Equal(4.0 / 3, e.MuStar.Mean, 9);
        Assert.InRange(e.Mu, -0.8, 0.8);
        Assert.InRange(e.Sigma, 1, 1.5);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(7, 4)]
    [InlineData(12, 6)]
    public void Each_path_moves_each_input_once_by_delta_within_the_range(int inputs, int levels)
    {
        double delta = levels / (2.0 * (levels - 1));
        foreach (MorrisPath path in Morris.Paths(inputs, 30, levels, seed: 5))
        {
            Assert.Equal(Enumerable.Range(0, inputs), path.Moved.Order());
            Assert.Equal(inputs + 1, path.Points.Count);
            for (int step = 0; step < inputs; step++)
            {
                for (int i = 0; i < inputs; i++)
                    Assert.Equal(i == path.Moved[step] ? delta : 0, Math.Abs(path.Points[step + 1][i] - path.Points[step][i]), 12);
            }
            Assert.All(path.Points.SelectMany(p => p), u => Assert.Contains(Enumerable.Range(0, levels), l => Math.Abs(u - l / (levels - 1.0)) < 1e-12));
        }
    }

    [Fact]
    public void More_paths_keep_the_first_ones_and_seeds_differ()
    {
        IReadOnlyList<MorrisPath> few = Morris.Paths(5, 3);
        IReadOnlyList<MorrisPath> many = Morris.Paths(5, 8);
        for (int t = 0; t < 3; t++) Assert.Equal(few[t].Points.SelectMany(p => p), many[t].Points.SelectMany(p => p));
        Assert.NotEqual(few[0].Points.SelectMany(p => p), Morris.Paths(5, 3, seed: 1)[0].Points.SelectMany(p => p));
    }

    [Fact]
    public void Levels_and_orders_are_drawn_evenly()
    {
        IReadOnlyList<MorrisPath> paths = Morris.Paths(3, 6000);
        for (int i = 0; i < 3; i++)
        {
            Assert.All(paths.GroupBy(p => Math.Round(3 * p.Points[0][i])), g => Assert.InRange(g.Count(), 1350, 1650));
            Assert.All(paths.GroupBy(p => p.Moved[i]), g => Assert.InRange(g.Count(), 1850, 2150));
        }
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Morris.Paths(0, 4));
        Assert.Throws<ArgumentException>(() => Morris.Paths(2, 1));
        Assert.Throws<ArgumentException>(() => Morris.Paths(2, 4, 5));
        IReadOnlyList<MorrisPath> paths = Morris.Paths(2, 2);
        Assert.Throws<ArgumentException>(() => Morris.Effects(paths, [[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => Morris.Effects(paths, [[1, 2, 3], [1, 2]]));
        Assert.Throws<ArgumentException>(() => Morris.Effects(paths, [[1, 2, 3], [1, 2, double.NaN]]));
        Assert.Throws<ArgumentException>(() => Morris.Effects(paths, [[1, 2, 3], [1, 2, 3]], 2));
    }
}
