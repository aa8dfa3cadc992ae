using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>A what-if: a baseline, a year, measures, disturbances and changes of demand, with all that it inherits.</summary>
public sealed record Scenario
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is.</summary>
    public required Bilingual Description { get; init; }

    /// <summary>Id of the scenario or baseline it extends.</summary>
    public required string Extends { get; init; }

    /// <summary>The baseline at the root of the chain.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>The year whose demand it has.</summary>
    public required int Year { get; init; }

    /// <summary>The Monday on which its measured period begins, in <see cref="Year"/>; null for ordinary weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>The weeks it simulates.</summary>
    public Weeks Weeks => new(Year, Period);

    /// <summary>Its measures: those it inherits first; one it names itself replaces the same one inherited.</summary>
    public required IReadOnlyList<MeasureUse> Measures { get; init; }

    /// <summary>What disturbs the corridor, inherited ones first.</summary>
    public required IReadOnlyList<Disruption> Disruptions { get; init; }

    /// <summary>What it changes of the baseline's demand, as laid over each other along the chain; null for nothing.</summary>
    public InputNode? Demand { get; init; }

    /// <summary>What it changes of the baseline's holidays, likewise.</summary>
    public InputNode? Holidays { get; init; }

    /// <summary>Whether it is compared when no scenario is named; presets and studies stay out of the way.</summary>
    public bool Compared { get; init; } = true;

    /// <summary>Where its file begins.</summary>
    public required Mark Mark { get; init; }

    /// <summary>Fingerprint of what its file and those it extends say; remarks and layout do not matter.</summary>
    public required string Hash { get; init; }

    /// <summary>The corridor before any measure: the baseline with this scenario's demand, holidays, weeks and disturbances.</summary>
    /// <param name="year">Ordinary weeks of another year; null for its own weeks.</param>
    public CorridorModel ModelBeforeMeasures(int? year = null) => ModelBeforeMeasures(year is { } y ? new Weeks(y, null) : Weeks);

    /// <summary>The corridor before any measure in other weeks than its own.</summary>
    public CorridorModel ModelBeforeMeasures(Weeks weeks)
    {
        CorridorModel model = weeks.Of(Baseline.Overlay(Overlays).OrThrow().Model, Baseline.Year);
        return Disruptions.Count == 0 ? model : model with { Disruptions = [.. model.Disruptions, .. Disruptions] };
    }

    /// <summary>What it lays over sections of the baseline.</summary>
    internal IReadOnlyList<(string, InputNode)> Overlays =>
        [.. new[] { ("demand", Demand), ("holidays", Holidays) }.Where(o => o.Item2 is not null).Select(o => (o.Item1, o.Item2!))];
}
