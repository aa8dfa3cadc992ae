using CorridorTwin.Scenarios.Measures;
using Microsoft.Extensions.Primitives;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>The form as a browser sends it: names such as <c>u0.intensity</c> for the first use's strength.</summary>
internal static class FormPost
{
    private const int MostUses = 60;
    private const int MostDisturbances = 60;
    private const int LongestText = 4000;

    /// <summary>Reads what was sent.</summary>
    /// <param name="sent">The fields.</param>
    /// <param name="comma">The reader writes decimal commas.</param>
    public static ScenarioForm Read(IFormCollection sent, bool comma)
    {
        string Text(string name) => Cut(One(sent, name).Trim(), LongestText);
        string Number(string name) => FormNumbers.Typed(Text(name), comma);
        return new ScenarioForm
        {
            Editing = Text("editing") is { Length: > 0 } id ? id : null,
            Seen = Text("seen"), Original = One(sent, "original"), Id = Text("id"),
            TitleEs = Text("title-es"), TitleEn = Text("title-en"), DescriptionEs = Text("description-es"), DescriptionEn = Text("description-en"),
            Extends = Text("extends"), Year = Text("year"), Period = Text("period"), Growth = Number("growth"), Added = Number("added"),
            Uses = [.. Enumerable.Range(0, MostUses).TakeWhile(i => sent.ContainsKey($"u{i}.measure")).Select(i => Use(sent, $"u{i}.", comma)).OfType<UseForm>()],
            Disturbances = [.. Enumerable.Range(0, MostDisturbances).TakeWhile(i => sent.ContainsKey($"d{i}.kind")).Select(i => new DisturbanceForm
            {
                Kind = Text($"d{i}.kind"), Post = Text($"d{i}.post"), Start = Number($"d{i}.start"), Length = Number($"d{i}.length"), Force = Number($"d{i}.force"), Line = Line(sent, $"d{i}.line"),
            })],
        };
    }

    private static UseForm? Use(IFormCollection sent, string at, bool comma)
    {
        // A form of another version, or no form of ours at all.
        if (MeasureCatalog.Find(One(sent, at + "measure")) is not { } measure) return null;
        return new UseForm
        {
            Measure = measure.Name, On = sent.ContainsKey(at + "on"), Line = Line(sent, at + "line"),
            Posts = All(sent, at + "posts"), Countries = All(sent, at + "countries"), Directions = All(sent, at + "directions"), Roles = All(sent, at + "roles"), Operations = All(sent, at + "operations"),
            Intensity = FormNumbers.Typed(Cut(One(sent, at + "intensity"), LongestText), comma),
            Parameters = measure.Parameters.Where(p => p.Kind != ParameterKind.Posts).ToDictionary(p => p.Key, p => FormNumbers.Typed(Cut(One(sent, at + "p." + p.Key), LongestText), comma)),
            Lists = measure.Parameters.Where(p => p.Kind == ParameterKind.Posts).ToDictionary(p => p.Key, p => All(sent, at + "p." + p.Key)),
        };
    }

    private static int Line(IFormCollection sent, string name) => int.TryParse(One(sent, name), out int line) ? line : -1;

    private static string One(IFormCollection sent, string name) => sent.TryGetValue(name, out StringValues values) ? values[^1] ?? "" : "";

    private static IReadOnlyList<string> All(IFormCollection sent, string name) => sent.TryGetValue(name, out StringValues values) ? [.. values.OfType<string>().Select(v => Cut(v, 100)).Take(100)] : [];

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
