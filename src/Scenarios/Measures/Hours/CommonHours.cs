using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>When the two sides of a crossing are open, on one clock.</summary>
internal static class CommonHours
{
    /// <summary>Minutes of the week on the corridor's clock (UTC−6) at which at least one station of either side is staffed.</summary>
    public static bool[] OfPair(CorridorModel model, BorderPost post, Direction direction, bool desks)
    {
        var open = new bool[WeekLevels.Minutes];
        foreach (SideProcedure side in new[] { post.Side(direction, SideRole.Exit), post.Side(direction, SideRole.Entry) })
        {
            int ahead = WeekLevels.Local(0, model.Country(side.Country).UtcOffsetHours);
            foreach (Roster roster in side.Stations.Select(s => s.Roster).Concat(desks ? [side.Declaration.Desk] : []))
            {
                int[] levels = roster.MinuteLevels();
                for (int local = 0; local < levels.Length; local++)
                    if (levels[local] > 0) open[WeekLevels.Wrap(local - ahead)] = true;
            }
        }
        return open;
    }

    /// <summary>Closed local minutes to open, so that a roster comes nearer to the common hours.</summary>
    /// <param name="levels">Staff per local minute.</param>
    /// <param name="common">Common hours on the corridor's clock.</param>
    /// <param name="step">Share of each closed window to fill, 0 to 1: next to the hours it adjoins, half and half where it lies between two, so that hours approach each other.</param>
    public static bool[] ToOpen(int[] levels, bool[] common, double utcOffsetHours, double step)
    {
        int ahead = WeekLevels.Local(0, utcOffsetHours);
        bool[] wanted = [.. common[^ahead..], .. common[..^ahead]];
        var open = new bool[WeekLevels.Minutes];
        int start = Array.FindIndex(levels, level => level > 0);
        if (start < 0) return open; // Never staffed: there is nobody to extend.
        for (int i = 0; i < WeekLevels.Minutes;)
        {
            int length = 0;
            while (i + length < WeekLevels.Minutes && IsGap(WeekLevels.Wrap(start + i + length))) length++;
            int fill = (int)Math.Round(length * step / Quarter) * Quarter;
            if (step >= 1) fill = length;
            bool staffedBefore = levels[WeekLevels.Wrap(start + i - 1)] > 0, staffedAfter = levels[WeekLevels.Wrap(start + i + length)] > 0;
            int atEnd = !staffedAfter ? 0 : staffedBefore ? fill / 2 : fill;
            for (int k = 0; k < length; k++)
                if (k < fill - atEnd || k >= length - atEnd) open[WeekLevels.Wrap(start + i + k)] = true;
            i += Math.Max(1, length);
        }
        return open;

        bool IsGap(int minute) => wanted[minute] && levels[minute] == 0;
    }

    /// <summary>As <see cref="ToOpen"/>, but no more minutes than a number of officer-minutes can staff, for when that is fewer.</summary>
    public static bool[] ToOpenWithin(int[] levels, bool[] common, double utcOffsetHours, double step, int minutes)
    {
        const int Parts = 64;
        if (minutes == 0) return new bool[WeekLevels.Minutes];
        (int affordable, int tooMuch) = (0, Parts);
        while (tooMuch - affordable > 1)
        {
            int middle = (affordable + tooMuch) / 2;
            if (ToOpen(levels, common, utcOffsetHours, step * middle / Parts).AsSpan().Count(true) <= minutes) affordable = middle;
            else tooMuch = middle;
        }
        return ToOpen(levels, common, utcOffsetHours, step * affordable / Parts);
    }

    private const int Quarter = 15;
}
