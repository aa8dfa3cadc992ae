using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Input files as they were when a run was asked for: scenarios may be edited later, what a run was of may not.</summary>
public sealed class InputFiles(DataFolder data, ScenarioLibrary library)
{
    private const int HashLength = 16;

    /// <summary>Keeps the files scenarios rest on.</summary>
    /// <param name="scenarios">Ids.</param>
    /// <returns>Their fingerprint.</returns>
    /// <exception cref="InputException">A scenario is not there, is wrong, or is of another baseline.</exception>
    public string Keep(IReadOnlyList<string> scenarios)
    {
        ScenarioFolder folder = library.Folder;
        var chosen = new List<Scenario>();
        foreach (string id in scenarios) chosen.Add(folder.Find(id).OrThrow());
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Scenario scenario in chosen)
            for (Scenario? s = scenario; s is not null; s = folder.Scenarios.FirstOrDefault(o => o.Id == s.Extends)) Take(files, s.Mark.File, "");
        BaselineFile start = chosen.FirstOrDefault()?.Baseline ?? library.Baseline ?? throw new InputException(folder.Problems);
        return Keep(start, files);
    }

    /// <summary>Keeps the files a rollout rests on.</summary>
    /// <returns>Their fingerprint.</returns>
    public string Keep(Rollout rollout)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Take(files, rollout.Mark.File, RolloutFolder.Name + "/");
        return Keep(rollout.Baseline, files);
    }

    private string Keep(BaselineFile start, SortedDictionary<string, string> files)
    {
        foreach (string file in start.Files) Take(files, file, "");
        string baseline = start.Mark.File;
        string tables = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(baseline))!, "data");
        if (Directory.Exists(tables))
            foreach (string table in Directory.EnumerateFiles(tables, "*.csv")) Take(files, table, "data/");
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{f.Key}\n{f.Value.Length}\n{f.Value}")))))[..HashLength];
        Write(FolderOf(hash), files);
        return hash;
    }

    /// <summary>Where the files of a fingerprint are.</summary>
    public string FolderOf(string hash) => Path.Combine(data.Inputs, hash);

    /// <summary>What a run compares.</summary>
    /// <exception cref="InputException">The files are gone or are of another program.</exception>
    public ComparisonRequest Request(RunInputs inputs)
    {
        ScenarioFolder folder = ScenarioFolder.Load(FolderOf(inputs.Files));
        Scenario[] scenarios = [.. (Studies.IsOfYears(inputs.Study) ? [] : inputs.Scenarios).Select(id => folder.Find(id).OrThrow())];
        return new ComparisonRequest
        {
            Baseline = scenarios.FirstOrDefault()?.Baseline ?? folder.Baselines.FirstOrDefault() ?? throw new InputException(folder.Problems),
            Scenarios = scenarios, Year = inputs.Year, Options = inputs.Options, CapacitySensitivity = inputs.Capacity,
        };
    }

    /// <summary>Which years a run of a rollout simulates.</summary>
    /// <exception cref="InputException">The files are gone or are of another program.</exception>
    public RolloutRequest Rollout(RunInputs inputs)
    {
        string folder = FolderOf(inputs.Files);
        return new RolloutRequest
        {
            Rollout = RolloutFolder.Load(folder, ScenarioFolder.Load(folder)).Find(inputs.Scenarios[0]), Reading = inputs.Reading, Options = inputs.Options,
            Years = inputs.Study == Study.Evidence ? StrategyTable.OfficialYears : MatrixRow.Years,
        };
    }

    private static void Take(SortedDictionary<string, string> files, string path, string folder)
    {
        string text = File.ReadAllText(path);
        string name = folder + Path.GetFileName(path);
        // One of the reader's own may have the name of a shipped one.
        while (files.TryGetValue(name, out string? other) && other != text) name = folder + "own-" + name[folder.Length..];
        files[name] = text;
    }

    /// <summary>Into a new directory that takes its name when it is whole.</summary>
    private static void Write(string directory, SortedDictionary<string, string> files)
    {
        if (Directory.Exists(directory)) return;
        string aside = $"{directory}.{Guid.NewGuid():N}";
        foreach ((string name, string text) in files)
        {
            string file = Path.Combine(aside, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        try
        {
            Directory.Move(aside, directory);
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
