using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>Where something was read: a side, and perhaps a stage and a lane of it. Few exist, so each is kept once (<see cref="Places"/>).</summary>
public sealed record Place(string Post, string Side, Direction? Dir, string? Stage, string? Lane)
{
    private GrainId? laneId;
    private int orderPlusOne;

    // What is worked out once belongs to one place only: a copy with another stage or lane works out its own.
    private Place(Place other) => (Post, Side, Dir, Stage, Lane) = (other.Post, other.Side, other.Dir, other.Stage, other.Lane);

    /// <summary>Place of the stage in a side's procedure; 0 for one the strategy's procedure does not have.</summary>
    public int Order => (orderPlusOne > 0 ? orderPlusOne : orderPlusOne = StageOrder.Of(Stage) + 1) - 1;

    /// <summary>The lane's grain.</summary>
    public GrainId LaneId => laneId ??= new GrainId(LaneGrain.Kind, LaneKey(Post, Dir, Side, Lane));

    /// <inheritdoc/>
    public bool Equals(Place? other) =>
        ReferenceEquals(this, other) || (other != null && Post == other.Post && Side == other.Side && Dir == other.Dir && Stage == other.Stage && Lane == other.Lane);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Post, Side, Dir, Stage, Lane);

    /// <summary>Key of a lane's grain.</summary>
    public static string LaneKey(string post, Direction? dir, string side, string? lane) => $"{post}/{dir}/{side}/{lane}";
}

/// <summary>The stages in the order in which a truck meets them (<see cref="StageKind"/>), the approach road first.</summary>
public static class StageOrder
{
    private static readonly Dictionary<string, int> Orders = new()
    {
        ["approach"] = 1, ["gate"] = 2, ["migration"] = 3, ["customs"] = 4, ["sps"] = 5, ["laboratory"] = 6, ["review"] = 7,
        ["scan"] = 8, ["inspection"] = 8, ["sps-inspection"] = 9, ["payment"] = 10, ["exit"] = 11,
    };

    /// <summary>The first gate.</summary>
    public const int Gate = 2;

    /// <summary>Customs documents.</summary>
    public const int Customs = 4;

    /// <summary>Payment.</summary>
    public const int Payment = 10;

    /// <summary>The way out.</summary>
    public const int Exit = 11;

    /// <summary>Order of a stage; 0 if it is none of these.</summary>
    public static int Of(string? stage) => stage == null ? 0 : Orders.GetValueOrDefault(stage);
}

/// <summary>What readings say of the truck itself. Few exist, so each is kept once.</summary>
public sealed record Facts(Operation? Op, Simulation.Trace.CargoFlags Cls, string? Origin, string? Destination, string? Vehicle)
{
    /// <summary>Nothing.</summary>
    public static Facts None { get; } = new(null, Simulation.Trace.CargoFlags.None, null, null, null);
}

/// <summary>Keeps one object for each place and set of facts. Beyond a limit it makes new ones: a broken source must not fill the memory. Not for two threads at once.</summary>
public sealed class Places
{
    private const int Most = 50_000;

    private readonly Dictionary<(string, string, Direction?, string?, string?), Place> places = [];
    private readonly Dictionary<Facts, Facts> facts = [];

    /// <summary>The place.</summary>
    public Place Of(string post, string side, Direction? dir, string? stage, string? lane)
    {
        if (places.TryGetValue((post, side, dir, stage, lane), out Place? known)) return known;
        var place = new Place(post, side, dir, stage, lane);
        if (places.Count < Most) places[(post, side, dir, stage, lane)] = place;
        return place;
    }

    /// <summary>The facts.</summary>
    public Facts Of(Facts said)
    {
        if (facts.TryGetValue(said, out Facts? known)) return known;
        if (facts.Count < Most) facts[said] = said;
        return said;
    }
}
