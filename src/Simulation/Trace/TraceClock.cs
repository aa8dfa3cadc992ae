using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Turns simulated time into calendar time and back: the simulation's epoch is Monday 2024-02-05 00:00 at UTC−6.</summary>
/// <remarks>
/// The date is a label: an ordinary week of the baseline year, in which the monthly profile is near its mean. What counts is that it is a
/// Monday and that the offset is that of Guatemala to Costa Rica; Panama's events carry −05:00.
/// </remarks>
public static class TraceClock
{
    /// <summary>Simulated instant zero.</summary>
    public static DateTimeOffset Epoch { get; } = new(2024, 2, 5, 0, 0, 0, TimeSpan.FromHours(-6));

    /// <summary>A simulated instant on a clock with an offset from UTC.</summary>
    public static DateTimeOffset At(SimTime time, TimeSpan offset) =>
        new(Epoch.UtcTicks + offset.Ticks + time.Milliseconds * TimeSpan.TicksPerMillisecond, offset);

    /// <summary>The simulated instant, rounded down to the millisecond.</summary>
    public static SimTime ToSim(DateTimeOffset time) =>
        new((long)Math.Floor((time.UtcTicks - Epoch.UtcTicks) / (double)TimeSpan.TicksPerMillisecond));
}
