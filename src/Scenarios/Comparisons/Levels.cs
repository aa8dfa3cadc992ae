using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Levels of one model: what the corridor is like, compared with nothing.</summary>
public sealed record Levels
{
    /// <summary>Id of the baseline or scenario.</summary>
    public required string Id { get; init; }

    /// <summary>The posts.</summary>
    public required CorridorModel Corridor { get; init; }

    /// <summary>By stratum.</summary>
    public required IReadOnlyList<BreakdownRow> Rows { get; init; }

    /// <summary>The finished replications.</summary>
    public required IReadOnlyList<ReplicationSummary> Replications { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>Runs a model.</summary>
    /// <param name="id">Its name in the result.</param>
    /// <param name="model">The corridor.</param>
    /// <param name="options">Length, replications, seed, threads.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is reported.</param>
    public static Levels Run(string id, CorridorModel model, ExperimentOptions options, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var runs = new SortedDictionary<int, ReplicationSummary>();
        bool complete = executor.Run([new Variant(id, model, options.Replications)], options, f =>
        {
            runs[f.Summary.Replication] = f.Summary;
            progress?.Invoke(new RunProgress(runs.Count, options.Replications));
        }, cancellation);
        ReplicationSummary[] finished = [.. runs.Values];
        return new Levels { Id = id, Corridor = model, Rows = [.. Breakdown.Of(id, model, finished)], Replications = finished, Complete = complete };
    }
}
