using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>What was appended to a model for trucks that come from another: each list goes on where the model's own table ends.</summary>
internal sealed class FormerPlaces
{
    /// <summary>The model without it.</summary>
    public required NetworkModel Base { get; init; }

    /// <summary>Stages being finished under rules the model no longer has; no <see cref="FormerStage"/> where the row stands for one of the model's own.</summary>
    public required IReadOnlyList<(StageName Name, FormerStage? Stage)> Stages { get; init; }

    /// <summary>Procedures that only finish.</summary>
    public required IReadOnlyList<string> Procedures { get; init; }

    /// <summary>Journeys no source sends trucks on any more.</summary>
    public required IReadOnlyList<IReadOnlyList<StageName>> Journeys { get; init; }

    /// <summary>Sources that are gone.</summary>
    public required IReadOnlyList<SavedSource> Sources { get; init; }
}
