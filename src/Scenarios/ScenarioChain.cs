using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Disruptions;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>Reads scenarios in the order in which they extend each other.</summary>
/// <param name="baselines">Baselines that loaded.</param>
/// <param name="files">Scenario files, each with the problems found so far.</param>
/// <param name="ids">Ids of every file, baselines included, loaded or not.</param>
/// <param name="measures">Measures that exist.</param>
/// <param name="library">Disturbances that may be named.</param>
internal sealed class ScenarioChain(
    IReadOnlyList<BaselineFile> baselines, IReadOnlyList<(MapNode Root, Problems Problems)> files, IReadOnlyList<string> ids, IReadOnlyList<IMeasure> measures, IReadOnlyList<KnownDisruption> library)
{
    private readonly Dictionary<MapNode, Scenario?> done = new(ReferenceEqualityComparer.Instance);
    private readonly MapShape shape = ScenarioShapes.File(measures);

    /// <summary>The scenarios that are right; what is wrong with the others is added to <paramref name="found"/>.</summary>
    public IEnumerable<Scenario> Read(List<InputProblem> found)
    {
        Scenario[] read = [.. files.Select(f => Resolve(f.Root, f.Problems, [])).OfType<Scenario>()];
        foreach ((_, Problems problems) in files) found.AddRange(problems.All);
        return read;
    }

    private Scenario? Resolve(MapNode root, Problems problems, IReadOnlyList<MapNode> children)
    {
        if (done.TryGetValue(root, out Scenario? known)) return known;
        int circle = children.ToList().FindIndex(c => ReferenceEquals(c, root));
        if (circle >= 0)
        {
            string chain = string.Join(" → ", children.Skip(circle).Append(root).Select(c => ScenarioFolder.Word(c, "id") ?? "?"));
            problems.Add(root["extends"]!, "extends", new($"los escenarios se extienden en círculo: {chain}", $"scenarios extend each other in a circle: {chain}"));
            return null;
        }
        string? parent = ScenarioFolder.Word(root, "extends");
        (MapNode Root, Problems Problems)? above = files.Where(f => parent is not null && ScenarioFolder.Word(f.Root, "id") == parent).Cast<(MapNode, Problems)?>().FirstOrDefault();
        Scenario? inherited = above is { } a ? Resolve(a.Root, a.Problems, [.. children, root]) : null;
        BaselineFile? baseline = inherited?.Baseline ?? baselines.FirstOrDefault(b => b.Answers(parent));
        return done[root] = Check(root, problems, baseline, inherited);
    }

    private Scenario? Check(MapNode root, Problems problems, BaselineFile? baseline, Scenario? inherited)
    {
        var context = new Checking { Problems = problems };
        // Names are checked against the scenario's own baseline; if that is broken itself, against any other's.
        (baseline ?? (baselines.Count > 0 ? baselines[0] : null))?.NameInto(context);
        context.Names[NameSets.Measures] = [.. measures.Select(m => m.Name)];
        context.Names[NameSets.Scenarios] = ids;
        context.Names[NameSets.Disruptions] = [.. library.Select(d => d.Id)];
        shape.Check(root, "", context);
        if (problems.Any || baseline is null) return null;
        Scenario scenario = Build(root, baseline, inherited);
        foreach (InputProblem problem in baseline.Overlay(scenario.Overlays).Problems) problems.Add(problem);
        if (scenario.Period is { } period && period.Year != scenario.Year)
            problems.Add((InputNode?)root["year"] ?? root["period"]!, "year", new($"el período empieza el {Dates.Text(period)}", $"the period begins on {Dates.Text(period)}"), Bilingual.Same($"{period.Year}"));
        return problems.Any ? null : scenario;
    }

    private Scenario Build(MapNode root, BaselineFile baseline, Scenario? inherited)
    {
        var line = new MeasureUseShape(measures);
        MeasureUse[] own = root["measures"] is ListNode list ? [.. list.Items.Select(i => line.Read((MapNode)i))] : [];
        Disruption[] disruptions = root["disruptions"] is ListNode disturbed ? [.. disturbed.Items.SelectMany(i => DisruptionShapes.Read((MapNode)i, library))] : [];
        Bilingual title = Reading.InBoth(root["title"]!);
        DateOnly? period = root["period"] is MapNode dated ? MondayShape.Read(dated["start"]!) : null;
        return new Scenario
        {
            Id = ScenarioFolder.Word(root, "id")!,
            Title = title,
            Description = root["description"] is { } words ? Reading.InBoth(words) : title,
            Extends = ScenarioFolder.Word(root, "extends")!,
            Baseline = baseline,
            // Growth follows the dates of a period, unless a year is named; then the two must agree.
            Year = root["year"] is { } year ? (int)BaselineShapes.Year.Read(year) : period?.Year ?? inherited?.Year ?? baseline.Year,
            Period = period ?? inherited?.Period,
            Measures = [.. (inherited?.Measures ?? []).Where(m => own.All(o => o.Application.Measure != m.Application.Measure)), .. own],
            Disruptions = [.. inherited?.Disruptions ?? [], .. disruptions],
            Demand = Laid(DemandShapes.Demand, inherited?.Demand, root["demand"]),
            Holidays = Laid(HolidayShapes.Holidays, inherited?.Holidays, root["holidays"]),
            Compared = root["compared"] is null || ChoiceShape.Yes(root["compared"]!),
            Mark = root.Mark,
            Hash = TreeHash.Of(root, inherited?.Hash ?? baseline.Hash),
        };
    }

    private static InputNode? Laid(MapShape shape, InputNode? below, InputNode? above) => below is not null && above is not null ? shape.Merge(below, above) : above ?? below;
}
