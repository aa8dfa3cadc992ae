using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Which effect to divide, among whom, and how.</summary>
public sealed record AttributionRequest
{
    /// <summary>Up to so many contributors every coalition is run; with more, orders are drawn.</summary>
    public const int MostExact = 8;

    /// <summary>Precision at which drawing orders ends unless another is asked for: the three largest shares within 20 %.</summary>
    public static Precision UsualTarget { get; } = new(Relative: 0.2);

    /// <summary>Id of the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The weeks simulated.</summary>
    public required Weeks Weeks { get; init; }

    /// <summary>The corridor with the scenario's demand and disturbances, before any measure.</summary>
    public required CorridorModel Before { get; init; }

    /// <summary>Those among whom it is divided.</summary>
    public required IReadOnlyList<Contributor> Contributors { get; init; }

    /// <summary>The indicator whose reduction is divided.</summary>
    public Indicator Indicator { get; init; } = Indicator.Headline;

    /// <summary>Length, replications, seed, threads.</summary>
    public ExperimentOptions Options { get; init; } = new();

    /// <summary>When to stop early; the precision asked for is that of the three largest shares.</summary>
    public Enough Enough { get; init; } = Enough.Never;

    /// <summary>Let measures join before those they need: Shapley's original value, over all orders.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>Orders to draw for each replication where not every coalition is run; 0 for as many as the precision takes.</summary>
    public int Orders { get; init; }

    /// <summary>Whether every coalition is run.</summary>
    public bool Exact => Contributors.Count <= MostExact;

    /// <summary>The effect of a scenario divided among its measures, or among the pillars they belong to.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="weeks">Other weeks than its own; null for its own.</param>
    /// <param name="byPillar">Among pillars.</param>
    public static AttributionRequest Of(Scenario scenario, Weeks? weeks = null, bool byPillar = false) => new()
    {
        Id = scenario.Id,
        Title = scenario.Title,
        Weeks = weeks ?? scenario.Weeks,
        Before = scenario.ModelBeforeMeasures(weeks ?? scenario.Weeks),
        Contributors = byPillar ? Contributor.Pillars(scenario) : Contributor.Measures(scenario),
        // A pillar is no prerequisite of another: each works without, if less, and one need of one measure must not order all of them.
        AnyOrder = byPillar,
    };

    /// <summary>What the measures of a coalition make of the corridor.</summary>
    /// <param name="coalition">Contributor i is bit i.</param>
    internal CorridorModel Model(int coalition) =>
        MeasureCatalog.Apply(Before, Contributors.Where((_, i) => (coalition >> i & 1) != 0).SelectMany(c => c.Uses)).Model;
}
