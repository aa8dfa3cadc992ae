using System.Globalization;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Builds a rollout from a tree that was found right.</summary>
internal static class RolloutReading
{
    /// <summary>Checks and reads; null, with the reasons noted, if anything is wrong.</summary>
    public static Rollout? Read(MapNode root, IReadOnlyList<string> files, ScenarioFolder folder, IReadOnlyList<string>? sources, (IReadOnlyList<MatrixRow> Rows, IReadOnlyList<Contradiction> Known) matrix, Problems problems)
    {
        BaselineFile? baseline = folder.Baselines.FirstOrDefault(b => b.Answers(root.Word("baseline")));
        var context = new Checking { Problems = problems };
        if ((baseline ?? folder.Baselines.FirstOrDefault()) is { } known)
        {
            known.NameInto(context);
            context.Names[NameSets.Sides] = [.. RolloutSide.All(known.Model).Select(s => s.ToString())];
        }
        if (sources is not null) context.Names[NameSets.Sources] = sources;
        context.Names[NameSets.Measures] = MeasureCatalog.Names;
        context.Names[NameSets.MatrixRows] = [.. matrix.Rows.Select(r => r.Id)];
        context.Names[NameSets.Scenarios] = [.. folder.Baselines.SelectMany(b => b.StandsFor.Prepend(b.Id))];
        RolloutShapes.File(MeasureCatalog.All).Check(root, "", context);
        if (problems.Any || baseline is null) return null;
        var counts = (MapNode)root["counts"]!;
        return new Rollout
        {
            Id = root.Word("id")!, Title = Reading.InBoth(root["title"]!), Description = Reading.InBoth(root["description"]!),
            Baseline = baseline, Matrix = matrix.Rows, Contradictions = matrix.Known,
            Counts = new CountMapping(Names.Member<CountsAs>(counts.Word("as")!), (int)RolloutShapes.Region.Read(counts["region"]!)),
            Lag = root.Word("effect") == "next-year" ? 1 : 0,
            Lines = [.. Items(root, "lines").Select(l => LineOf(l, baseline))],
            Status = [.. root.Rows("status").Select(s => StatusOf(s.Key, (MapNode)s.Value))],
            Delays = [.. Items(root, "delays").Select(d => new Delay(d.Word("line")!, SidesOrNull(d["sides"]), (int)RolloutShapes.Late.Read(d["years"]!), Reading.InBoth(d["because"]!)))],
            Committed = [.. Items(root, "committed").Select(CommitmentOf)],
            Works = [.. Items(root, "works").Select(WorksOf)],
            Yield = root["yield"] is MapNode yield ? YieldOf(yield) : null,
            Weeks = [.. root.Rows("weeks").Select(w => WeeksOf(w.Key, (MapNode)w.Value))],
            Own = root.Rows("own").ToDictionary(r => r.Key, r => (IReadOnlyDictionary<int, double>)((MapNode)r.Value).Entries.ToDictionary(y => Year(y.Key), y => RolloutShapes.Level.Read(y.Value))),
            Files = files, Figures = context.Figures, Mark = root.Mark,
        };
    }

    private static IEnumerable<MapNode> Items(MapNode map, string key) => (map[key] as ListNode)?.Items.Cast<MapNode>() ?? [];

    private static IReadOnlyList<RolloutSide> Sides(InputNode node) => [.. ((ListNode)node).Items.Select(i => RolloutSide.Of(((ScalarNode)i).Value))];

    private static IReadOnlyList<RolloutSide>? SidesOrNull(InputNode? node) => node is null ? null : Sides(node);

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static RolloutLine LineOf(MapNode map, BaselineFile baseline)
    {
        MeasureApplication? use = map["measure"] is null ? null : new RolloutLineShape(MeasureCatalog.All).Use(map);
        Bilingual title = use is null ? Reading.InBoth(map["title"]!) : MeasureCatalog.Find(use.Measure)!.Title;
        IReadOnlyList<RolloutSide> order = SidesOrNull(map["order"]) ?? [];
        IReadOnlyDictionary<RolloutSide, int>? from = map["from"] switch
        {
            null => null,
            MapNode table => table.Entries.ToDictionary(e => RolloutSide.Of(e.Key), e => (int)RolloutShapes.Year.Read(e.Value)),
            var year => RolloutSide.All(baseline.Model).ToDictionary(s => s, _ => (int)RolloutShapes.Year.Read(year)),
        };
        return new RolloutLine(
            RolloutChecks.NameOf(map), title, use, map.Word("row"), from, order, map.Flag("only"),
            map["waits-for"] is ListNode needs ? [.. needs.Items.Select(n => ((ScalarNode)n).Value)] : [], (int)map.Number("building", RolloutShapes.Late), map.Mark);
    }

    private static SideStatus StatusOf(string side, MapNode map) => new(
        RolloutSide.Of(side), Reading.InBoth(map["text"]!), map["stands"] is ListNode stands ? [.. stands.Items.Select(s => ((ScalarNode)s).Value)] : [], map.Word("source"));

    private static Commitment CommitmentOf(MapNode map) => new(
        new CommitmentShape(MeasureCatalog.All).Use(map), Sides(map["sides"]!), (int)RolloutShapes.Year.Read(map["from"]!), Reading.InBoth(map["because"]!), map.Word("source"));

    private static Works WorksOf(MapNode map)
    {
        int[] years = [.. ((ListNode)map["years"]!).Items.Select(y => (int)RolloutShapes.Year.Read(y))];
        return new Works(Sides(map["sides"]!), years[0], years[^1], RolloutShapes.Lost.Read(map["capacity-lost"]!), map.Flag("committed"), Reading.InBoth(map["because"]!));
    }

    private static Yielding YieldOf(MapNode map) => new(
        (int)RolloutShapes.Trucks.Read(map["defer-from"]!), RolloutShapes.Share.Read(map["defer-share"]!), RolloutShapes.Hours.Read(map["defer-time"]!) / 60,
        (int)RolloutShapes.Trucks.Read(map["divert-from"]!), RolloutShapes.Share.Read(map["divert-share"]!),
        map["extra-from"] is { } from ? (int)RolloutShapes.Trucks.Read(from) : null, map["extra-staff"] is { } staff ? (int)RolloutShapes.Staff.Read(staff) : 1, map.Flag("when-closed"));

    private static RepresentativeWeeks WeeksOf(string id, MapNode map) => new(
        id, Reading.InBoth(map["title"]!), map["start"] is { } start ? DayRuleShape.Read(start) : null,
        (int)RolloutShapes.Days.Read(map["days"]!), (int)RolloutShapes.WarmUp.Read(map["warm-up"]!), RolloutShapes.Days.Read(map["stands-for"]!), map.Flag("steady"));
}
