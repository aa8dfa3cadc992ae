using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>What a rollout's parts must be to each other.</summary>
internal static class RolloutChecks
{
    private const int DaysOfYear = 365;

    public static void Whole(MapNode map, string path, Checking context)
    {
        MapNode[] lines = [.. ((ListNode)map["lines"]!).Items.Cast<MapNode>()];
        string[] names = [.. lines.Select(NameOf)];
        for (int i = 0; i < lines.Length; i++)
            if (Array.IndexOf(names, names[i]) < i)
                context.Problems.Add(lines[i], Paths.Item("lines", i), new($"{names[i]} ya tiene una línea ({lines[Array.IndexOf(names, names[i])].Mark})", $"{names[i]} has a line already ({lines[Array.IndexOf(names, names[i])].Mark})"), new("una línea por medida o condición", "one line per measure or condition"));
        for (int i = 0; i < lines.Length; i++)
            foreach (ScalarNode needed in (lines[i]["waits-for"] as ListNode)?.Items.OfType<ScalarNode>() ?? [])
                Known(needed, Paths.Join(Paths.Item("lines", i), "waits-for"), names, context);
        if (context.Problems.Any) return;
        for (int i = 0; i < lines.Length; i++)
            if (Circle(names[i], names, lines, []) is { } circle)
            {
                context.Problems.Add(lines[i]["waits-for"]!, Paths.Join(Paths.Item("lines", i), "waits-for"), new($"esperan unas por otras en círculo: {circle}", $"they wait for each other in a circle: {circle}"));
                return;
            }
        foreach ((InputNode delay, int i) in ((map["delays"] as ListNode)?.Items ?? []).Select((d, i) => (d, i)))
            Known((ScalarNode)((MapNode)delay)["line"]!, Paths.Join(Paths.Item("delays", i), "line"), names, context);
        double days = map.Rows("weeks").Sum(w => RolloutShapes.Days.Read(((MapNode)w.Value)["stands-for"]!));
        if (days != DaysOfYear)
            context.Problems.Add(map["weeks"]!, "weeks", new($"representan {days} días", $"they stand for {days} days"), new($"{DaysOfYear} en total", $"{DaysOfYear} in all"));
    }

    public static string NameOf(MapNode line) => line.Word("measure") ?? line.Word("condition")!;

    private static void Known(ScalarNode name, string path, string[] names, Checking context)
    {
        if (!names.Contains(name.Value)) context.Problems.Add(name, path, new("no hay tal línea", "no such line"), Wording.OneOf(names), Nearest.To(name.Value, names));
    }

    private static string? Circle(string name, string[] names, MapNode[] lines, string[] above)
    {
        if (above.Contains(name)) return string.Join(" → ", above.SkipWhile(a => a != name).Append(name));
        var needs = lines[Array.IndexOf(names, name)]["waits-for"] as ListNode;
        return needs?.Items.Cast<ScalarNode>().Select(n => Circle(n.Value, names, lines, [.. above, name])).FirstOrDefault(c => c is not null);
    }
}
