using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Which scenarios to compare with which baseline, and how.</summary>
public sealed record ComparisonRequest
{
    /// <summary>What the scenarios are compared with.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>The scenarios, in the order of the table.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>The scenario they are compared with instead of the baseline; null for the baseline.</summary>
    public Scenario? Against { get; init; }

    /// <summary>Year of demand for both sides of every comparison; null for each scenario's own.</summary>
    public int? Year { get; init; }

    /// <summary>The Monday on which the measured period of every run begins, whose year is that of demand; null for each scenario's own weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>Length, replications, seed, threads.</summary>
    public ExperimentOptions Options { get; init; } = new();

    /// <summary>When to stop before the last replication; the precision asked for is that of the changes.</summary>
    public Enough Enough { get; init; } = Enough.Never;

    /// <summary>Also compare every scenario with every other.</summary>
    public bool Pairwise { get; init; }

    /// <summary>Also run all of it with 2 % less and 2 % more capacity, on a quarter of the replications.</summary>
    public bool CapacitySensitivity { get; init; } = true;

    /// <summary>Id of what the scenarios are compared with.</summary>
    public string Reference => Against?.Id ?? Baseline.Id;

    /// <summary>The weeks of a scenario, and of the baseline beside it; of what it is compared with by itself if none is given.</summary>
    public Weeks WeeksOf(Scenario? scenario = null) => (scenario?.Weeks ?? Against?.Weeks ?? new Weeks(Baseline.Year, null)).Unless(Year, Period);

    /// <summary>Replications of each capacity variant, if as many as given are made of the others.</summary>
    public int SensitivityReplications(int made) => CapacitySensitivity ? Math.Min(made, Math.Max(5, made / 4)) : 0;
}
