using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using static CorridorTwin.Simulation.Tests.Trace.SyntheticCorridor;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>The sides of the synthetic corridor.</summary>
internal static class SyntheticSide
{
    private static readonly Operation[] Out = [Operation.Export, Operation.Transit, Operation.Empty];
    private static readonly Operation[] In = [Operation.Import, Operation.Transit, Operation.Empty];

    public static SideProcedure Exit(Direction direction, string country) => new()
    {
        Direction = direction,
        Role = SideRole.Exit,
        Country = country,
        Stages =
        [
            Step(StageKind.Gate, "gate", 2, Out),
            Step(StageKind.Migration, "migration", 4, Out),
            Step(StageKind.Customs, "customs", 10, Out) with { ServiceInAdvance = By(4, Operation.Export), StationFor = new Dictionary<Operation, string> { [Operation.Empty] = "window" } },
            Step(StageKind.Review, "inspection", 20, Operation.Export, Operation.Transit),
            Step(StageKind.Inspection, "inspection", 60, Operation.Export, Operation.Transit),
            Step(StageKind.Exit, "exit", 1, Out),
        ],
        Stations =
        [
            new StationSpec { Name = "gate", Agency = Agency.Customs, Roster = Roster.AroundTheClock(1), Breakdown = new BreakdownSpec(Times(30), Times(1)) },
            new StationSpec { Name = "migration", Agency = Agency.Migration, Roster = Day(2, 1), WaitingRoom = 4 },
            new StationSpec { Name = "customs", Agency = Agency.Customs, Roster = Day(2), WaitingRoom = 6, ShiftEnd = ShiftEnd.SuspendResume, Extra = [new ExtraStaff(4, 2, 1, true)] },
            new StationSpec { Name = "window", Agency = Agency.Customs, Roster = Roster.AroundTheClock(1) },
            new StationSpec { Name = "inspection", Agency = Agency.Customs, Roster = Day(2), WaitingRoom = 3, ShiftEnd = ShiftEnd.SuspendRestart },
            new StationSpec { Name = "exit", Agency = Agency.Customs, Roster = Roster.AroundTheClock(1), WaitingRoom = 2, Breakdown = new BreakdownSpec(Times(40), Times(2)) },
        ],
        Declaration = Declaration(Operation.Export),
        Risk = new RiskProfile
        {
            Customs = new Dictionary<Operation, ChannelShares> { [Operation.Export] = new(0.1, 0.1), [Operation.Transit] = new(0.05, 0.05) },
            AeoFactor = 0.5,
        },
        Background = [new BackgroundLoad("bus", 12, Hours, new Dictionary<StageKind, Distribution> { [StageKind.Migration] = Minutes(15), [StageKind.Customs] = Minutes(5) })],
    };

    public static SideProcedure Entry(Direction direction, string country) => new()
    {
        Direction = direction,
        Role = SideRole.Entry,
        Country = country,
        Bridge = Minutes(10),
        Stages =
        [
            Step(StageKind.Gate, "gate", 2, In),
            Step(StageKind.Migration, "migration", 4, In),
            Step(StageKind.Customs, "customs", 8, In) with { ServiceInAdvance = By(3, Operation.Import) },
            Step(StageKind.Sps, "sps", 10, Operation.Import) with { Share = new Dictionary<Operation, double> { [Operation.Import] = 0.3 }, Always = [CargoClass.Perishable] },
            Step(StageKind.Review, "review", 30, Operation.Import, Operation.Transit),
            Step(StageKind.Scan, "scanner", 15, Operation.Import) with { RedShare = 0.5 },
            Step(StageKind.Inspection, "inspection", 90, Operation.Import, Operation.Transit),
            Step(StageKind.SpsInspection, "sps", 60, Operation.Import),
            Step(StageKind.Laboratory, null, 600, Operation.Import) with { Share = new Dictionary<Operation, double> { [Operation.Import] = 0.1 } },
            Step(StageKind.Payment, "payment", 5, Operation.Import),
            Step(StageKind.Exit, "exit", 1, In),
        ],
        Stations =
        [
            new StationSpec { Name = "gate", Agency = Agency.Customs, Roster = Roster.AroundTheClock(1), WaitingRoom = 10 },
            new StationSpec { Name = "migration", Agency = Agency.Migration, Roster = Day(2, 1), WaitingRoom = 5 },
            new StationSpec { Name = "customs", Agency = Agency.Customs, Roster = Day(3, 1), WaitingRoom = 8, Extra = [new ExtraStaff(5, 2, 1)], ShiftEnd = ShiftEnd.DoNotStart },
            new StationSpec { Name = "sps", Agency = Agency.Sps, Roster = Day(2), WaitingRoom = 3, ShiftEnd = ShiftEnd.SuspendResume, Extra = [new ExtraStaff(3, 1, 1, true)] },
            new StationSpec { Name = "review", Agency = Agency.Customs, Roster = Day(1), WaitingRoom = 4 },
            new StationSpec { Name = "scanner", Agency = Agency.Customs, Roster = Day(1), WaitingRoom = 1, Breakdown = new BreakdownSpec(Times(20), Times(3)) },
            new StationSpec { Name = "inspection", Agency = Agency.Customs, Roster = Day(2), WaitingRoom = 2, ShiftEnd = ShiftEnd.SuspendResume },
            new StationSpec { Name = "payment", Agency = Agency.Customs, Roster = Day(1), WaitingRoom = 10, Extra = [new ExtraStaff(3, 1, 1, true)] },
            new StationSpec { Name = "exit", Agency = Agency.Customs, Roster = Roster.AroundTheClock(1), WaitingRoom = 5 },
        ],
        Declaration = Declaration(Operation.Import),
        Risk = new RiskProfile
        {
            Customs = new Dictionary<Operation, ChannelShares> { [Operation.Import] = new(0.15, 0.2), [Operation.Transit] = new(0.05, 0.05) },
            SpsInspection = new Dictionary<Operation, double> { [Operation.Import] = 0.15 },
            AeoFactor = 0.5,
        },
    };

    private static DeclarationTrack Declaration(Operation trade) => new()
    {
        AdvanceShare = new Dictionary<Operation, double> { [trade] = 0.5 },
        Lead = Times(20),
        Preparation = By(90, trade, Operation.Transit),
        Desk = Day(1),
        RejectedShare = 0.2,
        Resubmission = Times(2),
    };

    private static Stage Step(StageKind kind, string? station, double minutes, params Operation[] operations) =>
        new() { Kind = kind, Station = station, Service = By(minutes, operations) };

    private static Dictionary<Operation, Distribution> By(double minutes, params Operation[] operations) =>
        operations.ToDictionary(o => o, _ => Minutes(minutes));

    private static readonly double[] Hours = [.. Enumerable.Repeat(1.0, 24)];
}
