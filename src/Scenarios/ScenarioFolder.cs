using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>The baselines and scenarios of a folder. What is wrong with one file does not hide the others.</summary>
public sealed class ScenarioFolder
{
    // The four reforms a planner asks for first, the others, and all of them together; what is not shipped follows by id.
    private static readonly string[] Order =
        ["advance-declaration", "smart-border", "perishable-priority", "schedule-harmonization", "coordinated-border-management", "risk-management", "ecfcc-2030"];

    private ScenarioFolder(IReadOnlyList<BaselineFile> baselines, IReadOnlyList<Scenario> scenarios, IReadOnlyList<InputProblem> problems) =>
        (Baselines, Scenarios, Problems) = (baselines, scenarios, problems);

    /// <summary>Baselines, by id.</summary>
    public IReadOnlyList<BaselineFile> Baselines { get; }

    /// <summary>Scenarios, by id.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Scenarios as a planner asks for them: the shipped ones first, those of one's own after them by id.</summary>
    public IReadOnlyList<Scenario> InUsualOrder => [.. Scenarios.OrderBy(s => Array.IndexOf(Order, s.Id) is >= 0 and var i ? i : Order.Length).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>What is wrong, by file and line.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>Reads every <c>*.yaml</c> file of a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="measures">Measures that exist; null for the library's own.</param>
    /// <param name="alsoFile">A further file from elsewhere that may extend those of the folder; null for none.</param>
    public static ScenarioFolder Load(string directory, IReadOnlyList<IMeasure>? measures = null, string? alsoFile = null) =>
        LoadWith(directory, alsoFile is null ? [] : [alsoFile], measures);

    /// <summary>Reads every <c>*.yaml</c> file of a folder and further files from elsewhere, which may extend those of the folder and each other.</summary>
    public static ScenarioFolder LoadWith(string directory, IReadOnlyList<string> alsoFiles, IReadOnlyList<IMeasure>? measures = null)
    {
        if (!Directory.Exists(directory))
            return new ScenarioFolder([], [], [new InputProblem(Mark.Whole(directory), "", null, new("el directorio no existe", "no such directory"))]);
        var paths = new List<string>();
        try
        {
            paths.AddRange(Directory.EnumerateFiles(directory).Where(p => Path.GetExtension(p) is ".yaml" or ".yml").Order(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ScenarioFolder([], [], [new InputProblem(Mark.Whole(directory), "", null, new("no se puede leer (permisos o dispositivo)", "cannot be read (permission or device)"))]);
        }
        foreach (string also in alsoFiles)
            if (!paths.Any(p => Path.GetFullPath(p) == Path.GetFullPath(also))) paths.Add(also);
        return Load(paths, measures ?? MeasureCatalog.All);
    }

    /// <summary>A scenario by id.</summary>
    /// <returns>The scenario, or one problem that names the nearest id.</returns>
    public Loaded<Scenario> Find(string id)
    {
        Scenario? found = Scenarios.FirstOrDefault(s => s.Id == id);
        if (found is not null) return new Loaded<Scenario>(found, []);
        string[] ids = [.. Scenarios.Select(s => s.Id)];
        return new Loaded<Scenario>(null, [new InputProblem(Mark.Whole("corridor"), "scenario", id, NameSets.Unknown(NameSets.Scenarios), ids.Length > 0 ? Wording.OneOf(ids) : null, Nearest.To(id, ids))]);
    }

    private static ScenarioFolder Load(IReadOnlyList<string> paths, IReadOnlyList<IMeasure> measures)
    {
        var found = new List<InputProblem>();
        var files = new List<(string Path, MapNode Root, Problems Problems)>();
        foreach (string path in paths)
        {
            var problems = new Problems();
            InputNode? node = YamlTree.Load(path, problems);
            if (node is MapNode map) files.Add((path, map, problems));
            else if (node is not null) problems.Add(node, "", new("no es un escenario", "not a scenario"), new("un mapa con id, title, extends", "a mapping with id, title, extends"));
            if (node is not MapNode) found.AddRange(problems.All);
        }
        found.AddRange(SameId(files.Select(f => f.Root)));
        string[] names = [.. InForceLevels.Names(measures)];
        var baselines = new List<BaselineFile>();
        foreach ((string path, MapNode root, Problems problems) in files.Where(f => IsBaseline(f.Root)))
        {
            Loaded<BaselineFile> baseline = BaselineFile.Build(path, root, names, problems);
            found.AddRange(baseline.Problems);
            if (baseline.Value is not null) baselines.Add(baseline.Value);
        }
        string[] ids = [.. files.Select(f => Word(f.Root, "id")).OfType<string>().Distinct()];
        var chain = new ScenarioChain(baselines, [.. files.Where(f => !IsBaseline(f.Root)).Select(f => (f.Root, f.Problems))], ids, measures);
        Scenario[] scenarios = [.. chain.Read(found)];
        return new ScenarioFolder(
            [.. baselines.DistinctBy(b => b.Id).OrderBy(b => b.Id, StringComparer.Ordinal)],
            [.. scenarios.DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)],
            [.. found.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    private static bool IsBaseline(MapNode root) => root["extends"] is null && root["posts"] is not null;

    private static IEnumerable<InputProblem> SameId(IEnumerable<MapNode> roots)
    {
        foreach (IGrouping<string?, MapNode> same in roots.Where(r => Word(r, "id") is not null).GroupBy(r => Word(r, "id")))
            foreach (MapNode again in same.Skip(1))
                yield return new InputProblem(again["id"]!.Mark, "id", same.Key, new($"dos escenarios con un mismo id; ya está en {same.First()["id"]!.Mark}", $"two scenarios with one id; it already stands in {same.First()["id"]!.Mark}"));
    }

    internal static string? Word(MapNode map, string key) => (map[key] as ScalarNode)?.Value;
}
