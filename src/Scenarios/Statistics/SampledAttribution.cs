namespace CorridorTwin.Scenarios.Statistics;

/// <summary>How shares of many players are sampled, and when that is enough.</summary>
public sealed record SamplingOptions
{
    /// <summary>Of the orders drawn.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>How many of the largest shares must be precise.</summary>
    public int Leaders { get; init; } = 3;

    /// <summary>The half-width of their sampling interval over the share, at most.</summary>
    public double Relative { get; init; } = 0.2;

    /// <summary>Draws before it may stop; one draw is an order and, where nothing forbids it, the same order backwards.</summary>
    public int Least { get; init; } = 10;

    /// <summary>Draws at most.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>Of every interval.</summary>
    public double Confidence { get; init; } = 0.95;
}

/// <summary>
/// Shares averaged over orders drawn at random, for more players than all coalitions can be run for. Whatever was drawn, the shares
/// of a replication add up to its total, as what the players of one order add does.
/// </summary>
/// <remarks>
/// Castro, Gómez and Tejada, Computers and Operations Research 36 (2009); orders in pairs, one the other's reverse, of Mitchell,
/// Cooper, Frank and Holmes, Journal of Machine Learning Research 23 (2022): who comes early in one comes late in the other.
/// </remarks>
/// <param name="Attribution">
/// Shares as of <see cref="Statistics.Attribution.Of"/>, without interactions. Their intervals hold both errors, of the replications
/// and of the orders not drawn, joined as h² = h_r² + h_o²; a little wide, as what both share is counted twice.
/// </param>
/// <param name="SamplingHalfWidths">Per player, half the interval that is due to the orders not drawn.</param>
/// <param name="Draws">Draws made.</param>
/// <param name="Enough">Whether the largest shares are as precise as asked.</param>
public sealed record SampledAttribution(Attribution Attribution, IReadOnlyList<double> SamplingHalfWidths, int Draws, bool Enough)
{
    /// <summary>The coalitions that some draws pass through, with those that tell each player alone and last in: run these.</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="from">First draw, from 0.</param>
    /// <param name="count">How many draws.</param>
    public static IReadOnlyList<int> Coalitions(CoalitionOrders orders, ulong seed, int from, int count)
    {
        ArgumentNullException.ThrowIfNull(orders);
        IEnumerable<int> passed = Enumerable.Range(from, count).SelectMany(k => Draw(orders, seed, k)).SelectMany(Prefixes);
        return [.. passed.Concat(Attribution.Ends(orders)).Append(0).Distinct().Order()];
    }

