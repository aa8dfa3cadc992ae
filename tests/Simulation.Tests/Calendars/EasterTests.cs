using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Simulation.Tests.Calendars;

public class EasterTests
{
    /// <summary>Years as printed in church calendars; the earliest and the latest date there is, and both exceptions of Gauss's rule.</summary>
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2030, 4, 21)]
    [InlineData(2038, 4, 25)]
    [InlineData(2040, 4, 1)]
    public void Known_years(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));

    /// <summary>The church's own rule by golden number, epact and Sunday (Knuth, The Art of Computer Programming 1, exercise 1.3.2–14): another algorithm.</summary>
    [Fact]
    public void Four_centuries_against_the_rule_of_Clavius()
    {
        for (int year = 1800; year < 2200; year++)
        {
            int golden = year % 19 + 1, century = year / 100 + 1, leapYearsDropped = 3 * century / 4 - 12, moon = (8 * century + 5) / 25 - 5;
            int sunday = 5 * year / 4 - leapYearsDropped - 10, epact = (11 * golden + 20 + moon - leapYearsDropped) % 30;
            if (epact == 24 || (epact == 25 && golden > 11)) epact++;
            int full = epact < 24 ? 44 - epact : 74 - epact;
            int ofMarch = full + 7 - (sunday + full) % 7;
            Assert.Equal(new DateOnly(year, 3, 1).AddDays(ofMarch - 1), Easter.Sunday(year));
        }
    }
}
