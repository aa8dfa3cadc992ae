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

    /// <summary>Year of demand for both sides of every comparison; null for each scenario's own.</summary>
    public int? Year { get; init; }

    /// <summary>The Monday on which the measured period of every run begins, whose year is that of demand; null for each scenario's own weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>Length, replications, seed, threads.</summary>
    public ExperimentOptions Options { get; init; } = new();

    /// <summary>Also run all of it with 2 % less and 2 % more capacity, on a quarter of the replications.</summary>
    public bool CapacitySensitivity { get; init; } = true;

    /// <summary>The weeks of a scenario, and of the baseline beside it; of the baseline by itself if none is given.</summary>
    public Weeks WeeksOf(Scenario? scenario = null) => (scenario?.Weeks ?? new Weeks(Baseline.Year, null)).Unless(Year, Period);

    /// <summary>Replications of each capacity variant.</summary>
    public int SensitivityReplications => CapacitySensitivity ? Math.Min(Options.Replications, Math.Max(5, Options.Replications / 4)) : 0;
}

/// <summary>How far a comparison has come.</summary>
/// <param name="Done">Replications finished, of all variants.</param>
/// <param name="Total">Replications to run.</param>
public readonly record struct RunProgress(int Done, int Total);
