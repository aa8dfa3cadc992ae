using System.Text.Json.Serialization;

namespace CorridorTwin.Simulation.State;

/// <summary>
/// Everything a replication is at one instant, as plain data: who is where, since when, and what is due. It serialises with
/// System.Text.Json and names every place by its key, so that it also loads under another model of the same corridor.
/// </summary>
/// <remarks>
/// All times are milliseconds since the model's epoch. What can be derived is not stored: the number waiting or busy is a count of the
/// trucks that say so, the length of a line is the sum of its queues, a truck's random key follows from seed, replication, source and ordinal.
/// Pending events stand with what they happen to (<see cref="SavedEvent"/>), so none can dangle.
/// </remarks>
public sealed record CorridorState
{
    /// <summary>The version of this shape that this code writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the shape.</summary>
    public required int Schema { get; init; }

    /// <summary>The instant of the last event processed.</summary>
    public required long Clock { get; init; }

    /// <summary>The instant from which warm-up and window are counted.</summary>
    public required long Start { get; init; }

    /// <summary>Seed of the experiment that saved.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong Seed { get; init; }

    /// <summary>Replication that saved.</summary>
    public required int Replication { get; init; }

    /// <summary>Hash of the trajectory up to here.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong Fingerprint { get; init; }

    /// <summary>Events processed.</summary>
    public required long Events { get; init; }

    /// <summary>The last sequence number given to an event.</summary>
    public required uint Sequence { get; init; }

    /// <summary>The run had stopped.</summary>
    public bool Finished { get; init; }

    /// <summary>Made from an observation: on loading, whoever could be served or admitted at once is.</summary>
    public bool Observed { get; init; }

    /// <summary>The last event that is still pending although it was cancelled; it only tells when an idle run ends.</summary>
    public long? CancelledUntil { get; init; }

    /// <summary>Trucks inside.</summary>
    public required long Inside { get; init; }

    /// <summary>Trucks inside that belong to the measured cohort.</summary>
    public required long Measured { get; init; }

    /// <summary>Trucks gone, by way out.</summary>
    public required IReadOnlyDictionary<string, long> Left { get; init; }

    /// <summary>The measured window; null for one that begins, with its warm-up, at <see cref="Start"/>.</summary>
    public SavedWindow? Window { get; init; }

    /// <summary>The procedures of the model that saved, with their stages in order.</summary>
    public required IReadOnlyList<SavedProcedure> Procedures { get; init; }

    /// <summary>The stations of the model that saved.</summary>
    public required IReadOnlyList<SavedStation> Stations { get; init; }

    /// <summary>The sources of the model that saved, and those whose trucks it had from earlier models.</summary>
    public required IReadOnlyList<SavedSource> Sources { get; init; }

    /// <summary>The disturbances of the model that saved.</summary>
    public required IReadOnlyList<SavedDisturbance> Disturbances { get; init; }

    /// <summary>The trucks inside.</summary>
    public required IReadOnlyList<SavedTruck> Trucks { get; init; }

    /// <summary>
    /// The same corridor at the same instant with a new measured window: warm-up and window of the run restored from it count from now.
    /// Without this a restored run keeps the window it was saved in.
    /// </summary>
    /// <param name="measurePresent">The trucks now inside belong to the new cohort; otherwise only those that come later do.</param>
    public CorridorState FromNow(bool measurePresent = false) => this with
    {
        Start = Clock,
        Window = null,
        Finished = false,
        Measured = measurePresent ? Trucks.Count : 0,
        Trucks = [.. Trucks.Select(t => t with { Measured = measurePresent })],
        Stations = [.. Stations.Select(s => s with { Levels = null })],
    };
}
