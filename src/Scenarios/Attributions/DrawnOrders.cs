using System.Diagnostics;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Shares of many measures, from orders drawn anew for every replication.</summary>
/// <remarks>
/// Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based on sampling" (2009). Since each replication draws
/// orders of its own, its shares are one independent observation of chance in the corridor and in the orders together, and Student's
/// interval over replications covers both. Along an order the additions add up to the total, so shares do, in every replication.
/// </remarks>
internal sealed class DrawnOrders(AttributionRequest request, CoalitionOrders orders, IExecutor executor, Action<RunProgress>? progress, CancellationToken cancellation)
{
    private const int MostRounds = 64;

    // More than replications can be, so that no two draw the same order.
    private const int OrdersApart = 100_000;

    private readonly CoalitionModels models = new(request);
    private readonly Dictionary<(int Model, int Replication), ReplicationSummary> done = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int replications = request.Options.Replications;
    private Stopping? now;
    private int asked;
    private int added;

    /// <summary>Runs.</summary>
    public ScenarioAttribution Run()
    {
        Precision target = request.Enough.Target ?? AttributionRequest.UsualTarget;
        int[] always = [0, orders.All, .. Enumerable.Range(0, orders.Players).SelectMany(i => new[] { 1 << i, orders.All & ~(1 << i) })];
        var shares = new double[orders.Players][];
        int rounds = 0;
        RunEnd end = RunEnd.Made;
        int n = replications;
        int most = request.Orders > 0 ? request.Orders : MostRounds;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (request.Enough.Budget is { } budget) stop.CancelAfter(budget);
        while (rounds < most)
        {
            IEnumerable<(int, int)> pairs = Enumerable.Range(0, replications).SelectMany(r => Path(r, rounds).Concat(rounds == 0 ? always : []).Select(s => (models.Of(s), r)));
            if (!Make(pairs, stop.Token))
            {
                end = cancellation.IsCancellationRequested ? RunEnd.Cancelled : RunEnd.OutOfTime;
                // A round that was not finished counts for nothing, unless it is all there is: then the replications that finished it count.
                if (rounds > 0) break;
                n = Enumerable.Range(0, replications).TakeWhile(r => Path(r, 0).Concat(always).All(s => done.ContainsKey((models.Of(s), r)))).Count();
                AttributionRun.Require(n, end, cancellation);
            }
            rounds++;
            shares = Shares(rounds, n);
            now = Stopping.Of(RunEnd.Made, n, replications, AttributionRun.Watch(request, shares), request.Orders > 0 ? null : target);
            if (now.End == RunEnd.Precise) end = RunEnd.Precise;
            if (end != RunEnd.Made) break;
        }
        Stopping stopping = now! with { End = end };
        ReplicationSummary[] Runs(int coalition) => [.. Enumerable.Range(0, n).Select(r => done[(models.Of(coalition), r)])];
        return AttributionReport.Of(request, orders, s => Worth(s, n), shares, Runs(0), Runs(orders.All), stopping) with { Coalitions = models.Coalitions, Models = models.Count, Orders = rounds };
    }

    /// <summary>The coalitions an order passes through after none and before all.</summary>
    private IEnumerable<int> Path(int replication, int round)
    {
        int coalition = 0;
        foreach (int next in Order(replication, round)) yield return coalition |= 1 << next;
    }

    private int[] Order(int replication, int round) => orders.Draw(request.Options.Seed, round * OrdersApart + replication);

    private double[] Worth(int coalition, int count) => [.. Enumerable.Range(0, count).Select(r => Value(0, r) - Value(coalition, r))];

    private double Value(int coalition, int replication) => request.Indicator.Of(done[(models.Of(coalition), replication)]);

    private double[][] Shares(int rounds, int count)
    {
        double[][] shares = [.. Enumerable.Range(0, orders.Players).Select(_ => new double[count])];
        for (int r = 0; r < count; r++)
            for (int round = 0; round < rounds; round++)
            {
                double before = Value(0, r);
                int coalition = 0;
                foreach (int next in Order(r, round))
                {
                    double after = Value(coalition |= 1 << next, r);
                    shares[next][r] += (before - after) / rounds;
                    before = after;
                }
            }
        return shares;
    }

    /// <summary>Runs what is not there yet.</summary>
    private bool Make(IEnumerable<(int Model, int Replication)> pairs, CancellationToken token)
    {
        (int Model, HashSet<int> Missing)[] work = [.. pairs.Distinct().Where(p => !done.ContainsKey(p)).GroupBy(p => p.Item1).Select(g => (g.Key, g.Select(p => p.Item2).ToHashSet()))];
        if (work.Length == 0) return !token.IsCancellationRequested;
        asked += work.Sum(w => w.Missing.Count);
        Variant[] variants = [.. work.Select(w => models.Variant(w.Model) with { AtHand = Enumerable.Range(0, replications).Where(r => !w.Missing.Contains(r)).ToHashSet() })];
        return executor.Run(variants, request.Options, f =>
        {
            done[(work[f.Variant].Model, f.Summary.Replication)] = f.Summary;
            progress?.Invoke(new RunProgress(++added, asked) { HalfWidth = now?.HalfWidth, Unit = request.Indicator.Unit, Budget = request.Enough.Budget - clock.Elapsed });
        }, token);
    }
}
