using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>A small corridor with one of everything: two posts, both directions, every stage, lane, hold and failure that a trace can tell.</summary>
internal static class SyntheticCorridor
{
    public static CorridorModel Model { get; } = new()
    {
        Countries = [new("GT", "Guatemala", "Guatemala", -6), new("SV", "El Salvador", "El Salvador", -6), new("PA", "Panamá", "Panama", -5)],
        Posts = [Upper, Lower],
        Roads = [new("upper", "lower", 100, Times(3))],
        Demand = new Demand
        {
            Loaded = [new("GT", "SV", 30), new("SV", "GT", 30), new("GT", "PA", 25), new("PA", "GT", 25), new("SV", "PA", 20), new("PA", "SV", 20)],
            Empty = [new("upper", Direction.N2S, 15), new("upper", Direction.S2N, 15), new("lower", Direction.N2S, 10), new("lower", Direction.S2N, 10)],
            HourProfile = [.. Enumerable.Range(0, 24).Select(h => h is >= 8 and < 20 ? 1.5 : 0.5)],
            WeekdayProfile = [1, 1, 1, 1, 1, 1, 1],
            MonthProfile = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            GrowthPerYear = 0,
            CargoShares = new Dictionary<CargoClass, double> { [CargoClass.Perishable] = 0.2, [CargoClass.Dangerous] = 0.05, [CargoClass.Relief] = 0.02 },
            AeoShare = 0.1,
            MsmeShare = 0.2,
        },
        Costs = new CostParameters
        {
            CarrierPerHour = 20, IdleLitresPerHour = 2, IdlingShare = 0.4, ReeferLitresPerHour = 3, DieselPerLitre = 1, Co2PerLitre = 2.7,
            CargoValue = 30000, TimeValueDry = 0.01, TimeValuePerishable = 0.02, SpoilageAfterHours = 12, SpoilagePerHour = 0.002,
        },
        Disruptions =
        [
            new Disruption(DisruptionKind.Strike, "upper", 4, 20, 0.5),
            new Disruption(DisruptionKind.Closure, "lower", 5, 6, 1),
            new Disruption(DisruptionKind.Surge, null, 6, 24, 0.5),
        ],
    };

    /// <summary>Joint inspection and an approach lane southbound, priority northbound; deferral.</summary>
    private static BorderPost Upper => new()
    {
        Id = "upper", NameEs = "Alto", NameEn = "Upper", North = "GT", South = "SV",
        Sides =
        [
            SyntheticSide.Exit(Direction.N2S, "GT") with { ApproachLanes = [new ApproachLane(0.25, true, [CargoClass.Perishable])] },
            SyntheticSide.Entry(Direction.N2S, "SV") with { JointInspection = true },
            SyntheticSide.Exit(Direction.S2N, "SV") with { Priority = [CargoClass.Perishable], AutomaticGateShare = 0.5 },
            SyntheticSide.Entry(Direction.S2N, "GT") with { Priority = [CargoClass.Relief, CargoClass.Perishable], Recognition = 0.5 },
        ],
        Yield = new YieldRule(8, 0.3, 4, 12, 0.1),
    };

    /// <summary>Panama's clock, system outages and a single stop southbound.</summary>
    private static BorderPost Lower => new()
    {
        Id = "lower", NameEs = "Bajo", NameEn = "Lower", North = "SV", South = "PA",
        Sides =
        [
            SyntheticSide.Exit(Direction.N2S, "SV"),
            SyntheticSide.Entry(Direction.N2S, "PA") with { SingleStop = true },
            SyntheticSide.Exit(Direction.S2N, "PA"),
            SyntheticSide.Entry(Direction.S2N, "SV") with { JointInspection = true },
        ],
        Outage = new OutageRule(7, Times(2), 3),
    };

    public static Distribution Times(double hours) => Distribution.Lognormal(TimeSpan.FromHours(hours), 0.5);

    public static Distribution Minutes(double minutes) => Times(minutes / 60);

    /// <summary>Staff by day with an hour for lunch, fewer at night.</summary>
    public static Roster Day(int staff, int night = 0) => new(
    [
        new Shift(Shift.EveryDay, 360, 720, staff),
        new Shift(Shift.EveryDay, 780, 1080, staff),
        .. night == 0 ? Array.Empty<Shift>() : [new Shift(Shift.EveryDay, 1080, 360, night)],
    ]);
}
