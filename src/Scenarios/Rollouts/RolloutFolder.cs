using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>The rollouts beside a folder of scenarios, with the matrix they draw on.</summary>
public sealed class RolloutFolder
{
    /// <summary>Its name, beside the scenarios.</summary>
    public const string Name = "rollouts";

    private readonly ScenarioFolder scenarios;
    private readonly IReadOnlyList<string>? sources;
    private readonly string[] tables;
    private readonly List<(string Path, MapNode Root)> files = [];
    private readonly List<InputProblem> unread = [];

    private RolloutFolder(ScenarioFolder scenarios, IReadOnlyList<string>? sources, string[] tables) => (this.scenarios, this.sources, this.tables) = (scenarios, sources, tables);

    /// <summary>The implementation matrix; empty where the folder has none.</summary>
    public IReadOnlyList<MatrixRow> Matrix { get; private set; } = [];

    /// <summary>Contradictions somebody has listed.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    /// <summary>Ids of all rollouts, readable or not.</summary>
    public IReadOnlyList<string> Ids => [.. files.Select(f => f.Root.Word("id")).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Opens the rollouts beside a folder of scenarios.</summary>
    /// <param name="directory">The folder of scenarios.</param>
    /// <param name="scenarios">What it holds.</param>
    /// <param name="alsoFile">A rollout from elsewhere.</param>
    public static RolloutFolder Load(string directory, ScenarioFolder scenarios, string? alsoFile = null)
    {
        var problems = new Problems();
        string data = Path.Combine(directory, "data"), place = Path.Combine(directory, Name), sources = Path.Combine(data, "sources.csv");
        string[] tables = [Path.Combine(data, MatrixTable.FileName), Path.Combine(data, Contradiction.FileName)];
        string[] paths = Directory.Exists(place) ? [.. Directory.EnumerateFiles(place).Where(p => Path.GetExtension(p) is ".yaml" or ".yml").Order(StringComparer.Ordinal)] : [];
        if (alsoFile is not null && !paths.Any(p => Path.GetFullPath(p) == Path.GetFullPath(alsoFile))) paths = [.. paths, alsoFile];
        var folder = new RolloutFolder(scenarios, File.Exists(sources) ? SourceTable.Load(sources, new Problems())?.Select(s => s.Id).ToList() : null, tables);
        if (paths.Length > 0 || File.Exists(tables[0]))
        {
            folder.Matrix = MatrixTable.Load(tables[0], problems);
            // A row that cannot be read is told once, and not again as one that the other table does not find.
            folder.Contradictions = File.Exists(tables[1]) && !problems.Any ? Contradiction.Load(tables[1], folder.Matrix, problems) : [];
        }
        foreach (string path in paths)
        {
            InputNode? node = YamlTree.Load(path, problems);
            if (node is MapNode root) folder.files.Add((path, root));
            else if (node is not null) problems.Add(node, "", new("no es una implementación", "not a rollout"), new("un mapa con id, title, lines, weeks", "a mapping with id, title, lines, weeks"));
        }
        folder.unread.AddRange(problems.All);
        return folder;
    }

    /// <summary>What is wrong with the tables or any of the files.</summary>
    public IReadOnlyList<InputProblem> Check()
    {
        var found = new List<InputProblem>(unread);
        if (found.Count > 0) return found;
        foreach ((string path, MapNode root) in files)
        {
            try
            {
                Read(path, root);
            }
            catch (InputException e)
            {
                found.AddRange(e.Problems);
            }
        }
        return [.. found.Distinct()];
    }

    /// <summary>A rollout by id or by path.</summary>
    /// <exception cref="InputException">It is not there, or something is wrong with it or with the tables.</exception>
    public Rollout Find(string word)
    {
        if (unread.Count > 0) throw new InputException(unread);
        bool path = word.Contains('/') || word.Contains('\\') || Path.GetExtension(word) is ".yaml" or ".yml";
        int at = files.FindIndex(f => path ? Path.GetFullPath(f.Path) == Path.GetFullPath(word) : f.Root.Word("id") == word);
        if (at < 0) throw new InputException([new InputProblem(Mark.Whole("corridor"), "rollout", word, new("no hay tal implementación", "no such rollout"), Ids.Count > 0 ? Wording.OneOf(Ids) : null, Nearest.To(word, Ids))]);
        return Read(files[at].Path, files[at].Root);
    }

    private Rollout Read(string path, MapNode root)
    {
        var problems = new Problems();
        Rollout? rollout = RolloutReading.Read(root, [path, .. tables.Where(File.Exists)], scenarios, sources, (Matrix, Contradictions), problems);
        if (rollout is not null && !problems.Any) return rollout;
        throw new InputException(problems.Any ? problems.All : scenarios.Problems);
    }
}
