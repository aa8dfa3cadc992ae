using System.Runtime.CompilerServices;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>The nine stamps of a row, kept small: a study may have a million rows. Whole milliseconds, at the side's offset from UTC.</summary>
public readonly struct RowStamps : IEquatable<RowStamps>
{
    /// <summary>t0 to t8.</summary>
    public const int Count = 9;

    private const long Missing = long.MinValue;
    private readonly Nine ticks;
    private readonly short offsetMinutes;

    /// <summary>The stamps of a row.</summary>
    /// <param name="times">t0 to t8; null where not recorded.</param>
    /// <param name="offset">Local time of the side, offset from UTC in whole minutes.</param>
    public RowStamps(ReadOnlySpan<DateTimeOffset?> times, TimeSpan offset)
    {
        offsetMinutes = (short)offset.TotalMinutes;
        for (int i = 0; i < Count; i++) ticks[i] = i < times.Length && times[i] is { } t ? t.UtcTicks : Missing;
    }

    /// <summary>Nothing recorded.</summary>
    public static RowStamps None { get; } = new([], TimeSpan.Zero);

    /// <summary>Stamp ti in the local time of its side; null if it was not recorded.</summary>
    public DateTimeOffset? this[int i] => ticks[i] == Missing ? null : new DateTimeOffset(ticks[i] + Offset.Ticks, Offset);

    /// <summary>Local time of the side.</summary>
    public TimeSpan Offset => TimeSpan.FromMinutes(offsetMinutes);

    /// <summary>Whether stamp ti was recorded.</summary>
    public bool Has(int i) => ticks[i] != Missing;

    /// <inheritdoc/>
    public bool Equals(RowStamps other) => offsetMinutes == other.offsetMinutes && ((ReadOnlySpan<long>)ticks).SequenceEqual(other.ticks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowStamps other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long t in (ReadOnlySpan<long>)ticks) hash.Add(t);
        return hash.ToHashCode();
    }

    /// <summary>Same stamps.</summary>
    public static bool operator ==(RowStamps a, RowStamps b) => a.Equals(b);

    /// <summary>Different stamps.</summary>
    public static bool operator !=(RowStamps a, RowStamps b) => !a.Equals(b);

    [InlineArray(Count)]
    private struct Nine
    {
        private long first;
    }
}
