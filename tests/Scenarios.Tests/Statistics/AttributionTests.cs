using CorridorTwin.Scenarios.Statistics;
using static CorridorTwin.Scenarios.Tests.Statistics.ShapleyTests;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class AttributionTests
{
    private static readonly double[] Noise = [0.9, 1.1, 1.05, 0.95];

    [Fact]
    public void Border_toy_alone_and_last_in()
    {
        Attribution a = Attribution.Of(new CoalitionOrders(3), s => [.. Noise.Select(f => f * Toy(s))]);
        Near([2.505, 1.580, 1.155], [.. a.Players.Select(p => p.Share.Mean)]);
        Near([3, 2, 1.5], [.. a.Players.Select(p => p.Alone.Mean)]);
        Near([2.04, 1.19, 0.84], [.. a.Players.Select(p => p.LastIn.Mean)]);
        Near([-0.555, -0.405, -0.255], [.. a.Interactions.Select(p => p.Value.Mean)]);
        Assert.Equal(5.24, a.Total.Mean, 9);
        Assert.Equal([(0, 1), (0, 2), (1, 2)], a.Interactions.Select(p => (p.First, p.Second)));
        Assert.Empty(a.Groups);
    }

    [Fact]
    public void A_shares_interval_is_that_of_the_shares_of_each_replication()
    {
        Attribution a = Attribution.Of(new CoalitionOrders(3), s => [.. Noise.Select(f => f * Toy(s))], 0.9);
        Interval expected = Interval.Of([.. Noise.Select(f => f * 2.505)], 0.9);
        Near([expected.Low, expected.High], [a.Players[0].Share.Low, a.Players[0].Share.High]);
    }

    [Fact]
    public void A_dummy_gets_nothing_without_doubt_and_copies_get_the_same()
    {
        // Player 2 does nothing; 0 and 1 are the same measure twice.
        Attribution a = Attribution.Of(new CoalitionOrders(3), s => [.. Noise.Select(f => f * ((s & 3) != 0 ? 5 : 0))]);
        Assert.Equal(new Interval(0, 0, 0, 4), a.Players[2].Share);
        Assert.Equal(a.Players[0].Share.Mean, a.Players[1].Share.Mean, 12);
        Assert.Equal(a.Total.Mean, a.Players.Sum(p => p.Share.Mean), 12);
    }

    [Fact]
    public void Under_prerequisites_alone_is_added_to_what_it_needs_and_dropping_takes_the_dependents_along()
    {
        // 1 needs 0: alone, 1 is added to 0; dropping 0 drops 1 with it.
        Attribution a = Attribution.Of(new CoalitionOrders(3, [(1, 0)]), s => [.. Noise.Select(f => f * Toy(s))]);
        Assert.Equal(Toy(3) - Toy(1), a.Players[1].Alone.Mean, 9);
        Assert.Equal(Toy(7) - Toy(4), a.Players[0].LastIn.Mean, 9);
        Assert.Equal(Toy(7) - Toy(5), a.Players[1].LastIn.Mean, 9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Asks_only_for_the_coalitions_it_names(bool interactions)
    {
        var orders = new CoalitionOrders(4, [(3, 0)], [0, 1, 1, 0]);
        HashSet<int> named = [.. Attribution.Coalitions(orders, interactions)];
        var asked = new HashSet<int>();
        Attribution a = Attribution.Of(orders, s =>
        {
            asked.Add(s);
            return [Toy(s), 1.1 * Toy(s)];
        }, interactions: interactions);
        Assert.True(named.SetEquals(asked));
        Assert.True(asked.All(s => orders.Effective(s) == s), "A coalition was asked for in which a player lacks what it needs.");
        Assert.Equal(a.Total.Mean, a.Groups.Sum(g => g.Mean), 9);
        Assert.Equal(interactions ? 6 : 0, a.Interactions.Count);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        var orders = new CoalitionOrders(2);
        Assert.Throws<ArgumentException>(() => Attribution.Of(orders, s => [s]));
        Assert.Throws<ArgumentException>(() => Attribution.Of(orders, s => []));
        Assert.Throws<ArgumentException>(() => Attribution.Of(orders, s => s == 1 ? [1, 2, 3] : [1, 2]));
        Assert.Throws<ArgumentException>(() => Attribution.Of(orders, s => [1, s == 1 ? double.NaN : 1]));
        Assert.Throws<ArgumentException>(() => Attribution.Of(orders, s => [1, s], 1));
    }
}
