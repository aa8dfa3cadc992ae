namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>How a model is held to a study.</summary>
public sealed record ValidationOptions
{
    /// <summary>Simulated weeks the study is compared with: each is surveyed as the study was.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Seed of the weeks.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>Days simulated before each.</summary>
    public int WarmUpDays { get; init; } = 28;

    /// <summary>Difference of means that does not matter, as a share of the observed mean.</summary>
    public double Margin { get; init; } = 0.2;

    /// <summary>The least such difference, hours: a quarter of an hour.</summary>
    public double LeastMarginHours { get; init; } = 0.25;

    /// <summary>Level of the tests.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Below this probability of as few observations within a band, the band is refused.</summary>
    public double BandAlpha { get; init; } = 0.01;

    /// <summary>Fewer trucks than this in a stratum decide nothing.</summary>
    public int LeastTrucks { get; init; } = 8;

    /// <summary>Threads; 0 for one per core. The result does not depend on them.</summary>
    public int Threads { get; init; }
}
