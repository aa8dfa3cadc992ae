using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Listens to an executor: what is finished can be read while the rest still runs. Times by bin are summed as they come, so that a long run fits in memory.</summary>
public sealed class Recording(IExecutor inner) : IExecutor
{
    private readonly Lock gate = new();
    private readonly List<Recorded> recorded = [];

    /// <summary>Replications finished, of all variants.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    /// <remarks>An experiment may run in several parts; a variant is known by its name.</remarks>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        Recorded[] of;
        lock (gate)
        {
            foreach (Variant variant in variants)
                if (recorded.All(r => r.Variant.Name != variant.Name)) recorded.Add(new Recorded(variant));
            of = [.. variants.Select(v => recorded.First(r => r.Variant.Name == v.Name))];
        }
        return inner.Run(variants, options, f =>
        {
            ReplicationSummary bare = f.Summary with { Rows = f.Summary.Rows.ToDictionary(r => r.Key, r => r.Value with { Times = TimeHistogram.Empty }) };
            lock (gate)
                if (of[f.Variant].Note(f.Summary, bare)) Count++;
            finished(f with { Summary = bare });
        }, cancellation);
    }

    /// <summary>What is finished so far: an executor that gives it, and the variants with their sums.</summary>
    public (IExecutor Replay, IReadOnlyList<VariantResult> Variants) SoFar()
    {
        lock (gate)
        {
            VariantResult[] variants = [.. recorded.Select(r => new VariantResult(r.Variant.Name, r.Variant.Model, [.. r.Summaries.Values], new Dictionary<RowKey, TimeHistogram>(r.Times)))];
            return (new Replay(variants), variants);
        }
    }

    /// <summary>What is finished of one variant.</summary>
    private sealed class Recorded(Variant variant)
    {
        public Variant Variant => variant;

        public SortedDictionary<int, ReplicationSummary> Summaries { get; } = [];

        public Dictionary<RowKey, TimeHistogram> Times { get; } = [];

        public bool Note(ReplicationSummary summary, ReplicationSummary bare)
        {
            if (!Summaries.TryAdd(bare.Replication, bare)) return false;
            foreach ((RowKey key, RowValue row) in summary.Rows)
                Times[key] = Times.TryGetValue(key, out TimeHistogram? sum) ? TimeHistogram.Sum([sum, row.Times]) : row.Times;
            return true;
        }
    }

    private sealed class Replay(VariantResult[] kept) : IExecutor
    {
        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
        {
            bool whole = true;
            for (int v = 0; v < variants.Count; v++)
            {
                ReplicationSummary[] of = [.. (kept.FirstOrDefault(k => k.Name == variants[v].Name)?.Replications ?? []).Where(r => r.Replication < variants[v].Replications)];
                foreach (ReplicationSummary summary in of) finished(new Finished(v, summary));
                whole &= of.Length >= variants[v].Replications;
            }
            return whole;
        }
    }
}
