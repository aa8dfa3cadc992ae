using CorridorTwin.Scenarios.Experiments;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Scenarios.Store;

/// <summary>Runs only what the store does not hold, and keeps what it runs. Variants that are the same model are run once.</summary>
/// <param name="inner">Who runs.</param>
/// <param name="store">Where results are.</param>
public sealed class StoredExecutor(IExecutor inner, ReplicationStore store) : IExecutor
{
    /// <summary>Where results are kept.</summary>
    public ReplicationStore Store => store;

    /// <summary>Why results could not be kept or read, though the run went on; null if all is well.</summary>
    public Bilingual? Problem { get; private set; }

    /// <summary>Replications taken from the store, and run anew, in all runs so far.</summary>
    public (int Stored, int Run) Counts { get; private set; }

    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        Group[] groups = [.. variants.AsParallel().AsOrdered()
            .Select((v, i) => (Key: ReplicationStore.KeyOf(v.Model, v.Under(options)), Variant: v, Index: i)).AsSequential()
            .GroupBy(v => v.Key)
            .Select(g => new Group(g.Key, [.. g.Select(v => (v.Variant, v.Index))]))];
        foreach (Group group in groups)
        {
            if (cancellation.IsCancellationRequested) return false;
            foreach (ReplicationSummary summary in Kept(group))
            {
                group.AtHand.Add(summary.Replication);
                Counts = (Counts.Stored + 1, Counts.Run);
                group.Give(summary, finished);
            }
        }
        Variant[] missing = [.. groups.Select(g => g.Asked with { AtHand = g.AtHand })];
        if (missing.All(v => Enumerable.Range(0, v.Replications).All(v.AtHand.Contains))) return true;
        return inner.Run(missing, options, f =>
        {
            Counts = (Counts.Stored, Counts.Run + 1);
            Keep(groups[f.Variant].Key, f.Summary);
            groups[f.Variant].Give(f.Summary, finished);
        }, cancellation);
    }

    private IReadOnlyList<ReplicationSummary> Kept(Group group)
    {
        try
        {
            return [.. store.Replications(group.Key, group.Asked.Replications).Where(s => !group.AtHand.Contains(s.Replication))];
        }
        catch (SqliteException e)
        {
            Note(e);
            return [];
        }
    }

    // A full disk must not cost the run: what cannot be kept is still given.
    private void Keep(string key, ReplicationSummary summary)
    {
        try
        {
            store.Keep(key, summary);
        }
        catch (SqliteException e)
        {
            Note(e);
        }
    }

    private void Note(SqliteException e)
    {
        string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
        Problem ??= new($"{store.Path}: los resultados no se pueden guardar ({why}); la simulación sigue", $"{store.Path}: results cannot be kept ({why}); the simulation goes on");
    }

    /// <summary>Variants that are one model.</summary>
    private sealed class Group(string key, (Variant Variant, int Index)[] members)
    {
        public string Key => key;

        /// <summary>As many replications as the member that wants most, less those all of them have.</summary>
        public Variant Asked { get; } = members[0].Variant with { Replications = members.Max(m => m.Variant.Replications) };

        public HashSet<int> AtHand { get; } =
            [.. Enumerable.Range(0, members.Max(m => m.Variant.Replications)).Where(r => members.All(m => r >= m.Variant.Replications || m.Variant.AtHand.Contains(r)))];

        public void Give(ReplicationSummary summary, Action<Finished> finished)
        {
            foreach ((Variant variant, int index) in members)
                if (summary.Replication < variant.Replications && !variant.AtHand.Contains(summary.Replication)) finished(new Finished(index, summary));
        }
    }
}
