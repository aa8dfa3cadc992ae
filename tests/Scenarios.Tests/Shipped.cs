using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests;

/// <summary>The scenario folder of this repository.</summary>
internal static class Shipped
{
    public static ScenarioFolder Folder { get; } = ScenarioFolder.Load(Repository.Scenarios);

    public static CorridorModel Baseline => Folder.Baselines.Single().Model;

    /// <summary>The corridor of a scenario, its measures applied.</summary>
    public static CorridorModel Model(string scenario)
    {
        if (Folder.Baselines.Any(b => b.Id == scenario)) return Baseline;
        Scenario found = Folder.Find(scenario).OrThrow();
        return MeasureCatalog.Apply(found.ModelBeforeMeasures(), found.Measures.Select(m => m.Application)).Model;
    }
}
