using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>The whole corridor as data: what a baseline file says and measures change. Pure: a measure is a function from one to another.</summary>
public sealed record CorridorModel
{
    public required IReadOnlyList<Country> Countries { get; init; }

    /// <summary>The border posts from north to south; consecutive posts share a country.</summary>
    public required IReadOnlyList<BorderPost> Posts { get; init; }

    /// <summary>Road between post i and post i + 1: one fewer than posts.</summary>
    public required IReadOnlyList<RoadSection> Roads { get; init; }

    public required Demand Demand { get; init; }

    public required CostParameters Costs { get; init; }

    public IReadOnlyList<Disruption> Disruptions { get; init; } = [];

    /// <summary>Days that are not as others; in force only if <see cref="Period"/> is set.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>The Monday on which the measured period begins: months and holidays then count, in the warm-up too. Null for ordinary weeks.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>Work per staffed hour relative to the baseline, at every staffed station; the ±2 % capacity test sets 0.98 and 1.02.</summary>
    public double CapacityFactor { get; init; } = 1;

    /// <summary>The same corridor where each disturbance lasts no time: it changes no bit, and its trucks are counted hour by hour as those of the disturbed one are.</summary>
    public CorridorModel Undisturbed() => this with { Disruptions = [.. Disruptions.Select(d => d with { Kind = DisruptionKind.Closure, Hours = 0 })] };

    /// <summary>Country by code.</summary>
    public Country Country(string id) => Countries.First(c => c.Id == id);

    /// <summary>Post by id.</summary>
    public BorderPost Post(string id) => Posts.First(p => p.Id == id);
}

/// <param name="Id">ISO 3166 code, GT to PA.</param>
/// <param name="UtcOffsetHours">−6 from Guatemala to Costa Rica, −5 in Panama.</param>
public sealed record Country(string Id, string NameEs, string NameEn, double UtcOffsetHours);

/// <summary>One border post: two countries, two directions, four side procedures.</summary>
public sealed record BorderPost
{
    public required string Id { get; init; }
    public required string NameEs { get; init; }
    public required string NameEn { get; init; }

    /// <summary>The country on the Guatemalan side.</summary>
    public required string North { get; init; }

    /// <summary>The country on the Panamanian side.</summary>
    public required string South { get; init; }

    /// <summary>One procedure for each direction and role; all four present.</summary>
    public required IReadOnlyList<SideProcedure> Sides { get; init; }

    /// <summary>What the trucks do when the line on the road is long.</summary>
    public YieldRule Yield { get; init; } = YieldRule.None;

    /// <summary>Share of trucks that always use a crossing outside the corridor; zero unless a scenario says otherwise.</summary>
    public double DiversionShare { get; init; }

    /// <summary>System outages: customs and migration then work by hand.</summary>
    public OutageRule? Outage { get; init; }

    /// <summary>The procedure of a direction and role.</summary>
    public SideProcedure Side(Direction direction, SideRole role) => Sides.First(s => s.Direction == direction && s.Role == role);

    /// <summary>The country that performs a role for a direction.</summary>
    public string CountryOf(Direction direction, SideRole role) => (direction == Direction.N2S) == (role == SideRole.Exit) ? North : South;
}

/// <summary>What one country does with the trucks of one direction, as the exit or the entry side.</summary>
public sealed record SideProcedure
{
    public required Direction Direction { get; init; }
    public required SideRole Role { get; init; }

    /// <summary>ISO code of the country whose side this is.</summary>
    public required string Country { get; init; }

    /// <summary>Stages in the order trucks meet them; a stage absent here is not performed.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Stations (staff or machines) by name; stages name the one that serves them, and several may share one.</summary>
    public required IReadOnlyList<StationSpec> Stations { get; init; }

    /// <summary>The document track.</summary>
    public required DeclarationTrack Declaration { get; init; }

    /// <summary>Selectivity by agency and operation.</summary>
    public required RiskProfile Risk { get; init; }

