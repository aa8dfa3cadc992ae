using System.Numerics;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Who contributed what: the worth of all players together (the reduction all measures bring) divided among them, each getting
/// the average of what it adds over all orders of joining.
/// </summary>
/// <remarks>L. S. Shapley, "A value for n-person games" (1953). The worth of no one is taken off, so it need not be 0.</remarks>
public static class Shapley
{
    /// <summary>Exact shares; their sum is worth(all) − worth(none).</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="worth">The worth of a coalition, asked once for each of <see cref="CoalitionOrders.Coalitions"/>.</param>
    /// <exception cref="ArgumentException">A worth is not a finite number.</exception>
    public static double[] Shares(CoalitionOrders orders, Func<int, double> worth)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(worth);
        var v = new double[orders.All + 1];
        foreach (int s in orders.Coalitions) v[s] = Finite(worth(s), s);
        var shares = new double[orders.Players];
        foreach (int s in orders.Coalitions)
        {
            for (int open = orders.Next(s); open != 0; open &= open - 1)
            {
                int i = BitOperations.TrailingZeroCount(open);
                shares[i] += orders.Probability(s, i) * (v[s | 1 << i] - v[s]);
            }
        }
        return shares;
    }

    /// <summary>Exact shares of a game without prerequisites or groups.</summary>
    /// <param name="worth">The worth of each coalition, indexed by its bits: 2^n values.</param>
    /// <exception cref="ArgumentException">The number of values is no power of two, or one is not finite.</exception>
    public static double[] Shares(IReadOnlyList<double> worth)
    {
        ArgumentNullException.ThrowIfNull(worth);
        if (worth.Count < 2 || !BitOperations.IsPow2(worth.Count)) throw new ArgumentException($"A game of n players has 2^n coalitions; {worth.Count} values are given.", nameof(worth));
        return Shares(new CoalitionOrders(BitOperations.Log2((uint)worth.Count)), s => worth[s]);
    }

    /// <summary>
    /// What two players are worth together beyond what each adds on its own, averaged over the others: below 0 they overlap,
    /// above 0 they need one another.
    /// </summary>
    /// <remarks>
    /// Shapley interaction index (Grabisch and Roubens 1999): Σ_S |S|!(n−|S|−2)!/(n−1)! [v(S∪ij) − v(S∪i) − v(S∪j) + v(S)] over S
    /// without i and j. Groups play no part in it. A coalition with a player that lacks its prerequisites is worth what it is
    /// without that player.
    /// </remarks>
    /// <param name="orders">Players and prerequisites.</param>
    /// <param name="worth">The worth of a coalition, asked for <see cref="CoalitionOrders.Effective"/> ones only.</param>
    /// <param name="first">A player.</param>
    /// <param name="second">Another.</param>
    /// <exception cref="ArgumentException">The players are one and the same or unknown, or a worth is not finite.</exception>
    public static double Interaction(CoalitionOrders orders, Func<int, double> worth, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(worth);
        int n = orders.Players;
        if (first == second || first < 0 || second < 0 || first >= n || second >= n) throw new ArgumentException($"An interaction is between two of the players 0 to {n - 1}, not {first} and {second}.", nameof(second));
        double V(int s) => Finite(worth(orders.Effective(s)), s);
        int i = 1 << first;
        int j = 1 << second;
        var weights = new double[n - 1];
        weights[0] = 1.0 / (n - 1);
        for (int size = 1; size < n - 1; size++) weights[size] = weights[size - 1] * size / (n - 1 - size);
        double sum = 0;
        int others = orders.All & ~(i | j);
        // Walks all subsets of the others.
        for (int s = others; ; s = (s - 1) & others)
        {
            sum += weights[BitOperations.PopCount((uint)s)] * (V(s | i | j) - V(s | i) - V(s | j) + V(s));
            if (s == 0) return sum;
        }
    }

    private static double Finite(double value, int coalition) =>
        double.IsFinite(value) ? value : throw new ArgumentException(FormattableString.Invariant($"The worth of coalition {coalition} must be a finite number; it is {value}."), nameof(value));
}
