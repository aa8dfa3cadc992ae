using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Calendars;

/// <summary>One line of a roster: this many staff from one local time of day to another on these weekdays.</summary>
/// <param name="Days">Weekdays on which the shift starts.</param>
/// <param name="FromMinute">Start, minutes after local midnight, 0 to 1439.</param>
/// <param name="ToMinute">End, minutes after local midnight, 1 to 1440; at or before the start it wraps into the next day.</param>
/// <param name="Staff">Officers or machines on duty.</param>
public sealed record Shift(IReadOnlySet<DayOfWeek> Days, int FromMinute, int ToMinute, int Staff)
{
    /// <summary>Every day of the week.</summary>
    public static IReadOnlySet<DayOfWeek> EveryDay { get; } = new HashSet<DayOfWeek>(Enum.GetValues<DayOfWeek>());

    /// <summary>Length in minutes, wrapping included.</summary>
    public int Minutes => ToMinute > FromMinute ? ToMinute - FromMinute : ToMinute + 1440 - FromMinute;
}

/// <summary>Who is on duty when, in a side's local time. Minutes no shift covers are closed.</summary>
/// <param name="Shifts">The lines; no minute of the week may be covered twice.</param>
public sealed record Roster(IReadOnlyList<Shift> Shifts)
{
    private const int MinutesPerWeek = 7 * 1440;

    /// <summary>The same staff around the clock.</summary>
    public static Roster AroundTheClock(int staff) => new([new Shift(Shift.EveryDay, 0, 1440, staff)]);

    /// <summary>Staff on duty in each minute of the local week, Monday 00:00 first.</summary>
    /// <exception cref="ArgumentException">A minute is staffed twice.</exception>
    public int[] MinuteLevels()
    {
        const int Nobody = -1;
        var level = new int[MinutesPerWeek];
        level.AsSpan().Fill(Nobody);
        // Whole stretches at once: measures ask for the week of every station again and again.
        foreach ((int from, int minutes, int staff) in Stretches())
        {
            int twice = level.AsSpan(from, minutes).IndexOfAnyExcept(Nobody);
            if (twice >= 0) throw new ArgumentException($"{Describe(from + twice)} is staffed twice.");
            level.AsSpan(from, minutes).Fill(staff);
        }
        level.AsSpan().Replace(Nobody, 0);
        return level;
    }

    /// <summary>Each shift of each day, in minutes of the local week from Monday 00:00; one that runs over Sunday midnight is two.</summary>
    public IEnumerable<(int From, int Minutes, int Staff)> Stretches()
    {
        foreach (Shift shift in Shifts)
        {
            foreach (DayOfWeek day in shift.Days)
            {
                int start = ((int)day + 6) % 7 * 1440 + shift.FromMinute;
                int thisWeek = Math.Min(shift.Minutes, MinutesPerWeek - start);
                yield return (start, thisWeek, shift.Staff);
                if (thisWeek < shift.Minutes) yield return (0, shift.Minutes - thisWeek, shift.Staff);
            }
        }
    }

    /// <summary>Staff-hours in a week.</summary>
    public double WeeklyStaffHours => Shifts.Sum(s => s.Days.Count * s.Minutes / 60.0 * s.Staff);

    /// <summary>The calendar on the simulation clock (UTC−6) of this roster kept at a UTC offset.</summary>
    /// <param name="utcOffsetHours">The side's offset: −6 from Guatemala to Costa Rica, −5 in Panama.</param>
    public CapacityCalendar ToCalendar(double utcOffsetHours)
    {
        int[] local = MinuteLevels();
        int shift = (int)Math.Round((utcOffsetHours + 6) * 60);
        var steps = new List<(SimTime, int)>();
        for (int m = 0; m < MinutesPerWeek;)
        {
            int at = ((m + shift) % MinutesPerWeek + MinutesPerWeek) % MinutesPerWeek, level = local[at];
            if (steps.Count == 0 || steps[^1].Item2 != level) steps.Add((new SimTime(m * SimDuration.MillisecondsPerMinute), level));
            ReadOnlySpan<int> rest = local.AsSpan(at, MinutesPerWeek - Math.Max(at, m));
            int change = rest.IndexOfAnyExcept(level);
            m += change < 0 ? rest.Length : change;
        }
        return CapacityCalendar.Steps(MinutesPerWeek * SimDuration.MillisecondsPerMinute, [.. steps]);
    }

    private static string Describe(int minute) =>
        $"{(DayOfWeek)((minute / 1440 + 1) % 7)} {minute % 1440 / 60:00}:{minute % 60:00}";
}
