using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Names a lane.</summary>
/// <param name="Post">Border post.</param>
/// <param name="Side">Country.</param>
/// <param name="Dir">Direction it serves.</param>
/// <param name="Lane">Its name within that.</param>
public readonly record struct LaneKey(string Post, string Side, Direction Dir, string Lane)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Post}/{Dir}/{Side}/{Lane}";
}

/// <summary>A vehicle at a lane.</summary>
/// <param name="Unit">Pseudonym.</param>
/// <param name="Trip">Its passage; the same as the unit for one that is no truck.</param>
/// <param name="Stage">The stage it is there for; of one that is held by a full yard, the stage it cannot reach.</param>
/// <param name="Priority">Priority in the line, 0 first.</param>
/// <param name="Since">When it joined the line, its service began, or it was held.</param>
public sealed record LaneOccupant(string Unit, string Trip, string Stage, int Priority, DateTimeOffset Since);

/// <summary>A lane at an instant.</summary>
public sealed record LaneState
{
    /// <summary>Which lane.</summary>
    public required LaneKey Key { get; init; }

    /// <summary>Whose it is.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Staff scheduled.</summary>
    public required int Staff { get; init; }

    /// <summary>Staff called in besides.</summary>
    public required int Extra { get; init; }

    /// <summary>Units out of order.</summary>
    public required int Down { get; init; }

    /// <summary>Outages of its computers that last.</summary>
    public required int Outages { get; init; }

    /// <summary>Who waits, in the order in which they will be served.</summary>
    public required IReadOnlyList<LaneOccupant> Queue { get; init; }

    /// <summary>Who is served.</summary>
    public required IReadOnlyList<LaneOccupant> InService { get; init; }

    /// <summary>Who has been served and cannot go on because the next yard is full.</summary>
    public required IReadOnlyList<LaneOccupant> Held { get; init; }

    /// <summary>Whether staff are scheduled.</summary>
    public bool Open => Staff > 0;

    /// <summary>How many may serve now.</summary>
    public int OnDuty => Math.Max(0, Staff + Extra - Down);

    /// <summary>Vehicles at the lane, waiting and at its servers.</summary>
    public int Present => Queue.Count + InService.Count + Held.Count;
}

/// <summary>A lane at an instant in numbers only: cheap enough to be asked for at every minute of a week.</summary>
/// <param name="Key">Which lane.</param>
/// <param name="OnDuty">How many may serve now.</param>
/// <param name="Waiting">Vehicles in its line.</param>
/// <param name="InService">Vehicles served.</param>
/// <param name="Held">Vehicles served that cannot go on because the next yard is full.</param>
public readonly record struct LaneCount(LaneKey Key, int OnDuty, int Waiting, int InService, int Held);
