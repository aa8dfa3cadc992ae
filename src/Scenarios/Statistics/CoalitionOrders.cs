using System.Numerics;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// The orders in which players (measures) may join, all equally likely: a player only after those it needs, and the players of
/// one group (pillar) one after the other. A coalition is a set of players as bits, player i being 1 &lt;&lt; i.
/// </summary>
/// <remarks>
/// Without prerequisites and groups these are all n! orders and the averages over them Shapley's. With prerequisites they are
/// the values of Faigle and Kern, "The Shapley value for cooperative games under precedence constraints", International
/// Journal of Game Theory 21 (1992); with groups, Owen's (1977). With both, orders that respect both.
/// Orders are counted on the lattice of coalitions, so nothing is enumerated order by order.
/// </remarks>
public sealed class CoalitionOrders
{
    /// <summary>Most players: the lattice has 2^n coalitions.</summary>
    public const int MostPlayers = 20;

    private static readonly ulong Purpose = Mix.HashName("shapley-order");
    private readonly int[] needs;
    private readonly int[] groupOf;
    private readonly int[] groupMasks;
    private readonly double[] before; // orders of the coalition's own players
    private readonly double[] after; // orders of the players still to come

    /// <param name="players">How many, 1 to 20.</param>
    /// <param name="prerequisites">Pairs (player, the player it needs); none if null.</param>
    /// <param name="groupOf">The group of each player, any numbers; each player on its own if null.</param>
    /// <exception cref="ArgumentException">A number out of range, or prerequisites and groups that no order satisfies (a circle).</exception>
    public CoalitionOrders(int players, IReadOnlyList<(int Player, int Needs)>? prerequisites = null, IReadOnlyList<int>? groupOf = null)
    {
        if (players is < 1 or > MostPlayers) throw new ArgumentException($"Shares are computed for 1 to {MostPlayers} players, not {players}; put some together.", nameof(players));
        if (groupOf != null && groupOf.Count != players) throw new ArgumentException($"Each of the {players} players has a group; {groupOf.Count} are given.", nameof(groupOf));
        Players = players;
        Prerequisites = prerequisites ?? [];
        needs = new int[players];
        foreach ((int player, int need) in Prerequisites)
        {
            if (player < 0 || player >= players || need < 0 || need >= players) throw new ArgumentException($"A prerequisite names player {player} and player {need}; they are numbered 0 to {players - 1}.", nameof(prerequisites));
            needs[player] |= 1 << need;
        }
        Grouped = groupOf != null;
        int[] names = groupOf == null ? [] : [.. groupOf.Distinct()];
        this.groupOf = groupOf == null ? [.. Enumerable.Range(0, players)] : [.. groupOf.Select(g => Array.IndexOf(names, g))];
        groupMasks = new int[this.groupOf.Max() + 1];
        for (int i = 0; i < players; i++) groupMasks[this.groupOf[i]] |= 1 << i;
        before = new double[1 << players];
        after = new double[1 << players];
        before[0] = 1;
        for (int s = 0; s < All; s++)
        {
            if (before[s] > 0) for (int open = Next(s); open != 0; open &= open - 1) before[s | open & -open] += before[s];
        }
        after[All] = 1;
        for (int s = All - 1; s >= 0; s--)
        {
            if (before[s] > 0) for (int open = Next(s); open != 0; open &= open - 1) after[s] += after[s | open & -open];
        }
        if (after[0] == 0) throw new ArgumentException(groupOf == null ? "Players need each other in a circle: no order puts each after those it needs." : "No order keeps groups together and puts each player after those it needs.", nameof(prerequisites));
    }

    /// <summary>How many players.</summary>
    public int Players { get; }

    /// <summary>Pairs (player, the player it needs).</summary>
    public IReadOnlyList<(int Player, int Needs)> Prerequisites { get; }

    /// <summary>Whether groups were given.</summary>
    public bool Grouped { get; }

    /// <summary>All players together.</summary>
    public int All => (1 << Players) - 1;

    /// <summary>How many orders there are.</summary>
    public double Count => after[0];

    /// <summary>Groups, in the order they first appear, as coalitions; single players where none were given.</summary>
    public IReadOnlyList<int> Groups => groupMasks;

    /// <summary>The coalitions that orders pass through, from none to all: those whose worth exact shares ask for.</summary>
    public IEnumerable<int> Coalitions => Enumerable.Range(0, All + 1).Where(OnAnOrder);

    /// <summary>Whether any order passes through a coalition.</summary>
    public bool OnAnOrder(int coalition) => before[coalition] > 0 && after[coalition] > 0;

    /// <summary>All that a player needs, directly or not.</summary>
    public int NeededBy(int player) => Closure(player, needs);

    /// <summary>All that need a player, directly or not.</summary>
    public int Needing(int player)
    {
        var needed = new int[Players];
        foreach ((int p, int n) in Prerequisites) needed[n] |= 1 << p;
        return Closure(player, needed);
    }

    /// <summary>A coalition less the players that lack something they need: a measure without its prerequisites adds nothing.</summary>
    public int Effective(int coalition)
    {
        while (true)
        {
            int kept = 0;
            for (int i = 0; i < Players; i++) if ((coalition >> i & 1) != 0 && (needs[i] & ~coalition) == 0) kept |= 1 << i;
            if (kept == coalition) return kept;
            coalition = kept;
        }
    }

    /// <summary>Order number k under a seed, each equally likely; the same whatever was drawn before.</summary>
    public int[] Draw(ulong seed, int k)
    {
        var stream = new KeyedStream(Mix.Combine(Mix.Combine(seed, Purpose), (ulong)k));
        var order = new int[Players];
        int s = 0;
        for (int position = 0; position < Players; position++)
        {
            double left = stream.NextUniform() * after[s];
            int chosen = -1;
            for (int open = Next(s); open != 0 && left >= 0; open &= open - 1)
            {
                int bit = open & -open;
                if (after[s | bit] == 0) continue;
                chosen = bit;
                left -= after[s | bit];
            }
            order[position] = BitOperations.TrailingZeroCount(chosen);
            s |= chosen;
        }
        return order;
    }

    /// <summary>Probability that a player joins exactly when the coalition has formed.</summary>
    internal double Probability(int coalition, int player) => before[coalition] * after[coalition | 1 << player] / after[0];

    /// <summary>Who may join next.</summary>
    internal int Next(int coalition)
    {
        int candidates = All & ~coalition;
        foreach (int group in groupMasks)
        {
            if ((coalition & group) != 0 && (coalition & group) != group) candidates &= group;
        }
        int next = 0;
        for (int left = candidates; left != 0; left &= left - 1)
        {
            int i = BitOperations.TrailingZeroCount(left);
            if ((needs[i] & ~coalition) == 0) next |= 1 << i;
        }
        return next;
    }

    private static int Closure(int player, int[] direct)
    {
        int found = direct[player];
        while (true)
        {
            int more = found;
            for (int left = found; left != 0; left &= left - 1) more |= direct[BitOperations.TrailingZeroCount(left)];
            if (more == found) return found;
            found = more;
        }
    }
}
