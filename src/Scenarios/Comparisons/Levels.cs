using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
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

    /// <summary>Why it ended where it did; null if nothing was asked about that.</summary>
    public Stopping? Stopping { get; init; }

    /// <summary>Whether I1 hangs on how long was measured; null with fewer than two days or replications.</summary>
    public RunHalves? Halves { get; init; }

    /// <summary>How long the posts that a disturbance hit took to recover; empty without disturbances.</summary>
    public IReadOnlyList<Recovery> Recoveries { get; init; } = [];

    /// <summary>Runs a model; a disturbed one beside itself undisturbed.</summary>
    /// <param name="id">Its name in the result.</param>
    /// <param name="model">The corridor.</param>
    /// <param name="options">Length, replications, seed, threads.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is reported.</param>
    /// <param name="enough">When to stop before the last replication; null for never.</param>
    public static Levels Run(string id, CorridorModel model, ExperimentOptions options, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default, Enough? enough = null)
    {
        Enough asked = enough ?? Enough.Never;
        SequentialResult result = SequentialRun.Run(
            executor, [new Variant(id, model, options.Replications), .. model.Disruptions.Count > 0 ? new[] { new Variant(ComparisonRun.UndisturbedName(id), model.Undisturbed(), options.Replications) } : []], options, asked,
            runs => [.. asked.Indicators.Select(i => new Watched(i.Name, i.Unit, [.. runs[0].Select(i.Of)]))], progress, cancellation);
        ReplicationSummary[] finished = [.. result.Results[0].Values.Where(r => result.Results.All(v => v.ContainsKey(r.Replication)))];
        return new Levels
        {
            Id = id, Corridor = model, Rows = [.. Breakdown.Of(id, model, finished)], Replications = finished,
            Complete = result.Stopping.End != RunEnd.Cancelled,
            Stopping = asked.Asked || result.Stopping.End == RunEnd.Cancelled ? result.Stopping : null,
            Recoveries = result.Results.Count < 2 ? [] : Recovery.Of(model, finished, [.. finished.Select(r => result.Results[1][r.Replication])]),
            Halves = finished.Length > 0 ? RunHalves.Of(finished, Interval.Of([.. finished.Select(Indicator.Headline.Of)]), 1) : null,
        };
    }
}
