namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>A length of time as far as it was observed, minutes: exactly, to within an interval (rounded clocks), or as a least length (the truck was still inside).</summary>
/// <param name="Low">Shortest it can have been.</param>
/// <param name="High">Longest it can have been; equal to <paramref name="Low"/> if it is known exactly, infinite if it was not seen to end.</param>
public readonly record struct ObservedTime(double Low, double High)
{
    /// <summary>Known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>Not seen to end.</summary>
    public bool IsCensored => double.IsPositiveInfinity(High);

    /// <summary>One value that stands for it: the middle of its interval, its least length if it was not seen to end.</summary>
    public double Middle => IsCensored ? Low : (Low + High) / 2;

    /// <summary>A time known exactly.</summary>
    /// <param name="minutes">Above 0.</param>
    /// <exception cref="ArgumentException">Not a finite time above 0.</exception>
    public static ObservedTime Exact(double minutes) => double.IsFinite(minutes) && minutes > 0
        ? new(minutes, minutes)
        : throw new ArgumentException(FormattableString.Invariant($"A time known exactly is finite and above 0; it is {minutes}."), nameof(minutes));

    /// <summary>The difference of two clock times, each rounded to the nearest multiple of a unit.</summary>
    /// <param name="minutes">The difference as recorded.</param>
    /// <param name="unit">What clocks were rounded to; 0 for not at all.</param>
    /// <remarks>The two errors together are triangular with variance unit²/6; the interval is the uniform one of that variance, unit/√2 to either side.</remarks>
    public static ObservedTime Rounded(double minutes, double unit)
    {
        if (unit <= 0 && minutes > 0) return Exact(minutes);
        double half = Math.Max(unit, 1e-3) / Math.Sqrt(2);
        return new ObservedTime(Math.Max(0, minutes - half), Math.Max(minutes + half, half));
    }

    /// <summary>A time that had not ended when observation did.</summary>
    public static ObservedTime AtLeast(double minutes) => new(Math.Max(0, minutes), double.PositiveInfinity);
}
