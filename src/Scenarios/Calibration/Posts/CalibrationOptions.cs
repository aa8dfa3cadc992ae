namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>How hard a calibration looks.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Seed of every draw: simulated trucks, resamples, search.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>Days emulated for each candidate.</summary>
    public int Days { get; init; } = 28;

    /// <summary>Days simulated before.</summary>
    public int WarmUpDays { get; init; } = 21;

    /// <summary>Candidates of each generation of the global search.</summary>
    public int Points { get; init; } = 16;

    /// <summary>Generations of the global search.</summary>
    public int Generations { get; init; } = 8;

    /// <summary>Threads; 0 for one per core.</summary>
    public int Threads { get; init; }

    /// <summary>Share of its staffed time that a station must have worked for its capacity to be told from the data.</summary>
    public double FullFrom { get; init; } = 0.8;

    /// <summary>The rows are all trucks that came, not a sample; null to find out.</summary>
    public bool? Complete { get; init; }

    /// <summary>Samples drawn for the fit of each law.</summary>
    public int Bootstrap { get; init; } = 99;
}
