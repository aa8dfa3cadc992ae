using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.State;

/// <summary>
/// The corridor as it was seen at an instant: who is where, since when, and what else is known. What is not known is drawn, given what is:
/// the rest of a service from S − t | S > t, unknown attributes from the source's shares given the known ones, the next arrivals, failures and
/// disturbances from their processes. Calendars stand where they stand at that instant.
/// </summary>
/// <remarks>
/// Every draw is keyed by the truck's identity, so that two models started from one observation give a truck the same luck, and the same observation
/// under another replication number draws another possible present and future.
/// </remarks>
public sealed record ObservedStart
{
    /// <summary>The instant.</summary>
    public required SimTime Time { get; init; }

    /// <summary>The trucks inside.</summary>
    public required IReadOnlyList<ObservedTruck> Trucks { get; init; }

    /// <summary>What is known of sources; one not named starts with the next free ordinal.</summary>
    public IReadOnlyList<ObservedSource> Sources { get; init; } = [];

    /// <summary>Stations of which a unit is broken, and since when; the others work.</summary>
    public IReadOnlyList<ObservedSince> Broken { get; init; } = [];

    /// <summary>Random disturbances that last, and since when; those with dates follow them.</summary>
    public IReadOnlyList<ObservedSince> Disturbed { get; init; } = [];

    /// <summary>The trucks inside belong to the measured cohort.</summary>
    public bool MeasurePresent { get; init; }

    /// <summary>The observation as a state of a model, with the unknown drawn by seed and replication.</summary>
    /// <exception cref="CorridorStateException">It names what the model does not have, or contradicts itself.</exception>
    public CorridorState ToState(NetworkModel model, RunOptions options) => new ObservedState(model, options, this).Build();
}

/// <summary>What is known of a source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NextOrdinal">Ordinal of its next truck; null for the one after the highest seen.</param>
/// <param name="LastArrival">When its last truck came; matters to intervals that are not memoryless.</param>
public sealed record ObservedSource(string Name, long? NextOrdinal = null, SimTime? LastArrival = null);

/// <summary>Something that has lasted for a while.</summary>
/// <param name="Name">The station or disturbance.</param>
/// <param name="Since">Since when.</param>
public sealed record ObservedSince(string Name, SimTime Since);
