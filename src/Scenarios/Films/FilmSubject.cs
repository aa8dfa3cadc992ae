using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Films;

/// <summary>What a film is of: one replication of one corridor.</summary>
/// <param name="Model">The corridor.</param>
/// <param name="Scenario">Id of the scenario or baseline.</param>
public sealed record FilmSubject(CorridorModel Model, string Scenario)
{
    /// <summary>Days filmed: one week, from Monday to Sunday.</summary>
    public const int Days = 7;

    /// <summary>Seed of the experiment.</summary>
    public ulong Seed { get; init; } = new ExperimentOptions().Seed;

    /// <summary>Number of the replication.</summary>
    public int Replication { get; init; }

    /// <summary>Days simulated before; whole weeks, so that the first day filmed is a Monday.</summary>
    public int WarmUpDays { get; init; } = new ExperimentOptions().WarmUpDays;

    /// <summary>All that decides what the film shows: the model, seed, replication, and the program that runs it.</summary>
    public string Key => $"{ReplicationStore.KeyOf(Model, new ExperimentOptions { Seed = Seed, WarmUpDays = WarmUpDays, Days = Days })}-{Replication}";
}
