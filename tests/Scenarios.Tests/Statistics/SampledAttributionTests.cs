using CorridorTwin.Scenarios.Statistics;
using static CorridorTwin.Scenarios.Tests.Statistics.ShapleyTests;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class SampledAttributionTests
{
    // Ten measures that cut what is left by these shares; the last does nothing.
    private static readonly double[] Cuts = [0.30, 0.20, 0.15, 0.12, 0.10, 0.08, 0.05, 0.03, 0.02, 0];
    private static readonly CoalitionOrders Ten = new(10);

    [Fact]
    public void Sampled_shares_agree_with_exact_ones_within_their_sampling_interval()
    {
        double[] exact = Shapley.Shares(Ten, s => Worth(s)[0]);
        SampledAttribution sampled = SampledAttribution.Of(Ten, Worth, 200);
        for (int i = 0; i < 10; i++) Assert.InRange(Math.Abs(sampled.Attribution.Players[i].Share.Mean / 1.05 - exact[i]), 0, 2 * sampled.SamplingHalfWidths[i] + 1e-12);
        Assert.InRange(sampled.SamplingHalfWidths.Max(), 1e-6, 0.05);
    }

    [Fact]
    public void Shares_add_up_whatever_was_drawn_and_a_dummy_gets_nothing_without_doubt()
    {
        SampledAttribution sampled = SampledAttribution.Of(Ten, Worth, 3);
        Assert.Equal(sampled.Attribution.Total.Mean, sampled.Attribution.Players.Sum(p => p.Share.Mean), 10);
        Assert.Equal(new Interval(0, 0, 0, 2), sampled.Attribution.Players[9].Share);
        Assert.False(sampled.Enough);
    }

    [Fact]
    public void A_shares_interval_joins_replications_and_orders_not_drawn()
    {
        SampledAttribution same = SampledAttribution.Of(Ten, s => [Worth(s)[0], Worth(s)[0]], 5);
        Assert.Equal(same.SamplingHalfWidths[0], same.Attribution.Players[0].Share.HalfWidth, 12);
        SampledAttribution both = SampledAttribution.Of(Ten, Worth, 5);
        double mean = both.Attribution.Players[0].Share.Mean;
        double runs = Interval.Of([mean / 1.05, mean / 1.05 * 1.1]).HalfWidth;
        Assert.Equal(Math.Sqrt(runs * runs + Math.Pow(both.SamplingHalfWidths[0], 2)), both.Attribution.Players[0].Share.HalfWidth, 9);
    }

    [Fact]
    public void Alone_and_last_in_are_exact()
    {
        Attribution exact = Attribution.Of(Ten, Worth, interactions: false);
        SampledAttribution sampled = SampledAttribution.Of(Ten, Worth, 2);
        Assert.Equal(exact.Players.Select(p => (p.Alone, p.LastIn)), sampled.Attribution.Players.Select(p => (p.Alone, p.LastIn)));
        Assert.Equal(exact.Total, sampled.Attribution.Total);
    }

    [Fact]
    public void Stops_once_the_three_largest_shares_are_precise_and_asks_for_no_worth_twice()
    {
        var asked = new List<int>();
        var known = new Dictionary<int, IReadOnlyList<double>> { [0] = Worth(0), [Ten.All] = Worth(Ten.All) };
        SampledAttribution reached = SampledAttribution.Until(
            Ten,
            s =>
            {
                asked.Add(s);
                return Worth(s);
            },
            new SamplingOptions { Relative = 0.01 },
            known);
        Assert.True(reached.Enough);
        Assert.InRange(reached.Draws, 11, 200);
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.DoesNotContain(0, asked);
        Assert.DoesNotContain(Ten.All, asked);
        // Everything it used is known now: the same question again runs nothing.
        asked.Clear();
        SampledAttribution again = SampledAttribution.Until(Ten, s => throw new InvalidOperationException("asked again"), new SamplingOptions { Relative = 0.01 }, known);
        Assert.Equal(reached.Attribution.Players, again.Attribution.Players);
        foreach (PlayerShare p in reached.Attribution.Players.OrderByDescending(p => p.Share.Mean).Take(3))
            Assert.True(reached.SamplingHalfWidths[p.Player] <= 0.01 * p.Share.Mean);
    }

    [Fact]
    public void Gives_up_at_the_most_draws_allowed()
    {
        SampledAttribution reached = SampledAttribution.Until(Ten, Worth, new SamplingOptions { Relative = 1e-6, Most = 17 });
        Assert.False(reached.Enough);
        Assert.Equal(17, reached.Draws);
    }

    [Fact]
    public void The_coalitions_it_names_are_those_it_asks_for()
    {
        var orders = new CoalitionOrders(6, [(5, 0), (4, 1)], [0, 0, 1, 1, 0, 0]);
        HashSet<int> named = [.. SampledAttribution.Coalitions(orders, 2024, 0, 4), .. SampledAttribution.Coalitions(orders, 2024, 4, 8)];
        var asked = new HashSet<int>();
        SampledAttribution sampled = SampledAttribution.Of(orders, s => { asked.Add(s); return Worth(s); }, 12);
        Assert.True(named.SetEquals(asked));
        Assert.Equal(sampled.Attribution.Total.Mean, sampled.Attribution.Groups.Sum(g => g.Mean), 10);
        Assert.Equal(sampled.Attribution.Groups[1].Mean, sampled.Attribution.Players[2].Share.Mean + sampled.Attribution.Players[3].Share.Mean, 10);
    }

    [Fact]
    public void Under_prerequisites_sampling_finds_the_exact_shares()
    {
        var orders = new CoalitionOrders(6, [(5, 0), (4, 5), (1, 2)]);
        double[] exact = Shapley.Shares(orders, s => Worth(s)[0]);
        SampledAttribution sampled = SampledAttribution.Of(orders, Worth, 400);
        for (int i = 0; i < 6; i++) Assert.InRange(Math.Abs(sampled.Attribution.Players[i].Share.Mean / 1.05 - exact[i]), 0, 2 * sampled.SamplingHalfWidths[i] + 1e-12);
    }

    [Fact]
    public void Orders_are_drawn_evenly_among_those_allowed()
    {
        // 3 after 0, and {0, 1, 3} together: 012 orders of the group are 013, 031, 103; the other player before or after: 6 orders.
        var orders = new CoalitionOrders(4, [(3, 0)], [0, 0, 1, 0]);
        Assert.Equal(6, orders.Count);
        const int Draws = 12_000;
        var counts = Enumerable.Range(0, Draws).GroupBy(k => string.Concat(orders.Draw(1, k))).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(["0132", "0312", "1032", "2013", "2031", "2103"], counts.Keys.Order());
        Assert.InRange(counts.Values.Sum(c => Math.Pow(c - Draws / 6.0, 2) / (Draws / 6.0)), 0, 25.7); // χ²₅ at 1e-4
    }

    [Fact]
    public void A_draw_depends_on_seed_and_number_only()
    {
        Assert.Equal(new CoalitionOrders(10).Draw(5, 3), Ten.Draw(5, 3));
        Assert.NotEqual(Ten.Draw(5, 3), Ten.Draw(6, 3));
        Assert.NotEqual(Ten.Draw(5, 3), Ten.Draw(5, 4));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SampledAttribution.Of(Ten, Worth, 1));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Of(Ten, s => [1], 5));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Of(Ten, s => [1, double.NaN], 5));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Until(Ten, Worth, new SamplingOptions { Relative = 0 }));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Until(Ten, Worth, new SamplingOptions { Least = 1 }));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Until(Ten, Worth, new SamplingOptions { Most = 5 }));
        Assert.Throws<ArgumentException>(() => SampledAttribution.Until(Ten, Worth, new SamplingOptions { Confidence = 1 }));
    }

    /// <summary>Two replications, the second a tenth higher.</summary>
    private static double[] Worth(int s)
    {
        double left = 1;
        for (int i = 0; i < 10; i++) if ((s >> i & 1) != 0) left *= 1 - Cuts[i];
        return [10 * (1 - left), 11 * (1 - left)];
    }
}
