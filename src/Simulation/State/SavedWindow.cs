namespace CorridorTwin.Simulation.State;

/// <summary>The measured window of a run.</summary>
public sealed record SavedWindow
{
    /// <summary>When it opens.</summary>
    public required long Start { get; init; }

    /// <summary>When it closes.</summary>
    public required long End { get; init; }

    /// <summary>The opening, while it is to come.</summary>
    public SavedEvent? Opens { get; init; }

    /// <summary>The closing, while it is to come.</summary>
    public SavedEvent? Closes { get; init; }

    /// <summary>The probes to come.</summary>
    public required IReadOnlyList<SavedEvent> Probes { get; init; }

    /// <summary>The stations' sums when it opened; null before.</summary>
    public IReadOnlyDictionary<string, SavedSums>? Opened { get; init; }

    /// <summary>The stations' sums when it closed; null before.</summary>
    public IReadOnlyDictionary<string, SavedSums>? Closed { get; init; }

    /// <summary>Numbers at each station at the probes read so far, in order.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, int>> Read { get; init; }
}
