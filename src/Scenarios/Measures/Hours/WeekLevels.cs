using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Scenarios.Measures.Hours;

/// <summary>A roster as staff per minute of the local week, Monday 00:00 first, and back.</summary>
internal static class WeekLevels
{
    public const int MinutesPerDay = 1440;
    public const int Minutes = 7 * MinutesPerDay;

    /// <summary>The roster that gives these levels: shifts cut at midnight, days of equal shifts together.</summary>
    public static Roster ToRoster(int[] levels)
    {
        var days = new SortedDictionary<(int From, int To, int Staff), HashSet<DayOfWeek>>();
        for (int day = 0; day < 7; day++)
        {
            int from = 0;
            for (int m = 1; m <= MinutesPerDay; m++)
            {
                int staff = levels[day * MinutesPerDay + from];
                if (m < MinutesPerDay && levels[day * MinutesPerDay + m] == staff) continue;
                if (staff > 0)
                {
                    if (!days.TryGetValue((from, m, staff), out HashSet<DayOfWeek>? same)) days[(from, m, staff)] = same = [];
                    same.Add((DayOfWeek)((day + 1) % 7));
                }
                from = m;
            }
        }
        return new Roster([.. days.Select(d => new Shift(d.Value, d.Key.From, d.Key.To, d.Key.Staff))]);
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

    /// <summary>A minute of the week, however far outside it.</summary>
    public static int Wrap(int minute) => (minute % Minutes + Minutes) % Minutes;
}
