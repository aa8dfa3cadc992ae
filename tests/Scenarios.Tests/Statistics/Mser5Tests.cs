using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class Mser5Tests
{
    private static readonly double[] Decay =
        [.. Enumerable.Range(0, 100).Select(i => Math.Round(10 + 25 * Math.Exp(-i / 12.0) + ((7919L * i * i + 31 * i) % 101 - 50) / 25.25, 4))];

    [Fact]
    public void An_exponential_start_with_noise()
    {
        Assert.Equal([33.0198, 33.8724, 30.1323, 29.7869, 28.8242], Decay[..5]);
        Assert.Equal(13.061826, Decay.Average(), 1e-5);
        Mser5 cut = Mser5.Of(Decay);
        Assert.Equal(9, cut.Batches);
        Assert.Equal(45, cut.Observations);
        Assert.Equal(0.008090787, cut.Statistic, 8);
        Assert.Equal(10.011362, cut.Mean, 1e-5);
        Assert.True(cut.Converged);
    }

    [Fact]
    public void A_steady_series_keeps_everything() => Assert.Equal((0, true), (Mser5.Of([.. Enumerable.Repeat(4.0, 50)]).Batches, Mser5.Of([.. Enumerable.Repeat(4.0, 50)]).Converged));

    [Fact]
    public void A_queue_that_still_grows_has_not_converged()
    {
        Mser5 cut = Mser5.Of([.. Enumerable.Range(0, 100).Select(i => (double)i)]);
        Assert.False(cut.Converged);
        Assert.Equal(10, cut.Batches);
    }

    [Fact]
    public void What_follows_the_last_full_batch_is_left_out() => Assert.Equal(Mser5.Of(Decay), Mser5.Of([.. Decay, 1000, 1000, 1000, 1000]));

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Mser5.Of([]));
        Assert.Throws<ArgumentException>(() => Mser5.Of(Decay[..19]));
        Assert.Throws<ArgumentException>(() => Mser5.Of([.. Decay, double.NaN]));
    }
}
