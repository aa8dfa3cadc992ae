using System.Diagnostics;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>Runs variants replication by replication until they are precise enough, the time is over, or all is made.</summary>
/// <remarks>
/// The rule looks at the first n replications of every variant as n grows, in their order and not in the order they finish, so the
/// number of replications that counts, and with it the result, does not depend on threads. What more has finished by then is left out.
/// </remarks>
public static class SequentialRun
{
    /// <summary>Runs.</summary>
    /// <param name="executor">Where.</param>
    /// <param name="variants">What; the most replications are those of each variant.</param>
    /// <param name="options">Length, seed and threads.</param>
    /// <param name="enough">When to stop.</param>
    /// <param name="watch">What is watched, computed from equally many finished replications of each variant.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is kept.</param>
    public static SequentialResult Run(
        IExecutor executor, IReadOnlyList<Variant> variants, ExperimentOptions options, Enough enough,
        Func<IReadOnlyList<IReadOnlyList<ReplicationSummary>>, IReadOnlyList<Watched>> watch, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var results = variants.Select(_ => new SortedDictionary<int, ReplicationSummary>()).ToArray();
        var prefix = variants.Select(_ => new List<ReplicationSummary>()).ToArray();
        int most = variants.Min(v => v.Replications);
        int total = variants.Sum(v => v.Replications);
        int done = 0;
        bool precise = false;
        var clock = Stopwatch.StartNew();
        Stopping? now = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (enough.Budget is { } budget) stop.CancelAfter(budget);
        bool all = executor.Run(variants, options, f =>
        {
            results[f.Variant][f.Summary.Replication] = f.Summary;
            done++;
            while (!precise && prefix[0].Count < most && results.All(r => r.ContainsKey(prefix[0].Count)))
            {
                int next = prefix[0].Count;
                for (int v = 0; v < prefix.Length; v++) prefix[v].Add(results[v][next]);
                if (next < 1) continue;
                now = Stopping.Of(RunEnd.Made, next + 1, most, watch(prefix), enough.Target);
                precise = enough.Target is not null && now.End == RunEnd.Precise;
                if (precise) stop.Cancel();
            }
            // The timer may come late where all threads are at work.
            if (enough.Budget is { } allowed && clock.Elapsed >= allowed) stop.Cancel();
            progress?.Invoke(new RunProgress(done, Math.Max(done, Total(now))) { HalfWidth = now?.HalfWidth, Unit = now?.Widest?.Unit ?? "", Budget = enough.Budget - clock.Elapsed });
        }, stop.Token);
        int n = prefix[0].Count;
        RunEnd end = precise ? RunEnd.Precise : all ? RunEnd.Made : cancellation.IsCancellationRequested || enough.Budget is null ? RunEnd.Cancelled : RunEnd.OutOfTime;
        if (precise)
            foreach (SortedDictionary<int, ReplicationSummary> result in results)
                foreach (int late in result.Keys.Where(r => r >= n).ToArray()) result.Remove(late);
        return new SequentialResult(results, Stopping.Of(end, n, most, n > 0 ? watch(prefix) : [], enough.Target));

        int Total(Stopping? standing) => standing is { Needed: > 0 and var needed } && needed < most ? needed * variants.Count : total;
    }
}

/// <summary>What an experiment gave.</summary>
/// <param name="Results">Finished replications of each variant, by number.</param>
/// <param name="Stopping">Why it ended.</param>
public sealed record SequentialResult(IReadOnlyList<SortedDictionary<int, ReplicationSummary>> Results, Stopping Stopping);
