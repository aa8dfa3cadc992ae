using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Writes what stands in the form as a scenario's file. Whatever the original says that the form has no field for stays.</summary>
internal sealed class TreeOfForm(ScenarioForm form, CorridorModel corridor)
{
    private static readonly Mark Nowhere = Mark.Whole("");
    private readonly MapNode original = form.Original.Length > 0 && YamlTree.Parse("original", form.Original, new Problems()) is MapNode map ? map : Empty;

    private static MapNode Empty => new(Nowhere, []);

    /// <summary>The tree, and the line of each use in the list it writes: uses that are off have none.</summary>
    public (MapNode Root, IReadOnlyList<int> Uses) Write()
    {
        MapNode root = Set(Empty, "id", form.Id);
        root = Both(root, "title", form.TitleEs, form.TitleEn);
        root = Both(root, "description", form.DescriptionEs, form.DescriptionEn);
        root = Set(root, "extends", form.Extends);
        root = Set(root, "year", form.Year);
        if (form.Period.Length > 0) root = root.With("period", Set(Empty, "start", form.Period));
        int[] on = [.. form.Uses.Select((u, i) => (u, i)).Where(p => p.u.On).Select(p => p.i)];
        if (on.Length > 0) root = root.With("measures", new ListNode(Nowhere, [.. on.Select(i => Use(form.Uses[i]))]));
        if (form.Disturbances.Count > 0) root = root.With("disruptions", new ListNode(Nowhere, [.. form.Disturbances.Select(Disturbance)]));
        MapNode demand = Figure(Figure(original["demand"] as MapNode ?? Empty, "growth", form.Growth, "%/year"), "added", form.Added, "%");
        if (demand.Entries.Count > 0) root = root.With("demand", demand);
        foreach (MapEntry kept in original.Entries.Where(e => e.Key is not ("id" or "title" or "description" or "extends" or "year" or "period" or "measures" or "disruptions" or "demand")))
            root = root.With(kept.Key, kept.Value);
        return (root, on);
    }

    private MapNode Use(UseForm use)
    {
        IMeasure measure = MeasureCatalog.Find(use.Measure)!;
        MapNode map = Line("measures", use.Line);
        if ((map["measure"] as ScalarNode)?.Value != measure.Name) map = Empty;
        string[] posts = [.. corridor.Posts.Select(p => p.Id)];
        map = Set(map, "measure", measure.Name);
        map = IsAll(use.Posts, posts) ? map.With("posts", new ScalarNode(Nowhere, NamesShape.All)) : map.With("posts", List(use.Posts));
        map = Ticked(map, "countries", use.Countries, [.. corridor.Countries.Select(c => c.Id)]);
        map = Ticked(map, "directions", use.Directions, [.. Enum.GetValues<Direction>().Select(Names.Key)]);
        map = Ticked(map, "roles", use.Roles, [.. Enum.GetValues<SideRole>().Select(Names.Key)]);
        map = Ticked(map, "operations", use.Operations, [.. measure.Operations.Select(Names.Key)]);
        map = Set(map, "intensity", FormNumbers.Written(use.Intensity, "%"));
        MapNode parameters = map["parameters"] as MapNode ?? Empty;
        foreach (MeasureParameter parameter in measure.Parameters)
        {
            if (parameter.Kind == ParameterKind.Posts)
            {
                IReadOnlyList<string> ticked = use.Lists.GetValueOrDefault(parameter.Key) ?? [];
                parameters = IsAll(ticked, ((ParameterValue.Posts)parameter.Default).Ids) ? Without(parameters, parameter.Key) : parameters.With(parameter.Key, List(ticked));
            }
            else
            {
                parameters = Figure(parameters, parameter.Key, use.Parameters.GetValueOrDefault(parameter.Key, ""), parameter.Unit);
            }
        }
        return parameters.Entries.Count > 0 ? map.With("parameters", parameters) : Without(map, "parameters");
    }

    private MapNode Disturbance(DisturbanceForm disturbance)
    {
        MapNode map = Line("disruptions", disturbance.Line);
        foreach (string key in new[] { "absent", "slowdown", "added" }) map = Without(map, key);
        if (disturbance.Kind != "surge") map = Without(map, "carrying");
        if (disturbance.Kind.StartsWith(DisturbanceForm.FromLibrary, StringComparison.Ordinal))
        {
            // What it is and how hard and long it hits stands in the library.
            map = Set(Without(Without(map, "kind"), "length"), "from", disturbance.Kind[DisturbanceForm.FromLibrary.Length..]);
            return Set(Set(map, "post", disturbance.Post), "start", FormNumbers.Written(disturbance.Start, "d"));
        }
        map = Set(Without(map, "from"), "kind", disturbance.Kind);
        map = Set(map, "post", disturbance.Post);
        map = Set(map, "start", FormNumbers.Written(disturbance.Start, "d"));
        map = Set(map, "length", FormNumbers.Written(disturbance.Length, "h"));
        return DisturbanceForm.ForceOf(disturbance.Kind) is { } force ? Set(map, force.Key, FormNumbers.Written(disturbance.Force, force.Unit)) : map;
    }

    private MapNode Line(string list, int index) => index >= 0 && original[list] is ListNode lines && index < lines.Items.Count && lines.Items[index] is MapNode map ? map : Empty;

    /// <summary>A language left blank says what the other says.</summary>
    private static MapNode Both(MapNode root, string key, string es, string en) =>
        es.Length + en.Length == 0 ? root : root.With(key, Set(Set(Empty, "es", es.Length > 0 ? es : en), "en", en.Length > 0 ? en : es));

    /// <summary>A figure keeps its source and note as long as its value stands.</summary>
    private static MapNode Figure(MapNode map, string key, string text, string unit)
    {
        string written = FormNumbers.Written(text, unit);
        if (map[key] is MapNode figure && (figure["value"] as ScalarNode)?.Value.Trim() is { } value && FormNumbers.Field(value, unit) == FormNumbers.Field(written, unit)) return map;
        if (map[key] is ScalarNode old && FormNumbers.Field(old.Value.Trim(), unit) == FormNumbers.Field(written, unit)) return map;
        return Set(map, key, written);
    }

    private static MapNode Ticked(MapNode map, string key, IReadOnlyList<string> ticked, IReadOnlyList<string> all) => IsAll(ticked, all) ? Without(map, key) : map.With(key, List(ticked));

    private static bool IsAll(IReadOnlyList<string> ticked, IReadOnlyList<string> all) => ticked.Count == all.Count && all.All(ticked.Contains);

    private static ListNode List(IReadOnlyList<string> words) => new(Nowhere, [.. words.Select(w => new ScalarNode(Nowhere, w))]);

    private static MapNode Set(MapNode map, string key, string text) => text.Length > 0 ? map.With(key, new ScalarNode(Nowhere, text)) : Without(map, key);

    private static MapNode Without(MapNode map, string key) => new(map.Mark, [.. map.Entries.Where(e => e.Key != key)]);
}
