using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Which holidays fall when.</summary>
public static class HolidayDates
{
    /// <summary>Holidays in a stretch of days, by their first day in it.</summary>
    /// <param name="holidays">All there are.</param>
    /// <param name="from">First day.</param>
    /// <param name="days">How many.</param>
    public static IReadOnlyList<(DateOnly Date, Holiday Holiday)> Within(IReadOnlyList<Holiday> holidays, DateOnly from, int days)
    {
        var found = new List<(DateOnly, Holiday)>();
        for (DateOnly day = from; day < from.AddDays(days); day = day.AddDays(1))
            found.AddRange(holidays.Where(h => h.Covers(day) && (day == from || !h.Covers(day.AddDays(-1)))).Select(h => (day, h)));
        return found;
    }
}
