namespace CorridorTwin.Scenarios.Studies;

/// <summary>Limits of reading a study.</summary>
public sealed record ReadingOptions
{
    /// <summary>Largest file that is opened, bytes.</summary>
    public long LargestBytes { get; init; } = 1_000_000_000;

    /// <summary>No stamp may be later: the present, when not said otherwise.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Longest stay on one side that is believed, hours: 60 days.</summary>
    public double LongestHours { get; init; } = 1440;

    /// <summary>Told of rows read so far, now and then.</summary>
    public Action<long>? Progress { get; init; }
}
