using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Keeps of each replication only what indicators need: many coalitions' breakdowns would fill the memory, and nobody reads them.</summary>
internal sealed class HeadlinesOnly(IExecutor inner) : IExecutor
{
    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation) =>
        inner.Run(variants, options, f => finished(f with { Summary = Of(f.Summary) }), cancellation);

    private static ReplicationSummary Of(ReplicationSummary summary) => summary with
    {
        Rows = new Dictionary<RowKey, RowValue> { [RowKey.AllOperations] = summary.Rows[RowKey.AllOperations] with { Times = TimeHistogram.Empty } },
    };
}
