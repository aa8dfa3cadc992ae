using System.Collections.Concurrent;
using System.Numerics;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>The models of coalitions, each different one once: measures that change nothing cost no run.</summary>
internal sealed class CoalitionModels(AttributionRequest request)
{
    private readonly ConcurrentDictionary<int, CorridorModel> modelOf = new();
    private readonly Dictionary<int, int> numberOf = [];
    private readonly Dictionary<string, int> numberOfHash = [];
    private readonly List<CorridorModel> models = [];

    // Where contributors stand in the order of application, a coalition is the one without its last, and that one's measures on top.
    private readonly bool ordered = request.Contributors.Zip(request.Contributors.Skip(1), (a, b) => a.Uses.Max(Rank) <= b.Uses.Min(Rank)).All(x => x);

    /// <summary>How many different ones there are.</summary>
    public int Count => models.Count;

    /// <summary>How many coalitions were asked for.</summary>
    public int Coalitions => numberOf.Count;

    /// <summary>Makes the models of all coalitions, on all cores.</summary>
    public void All()
    {
        for (int last = 0; last < request.Contributors.Count; last++) Parallel.For(0, 1 << last, s => ModelHash.Of(Model(s | 1 << last)));
        for (int coalition = 0; coalition < 1 << request.Contributors.Count; coalition++) Of(coalition);
    }

    /// <summary>Number of a coalition's model.</summary>
    public int Of(int coalition)
    {
        if (numberOf.TryGetValue(coalition, out int known)) return known;
        CorridorModel model = Model(coalition);
        string hash = ModelHash.Of(model);
        if (!numberOfHash.TryGetValue(hash, out int number))
        {
            numberOfHash[hash] = number = models.Count;
            models.Add(model);
        }
        return numberOf[coalition] = number;
    }

    /// <summary>All replications of a model.</summary>
    public Variant Variant(int model) => new($"{request.Id}#{model}", models[model], request.Options.Replications);

    private CorridorModel Model(int coalition)
    {
        if (coalition == 0) return request.Before;
        if (modelOf.TryGetValue(coalition, out CorridorModel? known)) return known;
        int last = BitOperations.Log2((uint)coalition);
        CorridorModel made = ordered ? MeasureCatalog.Apply(Model(coalition & ~(1 << last)), request.Contributors[last].Uses).Model : request.Model(coalition);
        return modelOf.GetOrAdd(coalition, made);
    }

    private static int Rank(MeasureApplication use) => MeasureCatalog.Names.TakeWhile(n => n != use.Measure).Count();
}
