using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Puts intervals and answers to the worths of coalitions.</summary>
internal static class AttributionReport
{
    /// <summary>The attribution; the caller adds what it ran.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="orders">The orders in which contributors may join.</param>
    /// <param name="worth">Worth of a coalition in each replication.</param>
    /// <param name="shares">Per contributor, its share in each replication.</param>
    /// <param name="before">Replications without any measure.</param>
    /// <param name="after">Replications with all.</param>
    /// <param name="stopping">Why it ended.</param>
    public static ScenarioAttribution Of(
        AttributionRequest request, CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth, double[][] shares,
        IReadOnlyList<ReplicationSummary> before, IReadOnlyList<ReplicationSummary> after, Stopping stopping)
    {
        int n = shares.Length;
        Interval total = Interval.Of(worth(orders.All));
        IReadOnlyList<FamilyMember> told = MultipleComparisons.Of(shares);
        (int I, int J)[] pairs = request.Exact ? [.. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => (i, j)))] : [];
        // How two measures meet is read off every coalition as it was run, also those that no order of joining passes through.
        var anyOrder = new CoalitionOrders(n);
        double[][] interactions = [.. pairs.Select(p => Interaction(anyOrder, worth, before.Count, p.I, p.J))];
        IReadOnlyList<FamilyMember> toldPairs = pairs.Length > 0 ? MultipleComparisons.Of(interactions) : [];
        return new ScenarioAttribution
        {
            Request = request,
            Before = Interval.Of([.. before.Select(request.Indicator.Of)]),
            After = Interval.Of([.. after.Select(request.Indicator.Of)]),
            Total = total,
            Shares =
            [
                .. request.Contributors.Select((c, i) => new ContributorShare(
                    c, told[i].Plain, Interval.Of(worth(1 << i)), Interval.Paired(worth(orders.All & ~(1 << i)), worth(orders.All)), shares[i], told[i].HolmP)),
            ],
            Interactions = [.. pairs.Select((p, k) => new ContributorPair(request.Contributors[p.I], request.Contributors[p.J], toldPairs[k].Plain, toldPairs[k].HolmP))],
            Needs = orders.Prerequisites,
            Coalitions = 0,
            Models = 0,
            Orders = 0,
            Stopping = stopping,
            Halves = RunHalves.Of(before, after, Interval.Of([.. before.Zip(after, (b, a) => Indicator.Headline.Of(a) - Indicator.Headline.Of(b))]), 1),
            Absent = AbsentNeed.Of(request.Contributors, request.Before),
        };
    }

    private static double[] Interaction(CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth, int replications, int first, int second)
    {
        var known = new Dictionary<int, IReadOnlyList<double>>();
        IReadOnlyList<double> Known(int s) => known.TryGetValue(s, out IReadOnlyList<double>? values) ? values : known[s] = worth(s);
        return [.. Enumerable.Range(0, replications).Select(r => Shapley.Interaction(orders, s => Known(s)[r], first, second))];
    }
}
