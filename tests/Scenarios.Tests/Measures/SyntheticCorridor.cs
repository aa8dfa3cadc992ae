using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>Two posts small enough to check by hand: <c>north</c> (NI/CR, one clock) and <c>south</c> (CR/PA, two clocks).</summary>
internal static class SyntheticCorridor
{
    public static CorridorModel Model { get; } = new()
    {
        Countries = [new("NI", "Nicaragua", "Nicaragua", -6), new("CR", "Costa Rica", "Costa Rica", -6), new("PA", "Panamá", "Panama", -5)],
        Posts = [Post("north", "NI", "CR"), Post("south", "CR", "PA")],
        Roads = [new("north", "south", 527, Minutes(600))],
        Demand = new()
        {
            Loaded = [new("NI", "CR", 50), new("CR", "PA", 50)],
            Empty = [new("north", Direction.N2S, 20)],
            // Busy by day, so that staff given up at night is the cheaper to give up.
            HourProfile = [.. Enumerable.Range(0, 24).Select(h => h is >= 7 and < 19 ? 1.6 : 0.4)],
            WeekdayProfile = [1, 1, 1, 1, 1, 1, 1],
            MonthProfile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            GrowthPerYear = 0.03,
            CargoShares = new Dictionary<CargoClass, double> { [CargoClass.Perishable] = 0.2 },
            AeoShare = 0.05,
            MsmeShare = 0.2,
        },
        Costs = new()
        {
            CarrierPerHour = 20, IdleLitresPerHour = 2.5, IdlingShare = 0.4, ReeferLitresPerHour = 3, DieselPerLitre = 0.96, Co2PerLitre = 2.68,
            CargoValue = 30_000, TimeValueDry = 0.008, TimeValuePerishable = 0.021, SpoilageAfterHours = 12, SpoilagePerHour = 0.0025,
        },
    };

    /// <summary>The same with what only some measures look for: migration and its yard, buses, plant and animal health, a laboratory, a machine that fails.</summary>
    public static CorridorModel Whole { get; } = With(s => s with
    {
        Stages =
        [
            s.Stages[0],
            Stage(StageKind.Migration, "migration", [.. s.StageOf(StageKind.Gate)!.Service.Keys.Select(o => (o, 5.0))]),
            .. s.Stages.Skip(1).Select(x => x.Kind != StageKind.Customs ? x : x with { ServiceInAdvance = new Dictionary<Operation, Distribution> { [Operation.Export] = Minutes(3), [Operation.Import] = Minutes(7.5) } }),
            .. s.Role == SideRole.Exit ? Array.Empty<Stage>() :
            [
                Stage(StageKind.Sps, "sps", (Operation.Import, 12)) with { Share = new Dictionary<Operation, double> { [Operation.Import] = 0.15 }, Always = [CargoClass.Perishable] },
                Stage(StageKind.Laboratory, "", (Operation.Import, 1440)) with { Station = null, Share = new Dictionary<Operation, double> { [Operation.Import] = 0.02 } },
            ],
        ],
        Stations =
        [
            .. s.Stations,
            Station("migration", Agency.Migration, Roster.AroundTheClock(1)) with { WaitingRoom = 20 },
            Station("machine", Agency.Customs, Roster.AroundTheClock(1)) with { Breakdown = new(Minutes(14 * 1440), Minutes(1440)) },
        ],
        Background = [new("bus", 10, [.. Enumerable.Repeat(1.0, 24)], new Dictionary<StageKind, Distribution> { [StageKind.Migration] = Minutes(20) })],
    });

    public static Distribution Minutes(double mean) => Distribution.Gamma(TimeSpan.FromMinutes(mean), 0.5);

    /// <summary>The model with every side put through a function.</summary>
    public static CorridorModel With(Func<SideProcedure, SideProcedure> edit, CorridorModel? model = null) => (model ?? Model) with
    {
        Posts = [.. (model ?? Model).Posts.Select(p => p with { Sides = [.. p.Sides.Select(edit)] })],
    };

