using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>The baselines and scenarios of a folder. What is wrong with one file does not hide the others.</summary>
public sealed class ScenarioFolder
{
    // The four reforms a planner asks for first, the others, and all of them together; what is not shipped follows by id.
    private static readonly string[] Order =
        ["advance-declaration", "smart-border", "perishable-priority", "schedule-harmonization", "coordinated-border-management", "risk-management", "ecfcc-2030",
            "ecfcc-2015", "pillar-1", "pillar-2", "pillar-3", "pillar-4", "pillar-5", "six-measures", "outage-2019", "outage-2019-protocols"];

    private readonly IReadOnlyList<Read> files;
    private readonly IReadOnlyList<IMeasure> measures;
    private readonly Bases baselines;
    private readonly Library library;

    private ScenarioFolder(IReadOnlyList<Read> files, IReadOnlyList<IMeasure> measures, Bases baselines, Library library, IReadOnlyList<Scenario> scenarios, IReadOnlyList<InputProblem> problems) =>
        (this.files, this.measures, this.baselines, this.library, Scenarios, Problems) = (files, measures, baselines, library, scenarios, problems);

    /// <summary>Baselines, by id; with the figures of the user's own that are laid over them.</summary>
    public IReadOnlyList<BaselineFile> Baselines => baselines.Distinct;

