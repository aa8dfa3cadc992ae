using System.Globalization;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Dates as files and commands write them.</summary>
public static class Dates
{
    /// <summary>2024-12-02.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date of a year from its month and day.</summary>
    /// <param name="date">The date, or the nearest one there is.</param>
    /// <returns>Null, or why there is no such date.</returns>
    public static Bilingual? Of(int year, string month, string day, out DateOnly date)
    {
        int m = int.Parse(month, CultureInfo.InvariantCulture), d = int.Parse(day, CultureInfo.InvariantCulture);
        int inYear = Math.Clamp(m, 1, 12), inMonth = Math.Clamp(d, 1, DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), inYear));
        date = new DateOnly(Math.Clamp(year, 1, 9999), inYear, inMonth);
        if (year is < 1 or > 9999 || m != inYear) return new("no existe ese mes", "no such month");
        return d == inMonth ? null : new("ese mes no tiene ese día", "no such day in that month");
    }
}
