using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;

namespace CorridorTwin.Dashboard.Library;

/// <summary>The scenarios there are: the shipped folder and the reader's own. Read again when a file changes.</summary>
public sealed class ScenarioLibrary(DashboardOptions options, DataFolder data)
{
    private readonly Lock gate = new();
    private string state = "";
    private ScenarioFolder? folder;

    /// <summary>Directory of the shipped scenarios.</summary>
    public string Shipped => options.Scenarios;

    /// <summary>Directory of the reader's own.</summary>
    public string Own => data.Scenarios;

    /// <summary>All, as the files are now.</summary>
    public ScenarioFolder Folder
    {
        get
        {
            lock (gate)
            {
                string now = string.Join('\n', Files(Shipped).Concat(Files(Own)).Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
                if (folder is null || now != state) (folder, state) = (ScenarioFolder.LoadWith(Shipped, [.. Files(Own).Select(f => f.FullName)]), now);
                return folder;
            }
        }
    }

    /// <summary>The baseline scenarios are compared with; null if there is none that can be read.</summary>
    public BaselineFile? Baseline => Folder.Baselines.FirstOrDefault();

    /// <summary>Whether a scenario is one of those shipped.</summary>
    public bool IsShipped(Scenario scenario) => Path.GetFullPath(scenario.Mark.File).StartsWith(Path.GetFullPath(Shipped) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<FileInfo> Files(string directory) => Directory.Exists(directory)
        ? new DirectoryInfo(directory).EnumerateFiles().Where(f => f.Extension is ".yaml" or ".yml").OrderBy(f => f.Name, StringComparer.Ordinal)
        : [];
}
