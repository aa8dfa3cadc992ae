using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>The drop of staff around noon, and moving it to the hour at which the other side takes its own.</summary>
/// <param name="From">First minute of the week of the drop.</param>
/// <param name="Length">Minutes.</param>
internal readonly record struct LunchGap(int From, int Length)
{
    private const int EarliestMinute = 10 * 60, LatestMinute = 15 * 60, Longest = 120;

    /// <summary>The gap of each day of the week that has one, in local minutes.</summary>
    public static IReadOnlyDictionary<int, LunchGap> Of(int[] levels)
    {
        var gaps = new Dictionary<int, LunchGap>();
        for (int day = 0; day < 7; day++)
        {
            for (int m = day * WeekLevels.MinutesPerDay + EarliestMinute; m < day * WeekLevels.MinutesPerDay + LatestMinute; m++)
            {
                int before = levels[m - 1], length = 1;
                if (levels[m] >= before) continue;
                while (length <= Longest && levels[m + length] == levels[m]) length++;
                if (length > Longest || levels[m + length] != before) continue;
                gaps[day] = new LunchGap(m, length);
                break;
            }
        }
        return gaps;
    }

    /// <summary>The roster with each day's gap moved to where the reference has one of the same length that day; the same object if none moves.</summary>
    /// <param name="roster">Roster of the station, in its local time.</param>
    /// <param name="utcOffsetHours">The station's offset.</param>
    /// <param name="reference">The roster to follow.</param>
    /// <param name="referenceOffsetHours">Its offset.</param>
    public static Roster Align(Roster roster, double utcOffsetHours, Roster reference, double referenceOffsetHours)
    {
        int[] levels = roster.MinuteLevels();
        IReadOnlyDictionary<int, LunchGap> own = Of(levels);
        foreach ((int day, LunchGap other) in Of(reference.MinuteLevels()))
        {
            if (!own.TryGetValue(day, out LunchGap gap) || gap.Length != other.Length) continue;
            int target = WeekLevels.Local(WeekLevels.Corridor(other.From, referenceOffsetHours), utcOffsetHours);
            int low = levels[gap.From], full = levels[gap.From - 1];
            for (int k = 0; k < gap.Length; k++) levels[gap.From + k] = full;
            bool free = Enumerable.Range(target, gap.Length).All(m => levels[WeekLevels.Wrap(m)] == full);
            int from = free ? target : gap.From;
            for (int k = 0; k < gap.Length; k++) levels[WeekLevels.Wrap(from + k)] = low;
        }
        return WeekLevels.Replace(roster, levels);
    }
}
