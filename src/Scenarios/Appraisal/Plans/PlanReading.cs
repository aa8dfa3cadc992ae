using System.Globalization;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>Builds a plan from a tree that was found right.</summary>
internal static class PlanReading
{
    /// <summary>Checks and reads; null, with the reasons noted, if anything is wrong.</summary>
    public static AppraisalPlan? Read(MapNode root, IReadOnlyList<string> files, ScenarioFolder folder, IReadOnlyList<string>? sources, Problems problems)
    {
        string? without = root.Word("without");
        Scenario? scenario = folder.Scenarios.FirstOrDefault(s => s.Id == without);
        BaselineFile? baseline = scenario?.Baseline ?? folder.Baselines.FirstOrDefault(b => b.Answers(without));
        var context = new Checking { Problems = problems };
        (baseline ?? folder.Baselines.FirstOrDefault())?.NameInto(context);
        if (sources is not null) context.Names[NameSets.Sources] = sources;
        context.Names[NameSets.Measures] = MeasureCatalog.Names;
        context.Names[NameSets.Scenarios] = [.. folder.Baselines.SelectMany(b => b.StandsFor.Prepend(b.Id)), .. folder.Scenarios.Select(s => s.Id)];
        PlanShapes.File.Check(root, "", context);
        if (problems.Any || baseline is null) return null;
        var with = (MapNode)root["with"]!;
        Scenario? brought = with.Word("scenario") is { } id ? folder.Scenarios.FirstOrDefault(s => s.Id == id) : null;
        if (with["scenario"] is { } named && (brought is null || brought.Baseline.Id != baseline.Id))
        {
            problems.Add(named, "with.scenario", new("no parte de la línea base del caso sin plan", "does not start from the baseline of the case without"), new($"un escenario que extiende {baseline.Id}", $"a scenario that extends {baseline.Id}"));
            return null;
        }
        var line = new MeasureUseShape(MeasureCatalog.All);
        int start = Year(root, "start"), opening = Year(root, "opening");
        int life = (int)PlanShapes.Years.Read(root["life"]!);
        FlowTiming timing = Names.Member<FlowTiming>(root.Word("timing")!);
        Assumption[] own = [.. Assumption.Of(context.Figures, f => NameOf(f, root))];
        var residual = (MapNode)root["residual"]!;
        return new AppraisalPlan
        {
            Id = root.Word("id")!, Title = Reading.InBoth(root["title"]!), Description = Reading.InBoth(root["description"]!), Problem = Reading.InBoth(root["problem"]!),
            Without = scenario, With = brought, Baseline = baseline,
            Measures = with["measures"] is ListNode list ? [.. list.Items.Select(i => line.Read((MapNode)i))] : [],
            Start = start, Opening = opening, Life = life, SimulatedUntil = Year(root, "simulated-until"),
            Prices = PriceBasis.Real(root.Word("currency")!, Year(root, "prices")),
            Deflator = root["inflation"] is { } inflation ? Deflator.Constant(start, PlanShapes.Growth.Read(inflation)) : null,
            Rates = [.. ((ListNode)root["rates"]!).Items.Select(r => Discounting.At(PlanShapes.Rate.Read(r), timing))],
            Declining = root["declining"] is ListNode steps ? Discounting.Declining([.. steps.Items.Cast<MapNode>().Select(s => ((int)double.Parse(s.Word("from")!, CultureInfo.InvariantCulture), PlanShapes.Rate.Read(s["rate"]!)))], timing) : null,
            ResidualAs = Names.Member<ResidualAs>(residual.Word("as")!), MostResidual = PlanShapes.FactShare.Read(residual["most"]!),
            Ramp = [.. ((ListNode)root["ramp"]!).Items.Select(PlanShapes.FactShare.Read)],
            Capital = [.. ((ListNode)root["capital"]!).Items.Cast<MapNode>().Select(CapitalOf)],
            Operating = root["operating"] is ListNode operating ? [.. operating.Items.Cast<MapNode>().Select((o, i) => OperatingOf(o, i, opening + life - 1))] : [],
            ConstructionPosts = root["construction"] is MapNode works ? [.. ((ListNode)works["posts"]!).Items.Select(i => ((ScalarNode)i).Value)] : [],
            Delays = root["delays"] is ListNode delays ? [.. delays.Items.Cast<MapNode>().Select(d => (PlanShapes.FactShare.Read(d["probability"]!), (int)PlanShapes.Delay.Read(d["years"]!)))] : [(1, 0)],
            PartnerPayments = root["partnership"] is MapNode partner ? (int)PlanShapes.Years.Read(partner["payments"]!) : 0,
            Alternatives = root["alternatives"] is ListNode alternatives ? [.. alternatives.Items.Select(i => ((ScalarNode)i).Value)] : [],
            Assumptions = [.. Assumption.Of(baseline), .. own],
            Files = files, Mark = root.Mark,
        };
    }

