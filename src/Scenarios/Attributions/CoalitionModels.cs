using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>The models of coalitions, each different one once: measures that change nothing cost no run.</summary>
internal sealed class CoalitionModels(AttributionRequest request)
{
    private readonly Dictionary<int, int> modelOf = [];
    private readonly Dictionary<string, int> numberOf = [];
    private readonly List<CorridorModel> models = [];

    /// <summary>How many different ones there are.</summary>
    public int Count => models.Count;

    /// <summary>How many coalitions were asked for.</summary>
    public int Coalitions => modelOf.Count;

    /// <summary>Number of a coalition's model.</summary>
    public int Of(int coalition)
    {
        if (modelOf.TryGetValue(coalition, out int known)) return known;
        CorridorModel model = request.Outcome(coalition).Model;
        string key = ModelHash.Of(model);
        if (!numberOf.TryGetValue(key, out int number))
        {
            numberOf[key] = number = models.Count;
            models.Add(model);
        }
        return modelOf[coalition] = number;
    }

    /// <summary>All replications of a model.</summary>
    public Variant Variant(int model) => new($"{request.Id}#{model}", models[model], request.Options.Replications);
}
