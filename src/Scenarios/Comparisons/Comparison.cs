using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Scenarios against a baseline: paired differences first, levels second.</summary>
public sealed record Comparison
{
    /// <summary>The clearance time compared: from joining a side's queue to leaving that side.</summary>
    public const string Definition = "M_side";

    /// <summary>Id of what the scenarios are compared with: the baseline, or the scenario asked for.</summary>
    public required string Baseline { get; init; }

    /// <summary>Whether they are compared with another scenario and not with the baseline.</summary>
    public bool AgainstScenario { get; init; }

    /// <summary>The baseline's corridor: names of posts and countries.</summary>
    public required CorridorModel Corridor { get; init; }

    /// <summary>The options it was run with.</summary>
    public required ExperimentOptions Options { get; init; }

    /// <summary>One entry per scenario.</summary>
    public required IReadOnlyList<ScenarioComparison> Scenarios { get; init; }

    /// <summary>Levels by stratum, of the baseline and of every scenario.</summary>
    public required IReadOnlyList<BreakdownRow> Breakdown { get; init; }

    /// <summary>False if it was cancelled: what finished is here.</summary>
    public required bool Complete { get; init; }

    /// <summary>Replications finished of baseline and every scenario alike.</summary>
    public required int Replications { get; init; }

    /// <summary>Why it ended where it did; null if nothing was asked about that.</summary>
    public Stopping? Stopping { get; init; }

    /// <summary>Every scenario with every other; empty unless asked for.</summary>
    public IReadOnlyList<ScenarioPair> Pairs { get; init; } = [];

    /// <summary>What a reader must be told about the runs.</summary>
    public required IReadOnlyList<Bilingual> Warnings { get; init; }
}

/// <summary>One scenario against the baseline.</summary>
public sealed record ScenarioComparison
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Year of demand on both sides.</summary>
    public required int Year { get; init; }

    /// <summary>The Monday on which the period measured begins, on both sides; null for ordinary weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>The weeks simulated.</summary>
    public Weeks Weeks => new(Year, Period);

    /// <summary>I1, p50, p95, cost, co2.</summary>
    public required IReadOnlyList<IndicatorComparison> Indicators { get; init; }

    /// <summary>Strata that wait longer, told from chance by Bonferroni over all strata; worst first.</summary>
    public required IReadOnlyList<WorseOffRow> WorseOff { get; init; }

    /// <summary>Side effects to read beside the gain.</summary>
    public required IReadOnlyList<GuardComparison> Guards { get; init; }

    /// <summary>How the change of I1 moves with capacity; null if not run.</summary>
    public required CapacitySensitivity? Sensitivity { get; init; }

    /// <summary>Whether the change of I1 hangs on how long was measured; null with fewer than two days or replications.</summary>
    public RunHalves? Halves { get; init; }

    /// <summary>What the measures said when they were applied.</summary>
    public required IReadOnlyList<MeasureNote> Notes { get; init; }

    /// <summary>How long the posts that a disturbance hit took to recover; empty for a scenario without disturbances.</summary>
    public IReadOnlyList<Recovery> Recoveries { get; init; } = [];

    /// <summary>Trucks that put their crossing off and that crossed elsewhere, per week, baseline and scenario.</summary>
    public required (double Baseline, double Scenario) DeferredPerWeek { get; init; }

    /// <inheritdoc cref="DeferredPerWeek"/>
    public required (double Baseline, double Scenario) DivertedPerWeek { get; init; }

    /// <summary>The indicator with an id.</summary>
    public IndicatorComparison Indicator(string id) => Indicators.First(i => i.Id == id);
}

/// <summary>One indicator.</summary>
/// <param name="Id">I1, p50, p95, cost or co2.</param>
/// <param name="Unit">h, USD or t.</param>
/// <param name="Baseline">Mean over replications.</param>
/// <param name="Scenario">Mean over replications.</param>
/// <param name="Difference">Paired difference, scenario less baseline.</param>
/// <param name="Percent">Change in percent.</param>
public sealed record IndicatorComparison(string Id, string Unit, double Baseline, double Scenario, Interval Difference, Interval Percent)
{
    /// <summary>The baseline's level with its own interval: how many of its digits mean anything.</summary>
    public Interval BaselineLevel { get; init; } = new(Baseline, double.NaN, double.NaN, 1);

    /// <summary>The scenario's level with its own interval.</summary>
    public Interval ScenarioLevel { get; init; } = new(Scenario, double.NaN, double.NaN, 1);

    /// <summary>What pairing was worth and how sure the change is; null with fewer than two replications.</summary>
    public PairedComparison? Paired { get; init; }

    /// <summary>p-value of no change, adjusted by Holm over the scenarios compared; NaN with fewer than two replications.</summary>
    public double HolmP { get; init; } = double.NaN;
}

/// <summary>A stratum whose trucks wait longer under the scenario.</summary>
/// <param name="Row">The stratum.</param>
/// <param name="Difference">Hours added to its mean.</param>
public sealed record WorseOffRow(RowKey Row, Interval Difference);

/// <summary>A side effect.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Baseline">Level in the baseline.</param>
/// <param name="Scenario">Level in the scenario.</param>
/// <param name="Difference">Paired difference.</param>
public sealed record GuardComparison(GuardKind Kind, string Unit, double Baseline, double Scenario, Interval Difference);

/// <summary>The percent change of I1 with 2 % less and 2 % more work per staffed hour on both sides of the comparison.</summary>
/// <param name="Less">At 98 % of capacity.</param>
/// <param name="More">At 102 % of capacity.</param>
/// <param name="Replications">On which it rests.</param>
public sealed record CapacitySensitivity(Interval Less, Interval More, int Replications);

/// <summary>Levels of one stratum under one scenario: averages over replications of each replication's own value.</summary>
/// <param name="Scenario">Scenario or baseline id.</param>
/// <param name="Row">The stratum.</param>
/// <param name="Operation">Official operation on a side; for the whole crossing, export for trucks between the post's two countries, else transit or empty.</param>
/// <param name="Count">Operations per replication.</param>
/// <param name="Value">Averages; null for an empty stratum.</param>
public sealed record BreakdownRow(string Scenario, RowKey Row, Operation Operation, double Count, RowValue? Value)
{
    /// <summary>The mean with its interval.</summary>
    public Interval Mean { get; init; } = new(double.NaN, double.NaN, double.NaN, 0);
}
