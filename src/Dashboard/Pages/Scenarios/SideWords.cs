using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Sets of sides with the names of their posts instead of ids.</summary>
internal static class SideWords
{
    /// <summary>As <see cref="Sides"/> says it, for readers of pages.</summary>
    public static string Of(IReadOnlyCollection<string> sides, CorridorModel corridor, Tongue tongue) => Named(Sides.Say(sides, corridor, tongue), corridor, tongue);

    /// <summary>A sentence with names of posts instead of ids.</summary>
    public static string Named(string text, CorridorModel corridor, Tongue tongue)
    {
        foreach (BorderPost post in corridor.Posts)
        {
            foreach (SideProcedure side in post.Sides)
            {
                string id = $"{post.Id}.{side.Direction}.{(side.Role == SideRole.Exit ? "exit" : "entry")}";
                text = text.Replace(id, $"{Words.Of(post, tongue)} ({side.Country}, {tongue.Say(Words.Of(side.Role))}, {tongue.Say(Words.Of(side.Direction))})", StringComparison.Ordinal);
            }
            text = text.Replace(post.Id, Words.Of(post, tongue), StringComparison.Ordinal);
        }
        return text;
    }
}
