using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Commands;

/// <summary>The baselines and scenarios a call works with: those of the folder, and files named by path.</summary>
internal sealed class ScenarioSource
{
    private readonly Call call;

    private ScenarioSource(string directory, ScenarioFolder folder, Call call) => (Directory, Folder, this.call) = (directory, folder, call);

    /// <summary>The folder's path.</summary>
    public string Directory { get; }

    /// <summary>What it holds.</summary>
    public ScenarioFolder Folder { get; }

    /// <summary>All scenarios, in the usual order.</summary>
    public IReadOnlyList<Scenario> All => Folder.InUsualOrder;

    /// <summary>Opens the folder of a call; its arguments may name files beside it.</summary>
    /// <exception cref="InputException">There is no folder.</exception>
    public static ScenarioSource Open(Call call)
    {
        string directory = Place(call);
        return new ScenarioSource(directory, Load(call, directory, [.. call.Words.Append(Settings.Against.Given(call.Parsed, new Problems()) ?? "").Where(IsPath)]), call);
    }

    /// <summary>The folder of a call and what it holds, whatever its arguments name.</summary>
    /// <exception cref="InputException">There is no folder.</exception>
    public static (string Directory, ScenarioFolder Folder) Plain(Call call)
    {
        string directory = Place(call);
        return (directory, Load(call, directory, []));
    }

    /// <summary>The folder with the baseline the call names in place of its own.</summary>
    private static ScenarioFolder Load(Call call, string directory, IReadOnlyList<string> also)
    {
        if (Settings.Baseline.Given(call.Parsed, new Problems()) is not { } path) return ScenarioFolder.LoadWith(directory, also);
        InputException Wrong(Bilingual message) => new([new InputProblem(Mark.Whole("corridor"), Settings.Baseline.Name, path, message, Settings.Baseline.Takes)]);
        if (!File.Exists(path)) throw Wrong(new("el archivo no existe", "no such file"));
        ScenarioFolder folder = ScenarioFolder.LoadWith(directory, also, baseline: path);
        InputProblem[] own = [.. folder.Problems.Where(p => SameFile(p.File, path))];
        if (own.Length > 0) throw new InputException(own);
        bool used = folder.Baselines.Any(b => b.Files.Any(f => SameFile(f, path)));
        return used ? folder : throw Wrong(new("no es una línea base", "is no baseline"));
    }

    private static string Place(Call call)
    {
        var problems = new Problems();
        string? given = Settings.Scenarios.Given(call.Parsed, problems);
        string? directory = given ?? ScenarioDirectory.Find();
        if (directory is null || !System.IO.Directory.Exists(directory))
        {
            problems.Add(new InputProblem(Mark.Whole("corridor"), "--scenarios", given, given is null
                ? new("no hay un directorio 'scenarios' aquí ni más arriba", "there is no 'scenarios' directory here or further up")
                : new("el directorio no existe", "no such directory"), Settings.Scenarios.Takes));
            throw new InputException(problems.All);
        }
        return directory;
    }

    /// <summary>The scenarios the arguments name; if none, all that do not ask to be left out.</summary>
    /// <exception cref="InputException">One is not there or is wrong; without arguments, any file of the folder is wrong.</exception>
    public IReadOnlyList<Scenario> Named()
    {
        if (call.Words.Count == 0)
        {
            Require(Folder.Problems.Count == 0);
            return [.. All.Where(s => s.Compared)];
        }
        var problems = new List<InputProblem>();
        var named = new List<Scenario>();
        foreach (string word in call.Words)
        {
            if (Find(word, problems) is not { } scenario) continue;
            if (named.Contains(scenario)) problems.Add(new InputProblem(Mark.Whole("corridor"), "scenario", word, new("aparece más de una vez", "given more than once")));
            else named.Add(scenario);
        }
        if (problems.Count > 0) throw new InputException([.. problems.Distinct()]);
        int others = Folder.Problems.Select(p => p.File).Distinct().Count();
        if (others > 0) call.Tell($"corridor: {others} archivo(s) con problemas no se usan aquí; 'corridor validate' dice cuáles", $"corridor: {others} file(s) with problems are not used here; 'corridor validate' says which");
        return named;
    }

