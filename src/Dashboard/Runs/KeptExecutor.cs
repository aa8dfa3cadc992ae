using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Gives what the store holds and simulates nothing: pages of finished and stopped runs are made of it.</summary>
public sealed class KeptExecutor(ReplicationStore store) : IExecutor
{
    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        bool whole = true;
        for (int v = 0; v < variants.Count; v++)
        {
            IReadOnlyList<ReplicationSummary> kept = store.Replications(ReplicationStore.KeyOf(variants[v].Model, variants[v].Under(options)), variants[v].Replications);
            foreach (ReplicationSummary summary in kept) finished(new Finished(v, summary));
            whole &= kept.Count == variants[v].Replications;
        }
        return whole;
    }
}
