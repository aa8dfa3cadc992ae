using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests;

public class ScenarioFolderTests
{
    [Fact]
    public void The_shipped_folder_loads_without_a_problem()
    {
        ScenarioFolder folder = ScenarioFolder.Load(Repository.Scenarios);
        Assert.Empty(folder.Problems.Select(p => p.ToString()));
        Assert.Contains("2024-baseline", folder.Baselines.Select(b => b.Id));
        Assert.Contains("advance-declaration", folder.Scenarios.Select(s => s.Id));
    }
}