    /// <summary>Lane of the approach road that empties, or priority cargo, may take past the common line.</summary>
    public IReadOnlyList<ApproachLane> ApproachLanes { get; init; } = [];

    /// <summary>Cargo classes served before others at every stage, highest first; empty for first come, first served.</summary>
    public IReadOnlyList<CargoClass> Priority { get; init; } = [];

    /// <summary>Customs and plant-health inspections of a truck run side by side instead of one after the other.</summary>
    public bool JointInspection { get; init; }

    /// <summary>Probability that this side recognises the other side's examination and does not repeat it (entry role).</summary>
    public double Recognition { get; init; }

    /// <summary>The two sides share one stop: this entry side has no gate and no migration stop of its own.</summary>
    public bool SingleStop { get; init; }

    /// <summary>Share of trucks read automatically at the gate (RFID, plates); the rest use the manual gate time.</summary>
    public double AutomaticGateShare { get; init; }

    /// <summary>Buses and cars served by the same migration and customs staff.</summary>
    public IReadOnlyList<BackgroundLoad> Background { get; init; } = [];

    /// <summary>Work per staffed hour relative to the baseline, as by trained officers; 1 for no change.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>Share of the work of every staffed hour lost while the post is being rebuilt.</summary>
    public double ConstructionLoss { get; init; }

    /// <summary>What softens disturbances here; null for nothing.</summary>
    public ContingencyPlan? Contingency { get; init; }

    /// <summary>Travel from leaving the other side to joining this side's line (entry role): the bridge.</summary>
    public Distribution? Bridge { get; init; }

    /// <summary>Names of measures already in force here in the baseline year, with their intensity; such a measure changes nothing here.</summary>
    public IReadOnlyDictionary<string, double> InForce { get; init; } = new Dictionary<string, double>();
}

/// <summary>One step of a side's procedure.</summary>
public sealed record Stage
{
    public required StageKind Kind { get; init; }

    /// <summary>The station that serves it; null for a delay without staff (the laboratory).</summary>
    public required string? Station { get; init; }

    /// <summary>Another station for some operations: a desk for transit documents, a window for empties.</summary>
    public IReadOnlyDictionary<Operation, string> StationFor { get; init; } = new Dictionary<Operation, string>();

    /// <summary>The station that serves an operation.</summary>
    public string? StationOf(Operation operation) => StationFor.GetValueOrDefault(operation, Station!);

    /// <summary>Service time by operation, on paper; operations absent here skip the stage.</summary>
    public required IReadOnlyDictionary<Operation, Distribution> Service { get; init; }

    /// <summary>Service time by operation when the truck's declaration came in advance; absent means the same as on paper.</summary>
    public IReadOnlyDictionary<Operation, Distribution> ServiceInAdvance { get; init; } = new Dictionary<Operation, Distribution>();

    /// <summary>Service time of trucks read automatically (gate only).</summary>
    public Distribution? ServiceAutomatic { get; init; }

    /// <summary>Service time of trucks read automatically relative to what it would be by hand, where <see cref="ServiceAutomatic"/> gives no time of its own (gate only).</summary>
    public double AutomaticFactor { get; init; } = 1;

    /// <summary>Share of trucks that need the stage, by operation; 1 where absent. Review, Scan and Inspection follow the risk channel instead.</summary>
    public IReadOnlyDictionary<Operation, double> Share { get; init; } = new Dictionary<Operation, double>();

    /// <summary>Cargo classes that always need the stage whatever the share says (plant health: perishables); only loaded operations that have a service time.</summary>
    public IReadOnlyList<CargoClass> Always { get; init; } = [];

    /// <summary>Share of red-channel trucks sent to the scanner instead of physical inspection (Scan only).</summary>
    public double RedShare { get; init; }

    /// <summary>Share of drivers whose papers were checked before they arrived (Migration only).</summary>
    public double PrecheckedShare { get; init; }

