using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Calendars;

/// <summary>Part of the staff on duty, in whole officers.</summary>
internal static class PartialStaff
{
    // A share such as 1 − 0.9 of ten officers is one officer, whatever binary fractions make of it.
    private const double Rounding = 1e-9;

    /// <summary>The calendar with a share of the officers of one stretch of duty, and so of its staff-hours.</summary>
    /// <remarks>
    /// Whole officers stay throughout; what is left over of an officer works the first part of the stretch. So a desk of one officer at 50 %
    /// keeps the first half of its hours instead of being closed, or open as ever, by rounding.
    /// </remarks>
    /// <param name="calendar">The calendar.</param>
    /// <param name="from">Start of the stretch.</param>
    /// <param name="to">Its end.</param>
    /// <param name="staff">Officers scheduled in it.</param>
    /// <param name="share">Share that is there, 0 to 1.</param>
    public static CapacityCalendar Keep(CapacityCalendar calendar, long from, long to, int staff, double share)
    {
        double present = staff * share + Rounding;
        int whole = (int)present;
        if (whole == staff) return calendar;
        long until = from + (long)((to - from) * (present - whole));
        if (until - from < SimDuration.MillisecondsPerMinute) until = from;
        if (until > from) calendar = calendar.WithException(new SimTime(from), new SimTime(until), whole + 1);
        return calendar.WithException(new SimTime(until), new SimTime(to), whole);
    }
}
