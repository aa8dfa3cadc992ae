using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>A use of a measure in sentences: what it does, where, how strongly, on what evidence.</summary>
public sealed class ScenarioSentences(CorridorModel corridor, Tongue tongue)
{
    /// <summary>Where and how strongly.</summary>
    public string Where(MeasureApplication use)
    {
        string[] posts = [.. (use.Posts ?? [.. corridor.Posts.Select(p => p.Id)]).Select(id => Words.Of(corridor.Post(id), tongue))];
        string where = posts.Length == corridor.Posts.Count ? tongue.Say("en los cinco puestos", "at all posts") : tongue.Say("en ", "at ") + string.Join(", ", posts);
        if (use.Countries is { } countries) where += tongue.Say(", lados de ", ", sides of ") + string.Join(", ", countries);
        if (use.Directions is { Count: 1 } directions) where += ", " + tongue.Say(Words.Of(directions[0]));
        if (use.Roles is { Count: 1 } roles) where += tongue.Say($", lado de {Words.Of(roles[0]).Es}", $", {Words.Of(roles[0]).En} side");
        if (use.Operations is { } operations) where += tongue.Say(", solo ", ", only ") + string.Join(", ", operations.Select(o => tongue.Say(Words.Of(o))));
        return tongue.Say($"Dónde: {where}. Fuerza: {use.Intensity * 100:0.##} %.", $"Where: {where}. Strength: {use.Intensity * 100:0.##} %.");
    }

    /// <summary>One parameter: its value, where it comes from and what is published.</summary>
    public string Parameter(MeasureParameter parameter, MeasureApplication use)
    {
        bool set = use.Parameters.TryGetValue(parameter.Key, out ParameterValue? value);
        string text = (value ?? parameter.Default) switch
        {
            ParameterValue.Number n => parameter.Written(n.Value),
            ParameterValue.Flag f => f.On ? tongue.Say("sí", "yes") : tongue.Say("no", "no"),
            ParameterValue.Posts p => p.Ids.Count == 0 ? tongue.Say("ninguno", "none") : string.Join(", ", p.Ids),
            _ => "",
        };
        string range = parameter.Kind is ParameterKind.Share or ParameterKind.Number ? tongue.Say($", rango {parameter.Written(parameter.Low)} a {parameter.Written(parameter.High)}", $", range {parameter.Written(parameter.Low)} to {parameter.Written(parameter.High)}") : "";
        string origin = set ? tongue.Say("fijado por el escenario; ", "set by the scenario; ") : "";
        return $"{parameter.Key}: {text}. {tongue.Say(parameter.Description)} ({origin}{Grade(parameter.Grade)}{range}; {string.Join(", ", parameter.Sources)}).";
    }

    /// <summary>What it needs.</summary>
    public string Needs(Prerequisite prerequisite) => tongue.Say($"Requiere {prerequisite.Label.Es}: ", $"Needs {prerequisite.Label.En}: ") + tongue.Say(prerequisite.Reason);

    /// <summary>What must be watched.</summary>
    public string Watch(Guard guard) => tongue.Say("Salvaguarda: ", "Guard: ") + tongue.Say(guard.Reason);

    /// <summary>What it said when it was applied, equal remarks together.</summary>
    public IEnumerable<string> Notes(IEnumerable<MeasureNote> notes) => notes
        .GroupBy(n => (n.Kind, n.Remark))
        .OrderBy(g => g.Key.Kind)
        .Select(g => Capital(tongue.Say(g.Key.Remark)).TrimEnd('.') + $": {Sides.Say([.. g.Select(n => $"{n.Post}.{n.Direction}.{(n.Role == SideRole.Exit ? "exit" : "entry")}")], corridor, tongue)}.");

    private string Grade(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Measured => tongue.Say("medido", "measured"),
        EvidenceGrade.ExAnteClaim => tongue.Say("meta o anuncio", "ex-ante claim"),
        _ => tongue.Say("supuesto", "assumption"),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
