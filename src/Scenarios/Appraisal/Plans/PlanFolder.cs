using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>The plans of a folder: <c>appraisals</c> beside the scenarios, or a file from elsewhere. A file without <c>with</c> holds conventions that plans share.</summary>
public sealed class PlanFolder
{
    /// <summary>Its name, beside the scenarios.</summary>
    public const string Name = "appraisals";

    private readonly ScenarioFolder scenarios;
    private readonly IReadOnlyList<string>? sources;
    private readonly List<(string Path, MapNode Root)> files = [];
    private readonly List<InputProblem> unread = [];

    private PlanFolder(ScenarioFolder scenarios, IReadOnlyList<string>? sources) => (this.scenarios, this.sources) = (scenarios, sources);

    /// <summary>Ids of all plans, readable or not, by id.</summary>
    public IReadOnlyList<string> Ids => [.. files.Where(f => IsPlan(f.Root)).Select(f => f.Root.Word("id")).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Files that are no YAML.</summary>
    public IReadOnlyList<InputProblem> Problems => unread;

    /// <summary>Opens the plans beside a folder of scenarios.</summary>
    /// <param name="directory">The folder of scenarios.</param>
    /// <param name="scenarios">What it holds.</param>
    /// <param name="alsoFile">A plan from elsewhere.</param>
    public static PlanFolder Load(string directory, ScenarioFolder scenarios, string? alsoFile = null)
    {
        var problems = new Problems();
        string table = Path.Combine(directory, "data", "sources.csv"), place = Path.Combine(directory, Name);
        var folder = new PlanFolder(scenarios, File.Exists(table) ? SourceTable.Load(table, problems)?.Select(s => s.Id).ToList() : null);
        string[] paths = Directory.Exists(place) ? [.. Directory.EnumerateFiles(place).Where(p => Path.GetExtension(p) is ".yaml" or ".yml").Order(StringComparer.Ordinal)] : [];
        if (alsoFile is not null && !paths.Any(p => Path.GetFullPath(p) == Path.GetFullPath(alsoFile))) paths = [.. paths, alsoFile];
        foreach (string path in paths)
        {
            var own = new Problems();
            InputNode? node = YamlTree.Load(path, own);
            if (node is MapNode root) folder.files.Add((path, root));
            else if (node is not null) own.Add(node, "", new("no es un plan", "not a plan"), new("un mapa con id, title, without, with", "a mapping with id, title, without, with"));
            folder.unread.AddRange(own.All);
        }
        return folder;
    }

    /// <summary>What is wrong with any of the files.</summary>
    public IReadOnlyList<InputProblem> Check()
    {
        var found = new List<InputProblem>(unread);
        foreach ((string path, MapNode root) in files.Where(f => IsPlan(f.Root)))
        {
            try
            {
                AlternativesOf(Read(path, root));
            }
            catch (InputException e)
            {
                found.AddRange(e.Problems);
            }
        }
        return [.. found.Distinct()];
    }

    /// <summary>A plan by id or by path.</summary>
    /// <exception cref="InputException">It is not there, or something is wrong with it.</exception>
    public AppraisalPlan Find(string word)
    {
        bool path = word.Contains('/') || word.Contains('\\') || Path.GetExtension(word) is ".yaml" or ".yml";
        bool Is(string file) => path && Path.GetFullPath(file) == Path.GetFullPath(word);
        if (unread.Where(p => path ? Is(p.File) : Path.GetFileNameWithoutExtension(p.File) == word).ToArray() is { Length: > 0 } broken) throw new InputException(broken);
        int at = files.FindIndex(f => path ? Is(f.Path) : IsPlan(f.Root) && f.Root.Word("id") == word);
        if (at < 0) throw new InputException([Unknown(Mark.Whole("corridor"), "plan", word)]);
        return Read(files[at].Path, files[at].Root);
    }

    /// <summary>The plans that another is compared with.</summary>
    /// <exception cref="InputException">One is not there, is wrong, or is not of the same years and prices.</exception>
    public IReadOnlyList<AppraisalPlan> AlternativesOf(AppraisalPlan plan)
    {
        var others = new List<AppraisalPlan>();
        foreach (string id in plan.Alternatives)
        {
            if (files.All(f => !IsPlan(f.Root) || f.Root.Word("id") != id)) throw new InputException([Unknown(plan.Mark, "alternatives", id)]);
            AppraisalPlan other = Find(id);
            if (other.Start != plan.Start || other.Last != plan.Last || other.Prices != plan.Prices || other.Rates[0] is var rate && rate.RateIn(1) != plan.Rates[0].RateIn(1))
                throw new InputException([new InputProblem(plan.Mark, "alternatives", id, new("no se puede comparar: otros años, precios o tasa", "cannot be compared: other years, prices or rate"), new($"{plan.Start} a {plan.Last}, {plan.Prices}", $"{plan.Start} to {plan.Last}, {plan.Prices}"))]);
            others.Add(other);
        }
        return others;
    }

    private AppraisalPlan Read(string path, MapNode root)
    {
        var problems = new Problems();
        MapNode whole = root;
        string[] made = [path];
        if (root.Word("conventions") is { } id)
        {
            int at = files.FindIndex(f => !IsPlan(f.Root) && f.Root.Word("id") == id);
            string[] known = [.. files.Where(f => !IsPlan(f.Root)).Select(f => f.Root.Word("id")).OfType<string>()];
            if (at < 0)
            {
                problems.Add(root["conventions"]!, "conventions", new("no hay tal archivo de convenciones", "no such file of conventions"), Wording.OneOf(known), Nearest.To(id, known));
                throw new InputException(problems.All);
            }
            MapNode shared = files[at].Root;
            made = [path, files[at].Path];
            foreach (MapEntry stray in shared.Entries.Where(e => e.Key is not ("id" or "provenance") && PlanShapes.Conventions.All(c => c.Key != e.Key)))
                problems.Add(new InputProblem(stray.KeyMark, stray.Key, null, new("no es una convención", "not a convention"), Wording.OneOf(PlanShapes.Conventions.Select(c => c.Key)), Nearest.To(stray.Key, PlanShapes.Conventions.Select(c => c.Key))));
            // The plan is laid over its conventions; what stands in either keeps its own line.
            var below = new MapNode(root.Mark, [.. shared.Entries.Where(e => e.Key is not "id")]);
            whole = (MapNode)PlanShapes.File.Merge(below, root) with { Mark = root.Mark };
        }
        AppraisalPlan? plan = PlanReading.Read(whole, made, scenarios, sources, problems);
        if (plan is not null && !problems.Any) return plan;
        throw new InputException(problems.Any ? problems.All : scenarios.Problems);
    }

    private InputProblem Unknown(Mark mark, string field, string word) => new(mark, field, word, new("no hay tal plan", "no such plan"), Ids.Count > 0 ? Wording.OneOf(Ids) : null, Nearest.To(word, Ids));

    private static bool IsPlan(MapNode root) => root["with"] is not null || root["conventions"] is not null;
}
