using CorridorTwin.Scenarios.Statistics;
using MathNet.Numerics.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class SelectionTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.95)]
    [InlineData(7, 0.5)]
    [InlineData(1000, 0.95)]
    [InlineData(1001, 0.0)]
    [InlineData(1001, 1.0)]
    public void Equals_the_type_7_quantile_of_the_sorted_sample(int n, double p)
    {
        // Many ties on purpose.
        int[] values = [.. Enumerable.Range(0, n).Select(i => (int)((i * 7919L + 31) % 97))];
        double expected = values.Select(v => (double)v).ToArray().QuantileCustom(p, QuantileDefinition.R7);
        Assert.Equal(expected, Selection.Quantile(values, p), 9);
    }

    [Fact]
    public void An_empty_sample_has_no_quantile() => Assert.Throws<ArgumentException>(() => Selection.Quantile([], 0.5));
}
