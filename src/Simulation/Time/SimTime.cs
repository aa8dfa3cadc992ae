using System.Globalization;

namespace CorridorTwin.Simulation.Time;

/// <summary>An instant on the simulated clock: whole milliseconds since the model's epoch, which is a Monday 00:00 at UTC−6.</summary>
/// <remarks>Integers make event times, the time split and Little's law exact; the default value is the epoch.</remarks>
/// <param name="Milliseconds">Milliseconds since the epoch; negative before it.</param>
public readonly record struct SimTime(long Milliseconds) : IComparable<SimTime>
{
    /// <summary>The epoch.</summary>
    public static SimTime Zero => default;

    /// <summary>The instant a number of days after the epoch.</summary>
    public static SimTime FromDays(double days) => new(SimDuration.FromDays(days).Milliseconds);

    /// <summary>The instant a number of hours after the epoch.</summary>
    public static SimTime FromHours(double hours) => new(SimDuration.FromHours(hours).Milliseconds);

    public static SimTime operator +(SimTime t, SimDuration d) => new(t.Milliseconds + d.Milliseconds);
    public static SimTime operator -(SimTime t, SimDuration d) => new(t.Milliseconds - d.Milliseconds);
    public static SimDuration operator -(SimTime a, SimTime b) => new(a.Milliseconds - b.Milliseconds);
    public static bool operator <(SimTime a, SimTime b) => a.Milliseconds < b.Milliseconds;
    public static bool operator >(SimTime a, SimTime b) => a.Milliseconds > b.Milliseconds;
    public static bool operator <=(SimTime a, SimTime b) => a.Milliseconds <= b.Milliseconds;
    public static bool operator >=(SimTime a, SimTime b) => a.Milliseconds >= b.Milliseconds;

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Day and time of day since the epoch, such as <c>d12 06:30:00.000</c>.</summary>
    public override string ToString()
    {
        long day = Math.DivRem(Milliseconds, SimDuration.MillisecondsPerDay, out long rest);
        if (rest < 0) { day--; rest += SimDuration.MillisecondsPerDay; }
        return string.Create(CultureInfo.InvariantCulture, $"d{day} {TimeSpan.FromMilliseconds(rest):hh\\:mm\\:ss\\.fff}");
    }
}
