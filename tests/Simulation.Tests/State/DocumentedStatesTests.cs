using System.Runtime.CompilerServices;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>What docs/state.md shows is what runs here.</summary>
public class DocumentedStatesTests
{
    [Fact]
    public void The_page_shows_the_code_that_runs()
    {
        string[] page = Blocks(Beside("../../../docs/state.md"), l => l == "```csharp", l => l == "```");
        Assert.NotEmpty(page);
        Assert.Equal(Blocks(Beside("DocumentedStates.cs"), l => l.Trim().StartsWith("// snippet:", StringComparison.Ordinal), l => l.Trim() == "// end"), page);
    }

    [Fact]
    public void The_code_does_what_the_page_says()
    {
        var options = new RunOptions { Seed = RichNetwork.Seed, Length = SimDuration.FromDays(1), Drain = false };
        NetworkModel model = Desk(2);
        (Replication later, Replication run) = DocumentedStates.SaveAndGoOn(model, options);
        Replication[] forks = DocumentedStates.Fork(model, Desk(3), options, run);
        run.RunToEnd();
        Assert.Equal(RunText.Of(run), RunText.Of(later));
        foreach (Replication fork in forks) fork.RunToEnd();
        Assert.Equal(forks[0].Result().Created, forks[1].Result().Created);
        Assert.Equal(3, forks.Select(f => f.Fingerprint).Distinct().Count());
        Replication forecast = DocumentedStates.Observe(model, options);
        Assert.Equal(2, forecast.Inside);
        forecast.RunToEnd();
        Assert.Empty(forecast.Result().LittleViolations);
    }

    private static NetworkModel Desk(int servers)
    {
        var b = new NetworkBuilder();
        b.Source("trucks").Poisson(perHour: 10).To(b.Stage("papers", b.Station("desk").Servers(servers), Distribution.Exponential(TimeSpan.FromMinutes(10))));
        return b.Build();
    }

    private static string[] Blocks(string file, Func<string, bool> opens, Func<string, bool> closes)
    {
        var blocks = new List<string>();
        List<string>? block = null;
        foreach (string line in File.ReadAllLines(file))
        {
            if (block != null && closes(line))
            {
                int indent = block.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
                blocks.Add(string.Join('\n', block.Select(l => l.Length == 0 ? l : l[indent..])));
                block = null;
            }
            else if (block != null) block.Add(line);
            else if (opens(line)) block = [];
        }
        return [.. blocks];
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
