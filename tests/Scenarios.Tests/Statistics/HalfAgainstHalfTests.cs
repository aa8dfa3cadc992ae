using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class HalfAgainstHalfTests
{
    [Fact]
    public void A_growing_queue_is_marked_and_a_steady_one_is_not()
    {
        Assert.True(HalfAgainstHalf.Of([10, 11, 9, 10], [12, 13.5, 11, 12]).DependsOnRunLength);
        HalfAgainstHalf steady = HalfAgainstHalf.Of([10, 11, 9, 10], [10.5, 10, 9.5, 10.2]);
        Assert.False(steady.DependsOnRunLength);
        Assert.Equal(Interval.Of([0.5, -1, 0.5, 0.2]).Low, steady.Difference.Low, 9);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HalfAgainstHalf.Of([1], [2]));
        Assert.Throws<ArgumentException>(() => HalfAgainstHalf.Of([1, 2], [2]));
        Assert.Throws<ArgumentException>(() => HalfAgainstHalf.Of([1, double.NaN], [2, 2]));
        Assert.Throws<ArgumentException>(() => HalfAgainstHalf.Of([1, 2], [2, 2], 1));
    }
}
