using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Experiments;

/// <summary>Replications whose I1 is a formula of model and replication, so that every answer is known.</summary>
/// <param name="hours">I1 of a model in a replication.</param>
internal sealed class FormulaExecutor(Func<CorridorModel, int, double> hours) : IExecutor
{
    /// <summary>Pairs run.</summary>
    public int Runs { get; private set; }

    /// <summary>Called after each pair, with how many there have been.</summary>
    public Action<int>? After { get; init; }

    /// <summary>Gives them back in another order than they were asked for.</summary>
    public bool Scrambled { get; init; }

    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        IEnumerable<(int V, int R)> work = Enumerable.Range(0, variants.Max(v => v.Replications))
            .SelectMany(r => Enumerable.Range(0, variants.Count).Where(v => r < variants[v].Replications && !variants[v].AtHand.Contains(r)).Select(v => (v, r)));
        if (Scrambled) work = work.OrderBy(w => w.R / 7).ThenBy(w => (w.R * 5 + w.V * 3) % 7).ThenByDescending(w => w.V);
        foreach ((int v, int r) in work.ToArray())
        {
            if (cancellation.IsCancellationRequested) return false;
            finished(new Finished(v, Summary(r, hours(variants[v].Model, r), options.Days)));
            After?.Invoke(++Runs);
        }
        return !cancellation.IsCancellationRequested;
    }

    /// <summary>A replication with a given I1 on all its days.</summary>
    public static ReplicationSummary Summary(int replication, double hours, int days) => new()
    {
        Replication = replication,
        Rows = new Dictionary<RowKey, RowValue> { [RowKey.AllOperations] = new(100 * days, hours, hours, hours, hours, 0, 0, 0, 0, 0, hours, hours, 0) },
        Crossings = 50 * days,
        Days = days,
        ByDay = [.. Enumerable.Range(0, days).Select(_ => new DayValue(100, 100 * hours))],
        Cost = new CrossingCost(50 * days * 20 * hours, 0, 0, 0, 0, 0, 0, 0),
        Examined = 0, Detections = 0, Deferred = 0, Diverted = 0, Fingerprint = 0, Events = 0, CohortInside = 0,
    };
}
