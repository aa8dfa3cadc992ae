using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>A roster as staff per minute of the local week, Monday 00:00 first, and back.</summary>
internal static class WeekLevels
{
    public const int MinutesPerDay = 1440;
    public const int Minutes = 7 * MinutesPerDay;

    /// <summary>The roster that gives these levels, days of equal shifts together.</summary>
    /// <remarks>A night's duty stays one shift of the evening on which it begins: on holidays it matters whose night it is.</remarks>
    public static Roster ToRoster(int[] levels)
    {
        var days = new SortedDictionary<(int From, int To, int Staff), HashSet<DayOfWeek>>();
        List<(int From, int To, int Staff)>[] duty = [.. Enumerable.Range(0, 7).Select(day => Duty(levels.AsSpan(day * MinutesPerDay, MinutesPerDay)))];
        for (int day = 0; day < 7; day++)
        {
            List<(int From, int To, int Staff)> tonight = duty[day], tomorrow = duty[(day + 1) % 7];
            if (tonight.Count == 0 || tomorrow.Count == 0) continue;
            ((int from, int to, int staff), (int next, int until, int same)) = (tonight[^1], tomorrow[0]);
            if (to != MinutesPerDay || next != 0 || staff != same || until >= from) continue;
            tonight[^1] = (from, until, staff);
            tomorrow.RemoveAt(0);
        }
        for (int day = 0; day < 7; day++)
        {
            foreach ((int From, int To, int Staff) shift in duty[day])
            {
                if (!days.TryGetValue(shift, out HashSet<DayOfWeek>? same)) days[shift] = same = [];
                same.Add((DayOfWeek)((day + 1) % 7));
            }
        }
        return new Roster([.. days.Select(d => new Shift(d.Value, d.Key.From, d.Key.To, d.Key.Staff))]);
    }

    private static List<(int From, int To, int Staff)> Duty(ReadOnlySpan<int> day)
    {
        var duty = new List<(int, int, int)>();
        int from = 0;
        for (int m = 1; m <= day.Length; m++)
        {
            if (m < day.Length && day[m] == day[from]) continue;
            if (day[from] > 0) duty.Add((from, m, day[from]));
            from = m;
        }
        return duty;
    }

    /// <summary>The roster with these levels; the same object if they are the ones it has.</summary>
    public static Roster Replace(Roster roster, int[] levels) => roster.MinuteLevels().AsSpan().SequenceEqual(levels) ? roster : ToRoster(levels);

    /// <summary>The roster with its closed minutes staffed; the same object if it has none.</summary>
    public static Roster FillClosed(Roster roster, int staff) => Replace(roster, [.. roster.MinuteLevels().Select(level => level > 0 ? level : staff)]);

    /// <summary>Minute of the local week shown when the corridor's clock (UTC−6) shows a minute of the week.</summary>
    /// <param name="utcOffsetHours">The side's offset.</param>
    public static int Local(int corridorMinute, double utcOffsetHours) => Wrap(corridorMinute + (int)Math.Round((utcOffsetHours + 6) * 60));

    /// <summary>The inverse of <see cref="Local"/>.</summary>
    public static int Corridor(int localMinute, double utcOffsetHours) => Wrap(localMinute - (int)Math.Round((utcOffsetHours + 6) * 60));

    /// <summary>Sets a stretch of the week that may run over its end, or begin outside it.</summary>
    public static void Fill<T>(T[] week, int from, int minutes, T value)
    {
        int start = Wrap(from), thisWeek = Math.Min(minutes, Minutes - start);
        week.AsSpan(start, thisWeek).Fill(value);
        week.AsSpan(0, minutes - thisWeek).Fill(value);
    }

    /// <summary>A minute of the week, however far outside it.</summary>
    // Called for every minute of every roster: those inside the week are not divided.
    public static int Wrap(int minute) => (uint)minute < Minutes ? minute : (minute % Minutes + Minutes) % Minutes;
}
