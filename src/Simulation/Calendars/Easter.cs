namespace CorridorTwin.Simulation.Calendars;

/// <summary>Easter Sunday of the Gregorian calendar, from which Holy Week and Carnival are counted.</summary>
public static class Easter
{
    /// <summary>The Sunday, 22 March to 25 April.</summary>
    /// <param name="year">A year of the Gregorian calendar, from 1583.</param>
    /// <remarks>The anonymous algorithm of Nature 13 (1876), p. 487, as in Meeus, Astronomical Algorithms (1991), ch. 8.</remarks>
    public static DateOnly Sunday(int year)
    {
        int golden = year % 19;
        (int century, int rest) = Math.DivRem(year, 100);
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        (int month, int day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
