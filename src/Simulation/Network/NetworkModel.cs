using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Network;

/// <summary>A queueing network compiled to tables: what the engine executes. Immutable, shared by all replications. Made by <see cref="NetworkBuilder"/>.</summary>
public sealed class NetworkModel
{
    internal NetworkModel() { }

    /// <summary>The classes of trucks.</summary>
    public ClassSpace Classes { get; internal init; } = null!;

    /// <summary>Names of the stations, by number.</summary>
    public IReadOnlyList<string> StationNames { get; internal init; } = null!;

    /// <summary>Names of the stages, by number.</summary>
    public IReadOnlyList<string> StageNames { get; internal init; } = null!;

    /// <summary>Names of the procedures, by number.</summary>
    public IReadOnlyList<string> ProcedureNames { get; internal init; } = null!;

    /// <summary>Names of the sources, by number.</summary>
    public IReadOnlyList<string> SourceNames { get; internal set; } = null!;

    /// <summary>Names of the disturbances, by number.</summary>
    public IReadOnlyList<string> DisturbanceNames { get; internal init; } = null!;

    /// <summary>Names of the ways out, by number; the first is the end of the journey, the second a full waiting room.</summary>
    public IReadOnlyList<string> ExitNames { get; internal set; } = null!;

    internal StageRow[] Rows = [];
    internal StationRow[] Stations = [];
    internal SourceRow[] Sources = [];
    /// <summary>Where the trucks of each source go, by source; journeys of trucks from a former model follow.</summary>
    internal JourneyRow[] Journeys = [];
    internal ProcedureRow[] Procedures = [];
    internal DisturbanceRow[] Disturbances = [];
    internal LineGroup[] Groups = [];
    internal CapacityCalendar[] Desks = [];
    internal Sampler[] Samplers = [];
    /// <summary>The law behind each sampler: what is left of a service that has lasted some time is drawn from it.</summary>
    internal Distribution[] Distributions = [];
    internal int[] ServiceTable = [];
    internal byte[] PriorityTable = [];
    internal Route[] Routes = [];
    internal int VisitSlots;
    /// <summary>Place and purpose whose returns each visit counter counts.</summary>
    internal string[] VisitNames = [];
    /// <summary>Set if trucks from a former model are inside: what they still need of it, appended to the tables.</summary>
    internal FormerPlaces? Former;
    private ModelPlaces? places;

    /// <summary>The keys of its places; of the model alone, without what was appended.</summary>
    internal ModelPlaces Places => places ??= Former?.Base.Places ?? new ModelPlaces(this);

    /// <summary>Sources of the model itself; those that follow only name where trucks inside came from.</summary>
    internal int OwnSources => Former?.Base.Sources.Length ?? Sources.Length;

    internal NetworkModel Copy() => (NetworkModel)MemberwiseClone();
}

internal enum RowKind : byte
{
    /// <summary>Served at a station.</summary>
    Serve,
    /// <summary>A delay without a server.</summary>
    Delay,
    /// <summary>Nothing but a stamp and a route.</summary>
    Pass,
    /// <summary>Starts the document track.</summary>
    Lodge,
    /// <summary>Waits for the document track.</summary>
    Await,
    /// <summary>Starts side tasks that run at the same time.</summary>
    Fork,
    /// <summary>Waits for the side tasks.</summary>
    Join,
    /// <summary>Leaves the network by a named way out.</summary>
    Exit,
}

/// <summary>Which part of the time split a delay belongs to.</summary>
public enum TimePart : byte { Service, Documents, Closed, Blocked, Queue, Move }

internal struct StageRow
{
    public RowKind Kind;
    public TimePart Part;
    public sbyte StampOnArrival;
    public sbyte StampOnStart;
    public sbyte StampOnEnd;
    public bool Traced;
    public int Procedure;
    public int Station;
    public int LaneCount;
    public int[]? Lanes;
    public bool[]? LaneOpen;
    public int ServiceBase;
    public int PriorityBase;
    public ulong ServiceKey;
    public int VisitSlot;
    public int Route;
    public int ExitCode;
    public int[]? Tasks;
    public LodgeRule? Lodge;
}

internal sealed class LodgeRule
{
    public required ulong AdvanceKey;
    public required double[] AdvanceShare;
    public required ulong LeadKey;
    public required int LeadBase;
    public required ulong PreparationKey;
    public required int PreparationBase;
    public required int Desk;
    public required ulong RejectedKey;
    public required double RejectedShare;
    public required ulong ResubmissionKey;
    public required int ResubmissionBase;
}

/// <summary>Where a truck goes after a row: straight on, by chance, or by the length of a line.</summary>
internal sealed class Route
{
    /// <summary>The only target, or −2 if it depends.</summary>
    public int Always = -2;
    public int[] Targets = [];
    /// <summary>Cumulative probabilities, target-major by class.</summary>
    public double[] Cumulative = [];
    /// <summary>The target of a class whose route is certain, else −2.</summary>
    public int[] Certain = [];
    public ulong Key;
    public int VisitSlot = -1;
    /// <summary>Station or line group watched, or −1: the probability of the first target then is LeaveTable[length].</summary>
    public int Group = -1;
    public int CountStation = -1;
    public double[] LeaveTable = [];
}

internal struct StationRow
{
    public CapacityCalendar Calendar;
    public int Priorities;
    public int[] Room;
    public bool RejectsWhenFull;
    public ShiftEnd ShiftEnd;
    public (int From, int Until, int Staff, bool WhenClosed)[] Extra;
    public int WatchGroup;
    public int OwnGroup;
    public int FailureSampler;
    public int RepairSampler;
    public bool FailsWhileBusy;
    public ulong FailureKey;
    public int LevelSlots;
}

internal struct LineGroup
{
    public int[] Members;
    public int[] Watchers;
}

internal struct SourceRow
{
    public ulong Key;
    public ArrivalKind Kind;
    public long Cycle;
    public long[] RateStarts;
    public double[] RatePerMs;
    public int IntervalSampler;
    public long[] Times;
    public double[] BatchCumulative;
    public double[][] AttributeThresholds;
    public ulong[] AttributeKeys;
}

/// <summary>The procedures of a journey in order, and where each begins.</summary>
internal struct JourneyRow
{
    public int[] Procedures;
    public int[] FirstRows;
}

internal enum ArrivalKind : byte { Poisson, Renewal, Scripted }

internal struct ProcedureRow
{
    public bool Reported;
    public bool OpensCohort;
    public bool ClosesCohort;
    public int[] Order;
}

internal struct DisturbanceRow
{
    public ulong Key;
    public int[] Stations;
    public double[] Slowdowns;
    public int UpSampler;
    public int DownSampler;
    public (long From, long To)[]? Script;
}
