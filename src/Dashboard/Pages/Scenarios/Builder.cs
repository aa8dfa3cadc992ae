using System.Globalization;
using System.Text;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>One thing wrong in the form.</summary>
/// <param name="Field">Name of the field; empty for the scenario as a whole.</param>
/// <param name="Text">What is wrong and what was expected.</param>
/// <param name="Nearest">The nearest valid value, as the field would hold it; null if there is none.</param>
public sealed record FormProblem(string Field, Bilingual Text, string? Nearest = null);

/// <summary>A form and what the library says of it.</summary>
/// <param name="Form">The form, with its id.</param>
/// <param name="Text">The file it writes.</param>
/// <param name="Scenario">The scenario; null if anything is wrong.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record CheckedForm(ScenarioForm Form, string Text, Scenario? Scenario, IReadOnlyList<FormProblem> Problems);

/// <summary>Checks forms as the library checks files: by writing the file and reading it.</summary>
public sealed class Builder(ScenarioLibrary library, OwnScenarios own)
{
    private const int LongestTitle = 120;
    private const int LongestDescription = 2000;

    /// <summary>The corridor; null if no baseline can be read.</summary>
    public CorridorModel? Corridor => library.Baseline?.Model;

    /// <summary>Disturbances that may be named.</summary>
    public IReadOnlyList<KnownDisruption> Known => library.Folder.Disruptions;

    /// <summary>What a scenario may start from: baselines, and scenarios that do not start from it themselves.</summary>
    public IReadOnlyList<(string Id, Bilingual Title)> Starts(string? editing)
    {
        ScenarioFolder folder = library.Folder;
        bool Above(Scenario? s)
        {
            for (; s is not null; s = folder.Scenarios.FirstOrDefault(o => o.Id == s.Extends))
                if (s.Id == editing) return true;
            return false;
        }
        return [.. folder.Baselines.Select(b => (b.Id, b.Title)), .. folder.InUsualOrder.Where(s => !Above(s)).Select(s => (s.Id, s.Title))];
    }

    /// <summary>The form of a scenario there is, to change it or to make another from it.</summary>
    public ScenarioForm? FormOf(string id, bool copy)
    {
        if (library.Folder.Scenarios.FirstOrDefault(s => s.Id == id) is not { } scenario || Corridor is not { } corridor) return null;
        if (KeptFile.Read(scenario.Mark.File) is not { } text || YamlTree.Parse(scenario.Mark.File, text, new Problems()) is not MapNode root) return null;
        ScenarioForm form = new FormOfTree(corridor).Of(root, text);
        if (!copy) return form with { Editing = id, Seen = OwnScenarios.Fingerprint(text) };
        string title = form.TitleEs;
        return form with { Id = Free(id), TitleEs = $"{title} (copia)", TitleEn = $"{form.TitleEn} (copy)" };
    }

    /// <summary>The form of an uploaded file, free of problems.</summary>
    public ScenarioForm? FormOf(MapNode root, string text) => Corridor is { } corridor ? new FormOfTree(corridor).Of(root, text) : null;

    /// <summary>The form of a new scenario.</summary>
    public ScenarioForm? Empty() => library.Baseline is { } baseline ? new FormOfTree(baseline.Model).Empty(baseline.Id) : null;

    /// <summary>Checks a form.</summary>
    public CheckedForm Check(ScenarioForm form)
    {
        if (library.Baseline is not { } baseline) return new CheckedForm(form, "", null, [new FormProblem("", ScenarioTexts.NoBaseline)]);
        form = form with { Id = form.Editing ?? (form.Id.Length > 0 ? form.Id : IdOf(form)) };
        var problems = new List<FormProblem>();
        if (form.TitleEs.Length + form.TitleEn.Length == 0) problems.Add(new FormProblem("title-es", BuilderTexts.NeedsTitle));
        foreach ((string field, string text) in new[] { ("title-es", form.TitleEs), ("title-en", form.TitleEn) })
            if (text.Length > LongestTitle) problems.Add(new FormProblem(field, new($"demasiado largo; como máximo {LongestTitle} letras", $"too long; at most {LongestTitle} letters")));
        foreach ((string field, string text) in new[] { ("description-es", form.DescriptionEs), ("description-en", form.DescriptionEn) })
            if (text.Length > LongestDescription) problems.Add(new FormProblem(field, new($"demasiado largo; como máximo {LongestDescription} letras", $"too long; at most {LongestDescription} letters")));
        bool named = form.Id.Length > 0;
        if (named && !OwnScenarios.IsId(form.Id)) problems.Add(new FormProblem("id", BuilderTexts.IdForm, Slug(form.Id) is { Length: > 0 } slug && OwnScenarios.IsId(slug) ? slug : null));
        else if (form.Editing is null && IsTaken(form.Id)) problems.Add(new FormProblem("id", BuilderTexts.IdTaken, Free(form.Id)));
        var writing = new TreeOfForm(form, baseline.Model);
        (MapNode root, IReadOnlyList<int> uses) = writing.Write();
        string file = YamlText.Of(root);
        string path = OwnScenarios.IsId(form.Id) ? own.FileOf(form.Id) : Path.Combine(library.Own, "new.yaml");
        ScenarioFolder before = library.Folder, after = before.With(path, file);
        // The title's absence is said once; so is what is wrong with the id.
        foreach (InputProblem problem in after.Problems.Where(p => p.File == path || !before.Problems.Contains(p)))
            if (ProblemPlaces.Of(problem, path, uses, form) is var told && !(told.Field is "title-es" or "id" && problems.Any(p => p.Field == told.Field))) problems.Add(told);
        Scenario? scenario = problems.Count == 0 ? after.Scenarios.FirstOrDefault(s => s.Mark.File == path) : null;
        return new CheckedForm(form, file, scenario, problems);
    }

    /// <summary>Whether an id belongs to a scenario or baseline there is.</summary>
    public bool IsTaken(string id) => library.Folder.Scenarios.Any(s => s.Id == id) || library.Folder.Baselines.Any(b => b.Id == id) || own.Text(id) is not null;

    /// <summary>An id no scenario has: this one, or this one with a number.</summary>
    public string Free(string id)
    {
        if (OwnScenarios.IsId(id) && !IsTaken(id)) return id;
        string stem = id.Length > OwnScenarios.LongestId - 4 ? id[..(OwnScenarios.LongestId - 4)].TrimEnd('-') : id;
        return Enumerable.Range(2, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}")).First(c => !IsTaken(c));
    }

    /// <summary>An id made of words: small letters without accents, hyphens between.</summary>
    public static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (char c in Plain.Of(words))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        string text = slug.ToString();
        return (text.Length > OwnScenarios.LongestId ? text[..OwnScenarios.LongestId] : text).Trim('-');
    }

    private string IdOf(ScenarioForm form) => Slug(form.TitleEs.Length > 0 ? form.TitleEs : form.TitleEn) is { Length: > 0 } slug ? Free(slug) : "";
}
