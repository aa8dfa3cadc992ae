using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class ComparisonWithBestTests
{
    [Fact]
    public void Four_systems_of_which_two_cannot_be_told_apart()
    {
        ComparisonWithBest c = ComparisonWithBest.Of([6.20, 4.10, 4.35, 5.05], 0.80, 10);
        Assert.Equal(2.132665, c.Critical, 1e-5);
        Assert.Equal(0.763005, c.HalfWidth, 1e-5);
        ShapleyTests.Near5([0, -1.013005, -0.513005, 0], [.. c.Distances.Select(d => d.Low)]);
        ShapleyTests.Near5([2.863005, 0.513005, 1.013005, 1.713005], [.. c.Distances.Select(d => d.High)]);
        Assert.Equal([1, 2], c.MayBeBest);
    }

    [Fact]
    public void Higher_may_be_better()
    {
        ComparisonWithBest c = ComparisonWithBest.Of([-6.20, -4.10, -4.35, -5.05], 0.80, 10, lowerIsBetter: false);
        Assert.Equal([1, 2], c.MayBeBest);
        Assert.Equal(2.863005, c.Distances[0].High, 1e-5);
    }

    [Fact]
    public void Samples_give_what_their_means_and_pooled_deviation_give()
    {
        double[][] samples = [[1, 2, 3], [5, 6, 7.5], [1.5, 2, 4]];
        ComparisonWithBest c = ComparisonWithBest.Of(samples);
        double pooled = Math.Sqrt(samples.Average(s => s.Sum(x => Math.Pow(x - s.Average(), 2)) / 2));
        ShapleyTests.Near([.. ComparisonWithBest.Of([.. samples.Select(s => s.Average())], pooled, 3).Distances.Select(d => d.High)], [.. c.Distances.Select(d => d.High)]);
    }

    [Fact]
    public void Without_noise_there_is_one_best()
    {
        ComparisonWithBest c = ComparisonWithBest.Of([3, 2, 4], 0, 5);
        Assert.Equal([1], c.MayBeBest);
        Assert.Equal(0, c.Distances[1].High);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([1], 1, 5));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([1, 2], -1, 5));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([1, 2], 1, 1));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([1, double.NaN], 1, 5));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([1, 2], 1, 5, 1));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([[1, 2], [1]]));
        Assert.Throws<ArgumentException>(() => ComparisonWithBest.Of([[1, 2]]));
    }
}
