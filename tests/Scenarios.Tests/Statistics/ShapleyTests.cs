using System.Numerics;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public class ShapleyTests
{
    private static readonly CoalitionOrders Three = new(3);

    [Fact]
    public void Glove_game_two_left_one_right()
    {
        double[] shares = Shapley.Shares(Three, s => Math.Min(BitOperations.PopCount((uint)(s & 3)), s >> 2));
        Near([1.0 / 6, 1.0 / 6, 2.0 / 3], shares);
    }

    [Fact]
    public void Airport_game()
    {
        double[] cost = [8, 11, 13, 18];
        double[] shares = Shapley.Shares(new CoalitionOrders(4), s => Enumerable.Range(0, 4).Where(i => (s >> i & 1) != 0).Select(i => cost[i]).DefaultIfEmpty(0).Max());
        Near([2, 3, 4, 9], shares);
    }

    [Fact]
    public void Border_toy_shares_and_interactions()
    {
        Near([2.505, 1.580, 1.155], Shapley.Shares(Three, Toy));
        Near([-0.555, -0.405, -0.255], [Shapley.Interaction(Three, Toy, 0, 1), Shapley.Interaction(Three, Toy, 0, 2), Shapley.Interaction(Three, Toy, 1, 2)]);
        Assert.Equal(5.24, Toy(7), 1e-5);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Interactions_where_only_all_of_some_players_are_worth_anything(int needed)
    {
        // Unanimity game: the index of a pair within is 1/(t − 1), of any other pair 0 (Grabisch and Roubens 1999).
        var orders = new CoalitionOrders(6);
        int all = (1 << needed) - 1;
        double Worth(int s) => (s & all) == all ? 1 : 0;
        Near([1.0 / (needed - 1), 0], [Shapley.Interaction(orders, Worth, 0, 2), Shapley.Interaction(orders, Worth, 1, 5)]);
    }

    [Fact]
    public void A_table_of_worths_gives_the_same()
    {
        double[] table = [.. Enumerable.Range(0, 8).Select(Toy)];
        Near(Shapley.Shares(Three, Toy), Shapley.Shares(table));
    }

    [Fact]
    public void The_worth_of_no_one_is_taken_off()
    {
        Near(Shapley.Shares(Three, Toy), Shapley.Shares(Three, s => 100 + Toy(s)));
    }

    [Fact]
    public void A_prerequisite_gets_what_it_makes_possible()
    {
        // 1 needs 0, and only both together are worth anything: the one order 0, 1 gives all to 1; with a bystander likewise.
        var orders = new CoalitionOrders(3, [(1, 0)]);
        Assert.Equal(3, orders.Count);
        Near([0, 6, 0], Shapley.Shares(orders, s => (s & 3) == 3 ? 6 : 0));
        Assert.DoesNotContain(2, orders.Coalitions);
        Assert.Equal(0b100, orders.Effective(0b110));
    }

    [Fact]
    public void Shares_under_prerequisites_average_over_the_feasible_orders()
    {
        // By hand for the toy with 2 after 0: orders 012, 021, 102.
        var orders = new CoalitionOrders(3, [(2, 0)]);
        double[] expected = new double[3];
        foreach (int[] order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2]])
        {
            int s = 0;
            foreach (int i in order)
            {
                expected[i] += (Toy(s | 1 << i) - Toy(s)) / 3;
                s |= 1 << i;
            }
        }
        Near(expected, Shapley.Shares(orders, Toy));
    }

    [Fact]
    public void Groups_stay_together()
    {
        // Owen (1977): three players of weight 1, majority game, two of them allied: the third gets nothing.
        var orders = new CoalitionOrders(3, groupOf: [7, 7, 2]);
        Assert.Equal(4, orders.Count);
        double[] shares = Shapley.Shares(orders, s => BitOperations.PopCount((uint)s) >= 2 ? 1 : 0);
        Near([0.5, 0.5, 0], shares);
        Assert.Equal([0b011, 0b100], orders.Groups);
    }

    [Fact]
    public void A_groups_players_share_what_the_group_gets_among_groups()
    {
        var orders = new CoalitionOrders(4, groupOf: [0, 1, 0, 1]);
        static double Worth(int s) => 10 * (1 - ((s & 1) != 0 ? 0.7 : 1) * ((s & 2) != 0 ? 0.8 : 1) * ((s & 4) != 0 ? 0.85 : 1) * ((s & 8) != 0 ? 0.9 : 1));
        double[] shares = Shapley.Shares(orders, Worth);
        double[] groups = Shapley.Shares(new CoalitionOrders(2), g => Worth(((g & 1) != 0 ? 0b0101 : 0) | ((g & 2) != 0 ? 0b1010 : 0)));
        Near(groups, [shares[0] + shares[2], shares[1] + shares[3]]);
    }

    [Fact]
    public void One_player_gets_all() => Near([4], Shapley.Shares(new CoalitionOrders(1), s => 4 * s));

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CoalitionOrders(0));
        Assert.Throws<ArgumentException>(() => new CoalitionOrders(21));
        Assert.Throws<ArgumentException>(() => new CoalitionOrders(2, [(0, 2)]));
        Assert.Throws<ArgumentException>(() => new CoalitionOrders(2, groupOf: [1]));
        Assert.Contains("circle", Assert.Throws<ArgumentException>(() => new CoalitionOrders(3, [(0, 1), (1, 2), (2, 0)])).Message);
        // 1 needs 0, 2 needs 1, and 0 and 2 form a group that 1 would split.
        Assert.Contains("No order", Assert.Throws<ArgumentException>(() => new CoalitionOrders(3, [(1, 0), (2, 1)], [0, 1, 0])).Message);
        Assert.Throws<ArgumentException>(() => Shapley.Shares([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Shapley.Shares(Three, s => s == 5 ? double.NaN : 1));
        Assert.Throws<ArgumentException>(() => Shapley.Interaction(Three, Toy, 1, 1));
    }

    /// <summary>Ten hours, cut by 30, 20 and 15 %, one after the other.</summary>
    internal static double Toy(int s) => 10 * (1 - ((s & 1) != 0 ? 0.7 : 1) * ((s & 2) != 0 ? 0.8 : 1) * ((s & 4) != 0 ? 0.85 : 1));

    internal static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], 9);
    }

    internal static void Near5(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], 1e-5);
    }
}
