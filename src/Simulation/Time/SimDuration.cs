namespace CorridorTwin.Simulation.Time;

/// <summary>A length of simulated time in whole milliseconds.</summary>
/// <param name="Milliseconds">The length; may be negative as a difference of instants.</param>
public readonly record struct SimDuration(long Milliseconds) : IComparable<SimDuration>
{
    /// <summary>86,400,000.</summary>
    public const long MillisecondsPerDay = 86_400_000;

    /// <summary>3,600,000.</summary>
    public const long MillisecondsPerHour = 3_600_000;

    /// <summary>60,000.</summary>
    public const long MillisecondsPerMinute = 60_000;

    /// <summary>No time at all.</summary>
    public static SimDuration Zero => default;

    /// <summary>The length in hours.</summary>
    public double Hours => Milliseconds / (double)MillisecondsPerHour;

    /// <summary>A length from hours, rounded to the nearest millisecond.</summary>
    public static SimDuration FromHours(double hours) => From(hours, MillisecondsPerHour);

    /// <summary>A length from minutes, rounded to the nearest millisecond.</summary>
    public static SimDuration FromMinutes(double minutes) => From(minutes, MillisecondsPerMinute);

    /// <summary>A length from days, rounded to the nearest millisecond.</summary>
    public static SimDuration FromDays(double days) => From(days, MillisecondsPerDay);

    public static SimDuration operator +(SimDuration a, SimDuration b) => new(a.Milliseconds + b.Milliseconds);
    public static SimDuration operator -(SimDuration a, SimDuration b) => new(a.Milliseconds - b.Milliseconds);

    /// <inheritdoc/>
    public int CompareTo(SimDuration other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <inheritdoc/>
    public override string ToString() => TimeSpan.FromMilliseconds(Milliseconds).ToString("c");

    private static SimDuration From(double value, long unit)
    {
        double milliseconds = value * unit;
        if (!(Math.Abs(milliseconds) < 9e15)) throw new ArgumentOutOfRangeException(nameof(value), value, "A duration must be a finite number of milliseconds.");
        return new SimDuration((long)Math.Round(milliseconds));
    }
}
