using CorridorTwin.Scenarios.Measures.Hours;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Priority clearance of perishable goods, with a lane on the approach road (ECFCC-2023 P1-M5, lanes from P4-M3).</summary>
/// <remarks>
/// Touches <c>Priority</c>, <c>ApproachLanes</c> and, if asked for, the rosters of plant and animal health. It adds no capacity: what
/// perishables gain, others wait. No effect was measured in Central America; the gain follows from the queues and from how far out
/// the lane begins. A lane of up to one kilometre (about 24 trucks) can be marked on the existing road; a longer one needs Infrastructure.
/// </remarks>
public sealed class PerishablePriority : SideMeasure
{
    private const double LaneWithoutWorks = 1;

    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Despacho prioritario de perecederos", "Priority for perishables");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los perecederos se atienden antes que la demás carga, con un carril propio en el acceso donde cabe.",
        "Perishables are served before other cargo, with a lane of their own on the approach road where there is room.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Los perecederos dejan la fila común donde empieza su carril y se atienden primero en cada ventanilla, sin interrumpir a quien ya se atiende.",
        "Perishables leave the common line where their lane begins and are served first at every stage, without interrupting anyone being served.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 5, new(
        "Gestión del despacho prioritario de mercancías perecederas en los puestos fronterizos", "Management of priority clearance of perishable goods at border posts"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "lane-kilometres", Kind = ParameterKind.Number, Unit = "km", Default = new ParameterValue.Number(1), Low = 0.5, High = 5, Maximum = 30,
            Grade = EvidenceGrade.Assumption, Sources = ["A.perishable-lane", "J.perishable-priority", "T1.46"],
            Description = new("Distancia del portón a la que empieza el carril de perecederos; 0 para ninguno", "Distance from the gate at which the lane for perishables begins; 0 for none"),
        },
        new()
        {
            Key = "share-existing-lane", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true),
            Grade = EvidenceGrade.Assumption, Sources = ["A.perishable-lane"],
            Description = new("Donde ya hay un segundo carril (vacíos), los perecederos lo usan también", "Where there is a second lane already (empties), perishables take it too"),
        },
        new()
        {
            Key = "off-hours-sps", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(false),
            Grade = EvidenceGrade.Assumption, Sources = ["A.off-hours-sps", "H2.07"],
            Description = new("Un funcionario sanitario o fitosanitario de guardia fuera de horario", "One plant or animal health officer on duty outside the present hours"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        Prerequisite.Measure("Infrastructure",
            new("La estrategia prevé carriles «siempre que la infraestructura lo permita»; uno de más de 1 km exige obras.",
                "The strategy foresees lanes as long as the infrastructure allows; one longer than 1 km needs works."),
            new("un carril nuevo no pasa de 1 km.", "a new lane is no longer than 1 km.")) with { OnlyIfLimiting = true },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.WaitOfOthers, new("Sin capacidad nueva, lo que unos ganan lo esperan otros.", "Without new capacity, what some gain others wait.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Priority", "ApproachLanes", "Stations.*.Roster"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (!change.SwitchesOn)
        {
            change.Note(NoteKind.Limited, "la prioridad rige o no rige; con menos del 50 % de intensidad, no.", "priority is either in force or not; below 50 % intensity it is not.");
            return side;
        }
        if (!side.Priority.Contains(CargoClass.Perishable)) side = side with { Priority = [.. side.Priority, CargoClass.Perishable] };
        if (side.Role == SideRole.Exit) side = Lane(change, side);
        return change.Flag("off-hours-sps") ? OffHours(change, side) : side;
    }

    private static SideProcedure Lane(SideChange change, SideProcedure side)
    {
        double wanted = change.Number("lane-kilometres") * change.Intensity;
        double length = change.Has("Infrastructure") ? wanted : Math.Min(wanted, LaneWithoutWorks);
        if (length < wanted)
            change.Missing("Infrastructure", $"el carril empieza a {Phrases.Number(length)} km en lugar de {Phrases.Number(wanted)} km.", $"the lane begins at {Phrases.Number(length)} km instead of {Phrases.Number(wanted)} km.");
        double reach = side.ApproachLanes.Where(l => l.Classes.Contains(CargoClass.Perishable)).Select(l => l.FromKilometres).DefaultIfEmpty(0).Max();
        ApproachLane? existing = change.Flag("share-existing-lane") ? side.ApproachLanes.MaxBy(l => l.FromKilometres) : null;
        // The road has one second lane: perishables join it rather than get a third.
        if (existing is not null && existing.FromKilometres >= length)
        {
            return existing.FromKilometres <= reach ? side
                : side with { ApproachLanes = [.. side.ApproachLanes.Select(l => ReferenceEquals(l, existing) ? l with { Classes = [.. l.Classes, CargoClass.Perishable] } : l)] };
        }
        if (length <= reach) return side;
        IEnumerable<ApproachLane> others = side.ApproachLanes.Where(l => l.Empties || l.Classes is not [CargoClass.Perishable]);
        return side with { ApproachLanes = [.. others, new ApproachLane(length, false, [CargoClass.Perishable])] };
    }

    private static SideProcedure OffHours(SideChange change, SideProcedure side)
    {
        double before = StaffHours(side);
        SideProcedure longer = side.EditStations(s => s.Agency == Agency.Sps ? s with { Roster = WeekLevels.FillClosed(s.Roster, 1) } : s);
        double added = StaffHours(longer) - before;
        if (added <= 0) return side;
        change.Note(NoteKind.SideEffect, $"{Phrases.Number(added)} horas de personal más por semana.", $"{Phrases.Number(added)} more staff-hours per week.");
        return longer;
    }

    private static double StaffHours(SideProcedure side) => side.Stations.Sum(s => s.Roster.WeeklyStaffHours);
}
