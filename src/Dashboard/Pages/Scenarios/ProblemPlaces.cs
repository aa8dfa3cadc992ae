using System.Globalization;
using System.Text.RegularExpressions;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Finds the field of the form that a problem of the file it writes belongs to.</summary>
internal static partial class ProblemPlaces
{
    /// <summary>A problem as the form says it.</summary>
    /// <param name="problem">What the library says.</param>
    /// <param name="path">The file the form writes.</param>
    /// <param name="uses">The form's use of each line of the file's measures.</param>
    /// <param name="form">The form.</param>
    public static FormProblem Of(InputProblem problem, string path, IReadOnlyList<int> uses, ScenarioForm form)
    {
        (string field, string unit) = problem.File == path ? Place(problem.Field, uses, form) : ("", "");
        string? nearest = problem.NearestValid ?? problem.Limit ?? (problem.Message == Wording.Comma ? problem.Given?.Replace(',', '.') : null);
        Bilingual expected = problem.Expected is { } e ? new($"; se esperaba {e.Es}", $"; expected {e.En}") : Bilingual.Same("");
        string given = problem.Given is { Length: > 0 } text && field.Length == 0 ? $"'{(text.Length > 60 ? text[..60] + "…" : text)}': " : "";
        string where = field.Length == 0 && problem.Field.Length > 0 ? problem.Field + ": " : "";
        return new FormProblem(field, new(where + given + problem.Message.Es + expected.Es, where + given + problem.Message.En + expected.En), nearest is null ? null : FormNumbers.Field(nearest, unit));
    }

    private static (string Field, string Unit) Place(string path, IReadOnlyList<int> uses, ScenarioForm form)
    {
        if (UsePath().Match(path) is { Success: true } use && Index(use) is var line && line < uses.Count)
        {
            string at = $"u{uses[line]}.", key = use.Groups[2].Value;
            if (ParameterPath().Match(key) is not { Success: true } parameter) return (at + First(key), First(key) == "intensity" ? "%" : "");
            string name = parameter.Groups[1].Value;
            return (at + "p." + name, MeasureCatalog.Find(form.Uses[uses[line]].Measure)!.Parameters.FirstOrDefault(p => p.Key == name)?.Unit ?? "");
        }
        if (DisturbancePath().Match(path) is { Success: true } disturbed && Index(disturbed) is var number && number < form.Disturbances.Count)
            return First(disturbed.Groups[2].Value) switch
            {
                "start" => ($"d{number}.start", "d"),
                "length" => ($"d{number}.length", "h"),
                "post" => ($"d{number}.post", ""),
                "absent" or "slowdown" or "added" => ($"d{number}.force", DisturbanceForm.ForceOf(form.Disturbances[number].Kind)?.Unit ?? ""),
                _ => ($"d{number}.kind", ""),
            };
        return path switch
        {
            "id" or "extends" or "year" => (path, ""),
            "title" or "title.es" => ("title-es", ""),
            "title.en" => ("title-en", ""),
            "description" or "description.es" => ("description-es", ""),
            "description.en" => ("description-en", ""),
            "period" or "period.start" => ("period", ""),
            "demand.growth" or "demand.growth.value" => ("growth", "%/year"),
            "demand.added" or "demand.added.value" => ("added", "%"),
            _ => ("", ""),
        };
    }

    private static int Index(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static string First(string key) => key.Split('.', '[')[0];

    [GeneratedRegex(@"^measures\[([0-9]{1,4})\]\.?(.*)$")]
    private static partial Regex UsePath();

    [GeneratedRegex(@"^parameters\.([a-z0-9-]+)")]
    private static partial Regex ParameterPath();

    [GeneratedRegex(@"^disruptions\[([0-9]{1,4})\]\.?(.*)$")]
    private static partial Regex DisturbancePath();
}
