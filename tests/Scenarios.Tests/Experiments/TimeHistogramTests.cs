using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Experiments;

public class TimeHistogramTests
{
    private const int UnitsPerHour = 36_000;

    [Fact]
    public void Bins_ascend_and_each_time_lies_in_its_own()
    {
        for (int i = 1; i <= TimeHistogram.Bins; i++) Assert.True(TimeHistogram.LowerHours(i) > TimeHistogram.LowerHours(i - 1));
        foreach (int units in new[] { 0, 511, 512, 575, 576, 1023, 1024, 36_000, 1_000_000, 50_000_000 })
        {
            int bin = TimeHistogram.Of([units]).Counts.ToList().IndexOf(1);
            Assert.InRange(units / (double)UnitsPerHour, TimeHistogram.LowerHours(bin), Math.BitDecrement(TimeHistogram.LowerHours(bin + 1)));
        }
    }

    [Fact]
    public void The_longest_time_that_can_be_kept_is_counted() => Assert.Equal(1, TimeHistogram.Of([int.MaxValue]).Counts[^1]);

    [Fact]
    public void A_quantile_is_right_to_within_a_bin()
    {
        var stream = new KeyedStream(12);
        int[] times = [.. Enumerable.Range(0, 20_000).Select(_ => (int)(UnitsPerHour * 20 * stream.NextUniform()))];
        TimeHistogram histogram = TimeHistogram.Of(times);
        Array.Sort(times);
        foreach (double p in new[] { 0.05, 0.25, 0.5, 0.9, 0.99 })
            Assert.Equal(1, histogram.Quantile(p) / (times[(int)(p * times.Length)] / (double)UnitsPerHour), 0.02);
        Assert.Equal(0.5, histogram.ShareBelow(10), 0.02);
    }

    [Fact]
    public void Parts_sum() => Assert.Equal(TimeHistogram.Of([100, 9000, 70_000]), TimeHistogram.Sum([TimeHistogram.Of([100]), TimeHistogram.Empty, TimeHistogram.Of([70_000, 9000])]));

    [Fact]
    public void Nothing_counted_has_no_quantile() => Assert.True(double.IsNaN(TimeHistogram.Empty.Quantile(0.5)));
}
