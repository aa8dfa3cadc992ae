using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Calibration.Posts;

/// <summary>A post between two countries, with gate, customs, inspection and exit on each side, whose figures can be planted.</summary>
internal sealed record PlantedPost
{
    public double Gate { get; init; } = 2;
    public double Customs { get; init; } = 12;
    public int CustomsStaff { get; init; } = 3;
    public double Inspection { get; init; } = 60;
    public int InspectionStaff { get; init; } = 2;
    public double Yellow { get; init; } = 0.15;
    public double Red { get; init; } = 0.10;
    public double Exit { get; init; } = 2;
    public double Pair { get; init; } = 120;
    public double Empty { get; init; } = 60;
    public (int From, int To) Hours { get; init; } = (0, 1440);

    public const string Id = "planted";

    public CorridorModel Model => new()
    {
        Countries = [new Country("CR", "Costa Rica", "Costa Rica", -6), new Country("PA", "Panamá", "Panama", -5)],
        Posts = [new BorderPost { Id = Id, NameEs = "Plantado", NameEn = "Planted", North = "CR", South = "PA", Sides = [Side(Direction.N2S, SideRole.Exit), Side(Direction.N2S, SideRole.Entry), Side(Direction.S2N, SideRole.Exit), Side(Direction.S2N, SideRole.Entry)] }],
        Roads = [],
        Demand = new Demand
        {
            Loaded = [new LoadedStream("CR", "PA", Pair), new LoadedStream("PA", "CR", Pair)],
            Empty = [new EmptyStream(Id, Direction.N2S, Empty), new EmptyStream(Id, Direction.S2N, Empty)],
            HourProfile = Enumerable.Repeat(1.0, 24).ToArray(), WeekdayProfile = Enumerable.Repeat(1.0, 7).ToArray(), MonthProfile = Enumerable.Repeat(1.0, 12).ToArray(),
            GrowthPerYear = 0, CargoShares = new Dictionary<CargoClass, double>(), AeoShare = 0, MsmeShare = 0,
        },
        Costs = Shipped.Baseline.Costs,
    };

    private SideProcedure Side(Direction direction, SideRole role)
    {
        Operation loaded = role == SideRole.Exit ? Operation.Export : Operation.Import;
        Stage Stage(StageKind kind, double minutes, bool empties) => new()
        {
            Kind = kind, Station = kind == StageKind.Review ? "review" : kind.ToString().ToLowerInvariant(),
            Service = new[] { loaded, Operation.Empty }.Where(o => o != Operation.Empty || empties).ToDictionary(o => o, _ => Distribution.Lognormal(TimeSpan.FromMinutes(minutes), 0.5)),
        };
        StationSpec Station(string name, int staff, bool hours = false) => new()
        {
            Name = name, Agency = Agency.Customs, Roster = hours ? new Roster([new Shift(Shift.EveryDay, Hours.From, Hours.To, staff)]) : Roster.AroundTheClock(staff),
        };
        return new SideProcedure
        {
            Direction = direction, Role = role, Country = (direction == Direction.N2S) == (role == SideRole.Exit) ? "CR" : "PA",
            Stages = [Stage(StageKind.Gate, Gate, true), Stage(StageKind.Customs, Customs, false), Stage(StageKind.Review, 20, false), Stage(StageKind.Inspection, Inspection, false), Stage(StageKind.Exit, Exit, true)],
            Stations = [Station("gate", 1), Station("customs", CustomsStaff, true), Station("review", 2), Station("inspection", InspectionStaff), Station("exit", 1)],
            Declaration = new DeclarationTrack { AdvanceShare = new Dictionary<Operation, double>(), Lead = Distribution.Exponential(TimeSpan.FromHours(1)), Preparation = new Dictionary<Operation, Distribution>(), Desk = Roster.AroundTheClock(1) },
            Risk = new RiskProfile { Customs = new Dictionary<Operation, ChannelShares> { [loaded] = new(Yellow, Red) } },
            Bridge = role == SideRole.Entry ? Distribution.Lognormal(TimeSpan.FromMinutes(10), 0.5) : null,
        };
    }
}
