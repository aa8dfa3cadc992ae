namespace CorridorTwin.Scenarios.Tests;

/// <summary>The scenario folder of this repository.</summary>
internal static class Shipped
{
    public static ScenarioFolder Folder { get; } = ScenarioFolder.Load(Repository.Scenarios);
}