    /// <summary>Service time of those drivers relative to the others'.</summary>
    public double PrecheckedFactor { get; init; } = 1;

    /// <summary>Service time of trucks of micro, small and medium enterprises relative to the others', by operation; 1 where absent.</summary>
    public IReadOnlyDictionary<Operation, double> MsmeFactor { get; init; } = new Dictionary<Operation, double>();
}

/// <summary>Staff or machines that serve a line of trucks.</summary>
public sealed record StationSpec
{
    public required string Name { get; init; }
    public required Agency Agency { get; init; }
    public required Roster Roster { get; init; }

    /// <summary>Trucks that may wait inside before this station; beyond it the stage upstream is blocked. Null for no limit (the road).</summary>
    public int? WaitingRoom { get; init; }

    /// <summary>What happens to running service when staff go off duty.</summary>
    public ShiftEnd ShiftEnd { get; init; } = ShiftEnd.Finish;

    /// <summary>Extra staff while the line is long.</summary>
    public IReadOnlyList<ExtraStaff> Extra { get; init; } = [];

    /// <summary>The extra staff watch the line before this station rather than their own; null for their own.</summary>
    public string? WatchedStation { get; init; }

    /// <summary>Mean time between failures and to repair, of one unit; null if it never fails.</summary>
    public BreakdownSpec? Breakdown { get; init; }
}

/// <summary>What happens to service still running when capacity drops.</summary>
public enum ShiftEnd
{
    /// <summary>It is finished in overtime.</summary>
    Finish,
    /// <summary>It stops and later goes on where it stopped.</summary>
    SuspendResume,
    /// <summary>It stops and later begins again with the same length.</summary>
    SuspendRestart,
    /// <summary>It is not begun if it would not end before the drop.</summary>
    DoNotStart,
}

/// <summary>Staff called in while the line is long.</summary>
/// <param name="FromQueue">Trucks waiting at or above which they come.</param>
/// <param name="UntilQueue">Trucks waiting below which they leave; below <paramref name="FromQueue"/>.</param>
/// <param name="Staff">How many.</param>
/// <param name="AlsoWhenClosed">They come even when nobody is scheduled.</param>
public sealed record ExtraStaff(int FromQueue, int UntilQueue, int Staff, bool AlsoWhenClosed = false);

/// <param name="TimeBetweenFailures">Running time from repair to failure.</param>
/// <param name="TimeToRepair">Time out of order.</param>
public sealed record BreakdownSpec(Distribution TimeBetweenFailures, Distribution TimeToRepair);

/// <summary>The document track of one side: when the declaration is lodged and accepted, beside the truck's own clock.</summary>
public sealed record DeclarationTrack
{
    /// <summary>Share of trucks whose declaration is lodged before arrival, by operation; 0 where absent.</summary>
    public required IReadOnlyDictionary<Operation, double> AdvanceShare { get; init; }

    /// <summary>How long before joining the post's first queue an advance declaration is lodged.</summary>
    public required Distribution Lead { get; init; }

    /// <summary>Working time from lodging to acceptance, by operation; none needed where absent. A declaration not in advance is lodged at the first gate.</summary>
    public required IReadOnlyDictionary<Operation, Distribution> Preparation { get; init; }

    /// <summary>When brokers and the declaration desk work.</summary>
    public required Roster Desk { get; init; }

    /// <summary>Share of declarations rejected once for errors, and the working time to lodge again.</summary>
    public double RejectedShare { get; init; }

    public Distribution? Resubmission { get; init; }

    /// <summary>Preparation of declarations of micro, small and medium enterprises relative to the others'.</summary>
    public double MsmePreparationFactor { get; init; } = 1;
}

/// <summary>Shares of trucks by risk channel.</summary>
public sealed record RiskProfile
{
    /// <summary>Customs selectivity by operation.</summary>
    public required IReadOnlyDictionary<Operation, ChannelShares> Customs { get; init; }