    /// <summary>Disturbances that scenarios may name.</summary>
    public IReadOnlyList<KnownDisruption> Disruptions => library.Known;

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
    /// <param name="directory">The folder.</param>
    /// <param name="alsoFiles">The further files.</param>
    /// <param name="measures">Measures that exist; null for the library's own.</param>
    /// <param name="baseline">One of all these files: a baseline that stands in place of every other; null for none.</param>
    public static ScenarioFolder LoadWith(string directory, IReadOnlyList<string> alsoFiles, IReadOnlyList<IMeasure>? measures = null, string? baseline = null)
    {
        if (!Directory.Exists(directory))
            return Nothing([new InputProblem(Mark.Whole(directory), "", null, new("el directorio no existe", "no such directory"))]);
        var paths = new List<string>();
        try
        {
            paths.AddRange(Directory.EnumerateFiles(directory).Where(p => Path.GetExtension(p) is ".yaml" or ".yml").Order(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Nothing([new InputProblem(Mark.Whole(directory), "", null, new("no se puede leer (permisos o dispositivo)", "cannot be read (permission or device)"))]);
        }
        foreach (string also in baseline is null ? alsoFiles : [.. alsoFiles, baseline])
            if (!paths.Any(p => Path.GetFullPath(p) == Path.GetFullPath(also))) paths.Add(also);
        Read[] read = [.. paths.Select(Read.Of)];
        IReadOnlyList<IMeasure> known = measures ?? MeasureCatalog.All;
        return Load(read, known, Library.Beside(directory), baseline is null ? null : Bases.Of(read, known).Only(baseline));
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

    /// <summary>The folder with one more file given as text, or with another text of one of its files. Baselines and figures laid over them stay as they are.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="text">What it says.</param>
    public ScenarioFolder With(string path, string text)
    {
        Read[] others = [.. files.Where(f => Path.GetFullPath(f.Path) != Path.GetFullPath(path))];
        return Load([.. others, Read.Of(path, text)], measures, library, baselines);
    }

    private static ScenarioFolder Load(IReadOnlyList<Read> files, IReadOnlyList<IMeasure> measures, Library library, Bases? known)
    {
        Bases baselines = known ?? Bases.Of(files, measures);
        var found = new List<InputProblem>();
        var chained = new List<(MapNode Root, Problems Problems)>();
        foreach (Read file in files)
        {
            var problems = new Problems();
            foreach (InputProblem problem in file.Problems) problems.Add(problem);
            if (file.Root is { } root && !IsBaseline(root) && !IsOverlay(root) && !BaselineExtension.Is(root)) chained.Add((root, problems));
            else if (file.Root is null) found.AddRange(problems.All);
        }
        found.AddRange(SameId(files.Select(f => f.Root).OfType<MapNode>()));
        found.AddRange(baselines.Problems);
        found.AddRange(library.Problems);
        string[] ids = [.. files.Select(f => f.Root is null ? null : Word(f.Root, "id")).OfType<string>().Distinct()];
        Scenario[] scenarios = [.. new ScenarioChain(baselines.Files, chained, ids, measures, library.Known).Read(found)];
        return new ScenarioFolder(
            files, measures, baselines, library,
            [.. scenarios.DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)],
            [.. found.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    private static ScenarioFolder Nothing(IReadOnlyList<InputProblem> problems) => new([], MeasureCatalog.All, new Bases([], []), new Library([], []), [], problems);

    private static bool IsBaseline(MapNode root) => root["extends"] is null && root["posts"] is not null;

    private static bool IsOverlay(MapNode root) => root[OwnFigures.Key] is not null;

    private static IEnumerable<InputProblem> SameId(IEnumerable<MapNode> roots)
    {
        foreach (IGrouping<string?, MapNode> same in roots.Where(r => Word(r, "id") is not null).GroupBy(r => Word(r, "id")))
            foreach (MapNode again in same.Skip(1))
                yield return new InputProblem(again["id"]!.Mark, "id", same.Key, new($"dos escenarios con un mismo id; ya está en {same.First()["id"]!.Mark}", $"two scenarios with one id; it already stands in {same.First()["id"]!.Mark}"));
    }

    internal static string? Word(MapNode map, string key) => (map[key] as ScalarNode)?.Value;

    /// <summary>A file as parsed.</summary>
    private sealed record Read(string Path, MapNode? Root, IReadOnlyList<InputProblem> Problems)
    {
        public static Read Of(string path)
        {
            var problems = new Problems();
            return Of(path, YamlTree.Load(path, problems), problems);
        }

        public static Read Of(string path, string text)
        {
            var problems = new Problems();
            return Of(path, YamlTree.Parse(path, text, problems), problems);
        }

        private static Read Of(string path, InputNode? node, Problems problems)
        {
            if (node is not null and not MapNode) problems.Add(node, "", new("no es un escenario", "not a scenario"), new("un mapa con id, title, extends", "a mapping with id, title, extends"));
            return new Read(path, node as MapNode, problems.All);
        }
    }

    /// <summary>Disturbances that may be named, and what is wrong with their table.</summary>
    private sealed record Library(IReadOnlyList<KnownDisruption> Known, IReadOnlyList<InputProblem> Problems)
    {
        public static Library Beside(string directory)
        {
            var problems = new Problems();
            return new Library(DisruptionLibrary.Beside(directory, problems), problems.All);
        }
    }

    /// <summary>Baselines that loaded, and what is wrong with the others and with figures laid over them.</summary>
    private sealed record Bases(IReadOnlyList<BaselineFile> Files, IReadOnlyList<InputProblem> Problems)
    {
        public IReadOnlyList<BaselineFile> Distinct => [.. Files.DistinctBy(b => b.Id).OrderBy(b => b.Id, StringComparer.Ordinal)];

        public static Bases Of(IReadOnlyList<Read> files, IReadOnlyList<IMeasure> measures)
        {
            string[] names = [.. InForceLevels.Names(measures)];
            var found = new List<InputProblem>();
            var baselines = new List<BaselineFile>();
            foreach (Read file in files.Where(f => f.Root is not null && IsBaseline(f.Root)))
            {
                Loaded<BaselineFile> baseline = BaselineFile.Build(file.Path, file.Root!, names, Noted(file));
                found.AddRange(baseline.Problems);
                if (baseline.Value is not null) baselines.Add(baseline.Value);
            }
            foreach (Read file in files.Where(f => f.Root is not null && IsOverlay(f.Root)))
            {
                Problems problems = Noted(file);
                OwnFigures? own = OwnFigures.Read(file.Root!, [.. baselines.Select(b => b.Id)], problems);
                found.AddRange(problems.All);
                if (own is null || baselines.FindIndex(b => b.Id == own.Overlays) is not (>= 0 and var at)) continue;
                Loaded<BaselineFile> laid = baselines[at].With(own);
                found.AddRange(laid.Problems);
                if (laid.Value is not null) baselines[at] = laid.Value;
            }
            // A baseline that extends one of those above may itself be extended.
            List<Read> extending = [.. files.Where(f => f.Root is not null && BaselineExtension.Is(f.Root))];
            for (bool more = true; more;)
            {
                more = false;
                foreach (Read file in extending.ToArray())
                {
                    if (baselines.Find(b => b.Id == Word(file.Root!, BaselineExtension.Extends)) is not { } below) continue;
                    extending.Remove(file);
                    found.AddRange(Noted(file).All);
                    Loaded<BaselineFile> extended = below.Extended(file.Root!);
                    found.AddRange(extended.Problems);
                    if (extended.Value is not null) baselines.Add(extended.Value);
                    more = true;
                }
            }
            string[] ids = [.. baselines.Select(b => b.Id)];
            foreach (Read file in extending)
            {
                string? given = Word(file.Root!, BaselineExtension.Extends);
                found.Add(new InputProblem(file.Root![BaselineExtension.Extends]!.Mark, BaselineExtension.Extends, given, new("no es una línea base que se pueda usar", "not a baseline that can be used"), ids.Length > 0 ? Wording.OneOf(ids) : null, given is null ? null : Nearest.To(given, ids)));
            }
            return new Bases(baselines, found);
        }

        /// <summary>With one baseline, by its file, in place of all others; figures laid over a baseline are no baseline, and change nothing here.</summary>
        public Bases Only(string path)
        {
            BaselineFile? chosen = Files.FirstOrDefault(b => Path.GetFullPath(b.Mark.File) == Path.GetFullPath(path));
            return chosen is null ? this : this with { Files = [chosen.InPlaceOf(Files.Select(b => b.Id))] };
        }

        private static Problems Noted(Read file)
        {
            var problems = new Problems();
            foreach (InputProblem problem in file.Problems) problems.Add(problem);
            return problems;
        }
    }
}
