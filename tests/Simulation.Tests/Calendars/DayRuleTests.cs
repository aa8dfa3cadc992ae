using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Simulation.Tests.Calendars;

public class DayRuleTests
{
    [Fact]
    public void Holy_Thursday_and_Carnival_are_counted_from_Easter()
    {
        Assert.Equal(new DateOnly(2024, 3, 28), new DayRule.FromEaster(-3).In(2024));
        Assert.Equal(new DateOnly(2025, 4, 17), new DayRule.FromEaster(-3).In(2025));
        Assert.Equal(new DateOnly(2024, 2, 13), new DayRule.FromEaster(-47).In(2024));
    }

    [Fact]
    public void A_leap_day_comes_in_leap_years()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), new DayRule.Yearly(2, 29).In(2024));
        Assert.Null(new DayRule.Yearly(2, 29).In(2025));
    }

    [Fact]
    public void A_date_comes_once()
    {
        Assert.Equal(new DateOnly(2024, 10, 2), new DayRule.Once(new DateOnly(2024, 10, 2)).In(2024));
        Assert.Null(new DayRule.Once(new DateOnly(2024, 10, 2)).In(2025));
    }

    [Fact]
    public void They_read_as_they_are_written() =>
        Assert.Equal(["12-25", "2024-10-02", "easter -3", "easter", "easter +39"], new DayRule[] { new DayRule.Yearly(12, 25), new DayRule.Once(new(2024, 10, 2)), new DayRule.FromEaster(-3), new DayRule.FromEaster(0), new DayRule.FromEaster(39) }.Select(r => r.ToString()));
}