    public static Roster Day(int from, int to, int staff) => new([new Shift(Shift.EveryDay, from * 60, to * 60, staff)]);

    public static Roster DayWithLunch(int staff, int atLunch) => new(
        [new(Shift.EveryDay, 360, 720, staff), new(Shift.EveryDay, 720, 780, atLunch), new(Shift.EveryDay, 780, 1080, staff)]);

    private static BorderPost Post(string id, string north, string south) => new()
    {
        Id = id,
        NameEs = id,
        NameEn = id,
        North = north,
        South = south,
        Sides = [Exit(Direction.N2S, north), Entry(Direction.N2S, south), Exit(Direction.S2N, south), Entry(Direction.S2N, north)],
    };

    private static SideProcedure Exit(Direction direction, string country) => new()
    {
        Direction = direction,
        Role = SideRole.Exit,
        Country = country,
        Stages =
        [
            Stage(StageKind.Gate, "gate", (Operation.Export, 2), (Operation.Transit, 2), (Operation.Empty, 1)),
            Stage(StageKind.Customs, "customs", (Operation.Export, 4), (Operation.Transit, 5), (Operation.Empty, 2)),
            Stage(StageKind.Inspection, "customs", (Operation.Export, 120)),
            Stage(StageKind.Exit, "gate", (Operation.Export, 1), (Operation.Transit, 1), (Operation.Empty, 1)),
        ],
        Stations = [Station("gate", Agency.Police, Roster.AroundTheClock(1)), Station("customs", Agency.Customs, DayWithLunch(4, 2))],
        Declaration = Track(Operation.Export),
        Risk = Risk(Operation.Export, yellow: 0.05, red: 0.03),
    };

    private static SideProcedure Entry(Direction direction, string country) => new()
    {
        Direction = direction,
        Role = SideRole.Entry,
        Country = country,
        Stages =
        [
            Stage(StageKind.Gate, "gate", (Operation.Import, 2), (Operation.Transit, 2), (Operation.Empty, 1)),
            Stage(StageKind.Customs, "customs", (Operation.Import, 8), (Operation.Transit, 5), (Operation.Empty, 2)),
            Stage(StageKind.Inspection, "customs", (Operation.Import, 240)),
            Stage(StageKind.SpsInspection, "sps", (Operation.Import, 60)),
            Stage(StageKind.Payment, "customs", (Operation.Import, 5)),
        ],
        Stations =
        [
            Station("gate", Agency.Police, Roster.AroundTheClock(1)),
            Station("customs", Agency.Customs, DayWithLunch(4, 2)),
            Station("sps", Agency.Sps, Day(8, 16, 1)),
        ],
        Declaration = Track(Operation.Import),
        Risk = Risk(Operation.Import, yellow: 0.20, red: 0.15) with { SpsInspection = new Dictionary<Operation, double> { [Operation.Import] = 0.05 } },
        Bridge = Minutes(10),
    };

    private static Stage Stage(StageKind kind, string station, params (Operation Operation, double Minutes)[] service) => new()
    {
        Kind = kind,
        Station = station,
        Service = service.ToDictionary(s => s.Operation, s => Minutes(s.Minutes)),
    };

    private static StationSpec Station(string name, Agency agency, Roster roster) => new() { Name = name, Agency = agency, Roster = roster };

    private static DeclarationTrack Track(Operation definitive) => new()
    {
        AdvanceShare = new Dictionary<Operation, double> { [definitive] = 0.30 },
        Lead = Minutes(1440),
        Preparation = new Dictionary<Operation, Distribution> { [definitive] = Minutes(180) },
        Desk = Day(6, 18, 1),
        RejectedShare = 0.05,
        Resubmission = Minutes(120),
    };

    private static RiskProfile Risk(Operation definitive, double yellow, double red) => new()
    {
        Customs = new Dictionary<Operation, ChannelShares> { [definitive] = new(yellow, red), [Operation.Transit] = new(0.02, 0.005) },
        HitRate = 0.065,
    };
}
