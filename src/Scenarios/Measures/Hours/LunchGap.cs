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

    /// <summary>Moves each day's gap to where the reference has one of the same length that day.</summary>
    /// <param name="levels">Staff per local minute of the station; changed where a gap moves.</param>
    /// <param name="utcOffsetHours">The station's offset.</param>
    /// <param name="reference">The gaps to follow.</param>
    /// <param name="referenceOffsetHours">Their offset.</param>
    /// <returns>False if none moves.</returns>
    public static bool Align(int[] levels, double utcOffsetHours, IReadOnlyDictionary<int, LunchGap> reference, double referenceOffsetHours)
    {
        bool moved = false;
        foreach ((int day, LunchGap gap) in Of(levels))
        {
            if (!reference.TryGetValue(day, out LunchGap other) || gap.Length != other.Length) continue;
            int target = WeekLevels.Local(WeekLevels.Corridor(other.From, referenceOffsetHours), utcOffsetHours);
            int low = levels[gap.From], full = levels[gap.From - 1];
            WeekLevels.Fill(levels, gap.From, gap.Length, full);
            bool free = Enumerable.Range(target, gap.Length).All(m => levels[WeekLevels.Wrap(m)] == full);
            WeekLevels.Fill(levels, free ? target : gap.From, gap.Length, low);
            moved |= free && target != gap.From;
        }
        return moved;
    }
}