    /// <summary>Share of loads that plant and animal health examines physically, by operation.</summary>
    public IReadOnlyDictionary<Operation, double> SpsInspection { get; init; } = new Dictionary<Operation, double>();

    /// <summary>Irregularities found per physical or scanner examination (field-data M2.01: 6.5 %).</summary>
    public double HitRate { get; init; }

    /// <summary>Risk of an authorised economic operator relative to others; 1 for no benefit.</summary>
    public double AeoFactor { get; init; } = 1;

    /// <summary>The same by operation, where it differs.</summary>
    public IReadOnlyDictionary<Operation, double> AeoFactorFor { get; init; } = new Dictionary<Operation, double>();

    /// <summary>Risk of an authorised economic operator relative to others in an operation.</summary>
    public double AeoFactorOf(Operation operation) => AeoFactorFor.GetValueOrDefault(operation, AeoFactor);
}

/// <param name="Yellow">Share of trucks whose documents are reviewed.</param>
/// <param name="Red">Share of trucks examined.</param>
public readonly record struct ChannelShares(double Yellow, double Red);

/// <summary>A second lane of the approach road; on the entry side, where trucks come over the bridge, a lane of its own at the gate.</summary>
/// <param name="FromKilometres">Distance from the gate at which it begins; beyond it there is one line.</param>
/// <param name="Empties">Unladen trucks may take it.</param>
/// <param name="Classes">Cargo classes that may take it.</param>
/// <param name="Aeo">Loaded trucks of authorised economic operators may take it.</param>
public sealed record ApproachLane(double FromKilometres, bool Empties, IReadOnlyList<CargoClass> Classes, bool Aeo = false);

/// <summary>What a side has agreed on for when something goes wrong.</summary>
/// <param name="FallbackRelief">Share of an outage's slowdown that work by hand is spared.</param>
/// <param name="ClosureCut">Share of a closure's length after which this side works again.</param>
/// <param name="StrikeCover">Share of absent staff that is replaced.</param>
public sealed record ContingencyPlan(double FallbackRelief, double ClosureCut, double StrikeCover);

/// <summary>What carriers do when the line is long.</summary>
/// <param name="DeferFromQueue">Trucks waiting on the road at or above which some put the crossing off.</param>
/// <param name="DeferShare">Share that does.</param>
/// <param name="DeferHours">For how long, on average.</param>
/// <param name="DivertFromQueue">Trucks waiting at or above which some go elsewhere.</param>
/// <param name="DivertShare">Share that does.</param>
public sealed record YieldRule(int DeferFromQueue, double DeferShare, double DeferHours, int DivertFromQueue, double DivertShare)
{
    /// <summary>Nobody yields.</summary>
    public static YieldRule None { get; } = new(int.MaxValue, 0, 0, int.MaxValue, 0);
}

/// <param name="PerWeek">Outages per week.</param>
/// <param name="Length">How long one lasts.</param>
/// <param name="SlowdownFactor">Service times at customs and migration are multiplied by this while it lasts (manual fallback).</param>
public sealed record OutageRule(double PerWeek, Distribution Length, double SlowdownFactor);

/// <param name="Kind">Bus or car; a name.</param>
/// <param name="PerDay">Vehicles per day.</param>
/// <param name="HourProfile">Relative arrivals in each local hour, 24 values.</param>
/// <param name="Service">Service time by stage (migration, customs).</param>
public sealed record BackgroundLoad(string Kind, double PerDay, IReadOnlyList<double> HourProfile, IReadOnlyDictionary<StageKind, Distribution> Service);

/// <param name="FromPost">The post at its northern end.</param>
/// <param name="ToPost">The post at its southern end.</param>
/// <param name="Travel">Time on the road, rests included.</param>
public sealed record RoadSection(string FromPost, string ToPost, double Kilometres, Distribution Travel);
