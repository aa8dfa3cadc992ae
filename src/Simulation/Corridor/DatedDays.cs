using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>The dates of a run whose measured period begins on a named day: what each does to staff and traffic.</summary>
internal sealed class DatedDays
{
    // A declaration may have been lodged, and a night shift have begun, before the run did.
    private const int DaysBefore = 31;

    // The cohort leaves after the window; a quarter is far more than it takes. Beyond, the dated weeks begin again.
    private const int DaysAfter = 91;

    private readonly CorridorModel corridor;

    /// <param name="corridor">The corridor; its period is set.</param>
    /// <param name="warmUp">Time simulated before the period: whole weeks.</param>
    /// <param name="length">Length of the period.</param>
    /// <exception cref="ArgumentException">The period does not begin on a Monday, or the warm-up is no whole weeks.</exception>
    public DatedDays(CorridorModel corridor, SimDuration warmUp, SimDuration length)
    {
        const long week = 7 * SimDuration.MillisecondsPerDay;
        this.corridor = corridor;
        DateOnly start = corridor.Period!.Value;
        if (start.DayOfWeek != DayOfWeek.Monday) throw new ArgumentException($"The period begins on {start:yyyy-MM-dd}, which is no Monday.", nameof(corridor));
        if (warmUp.Milliseconds % week != 0) throw new ArgumentException("The warm-up before a dated period is whole weeks.", nameof(warmUp));
        Epoch = start.AddDays((int)(-warmUp.Milliseconds / SimDuration.MillisecondsPerDay));
        long days = (warmUp.Milliseconds + length.Milliseconds) / SimDuration.MillisecondsPerDay + DaysAfter;
        Horizon = new SimDuration((days + 6) / 7 * week);
    }

    /// <summary>The Monday on which the simulation begins, 00:00 at UTC−6.</summary>
    public DateOnly Epoch { get; }

    /// <summary>How far from there the dates are worked out, in whole weeks.</summary>
    public SimDuration Horizon { get; }

    /// <summary>Arrivals on a local date relative to an average day: the month, and the holiday with fewest trucks.</summary>
    public double Traffic(string country, DateOnly date)
    {
        double factor = corridor.Demand.MonthProfile[date.Month - 1];
        return corridor.Holidays.Where(h => h.Countries.Contains(country) && h.Covers(date)).Select(h => factor * h.Traffic).DefaultIfEmpty(factor).Min();
    }

    /// <summary>A station's calendar with the holidays of its country.</summary>
    public CapacityCalendar Staff(string post, SideProcedure side, StationSpec station, double utcOffsetHours, CapacityCalendar calendar) =>
        Apply(side.Country, station.Roster, utcOffsetHours, calendar, h => h.Staff.FirstOrDefault(s => s.Fits(post, side, station))?.Present ?? 1);

    /// <summary>The declaration desk's calendar with the holidays of its country.</summary>
    public CapacityCalendar Desk(SideProcedure side, double utcOffsetHours, CapacityCalendar calendar) =>
        Apply(side.Country, side.Declaration.Desk, utcOffsetHours, calendar, h => h.DeskOpen ? 1 : 0);

    /// <summary>
    /// A shift belongs to the day on which it begins: whoever came in the evening before goes home in the morning of the holiday, and the night
    /// shift that would begin on it is thinned until its end. Of several holidays on a day the one with fewest staff holds.
    /// </summary>
    private CapacityCalendar Apply(string country, Roster roster, double utcOffsetHours, CapacityCalendar calendar, Func<Holiday, double> present)
    {
        (Holiday Holiday, double Present)[] kept = [.. corridor.Holidays.Where(h => h.Countries.Contains(country)).Select(h => (h, present(h))).Where(h => h.Item2 < 1)];
        if (kept.Length == 0) return calendar;
        long ahead = (long)Math.Round((utcOffsetHours + 6) * 60) * SimDuration.MillisecondsPerMinute;
        long last = Horizon.Milliseconds / SimDuration.MillisecondsPerDay;
        for (int day = -DaysBefore; day <= last; day++)
        {
            DateOnly date = Epoch.AddDays(day);
            double share = kept.Where(h => h.Holiday.Covers(date)).Select(h => h.Present).DefaultIfEmpty(1).Min();
            if (share >= 1) continue;
            long midnight = day * SimDuration.MillisecondsPerDay - ahead;
            foreach (Shift shift in roster.Shifts.Where(s => s.Days.Contains(date.DayOfWeek)))
            {
                long from = midnight + shift.FromMinute * SimDuration.MillisecondsPerMinute;
                calendar = PartialStaff.Keep(calendar, from, from + shift.Minutes * SimDuration.MillisecondsPerMinute, shift.Staff, share);
            }
        }
        return calendar;
    }
}