    /// <summary>Shares by the first draws under the options' seed.</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="worth">Worth of a coalition per replication; asked for <see cref="Coalitions"/> only.</param>
    /// <param name="draws">Draws 0 to this, two or more.</param>
    /// <param name="options">Seed, confidence and the precision wanted.</param>
    /// <exception cref="ArgumentException">Fewer than two draws or replications, unequal numbers, a value not finite, or an option out of range.</exception>
    public static SampledAttribution Of(CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth, int draws, SamplingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(worth);
        options ??= new SamplingOptions();
        Check(options);
        Require.AtLeast(draws, 2, "number of draws", nameof(draws));
        Dictionary<int, IReadOnlyList<double>> values = Coalitions(orders, options.Seed, 0, draws).ToDictionary(s => s, worth);
        foreach (IReadOnlyList<double> v in values.Values) Require.Pairs(values[0], v, 2, nameof(worth), nameof(worth));
        int n = orders.Players;
        var byReplication = new double[n + orders.Groups.Count][];
        var byDraw = new double[n + orders.Groups.Count][];
        for (int i = 0; i < byDraw.Length; i++) (byReplication[i], byDraw[i]) = (new double[values[0].Count], new double[draws]);
        for (int k = 0; k < draws; k++)
        {
            IReadOnlyList<int[]> drawn = Draw(orders, options.Seed, k);
            foreach (int[] order in drawn)
            {
                int s = 0;
                foreach (int i in order)
                {
                    Add(i, k, 1.0 / drawn.Count, values[s], values[s | 1 << i]);
                    s |= 1 << i;
                }
            }
        }

        void Add(int i, int draw, double weight, IReadOnlyList<double> less, IReadOnlyList<double> more)
        {
            int group = n + Group(orders, i);
            for (int r = 0; r < less.Count; r++)
            {
                double added = weight * (more[r] - less[r]);
                byReplication[i][r] += added / draws;
                byDraw[i][draw] += added / less.Count;
                byReplication[group][r] += added / draws;
                byDraw[group][draw] += added / less.Count;
            }
        }

        double[] sampling = [.. byDraw.Select(d => Interval.Of(d, options.Confidence).HalfWidth)];
        Interval Joined(int i)
        {
            Interval runs = Interval.Of(byReplication[i], options.Confidence);
            double half = Math.Sqrt(runs.HalfWidth * runs.HalfWidth + sampling[i] * sampling[i]);
            return new Interval(runs.Mean, runs.Mean - half, runs.Mean + half, runs.Count);
        }

        Attribution ends = Attribution.WithoutShares(orders, s => values[s], options.Confidence);
        Attribution shares = ends with
        {
            Players = [.. ends.Players.Select(p => p with { Share = Joined(p.Player) })],
            Groups = orders.Grouped ? [.. Enumerable.Range(n, orders.Groups.Count).Select(Joined)] : [],
        };
        bool enough = draws >= options.Least && shares.Players.OrderByDescending(p => Math.Abs(p.Share.Mean)).Take(options.Leaders)
            .All(p => sampling[p.Player] <= options.Relative * Math.Abs(p.Share.Mean));
        return new SampledAttribution(shares, sampling[..n], draws, enough);
    }

    /// <summary>Draws until the largest shares are precise enough, or as many as the options allow.</summary>
    /// <param name="orders">Players, prerequisites and groups.</param>
    /// <param name="worth">Worth of a coalition per replication, asked once for each coalition not known.</param>
    /// <param name="options">Seed, confidence, and when to stop.</param>
    /// <param name="known">Worths already there; what is asked for is added.</param>
    /// <exception cref="ArgumentException">As of <see cref="Of"/>.</exception>
    public static SampledAttribution Until(
        CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth, SamplingOptions? options = null, IDictionary<int, IReadOnlyList<double>>? known = null)
    {
        ArgumentNullException.ThrowIfNull(worth);
        options ??= new SamplingOptions();
        known ??= new Dictionary<int, IReadOnlyList<double>>();
        IReadOnlyList<double> Known(int s) => known.TryGetValue(s, out IReadOnlyList<double>? v) ? v : known[s] = worth(s);
        Check(options);
        for (int draws = options.Least; ; draws = Math.Min(options.Most, draws + Math.Max(1, draws / 5)))
        {
            SampledAttribution reached = Of(orders, Known, draws, options);
            if (reached.Enough || draws >= options.Most) return reached;
        }
    }

    /// <summary>The orders of one draw: a reversed order is as likely as any, unless someone needs another.</summary>
    private static IReadOnlyList<int[]> Draw(CoalitionOrders orders, ulong seed, int k)
    {
        int[] order = orders.Draw(seed, k);
        return orders.Prerequisites.Count > 0 ? [order] : [order, [.. order.Reverse()]];
    }

    private static IEnumerable<int> Prefixes(int[] order)
    {
        int s = 0;
        foreach (int i in order) yield return s |= 1 << i;
    }

    private static int Group(CoalitionOrders orders, int player) =>
        Enumerable.Range(0, orders.Groups.Count).First(g => (orders.Groups[g] >> player & 1) != 0);

    private static void Check(SamplingOptions o)
    {
        Require.Confidence(o.Confidence, nameof(SamplingOptions.Confidence));
        Require.Positive(o.Relative, "relative precision", nameof(SamplingOptions.Relative));
        Require.AtLeast(o.Leaders, 1, "number of shares to be precise", nameof(SamplingOptions.Leaders));
        Require.AtLeast(o.Least, 2, "least number of draws", nameof(SamplingOptions.Least));
        Require.AtLeast(o.Most, o.Least, "largest number of draws", nameof(SamplingOptions.Most));
    }
}
