using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Turns simulated time into calendar time and back: the epoch of ordinary weeks is Monday 2024-02-05 00:00 at UTC−6.</summary>
/// <remarks>
/// That date is a label: an ordinary week of the baseline year, in which the monthly profile is near its mean. What counts is that it is a
/// Monday and that the offset is that of Guatemala to Costa Rica; Panama's events carry −05:00. A run that has dates is told in its own.
/// </remarks>
public static class TraceClock
{
    /// <summary>Simulated instant zero of ordinary weeks.</summary>
    public static DateTimeOffset Epoch { get; } = EpochOf(new DateOnly(2024, 2, 5));

    /// <summary>Simulated instant zero of a corridor.</summary>
    public static DateTimeOffset EpochOf(CorridorNetwork corridor) => corridor.FirstDay is { } day ? EpochOf(day) : Epoch;

    private static DateTimeOffset EpochOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(-6));

    /// <summary>A simulated instant of ordinary weeks on a clock with an offset from UTC.</summary>
    public static DateTimeOffset At(SimTime time, TimeSpan offset) => At(time, offset, Epoch);

    /// <summary>A simulated instant on a clock with an offset from UTC.</summary>
    /// <param name="time">The instant.</param>
    /// <param name="offset">The clock's offset.</param>
    /// <param name="epoch">Instant zero.</param>
    public static DateTimeOffset At(SimTime time, TimeSpan offset, DateTimeOffset epoch) =>
        new(epoch.UtcTicks + offset.Ticks + time.Milliseconds * TimeSpan.TicksPerMillisecond, offset);

    /// <summary>The simulated instant of ordinary weeks, rounded down to the millisecond.</summary>
    public static SimTime ToSim(DateTimeOffset time) =>
        new((long)Math.Floor((time.UtcTicks - Epoch.UtcTicks) / (double)TimeSpan.TicksPerMillisecond));
}
