namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What one request to the API may take, and how many there may be. What goes beyond is refused, and nothing else suffers.</summary>
public sealed record ApiLimits
{
    /// <summary>Largest body with events, bytes as sent. 16 MB are some 60,000 events.</summary>
    public int LargestBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>Largest body once unpacked, bytes.</summary>
    public int LargestUnpacked { get; init; } = 64 * 1024 * 1024;

    /// <summary>Largest question (JSON of a fork), bytes.</summary>
    public int LargestQuestion { get; init; } = 64 * 1024;

    /// <summary>A body must have come within this time.</summary>
    public TimeSpan BodyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The slowest a body may come, bytes a second, once <see cref="SlowGrace"/> has passed.</summary>
    public double SlowestBody { get; init; } = 1024;

    /// <summary>How long a body may be slower.</summary>
    public TimeSpan SlowGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bodies with events received at once.</summary>
    public int BodiesAtOnce { get; init; } = 16;

    /// <summary>Bodies of one key received at once: one source must not take all places.</summary>
    public int BodiesAtOnceOfKey { get; init; } = 2;

    /// <summary>Requests with events that wait for a place.</summary>
    public int BodiesWaiting { get; init; } = 32;

    /// <summary>Requests of one key at once, before it has to go slower.</summary>
    public int KeyBurst { get; init; } = 100;

    /// <summary>Requests of one key a second in the long run.</summary>
    public int KeyPerSecond { get; init; } = 50;

    /// <summary>Requests from one address at once, before it has to go slower.</summary>
    public int AddressBurst { get; init; } = 400;

    /// <summary>Requests from one address a second in the long run.</summary>
    public int AddressPerSecond { get; init; } = 200;

    /// <summary>Wrong keys from one address at once, before it has to wait.</summary>
    public int WrongKeyBurst { get; init; } = 20;
}
