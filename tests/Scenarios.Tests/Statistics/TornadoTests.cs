using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class TornadoTests
{
    [Fact]
    public void Bars_are_paired_changes_widest_first()
    {
        double[] central = [10, 12, 11];
        IReadOnlyList<TornadoBar> bars = Tornado.Of(
            central,
            [
                ([9.5, 11.5, 10.5], [10.5, 12.5, 11.5]),
                ([14, 16, 15.5], [9, 11.2, 10]),
                ([11, 13, 12], [12, 14, 13]), // both ends above: the span counts from the centre
            ]);
        Assert.Equal([1, 2, 0], bars.Select(b => b.Input));
        Assert.Equal(Interval.Paired(central, [14, 16, 15.5]), bars[0].Low);
        Assert.Equal(Interval.Paired([14, 16, 15.5], [9, 11.2, 10]), bars[0].Swing);
        Assert.Equal(2, bars[1].Span, 9);
        Assert.Equal(1, bars[1].Swing.Mean, 9);
        Assert.Equal(1, bars[2].Span, 9);
        Assert.Equal(0, bars[2].Swing.HalfWidth, 9);
    }

    [Fact]
    public void A_result_that_falls_at_both_ends_spans_from_the_centre()
    {
        TornadoBar bar = Tornado.Of([10, 12], [([9, 11], [7, 9])])[0];
        Assert.Equal(3, bar.Span, 9);
        Assert.Equal(-2, bar.Swing.Mean, 9);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Tornado.Of([1, 2], []));
        Assert.Throws<ArgumentException>(() => Tornado.Of([1], [([1], [1])]));
        Assert.Throws<ArgumentException>(() => Tornado.Of([1, 2], [([1, 2], [1])]));
        Assert.Throws<ArgumentException>(() => Tornado.Of([1, 2], [([1, double.NaN], [1, 2])]));
        Assert.Throws<ArgumentException>(() => Tornado.Of([1, 2], [([1, 2], [1, 2])], 0));
    }
}
