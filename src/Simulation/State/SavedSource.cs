namespace CorridorTwin.Simulation.State;

/// <summary>A source of trucks.</summary>
public sealed record SavedSource
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Trucks created.</summary>
    public required long Created { get; init; }

    /// <summary>Ordinal of the next truck: with the name, its identity.</summary>
    public required long NextOrdinal { get; init; }

    /// <summary>Ordinal of the next arrival to be drawn.</summary>
    public required long NextArrival { get; init; }

    /// <summary>The journey of its trucks: the first stage of each procedure.</summary>
    public required IReadOnlyList<StageName> Journey { get; init; }

    /// <summary>The arrival process; null if it is to start on loading.</summary>
    public SavedArrivals? Arrivals { get; init; }
}

/// <summary>Where an arrival process has come to.</summary>
/// <param name="Kind">Poisson, renewal or scripted.</param>
/// <param name="Bin">The rate step of the last arrival drawn.</param>
/// <param name="BinStart">When that step began; of a renewal process, the last arrival drawn.</param>
/// <param name="Into">How far into it, milliseconds.</param>
/// <param name="Due">The next arrival; null if no more come.</param>
public sealed record SavedArrivals(string Kind, int Bin, long BinStart, double Into, SavedEvent? Due = null);

/// <summary>A disturbance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Active">It lasts.</param>
/// <param name="Ordinal">How often it has ended.</param>
/// <param name="Due">Its next beginning or end; null if none.</param>
public sealed record SavedDisturbance(string Name, bool Active, long Ordinal, SavedEvent? Due = null);
