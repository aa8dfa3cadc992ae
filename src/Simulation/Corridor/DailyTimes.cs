using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Operations of one day's arrivals.</summary>
/// <param name="Count">Operations, on both sides of the crossings.</param>
/// <param name="Total">Sum of their clearance times, milliseconds.</param>
public readonly record struct DayTimes(int Count, long Total);

/// <summary>Clearance times by day of arrival: how a run settles, and whether its end is like its beginning.</summary>
internal sealed class DailyTimes
{
    private DayTimes[] days = new DayTimes[64];

    /// <summary>Adds one operation.</summary>
    /// <param name="arrival">When its crossing's truck joined the first queue, milliseconds.</param>
    /// <param name="duration">Its clearance time, milliseconds.</param>
    public void Add(long arrival, long duration)
    {
        int day = (int)(arrival / SimDuration.MillisecondsPerDay);
        if (day >= days.Length) Array.Resize(ref days, Math.Max(2 * days.Length, day + 1));
        ref DayTimes at = ref days[day];
        at = new DayTimes(at.Count + 1, at.Total + duration);
    }

    /// <summary>The days of a window; one that begins or ends within a day counts that day whole.</summary>
    public IReadOnlyList<DayTimes> Between(SimDuration opens, SimDuration closes)
    {
        int first = (int)(opens.Milliseconds / SimDuration.MillisecondsPerDay);
        int end = (int)((closes.Milliseconds + SimDuration.MillisecondsPerDay - 1) / SimDuration.MillisecondsPerDay);
        return [.. Enumerable.Range(first, Math.Max(0, end - first)).Select(d => d < days.Length ? days[d] : default)];
    }
}
