using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Simulation.Tests.Calendars;

public class PartialStaffTests
{
    private const long Hour = 3_600_000;

    private static CapacityCalendar Keep(int staff, double share) => PartialStaff.Keep(CapacityCalendar.Constant(staff), 10 * Hour, 20 * Hour, staff, share);

    [Theory]
    [InlineData(1, 0.5, 1, 5, 0)]
    [InlineData(1, 0.7, 1, 7, 0)]
    [InlineData(2, 0.5, 1, 10, 1)]
    [InlineData(3, 0.5, 2, 5, 1)]
    [InlineData(2, 0, 0, 10, 0)]
    [InlineData(2, 1, 2, 10, 2)]
    [InlineData(10, 1 - 0.9, 1, 10, 1)]
    [InlineData(10, 1 - 0.7, 3, 10, 3)]
    public void A_share_of_the_staff_hours_is_kept(int staff, double share, int first, int hours, int then)
    {
        CapacityCalendar calendar = Keep(staff, share);
        Assert.Equal(staff, calendar.LevelAt(10 * Hour - 1));
        Assert.Equal(staff, calendar.LevelAt(20 * Hour));
        for (int h = 0; h < 10; h++) Assert.Equal(h < hours ? first : then, calendar.LevelAt((10 + h) * Hour + Hour / 2));
    }

    [Fact]
    public void A_closure_is_more_than_no_staff()
    {
        CapacityCalendar shut = CapacityCalendar.Constant(2).WithClosure(new(10 * Hour), new(20 * Hour));
        Assert.True(shut.HasClosures);
        Assert.Equal([false, true, true, false], new[] { 10 * Hour - 1, 10 * Hour, 20 * Hour - 1, 20 * Hour }.Select(shut.IsShut));
        Assert.Equal([2, 0, 0, 2], new[] { 10 * Hour - 1, 10 * Hour, 20 * Hour - 1, 20 * Hour }.Select(shut.LevelAt));
        Assert.False(Keep(2, 0).HasClosures);
    }
}
