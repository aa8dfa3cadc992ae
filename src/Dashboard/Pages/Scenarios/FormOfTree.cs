using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Fills the form from a scenario's file.</summary>
/// <param name="corridor">The corridor: its posts and countries are what can be ticked.</param>
internal sealed class FormOfTree(CorridorModel corridor)
{
    private readonly string[] posts = [.. corridor.Posts.Select(p => p.Id)];
    private readonly string[] countries = [.. corridor.Countries.Select(c => c.Id)];

    /// <summary>An empty form.</summary>
    public ScenarioForm Empty(string extends) => new() { Extends = extends, Uses = [.. MeasureCatalog.All.Select(Off)] };

    /// <summary>The form of a file.</summary>
    /// <param name="root">Its tree, free of problems.</param>
    /// <param name="text">Its text.</param>
    public ScenarioForm Of(MapNode root, string text)
    {
        UseForm[] uses = root["measures"] is ListNode list ? [.. list.Items.Select((n, i) => n is MapNode map && Word(map, "measure") is { } name && MeasureCatalog.Find(name) is { } m ? Use(m, map, i) : null).OfType<UseForm>()] : [];
        return new ScenarioForm
        {
            Original = text, Id = Word(root, "id") ?? "", Extends = Word(root, "extends") ?? "", Year = Word(root, "year") ?? "", Period = Word(root["period"], "start") ?? "",
            TitleEs = Word(root["title"], "es") ?? "", TitleEn = Word(root["title"], "en") ?? "",
            DescriptionEs = Word(root["description"], "es") ?? "", DescriptionEn = Word(root["description"], "en") ?? "",
            Growth = FormNumbers.Field(Figure((root["demand"] as MapNode)?["growth"]), "%/year"), Added = FormNumbers.Field(Figure((root["demand"] as MapNode)?["added"]), "%"),
            // In the order of the catalogue; a measure used twice has its lines one under the other.
            Uses = [.. MeasureCatalog.All.SelectMany(m => uses.Where(u => u.Measure == m.Name).DefaultIfEmpty(Off(m)))],
            Disturbances = root["disruptions"] is ListNode disturbed ? [.. disturbed.Items.OfType<MapNode>().Select(Disturbance)] : [],
        };
    }

    /// <summary>A line of a measure that is not part of the scenario.</summary>
    public UseForm Off(IMeasure measure) => new()
    {
        Measure = measure.Name, Posts = posts, Countries = countries, Directions = Words<Direction>(), Roles = Words<SideRole>(), Operations = [.. measure.Operations.Select(Names.Key)],
        Parameters = measure.Parameters.Where(p => p.Kind != ParameterKind.Posts).ToDictionary(p => p.Key, _ => ""),
        Lists = measure.Parameters.Where(p => p.Kind == ParameterKind.Posts).ToDictionary(p => p.Key, p => ((ParameterValue.Posts)p.Default).Ids),
    };

    private UseForm Use(IMeasure measure, MapNode map, int line)
    {
        UseForm usual = Off(measure);
        MapNode? given = map["parameters"] as MapNode;
        return usual with
        {
            On = true, Line = line,
            Posts = List(map["posts"]) ?? usual.Posts, Countries = List(map["countries"]) ?? usual.Countries, Directions = List(map["directions"]) ?? usual.Directions,
            Roles = List(map["roles"]) ?? usual.Roles, Operations = List(map["operations"]) ?? usual.Operations,
            Intensity = map["intensity"] is { } intensity ? FormNumbers.Field(Figure(intensity), "%") : "100",
            Parameters = measure.Parameters.Where(p => p.Kind != ParameterKind.Posts).ToDictionary(p => p.Key, p => p.Kind == ParameterKind.Flag ? Flag(given?[p.Key]) : FormNumbers.Field(Figure(given?[p.Key]), p.Unit)),
            Lists = usual.Lists.ToDictionary(l => l.Key, l => List(given?[l.Key]) ?? l.Value),
        };
    }

    private static DisturbanceForm Disturbance(MapNode map, int line)
    {
        string kind = Word(map, "from") is { } known ? DisturbanceForm.FromLibrary + known : Word(map, "kind") ?? "closure";
        return new DisturbanceForm
        {
            Kind = kind, Post = Word(map, "post") ?? "", Line = line,
            Start = FormNumbers.Field(Figure(map["start"]), "d"), Length = FormNumbers.Field(Figure(map["length"]), "h"),
            Force = DisturbanceForm.ForceOf(kind) is { } force ? FormNumbers.Field(Figure(map[force.Key]), force.Unit) : "",
        };
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Names.Key)];

    private static string Figure(InputNode? node) => node is null ? "" : FigureShape.ValueOf(node)?.Value.Trim() ?? "";

    private static string Flag(InputNode? node) => Figure(node) switch { "yes" or "true" => "yes", "no" or "false" => "no", _ => "" };

    private static IReadOnlyList<string>? List(InputNode? node) => node is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(i => i.Value)] : null;

    private static string? Word(InputNode? node, string key) => ((node as MapNode)?[key] as ScalarNode)?.Value;
}
