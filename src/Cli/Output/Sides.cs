using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Output;

/// <summary>Names sets of sides as briefly as they allow.</summary>
internal static class Sides
{
    /// <summary>Everywhere, whole posts by id, and single sides as <c>penas-blancas.S2N.exit</c>.</summary>
    public static string Say(IReadOnlyCollection<string> sides, CorridorModel corridor, Tongue tongue)
    {
        var given = sides.ToHashSet();
        string[] all = [.. corridor.Posts.SelectMany(Of)];
        if (all.All(given.Contains)) return tongue.Say("todos los lados", "every side");
        foreach ((string end, string es, string en) in new[]
                 {
                     (".exit", "todos los lados de salida", "every exit side"), (".entry", "todos los lados de entrada", "every entry side"),
                     (".N2S.", "todos los lados hacia el sur", "every southbound side"), (".S2N.", "todos los lados hacia el norte", "every northbound side"),
                 })
        {
            string[] part = [.. all.Where(s => s.Contains(end, StringComparison.Ordinal))];
            if (part.Length == given.Count && part.All(given.Contains)) return tongue.Say(es, en);
        }
        return string.Join(", ", corridor.Posts.SelectMany(p => Of(p).All(given.Contains) ? [p.Id] : Of(p).Where(given.Contains)));
    }

    private static IEnumerable<string> Of(BorderPost post) => post.Sides.Select(s => $"{post.Id}.{s.Direction}.{(s.Role == SideRole.Exit ? "exit" : "entry")}");
}
