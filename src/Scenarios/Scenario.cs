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

    /// <summary>Its measures: those it inherits first; one it names itself replaces the same one inherited.</summary>
    public required IReadOnlyList<MeasureUse> Measures { get; init; }

    /// <summary>What disturbs the corridor, inherited ones first.</summary>
    public required IReadOnlyList<Disruption> Disruptions { get; init; }

    /// <summary>What it changes of the baseline's demand, as laid over each other along the chain; null for nothing.</summary>
    public InputNode? Demand { get; init; }

    /// <summary>Where its file begins.</summary>
    public required Mark Mark { get; init; }

    /// <summary>Fingerprint of what its file and those it extends say; remarks and layout do not matter.</summary>
    public required string Hash { get; init; }

    /// <summary>The corridor before any measure: the baseline with this scenario's demand, year and disturbances.</summary>
    /// <param name="year">Another year than its own; null for its own.</param>
    public CorridorModel ModelBeforeMeasures(int? year = null)
    {
        CorridorModel model = (Demand is null ? Baseline : Baseline.Overlay("demand", Demand).OrThrow()).Model;
        model = Growth.ToYear(model, Baseline.Year, year ?? Year);
        return Disruptions.Count == 0 ? model : model with { Disruptions = [.. model.Disruptions, .. Disruptions] };
    }
}
