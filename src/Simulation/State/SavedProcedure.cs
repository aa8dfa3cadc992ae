using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>A procedure of the model that saved: says which stages come later when a stage is missing from the model that loads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stages">Its stages in order of declaration.</param>
public sealed record SavedProcedure(string Name, IReadOnlyList<SavedStage> Stages);

/// <summary>A stage of the model that saved, as far as a truck that finishes it elsewhere needs to know.</summary>
/// <param name="Name">Its name.</param>
public sealed record SavedStage(string Name)
{
    /// <summary>The part of the time split it counts as; null for service.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TimePart>))]
    public TimePart? Part { get; init; }

    /// <summary>The time stamp written at its end, if any.</summary>
    public int? StampOnEnd { get; init; }

    /// <summary>It is a way out; null for no. Nobody is sent there because a stage is missing.</summary>
    public bool? Exit { get; init; }
}
