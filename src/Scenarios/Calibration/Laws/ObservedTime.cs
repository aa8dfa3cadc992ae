namespace CorridorTwin.Scenarios.Calibration.Laws;

/// <summary>A length of time as far as it was observed, minutes: exactly, to within an interval (rounded clocks), or as a least length (the truck was still inside).</summary>
/// <param name="Low">Shortest it can have been.</param>
/// <param name="High">Longest it can have been; equal to <paramref name="Low"/> if it is known exactly, infinite if it was not seen to end.</param>
public readonly record struct ObservedTime(double Low, double High)
{
    /// <summary>It is the difference of two rounded clock times: the middle of the interval is likelier than its ends.</summary>
    public bool TwoClocks { get; init; }

    /// <summary>Known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>Not seen to end.</summary>
    public bool IsCensored => double.IsPositiveInfinity(High);

    /// <summary>One value that stands for it: the middle of its interval, its least length if it was not seen to end.</summary>
    public double Middle => IsCensored ? Low : (Low + High) / 2;

    /// <summary>What the clocks were rounded to, if it is a difference of two.</summary>
    public double Unit => TwoClocks ? (High - Low) / 2 : 0;

    /// <summary>A time known exactly.</summary>
    /// <param name="minutes">Above 0.</param>
    /// <exception cref="ArgumentException">Not a finite time above 0.</exception>
    public static ObservedTime Exact(double minutes) => double.IsFinite(minutes) && minutes > 0
        ? new(minutes, minutes)
        : throw new ArgumentException(FormattableString.Invariant($"A time known exactly is finite and above 0; it is {minutes}."), nameof(minutes));

    /// <summary>The difference of two clock times, each rounded to the nearest multiple of a unit: the two errors together are triangular, up to one unit either way.</summary>
    /// <param name="minutes">The difference as recorded.</param>
    /// <param name="unit">What clocks were rounded to; 0 for not at all.</param>
    public static ObservedTime Rounded(double minutes, double unit) => unit <= 0
        ? Exact(Math.Max(minutes, 1e-4))
        : new ObservedTime(minutes - unit, minutes + unit) { TwoClocks = true };

    /// <summary>A time that had not ended when observation did.</summary>
    public static ObservedTime AtLeast(double minutes) => new(Math.Max(0, minutes), double.PositiveInfinity);
}
