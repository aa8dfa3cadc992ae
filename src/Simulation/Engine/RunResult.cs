using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Engine;

/// <summary>What one replication gave, beside what its observer collected.</summary>
public sealed record RunResult
{
    /// <summary>The network that ran.</summary>
    public required NetworkModel Model { get; init; }

    /// <summary>Hash over time, kind and entity of every event: equal trajectories have equal fingerprints.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>Events processed.</summary>
    public required long Events { get; init; }

    /// <summary>When the run stopped.</summary>
    public required SimTime End { get; init; }

    /// <summary>Trucks created, by source.</summary>
    public required IReadOnlyList<long> Created { get; init; }

    /// <summary>Trucks that left, by way out.</summary>
    public required IReadOnlyList<long> LeftBy { get; init; }

    /// <summary>Trucks still inside at the end.</summary>
    public required long Inside { get; init; }

    /// <summary>Trucks of the measured cohort still inside at the end: zero unless the drain limit was reached or the run does not drain.</summary>
    public required long CohortInside { get; init; }

    /// <summary>Station statistics over the measured window, by station.</summary>
    public required IReadOnlyList<StationResult> Stations { get; init; }

    /// <summary>Numbers at each station (waiting and in service) at each probe, in order of time.</summary>
    public required IReadOnlyList<int[]> Probes { get; init; }

    /// <summary>Stations at which the integral of the number present differs from the sum of the times spent, over the whole run; empty unless the engine is wrong.</summary>
    public required IReadOnlyList<string> LittleViolations { get; init; }

    /// <summary>The station with a name.</summary>
    public StationResult Station(string name)
    {
        for (int i = 0; i < Stations.Count; i++)
            if (Model.StationNames[i] == name) return Stations[i];
        throw new ArgumentException($"There is no station '{name}'.", nameof(name));
    }
}

/// <summary>One station over the measured window.</summary>
/// <param name="MeanQueue">Time average of trucks waiting.</param>
/// <param name="MeanBusy">Time average of servers held.</param>
/// <param name="MeanWait">Mean wait of those who began service in the window, milliseconds; NaN if none did.</param>
/// <param name="Joined">Trucks that joined.</param>
/// <param name="Started">Services begun.</param>
/// <param name="LevelShares">Share of time with 0, 1, 2, … present (the last: that many or more); empty unless tracked.</param>
public sealed record StationResult(double MeanQueue, double MeanBusy, double MeanWait, long Joined, long Started, IReadOnlyList<double> LevelShares);
