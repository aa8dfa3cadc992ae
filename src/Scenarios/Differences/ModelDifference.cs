using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Differences;

/// <summary>What makes one model another: value by value, from the models themselves and not from what a measure says of itself.</summary>
public static class ModelDifference
{
    /// <summary>The values that differ, in the order of the first model; those only the second has after them.</summary>
    public static IReadOnlyList<ModelChange> Of(CorridorModel before, CorridorModel after)
    {
        if (ReferenceEquals(before, after)) return [];
        List<(string Path, string Text)> a = ModelLeaves.Of(before);
        List<(string Path, string Text)> b = ModelLeaves.Of(after);
        Dictionary<string, string> first = a.ToDictionary(l => l.Path, l => l.Text);
        Dictionary<string, string> second = b.ToDictionary(l => l.Path, l => l.Text);
        return
        [
            .. a.Where(l => second.GetValueOrDefault(l.Path) != l.Text).Select(l => new ModelChange(l.Path, l.Text, second.GetValueOrDefault(l.Path))),
            .. b.Where(l => !first.ContainsKey(l.Path)).Select(l => new ModelChange(l.Path, null, l.Text)),
        ];
    }

    /// <summary>Changes with equal ones of several sides together; records of what is in force left out, since measures are told by name.</summary>
    public static IReadOnlyList<GroupedChange> Grouped(CorridorModel before, CorridorModel after)
    {
        (ModelChange Change, string? Side, string Below)[] split = [.. Of(before, after).Select(c => Split(c, before))];
        return [.. split
            .Where(s => !s.Below.StartsWith("in-force", StringComparison.Ordinal))
            .GroupBy(s => (s.Below, s.Change.Before, s.Change.After, IsSide: s.Side is not null))
            .Select(g => new GroupedChange(g.Key.Below, g.Key.Before, g.Key.After, [.. g.Select(s => s.Side).OfType<string>()]))];
    }

    private static (ModelChange, string?, string) Split(ModelChange change, CorridorModel model)
    {
        foreach (BorderPost post in model.Posts)
            foreach (SideProcedure side in post.Sides)
            {
                string name = $"{post.Id}.{side.Direction}.{Names.Key(side.Role)}";
                string start = $"posts.{name}.";
                if (change.Path.StartsWith(start, StringComparison.Ordinal)) return (change, name, change.Path[start.Length..]);
            }
        return (change, null, change.Path);
    }
}
