namespace CorridorTwin.Simulation.State;

internal enum PlacementKind : byte
{
    /// <summary>Stays as saved.</summary>
    Stay,

    /// <summary>Finishes its service without a server.</summary>
    AsDelay,

    /// <summary>Leaves its queue, or the list of the blocked, for another row.</summary>
    MoveOn,
}

/// <summary>Where a saved truck or side task goes in the model that loads.</summary>
internal sealed class Placement
{
    public required Whereabouts At { get; init; }
    public PlacementKind Kind { get; init; }

    /// <summary>The row it is in.</summary>
    public required int Row { get; init; }

    /// <summary>The station where it waits, is served or holds a server; −1 for none.</summary>
    public int Station { get; init; } = -1;

    /// <summary>While blocked, or moving on: the row it goes to; −1 for the end.</summary>
    public int TargetRow { get; init; } = -1;

    /// <summary>While blocked: the station ahead.</summary>
    public int TargetStation { get; init; } = -1;

    /// <summary>Nobody knows where it goes: drawn by the engine.</summary>
    public bool TargetDrawn { get; init; }

    public IReadOnlyList<Placement> Tasks { get; init; } = [];
}

/// <summary>A saved truck in the numbers of the model that loads.</summary>
internal sealed record TruckPlan(SavedTruck Saved, int Source, int Journey, int Leg, short Class, ulong Key, Placement At);