    /// <summary>The one scenario named, whose measures are asked about.</summary>
    /// <param name="verb">The command, for what is wrong.</param>
    /// <exception cref="InputException">None is named, it is not there or is wrong, or it has no measures.</exception>
    public Scenario Measured(string verb)
    {
        string[] ids = [.. All.Where(s => s.Measures.Count > 0).Select(s => s.Id)];
        if (call.Words.Count == 0) throw Wrong(verb, null, new("falta el escenario", "needs a scenario"), new($"uno de estos: {string.Join(", ", ids)}", $"one of {string.Join(", ", ids)}"));
        Scenario scenario = Named()[0];
        return scenario.Measures.Count > 0 ? scenario : throw Wrong("scenario", scenario.Id, new("no tiene medidas", "has no measures"), new("un escenario con medidas", "a scenario with measures"));

        static InputException Wrong(string field, string? given, Bilingual message, Bilingual expected) => new([new InputProblem(Mark.Whole("corridor"), field, given, message, expected)]);
    }

    /// <summary>The scenario that others are compared with; null for the baseline, named or not.</summary>
    /// <exception cref="InputException">It is not there or is wrong.</exception>
    public Scenario? Against()
    {
        if (Settings.Against.Given(call.Parsed, new Problems()) is not { } word) return null;
        if (Folder.Baselines.Any(b => IsPath(word) ? SameFile(b.Mark.File, word) : b.Id == word)) return null;
        var problems = new List<InputProblem>();
        return Find(word, problems) ?? throw new InputException(problems);
    }

    /// <summary>The only scenario named, or null for the baseline: none named, or the baseline itself.</summary>
    /// <exception cref="InputException">It is not there or is wrong.</exception>
    public (BaselineFile Baseline, Scenario? Scenario) One()
    {
        if (call.Words.Count == 0) return (Baseline(), null);
        if (Folder.Baselines.FirstOrDefault(b => IsPath(call.Words[0]) ? SameFile(b.Mark.File, call.Words[0]) : b.Id == call.Words[0]) is { } baseline) return (baseline, null);
        Scenario scenario = Named()[0];
        return (scenario.Baseline, scenario);
    }

    /// <summary>The baseline that scenarios share, or of the folder if there are none.</summary>
    /// <exception cref="InputException">There is none, or more than one.</exception>
    public BaselineFile Baseline(IReadOnlyList<Scenario>? scenarios = null)
    {
        BaselineFile[] baselines = [.. (scenarios is { Count: > 0 } ? scenarios.Select(s => s.Baseline) : Folder.Baselines).DistinctBy(b => b.Id)];
        if (baselines.Length == 1) return baselines[0];
        Require(baselines.Length > 1 || Folder.Problems.Count == 0);
        string ids = string.Join(", ", baselines.Select(b => b.Id));
        throw new InputException([new InputProblem(Mark.Whole("corridor"), "", null, baselines.Length == 0
            ? new($"no hay ninguna línea base en {Directory}", $"there is no baseline in {Directory}")
            : new($"hay más de una línea base ({ids}); nombre escenarios de una sola", $"there is more than one baseline ({ids}); name scenarios of one only"))]);
    }

    /// <summary>Whether a word names a file rather than an id.</summary>
    public static bool IsPath(string word) => word.Contains('/') || word.Contains('\\') || Path.GetExtension(word) is ".yaml" or ".yml";

    private Scenario? Find(string word, List<InputProblem> problems)
    {
        bool path = IsPath(word);
        if (Folder.Scenarios.FirstOrDefault(s => path ? SameFile(s.Mark.File, word) : s.Id == word) is { } found) return found;
        // The scenario's own faults first; if it has none, those of what it builds on.
        InputProblem[] own = [.. Folder.Problems.Where(p => path ? SameFile(p.File, word) : Path.GetFileNameWithoutExtension(p.File) == word)];
        bool isBaseline = Folder.Baselines.Any(b => path ? SameFile(b.Mark.File, word) : b.Id == word);
        if (own.Length > 0) problems.AddRange(own);
        else if (isBaseline) problems.Add(new InputProblem(Mark.Whole("corridor"), "scenario", word, new("es la línea base, no un escenario", "is the baseline, not a scenario")));
        else if (path || Folder.Scenarios.Count == 0) problems.AddRange(Folder.Problems);
        else problems.AddRange(Folder.Find(word).Problems);
        return null;
    }

    private void Require(bool sound)
    {
        if (!sound) throw new InputException(Folder.Problems);
    }

    private static bool SameFile(string a, string b) => Path.GetFullPath(a) == Path.GetFullPath(b);
}
