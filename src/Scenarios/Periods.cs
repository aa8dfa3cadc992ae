using System.Globalization;
using System.Text.RegularExpressions;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios;

/// <summary>Dates on which a measured period may begin: Mondays, since the simulated week begins on one, of the years demand is known for.</summary>
public static partial class Periods
{
    /// <summary>What is expected.</summary>
    public static Bilingual Expected { get; } = new(
        $"un lunes de {BaselineShapes.FirstYear} a {BaselineShapes.LastYear}, como '2024-12-02'",
        $"a Monday from {BaselineShapes.FirstYear} to {BaselineShapes.LastYear}, such as '2024-12-02'");

    /// <summary>Reads a date.</summary>
    /// <param name="text">As written.</param>
    /// <param name="date">The date; if it cannot be one, the nearest that can, or the default if the text is no date at all.</param>
    /// <returns>Null, or what is wrong.</returns>
    public static Bilingual? TryRead(string text, out DateOnly date)
    {
        date = default;
        if (Form().Match(text.Trim()) is not { Success: true } match) return new("no es una fecha", "not a date");
        Bilingual? fault = Dates.Of(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, match.Groups[3].Value, out DateOnly given);
        date = Nearest(given);
        if (fault is not null) return fault;
        if (given.Year is < BaselineShapes.FirstYear or > BaselineShapes.LastYear) return new("fuera de los años conocidos", "outside the years known");
        return date == given ? null : new($"es {Days.Es[(int)given.DayOfWeek]}", $"a {given.DayOfWeek}");
    }

    /// <summary>What is wrong with the warm-up of a dated run, in whole days; null if nothing.</summary>
    /// <param name="warmUpDays">Its length.</param>
    /// <param name="nearest">The nearest length that fits.</param>
    public static Bilingual? WarmUp(int warmUpDays, out int nearest)
    {
        nearest = (warmUpDays + 3) / 7 * 7;
        return nearest == warmUpDays ? null : new("antes de un período con fechas se simulan semanas enteras", "before a period that has dates whole weeks are simulated");
    }

    private static DateOnly Nearest(DateOnly date)
    {
        DateOnly first = FirstMonday(BaselineShapes.FirstYear), last = FirstMonday(BaselineShapes.LastYear + 1);
        if (last.Year > BaselineShapes.LastYear) last = last.AddDays(-7);
        int sinceMonday = ((int)date.DayOfWeek + 6) % 7;
        DateOnly monday = date.AddDays(sinceMonday <= 3 ? -sinceMonday : 7 - sinceMonday);
        return monday < first ? first : monday > last ? last : monday;
    }

    private static DateOnly FirstMonday(int year)
    {
        var day = new DateOnly(year, 1, 1);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }

    [GeneratedRegex("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")]
    private static partial Regex Form();

    private static class Days
    {
        public static readonly string[] Es = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
    }
}
