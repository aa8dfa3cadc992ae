using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Runs those replications that a report records and no others: of a run that was stopped, what was finished then.</summary>
/// <param name="inner">Who simulates.</param>
/// <param name="recorded">Replications by name of variant.</param>
internal sealed class RecordedOnly(IExecutor inner, IReadOnlyDictionary<string, HashSet<int>> recorded) : IExecutor
{
    /// <summary>Replications run so far.</summary>
    public int Made { get; private set; }

    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        Variant[] wanted = [.. variants.Select(v => v with { AtHand = Enumerable.Range(0, v.Replications).Where(r => !(recorded.TryGetValue(v.Name, out HashSet<int>? made) && made.Contains(r))).ToHashSet() })];
        bool whole = wanted.All(v => v.AtHand.Count == 0);
        if (wanted.All(v => v.AtHand.Count == v.Replications)) return whole;
        bool ended = inner.Run(wanted, options, f =>
        {
            // A store may hold more of them than were recorded.
            if (wanted[f.Variant].AtHand.Contains(f.Summary.Replication)) return;
            Made++;
            finished(f);
        }, cancellation);
        return ended && whole;
    }
}
