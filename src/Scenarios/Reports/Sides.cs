using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>Names sets of sides as briefly as they allow.</summary>
public static class Sides
{
    private const int MostExceptions = 2;

    private static readonly (string Part, string Es, string En)[] Parts =
    [
        ("", "todos los lados", "every side"), (".exit", "todos los lados de salida", "every exit side"), (".entry", "todos los lados de entrada", "every entry side"),
        (".N2S.", "todos los lados hacia el sur", "every southbound side"), (".S2N.", "todos los lados hacia el norte", "every northbound side"),
    ];

    /// <summary>Everywhere, whole posts by id, and single sides as <c>penas-blancas.S2N.exit</c>.</summary>
    public static string Say(IReadOnlyCollection<string> sides, CorridorModel corridor, Tongue tongue)
    {
        var given = sides.ToHashSet();
        string[] all = [.. corridor.Posts.SelectMany(Of)];
        foreach ((string part, string es, string en) in Parts)
        {
            string[] members = [.. all.Where(s => s.Contains(part, StringComparison.Ordinal))];
            string[] absent = [.. members.Where(s => !given.Contains(s))];
            if (members.Length - absent.Length != given.Count || absent.Length > MostExceptions || absent.Length >= given.Count) continue;
            return tongue.Say(es, en) + (absent.Length > 0 ? tongue.Say(" salvo ", " but ") + string.Join(", ", absent) : "");
        }
        return string.Join(", ", corridor.Posts.SelectMany(p => Of(p).All(given.Contains) ? [p.Id] : Of(p).Where(given.Contains)));
    }

    private static IEnumerable<string> Of(BorderPost post) => post.Sides.Select(s => $"{post.Id}.{s.Direction}.{(s.Role == SideRole.Exit ? "exit" : "entry")}");
}