    private static int Year(MapNode map, string key) => (int)PlanShapes.Year.Read(map[key]!);

    private static CapitalLine CapitalOf(MapNode map, int index) => new(
        map.Word("item")!, Reading.InBoth(map["title"]!), Names.Member<CapitalClass>(map.Word("class")!), map.Word("country")!, $"{Paths.Item("capital", index)}",
        map.Word("prices") == "nominal", map.Rows("spending").ToDictionary(y => int.Parse(y.Key, CultureInfo.InvariantCulture), y => PlanShapes.FactShare.Read(y.Value)), (int)PlanShapes.Years.Read(map["life"]!));

    private static OperatingLine OperatingOf(MapNode map, int index, int last) => new(
        map.Word("item")!, Reading.InBoth(map["title"]!), map.Word("country")!, $"{Paths.Item("operating", index)}",
        map.Word("prices") == "nominal", Year(map, "from"), map["until"] is null ? last : Year(map, "until"));

    /// <summary>What a figure of a plan is called: its own description, with the line it belongs to.</summary>
    private static (Bilingual, FigureShape)? NameOf(Figure figure, MapNode root)
    {
        MapShape shape = PlanShapes.File;
        string[] steps = figure.Path.Split('.');
        (string head, int? index) = Split(steps[0]);
        Shape here = shape.Fields.First(f => f.Key == head).Shape;
        switch (head)
        {
            case "capital" or "operating":
                MapShape row = head == "capital" ? PlanShapes.Capital : PlanShapes.Operating;
                Field field = row.Fields.First(f => f.Key == steps[1]);
                Bilingual title = Reading.InBoth(((MapNode)((ListNode)root[head]!).Items[index!.Value])["title"]!);
                Bilingual what = Assumption.Short(field.Description);
                return field.Shape is FigureShape amount ? (new($"{title.Es}: {Lower(what.Es)}", $"{title.En}: {Lower(what.En)}"), amount) : null;
            case "optimism":
                return (new($"Sesgo optimista: {CapitalNames.Of(steps[1]).Es}", $"Optimism bias: {CapitalNames.Of(steps[1]).En}"), PlanShapes.Uplift);
            case "shadow-prices":
                Field conversion = ((MapShape)here.Inside.First().Shape).Fields.First(f => f.Key == steps[2]);
                return (new($"{steps[1]}: {Lower(Assumption.Short(conversion.Description).Es)}", $"{steps[1]}: {Lower(Assumption.Short(conversion.Description).En)}"), (FigureShape)conversion.Shape);
            default:
                Field known = steps.Length == 1 ? shape.Fields.First(f => f.Key == head) : ((MapShape)here).Fields.First(f => f.Key == steps[1]);
                return known.Shape is FigureShape number ? (Assumption.Short(known.Description), number) : null;
        }
    }

    private static (string, int?) Split(string step) => step.IndexOf('[') is >= 0 and var at ? (step[..at], int.Parse(step[(at + 1)..^1], CultureInfo.InvariantCulture)) : (step, null);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}

/// <summary>Classes of investment in words.</summary>
public static class CapitalNames
{
    /// <summary>A class.</summary>
    public static Bilingual Of(CapitalClass c) => Of(Names.Key(c));

    internal static Bilingual Of(string key) => key switch
    {
        "buildings" => new("edificios", "buildings"),
        "civil" => new("obra civil", "civil works"),
        "equipment" => new("equipo", "equipment"),
        "software" => new("sistemas informáticos", "information systems"),
        _ => Bilingual.Same(key),
    };
}
