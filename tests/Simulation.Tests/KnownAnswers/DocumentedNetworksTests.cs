using System.Runtime.CompilerServices;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>What docs/networks.md shows is what runs here, and gives what theory says.</summary>
public class DocumentedNetworksTests
{
    private const double Hours = 48000;

    [Fact]
    public void ThePageShowsTheCodeThatRuns()
    {
        string[] page = Blocks(File.ReadAllLines(Beside("../../../docs/networks.md")), l => l == "```csharp", l => l == "```");
        string[] code = Blocks(File.ReadAllLines(Beside("DocumentedNetworks.cs")), l => l.Trim().StartsWith("// snippet:", StringComparison.Ordinal), l => l.Trim() == "// end");
        Assert.Equal(code.Select(c => c.Replace("            Seed = seed,\n", "").Replace("    Seed = seed,\n", "").Replace("Seed = seed, ", "")), page);
    }

    [Fact]
    public void TwoDesks()
    {
        RunResult run = DocumentedNetworks.TwoDesks(TestSeed.Value);
        Near(BirthDeath.Queue(10, 6, 2), n => Math.Max(0, n - 2), run.Station("desk").MeanQueue);
        Experiment.Sound(run);
    }

    /// <summary>Every station of a Jackson network by itself, at the rate the routes send it.</summary>
    [Fact]
    public void Feedback()
    {
        RunResult run = DocumentedNetworks.Feedback(TestSeed.Value);
        // papers = 5 + 0.8 scan, scan = 0.4 papers, inspection = 0.1 papers + 0.2 scan.
        double papers = 5 / (1 - 0.8 * 0.4);
        Near(BirthDeath.Queue(papers, 4, 3), n => n, Present(run, "customs"));
        Near(BirthDeath.Queue(0.4 * papers, 5, 1), n => n, Present(run, "scanner"));
        Near(BirthDeath.Queue(0.18 * papers, 1.5, 2), n => n, Present(run, "bay"));
        Experiment.Sound(run);
    }

    /// <summary>The gate always has a truck, so this is the saturated line of known answer 42: two trucks in three hours.</summary>
    [Fact]
    public void Blocking()
    {
        RunResult run = DocumentedNetworks.Blocking(TestSeed.Value);
        Assert.Equal(2.0 / 3, run.Station("yard").Started / Hours, 5 * Math.Sqrt(2.0 / 3 / Hours));
        Assert.Equal(1, run.Station("gate").MeanBusy, 1e-3);
        Experiment.Sound(run);
    }

    [Fact]
    public void PriorityAndHours()
    {
        (RunResult run, WaitByClass waits) = DocumentedNetworks.PriorityAndHours(TestSeed.Value);
        Experiment.Sound(run);
        int perishable = run.Model.Classes[0].Is("cargo", "perishable") ? 0 : 1;
        Assert.True(5 * waits.Queue[perishable] / waits.Trucks[perishable] < waits.Queue[1 - perishable] / waits.Trucks[1 - perishable]);
        // Those who come between 22 and 6, 24 of 156 a day, wait 4 hours on average, whatever they carry; so do those still in line at 22.
        Assert.All(waits.Closed.Zip(waits.Trucks, (c, n) => Times.InHours(c / (double)n)), mean => Assert.InRange(mean, 0.9 * 4 * 24 / 156, 1.5));
    }

    /// <summary>Within five standard errors, from the exact asymptotic variance; routes correlate stations, so it is doubled.</summary>
    private static void Near(BirthDeath chain, Func<int, double> f, double measured) =>
        Assert.Equal(chain.Mean(f), measured, 5 * Math.Sqrt(2 * chain.AsymptoticVariance(f) / Hours));

    private static double Present(RunResult run, string station) => run.Station(station).MeanQueue + run.Station(station).MeanBusy;

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);

    /// <summary>The lines between marks, without their common indentation.</summary>
    private static string[] Blocks(string[] lines, Func<string, bool> begins, Func<string, bool> ends)
    {
        var blocks = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!begins(lines[i])) continue;
            string[] block = [.. lines.Skip(i + 1).TakeWhile(l => !ends(l))];
            int indent = block.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
            blocks.Add(string.Concat(block.Select(l => (l.Length > indent ? l[indent..] : "") + "\n")));
        }
        return [.. blocks];
    }
}
