using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>When the two sides of a crossing are open.</summary>
internal static class CommonHours
{
    /// <summary>Minutes of the week at which at least one station of either side is staffed, on the clock of one of them.</summary>
    public static bool[] OfPair(CorridorModel model, BorderPost post, Direction direction, bool desks, double utcOffsetHours)
    {
        var open = new bool[WeekLevels.Minutes];
        foreach (SideProcedure side in new[] { post.Side(direction, SideRole.Exit), post.Side(direction, SideRole.Entry) })
        {
            int behind = WeekLevels.Local(WeekLevels.Corridor(0, model.Country(side.Country).UtcOffsetHours), utcOffsetHours);
            foreach (Roster roster in side.Stations.Select(s => s.Roster).Concat(desks ? [side.Declaration.Desk] : []))
                foreach ((int from, int minutes, int staff) in roster.Stretches())
                    if (staff > 0) WeekLevels.Fill(open, from + behind, minutes, true);
        }
        return open;
    }
}
