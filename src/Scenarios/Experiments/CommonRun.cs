namespace CorridorTwin.Scenarios.Experiments;

/// <summary>Models run under common random numbers, as far as all of them are: replication i of one pairs with replication i of another.</summary>
public sealed class CommonRun
{
    private readonly IReadOnlyList<IReadOnlyDictionary<int, ReplicationSummary>> results;

    private CommonRun(IReadOnlyList<IReadOnlyDictionary<int, ReplicationSummary>> results, bool complete)
    {
        (this.results, Complete) = (results, complete);
        Replications = [.. results.Select(r => r.Keys).Aggregate((a, b) => a.Intersect(b)).Order()];
    }

    /// <summary>Numbers of the replications that every model has.</summary>
    public IReadOnlyList<int> Replications { get; }

    /// <summary>False if it was cancelled.</summary>
    public bool Complete { get; }

    /// <summary>Sum of the fingerprints of all trajectories: the same inputs and program give the same.</summary>
    public ulong Fingerprint => results.SelectMany(r => Replications.Select(c => r[c].Fingerprint)).Aggregate(0UL, (a, b) => a + b);

    /// <summary>Runs.</summary>
    /// <param name="variants">What, at least one.</param>
    /// <param name="options">Length, replications, seed, threads.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is kept.</param>
    public static CommonRun Of(IReadOnlyList<Variant> variants, ExperimentOptions options, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var results = variants.Select(_ => new SortedDictionary<int, ReplicationSummary>()).ToArray();
        int done = 0, total = variants.Sum(v => v.Replications);
        bool complete = executor.Run(variants, options, f =>
        {
            results[f.Variant][f.Summary.Replication] = f.Summary;
            progress?.Invoke(new RunProgress(++done, total));
        }, cancellation);
        return new CommonRun(results, complete);
    }

    /// <summary>The replications that every model has, of one of them.</summary>
    public IReadOnlyList<ReplicationSummary> Of(int variant) => [.. Replications.Select(r => results[variant][r])];

    /// <summary>A part of the models by itself.</summary>
    public CommonRun Part(int from, int count) => new([.. results.Skip(from).Take(count)], Complete);
}
