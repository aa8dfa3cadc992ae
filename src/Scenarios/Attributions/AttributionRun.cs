using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Divides the effect of a scenario among its measures: each gets the average of what it adds, over the orders in which they may join.</summary>
/// <remarks>
/// Shapley's value of the game whose worth is the reduction of an indicator, replication by replication under common random
/// numbers: so each replication has shares of its own that add up to its own reduction, and each share an interval.
/// </remarks>
public static class AttributionRun
{
    /// <summary>Shares whose precision is watched: who reads an attribution acts on these.</summary>
    internal const int Largest = 3;

    /// <summary>Runs.</summary>
    /// <param name="request">What to divide.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is divided.</param>
    /// <exception cref="ArgumentException">No contributor, or more than orders can be counted for.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before two replications of every coalition were finished.</exception>
    /// <exception cref="TimeoutException">The time allowed was over before that.</exception>
    public static ScenarioAttribution Run(AttributionRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<(int, int)> needs = request.AnyOrder ? [] : Contributor.Needs(request.Contributors, request.Before);
        var orders = new CoalitionOrders(request.Contributors.Count, needs);
        var headlines = new HeadlinesOnly(executor);
        return request.Exact ? Exact(request, orders, headlines, progress, cancellation) : new DrawnOrders(request, orders, headlines, progress, cancellation).Run();
    }

    private static ScenarioAttribution Exact(AttributionRequest request, CoalitionOrders orders, IExecutor executor, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var models = new CoalitionModels(request);
        models.All();
        Variant[] variants = [.. Enumerable.Range(0, models.Count).Select(models.Variant)];
        Func<int, IReadOnlyList<double>> Worth(IReadOnlyList<IReadOnlyList<ReplicationSummary>> runs) => coalition =>
            [.. runs[models.Of(0)].Zip(runs[models.Of(coalition)], (without, with) => request.Indicator.Of(without) - request.Indicator.Of(with))];
        SequentialResult result = SequentialRun.Run(
            executor, variants, request.Options, request.Enough, runs => Watch(request, Shares(orders, Worth(runs))), progress, cancellation);
        int n = result.Stopping.Replications;
        Require(n, result.Stopping.End, cancellation);
        IReadOnlyList<ReplicationSummary>[] finished = [.. result.Results.Select(r => r.Values.Take(n).ToArray())];
        return AttributionReport.Of(request, orders, Worth(finished), Shares(orders, Worth(finished)), finished[models.Of(0)], finished[models.Of(orders.All)], result.Stopping) with
        {
            Coalitions = models.Coalitions, Models = models.Count,
        };
    }

    /// <summary>The shares of every contributor in every replication: one list per contributor.</summary>
    private static double[][] Shares(CoalitionOrders orders, Func<int, IReadOnlyList<double>> worth)
    {
        Dictionary<int, IReadOnlyList<double>> values = orders.Coalitions.ToDictionary(s => s, worth);
        double[][] byReplication = [.. Enumerable.Range(0, values[0].Count).Select(r => Shapley.Shares(orders, s => values[s][r]))];
        return [.. Enumerable.Range(0, orders.Players).Select(i => byReplication.Select(s => s[i]).ToArray())];
    }

    /// <summary>The largest shares.</summary>
    internal static IReadOnlyList<Watched> Watch(AttributionRequest request, double[][] shares) =>
    [
        .. shares.Select((values, i) => (Values: values, Who: request.Contributors[i])).OrderByDescending(s => Math.Abs(s.Values.Average())).Take(Largest)
            .Select(s => new Watched(new($"la parte de {s.Who.Id}", $"the share of {s.Who.Id}"), request.Indicator.Unit, s.Values)),
    ];

    internal static void Require(int replications, RunEnd end, CancellationToken cancellation)
    {
        if (replications >= 2) return;
        if (end == RunEnd.Cancelled) throw new OperationCanceledException(cancellation);
        throw new TimeoutException($"Only {replications} replication(s) of every coalition finished; shares need two.");
    }
}
