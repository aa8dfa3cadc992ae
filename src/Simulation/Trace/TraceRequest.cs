using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Which replication to tell, and which stretch of it.</summary>
public sealed record TraceRequest
{
    /// <summary>Seed of the experiment.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of the replication.</summary>
    public int Replication { get; init; }

    /// <summary>Start of the window. The run itself always begins at instant zero with an empty corridor.</summary>
    public SimTime From { get; init; }

    /// <summary>End of the window, not included.</summary>
    public required SimTime To { get; init; }

    /// <summary>How far beyond the window the first pass looks for trucks whose declarations fall into it; one lodged earlier than that before its truck is missing.</summary>
    public SimDuration LookAhead { get; init; } = SimDuration.FromDays(14);

    /// <summary>Id of the scenario, for the header.</summary>
    public string? Scenario { get; init; }
}
