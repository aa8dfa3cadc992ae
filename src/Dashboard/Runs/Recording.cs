using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Listens to an executor: what is finished can be read while the rest still runs. Times by bin are summed as they come, so that a long run fits in memory.</summary>
public sealed class Recording(IExecutor inner) : IExecutor
{
    private readonly Lock gate = new();
    private IReadOnlyList<Variant> variants = [];
    private Dictionary<int, ReplicationSummary>[] finished = [];
    private Dictionary<RowKey, TimeHistogram>[] times = [];

    /// <summary>Replications finished, of all variants.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        lock (gate)
        {
            this.variants = variants;
            this.finished = [.. variants.Select(_ => new Dictionary<int, ReplicationSummary>())];
            times = [.. variants.Select(_ => new Dictionary<RowKey, TimeHistogram>())];
        }
        return inner.Run(variants, options, f =>
        {
            ReplicationSummary bare = Note(f);
            finished(f with { Summary = bare });
        }, cancellation);
    }

    /// <summary>What is finished so far: an executor that gives it, and the variants with their sums.</summary>
    public (IExecutor Replay, IReadOnlyList<VariantResult> Variants) SoFar()
    {
        lock (gate)
        {
            ReplicationSummary[][] copies = [.. finished.Select(f => f.Values.OrderBy(s => s.Replication).ToArray())];
            return (new Replay(copies), [.. variants.Select((v, i) => new VariantResult(v.Name, v.Model, copies[i], new Dictionary<RowKey, TimeHistogram>(times[i])))]);
        }
    }

    private ReplicationSummary Note(Finished f)
    {
        ReplicationSummary bare = f.Summary with { Rows = f.Summary.Rows.ToDictionary(r => r.Key, r => r.Value with { Times = TimeHistogram.Empty }) };
        lock (gate)
        {
            if (finished[f.Variant].TryAdd(bare.Replication, bare))
            {
                Count++;
                foreach ((RowKey key, RowValue row) in f.Summary.Rows)
                    times[f.Variant][key] = times[f.Variant].TryGetValue(key, out TimeHistogram? sum) ? TimeHistogram.Sum([sum, row.Times]) : row.Times;
            }
        }
        return bare;
    }

    private sealed class Replay(ReplicationSummary[][] summaries) : IExecutor
    {
        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
        {
            bool whole = true;
            for (int v = 0; v < variants.Count; v++)
            {
                ReplicationSummary[] of = v < summaries.Length ? summaries[v] : [];
                foreach (ReplicationSummary summary in of) finished(new Finished(v, summary));
                whole &= of.Length >= variants[v].Replications;
            }
            return whole;
        }
    }
}
