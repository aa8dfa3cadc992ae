namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Exact shares with intervals. A share is a weighted sum of worths, so each replication has shares of its own, which add up to
/// that replication's total; the interval is Student's over replications, as for any other mean.
/// </summary>
/// <param name="Total">Worth of all players less that of none.</param>
/// <param name="Players">One entry per player, in order.</param>
/// <param name="Groups">One share per group, in the order of <see cref="CoalitionOrders.Groups"/>: the sum of its players' shares. Empty without groups.</param>
/// <param name="Interactions">One entry per pair of players.</param>
public sealed record Attribution(Interval Total, IReadOnlyList<PlayerShare> Players, IReadOnlyList<Interval> Groups, IReadOnlyList<PairInteraction> Interactions)
{
    /// <summary>The coalitions whose worth <see cref="Of"/> asks for, from none to all: run these.</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="interactions">Whether pairs are wanted too; more coalitions are needed only where there are groups.</param>
    public static IReadOnlyList<int> Coalitions(CoalitionOrders orders, bool interactions = true)
    {
        ArgumentNullException.ThrowIfNull(orders);
        IEnumerable<int> pairs = interactions ? Enumerable.Range(0, orders.All + 1).Where(s => orders.Effective(s) == s) : [];
        return [.. orders.Coalitions.Concat(Ends(orders)).Concat(pairs).Distinct().Order()];
    }

    /// <summary>Shares, each player alone and last in, and interactions.</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="worth">
    /// The worth of a coalition, one value per replication, the same two or more replications for all. For a reduction of clearance time:
    /// T(none) − T(coalition), replication by replication.
    /// </param>
    /// <param name="confidence">Of every interval.</param>
    /// <param name="interactions">Whether to compute pairs.</param>
    /// <exception cref="ArgumentException">Fewer than two replications, unequal numbers, a value not finite, or a confidence out of range.</exception>
    public static Attribution Of(CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth, double confidence = 0.95, bool interactions = true)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(worth);
        Require.Confidence(confidence);
        Dictionary<int, IReadOnlyList<double>> values = Coalitions(orders, interactions).ToDictionary(s => s, worth);
        foreach (IReadOnlyList<double> v in values.Values) Require.Pairs(values[0], v, 2, nameof(worth), nameof(worth));
        int replications = values[0].Count;
        double[][] shares = [.. Enumerable.Range(0, replications).Select(r => Shapley.Shares(orders, s => values[s][r]))];
        Interval Each(Func<int, double> of) => Interval.Of([.. Enumerable.Range(0, replications).Select(of)], confidence);
        Attribution ends = WithoutShares(orders, s => values[s], confidence);
        return ends with
        {
            Players = [.. ends.Players.Select(p => p with { Share = Each(r => shares[r][p.Player]) })],
            Groups = orders.Grouped ? [.. orders.Groups.Select(g => Each(r => Enumerable.Range(0, orders.Players).Where(i => (g >> i & 1) != 0).Sum(i => shares[r][i])))] : [],
            Interactions = interactions ? [.. Pairs(orders.Players).Select(p => new PairInteraction(p.First, p.Second, Each(r => Shapley.Interaction(orders, s => values[s][r], p.First, p.Second))))] : [],
        };
    }

    /// <summary>The coalitions that tell the total and each player alone and last in.</summary>
    internal static IEnumerable<int> Ends(CoalitionOrders orders) =>
        Enumerable.Range(0, orders.Players).SelectMany(i => new[] { orders.NeededBy(i), orders.NeededBy(i) | 1 << i, Without(orders, i) });

    /// <summary>Total, alone and last in; the shares are still to be filled in.</summary>
    internal static Attribution WithoutShares(CoalitionOrders orders, Func<int, IReadOnlyList<double>> values, double confidence)
    {
        Interval Difference(int more, int less) => Interval.Paired(values(less), values(more), confidence);
        return new Attribution(
            Difference(orders.All, 0),
            [
                .. Enumerable.Range(0, orders.Players).Select(i => new PlayerShare(
                    i, default, Difference(orders.NeededBy(i) | 1 << i, orders.NeededBy(i)), Difference(orders.All, Without(orders, i)))),
            ],
            [],
            []);
    }

    private static IEnumerable<(int First, int Second)> Pairs(int players) =>
        Enumerable.Range(0, players).SelectMany(i => Enumerable.Range(i + 1, players - i - 1).Select(j => (i, j)));

    private static int Without(CoalitionOrders orders, int player) => orders.All & ~(orders.Needing(player) | 1 << player);
}

/// <summary>What one player contributed.</summary>
/// <param name="Player">Its number.</param>
/// <param name="Share">Its share of the total.</param>
/// <param name="Alone">What it brings alone: added to nothing but what it needs.</param>
/// <param name="LastIn">What is lost when it is dropped from all, together with those that need it.</param>
public sealed record PlayerShare(int Player, Interval Share, Interval Alone, Interval LastIn);

/// <summary>How two players work together; see <see cref="Shapley.Interaction"/>.</summary>
/// <param name="First">Number of a player.</param>
/// <param name="Second">Number of a later player.</param>
/// <param name="Value">Below 0 they overlap, above 0 they help one another.</param>
public sealed record PairInteraction(int First, int Second, Interval Value);
