using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>The corridor compiled to a network, with what its numbers mean.</summary>
public sealed record CorridorNetwork
{
    /// <summary>The corridor it was compiled from.</summary>
    public required CorridorModel Corridor { get; init; }

    /// <summary>The tables the engine runs.</summary>
    public required NetworkModel Network { get; init; }

    /// <summary>What each procedure of the network is, by number.</summary>
    public required IReadOnlyList<LegMeaning> Legs { get; init; }

    /// <summary>What each source of the network is, by number.</summary>
    public required IReadOnlyList<StreamMeaning> Streams { get; init; }

    /// <summary>What each stage of the network is, by number; null for one that only routes, unless an agency's risk channel is assigned there.</summary>
    public required IReadOnlyList<StageMeaning?> Stages { get; init; }

    /// <summary>What each station of the network is, by number.</summary>
    public required IReadOnlyList<StationMeaning> Stations { get; init; }

    /// <summary>The date of simulated instant zero, a Monday; null where the weeks are ordinary ones.</summary>
    public DateOnly? FirstDay { get; init; }
}

/// <summary>One leg of a journey.</summary>
/// <param name="PostIndex">The post, or −1 for a road or background traffic.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Role">Exit or entry side.</param>
/// <param name="Country">The side's country; empty for a road.</param>
/// <param name="Operation">The official operation performed.</param>
public sealed record LegMeaning(int PostIndex, Direction Direction, SideRole Role, string Country, Operation Operation)
{
    /// <summary>Whether it is one side of a border crossing.</summary>
    public bool IsSide => PostIndex >= 0;
}

/// <summary>One stream of trucks.</summary>
/// <param name="Origin">Country code; for empties the country they leave.</param>
/// <param name="Destination">Country code.</param>
/// <param name="Empty">Unladen.</param>
/// <param name="Background">Buses or cars: not counted.</param>
public sealed record StreamMeaning(string Origin, string Destination, bool Empty, bool Background)
{
    /// <summary>How the volume tables count its trucks at a post.</summary>
    public TruckKind KindAt(BorderPost post) =>
        Empty ? TruckKind.Empty
        : (Origin == post.North && Destination == post.South) || (Origin == post.South && Destination == post.North) ? TruckKind.Pair
        : TruckKind.Transit;
}

/// <summary>A stage of one side.</summary>
public sealed record StageMeaning(StageKind Kind, Agency Agency, int PostIndex, Direction Direction, SideRole Role, string Country);

/// <summary>A station of one side: the approach road, a lane, a desk.</summary>
/// <param name="Lane">Its name within the side.</param>
public sealed record StationMeaning(string Lane, Agency Agency, int PostIndex, Direction Direction, SideRole Role, string Country);
