using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Runs models and remembers what they gave: points that share a model share its replications.</summary>
/// <param name="executor">Where.</param>
/// <param name="options">Length, seed, threads.</param>
/// <param name="finished">Told after each replication.</param>
internal sealed class ModelRuns(IExecutor executor, ExperimentOptions options, Action? finished = null)
{
    private readonly Dictionary<string, SortedDictionary<int, double[]>> done = [];

    /// <summary>Replications in which measured trucks had not left when they were given up.</summary>
    public int Overloaded { get; private set; }

    /// <summary>Whether all replications of a model are here.</summary>
    public bool Has(string key, int replications) => Missing(key, replications) == 0;

    /// <summary>How many replications of a model are still to be run.</summary>
    public int Missing(string key, int replications) => replications - (done.TryGetValue(key, out SortedDictionary<int, double[]>? runs) ? runs.Keys.Count(r => r < replications) : 0);

    /// <summary>Runs what is missing.</summary>
    /// <param name="models">Models by name; one of a name is enough.</param>
    /// <param name="replications">Of each.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Run(IEnumerable<(string Key, Func<CorridorModel> Model)> models, int replications, CancellationToken cancellation)
    {
        (string Key, Func<CorridorModel> Model)[] missing = [.. models.DistinctBy(m => m.Key).Where(m => !Has(m.Key, replications))];
        if (missing.Length == 0 || cancellation.IsCancellationRequested) return;
        foreach ((string key, _) in missing) done.TryAdd(key, []);
        CorridorModel[] built = Build(missing);
        Variant[] variants = [.. missing.Select((m, i) => new Variant(m.Key, built[i], replications) { AtHand = done[m.Key].Keys.ToHashSet() })];
        executor.Run(variants, options with { Replications = replications }, f =>
        {
            done[variants[f.Variant].Name][f.Summary.Replication] = [.. Indicator.All.Select(i => i.Of(f.Summary))];
            if (f.Summary.CohortInside > 0) Overloaded++;
            finished?.Invoke();
        }, cancellation);
    }

    /// <summary>Builds models side by side: each is read anew from its file at other values, which takes longer than a short run of it.</summary>
    /// <exception cref="InputException">Of one that cannot be built, the first of them.</exception>
    private CorridorModel[] Build((string Key, Func<CorridorModel> Model)[] of)
    {
        var built = new (CorridorModel? Model, InputException? Fault)[of.Length];
        Parallel.For(0, of.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount }, i =>
        {
            try
            {
                built[i] = (of[i].Model(), null);
            }
            catch (InputException e)
            {
                built[i] = (null, e);
            }
        });
        if (built.FirstOrDefault(b => b.Fault is not null).Fault is { } first) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        return [.. built.Select(b => b.Model!)];
    }

    /// <summary>What a model gave, one value per replication; null if not all are done.</summary>
    public IReadOnlyList<double>? Values(string key, Indicator indicator, int replications)
    {
        if (!Has(key, replications)) return null;
        int at = Indicator.Ids.ToList().IndexOf(indicator.Id);
        return [.. Enumerable.Range(0, replications).Select(r => done[key][r][at])];
    }
}
