using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Modernised infrastructure: gate lanes and yards; and, while it is being built, capacity lost (ECFCC-2023 P4-M1).</summary>
/// <remarks>
/// Touches the gate station's roster, the <c>WaitingRoom</c> of stations that have one and, under construction, <c>ConstructionLoss</c>. A new lane is staffed like the
/// ones beside it, so its cost shows among the guards. Desks and inspection bays keep their staff: a building serves nobody. Modernised by the end of 2023
/// or opened in early 2024, so in force: the Salvadoran side of El Amatillo, the Nicaraguan sides of Guasaule and Peña Blanca, the Costa Rican side of Paso Canoas (S11, H2.11).
/// All published effects of such programmes were stated beforehand (E4.14, E4.15); two years later the line was as long (E4.16).
/// </remarks>
public sealed class Infrastructure : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Infraestructura", "Infrastructure");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Puestos modernizados, con más carriles en el portón y patios más grandes; mientras duran las obras se pierde capacidad.",
        "Modernised posts with more lanes at the gate and larger yards; while the works last, capacity is lost.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Más camiones pasan el portón a la vez y un patio lleno detiene menos a los de atrás; en obras, todo el personal rinde menos.",
        "More trucks pass the gate at once and a full yard holds up fewer behind it; under construction all staff get less done.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(4, 1, new(
        "Ejecutar la modernización de la infraestructura, el equipamiento, la conectividad y la tecnología", "Execute the modernization of infrastructure and equipment, connectivity and technology"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "gate-lanes", Kind = ParameterKind.Number, Unit = "lanes", Default = new ParameterValue.Number(1), Low = 1, High = 4, Maximum = 20,
            Grade = EvidenceGrade.Assumption, Sources = ["A.gate-lanes", "E.booths", "H2.09"],
            Description = new("Carriles con caseta que se añaden en el portón", "Staffed lanes added at the gate"),
        },
        new()
        {
            Key = "larger-yards", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.50), Low = 0.25, High = 1, Maximum = 10,
            Grade = EvidenceGrade.Assumption, Sources = ["A.larger-yards", "A.yard"],
            Description = new("Cuánto crecen los patios", "How much the yards grow"),
        },
        new()
        {
            Key = "under-construction", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(false),
            Grade = EvidenceGrade.Assumption, Sources = ["A.construction", "C3.29"],
            Description = new("En obras: se pierde capacidad y aún no se gana nada", "Under construction: capacity is lost and nothing is gained yet"),
        },
        new()
        {
            Key = "construction-loss", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.05), Low = 0, High = 0.15, Maximum = 0.9,
            Grade = EvidenceGrade.Assumption, Sources = ["A.construction"],
            Description = new("Parte del trabajo de todo el personal que se pierde mientras duran las obras", "Share of all staff's work lost while the works last"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.StaffHours, new("Un carril sin funcionario no atiende a nadie.", "A lane without an officer serves nobody.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Stations.*.Roster", "Stations.*.WaitingRoom", "ConstructionLoss"];

    private protected override bool Prepares => true;

    private protected override bool Stands(SideChange change) => !change.Flag("under-construction");

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (change.Flag("under-construction"))
        {
            double loss = change.Number("construction-loss") * change.Intensity;
            if (loss <= side.ConstructionLoss) return side;
            change.Note(NoteKind.SideEffect, $"en obras se pierde el {Phrases.Percent(loss)} del trabajo de todo el personal.", $"under construction {Phrases.Percent(loss)} of all staff's work is lost.");
            return side with { ConstructionLoss = loss };
        }
        double yards = change.FactorOfSide(-change.Number("larger-yards"));
        if (yards > 1) side = side.EditStations(s => s.WaitingRoom is { } room ? s with { WaitingRoom = (int)Math.Round(room * yards) } : s);
        // Whole lanes: half a lane is none.
        int lanes = (int)(change.Number("gate-lanes") * change.Intensity + 1e-9) - (int)(change.Number("gate-lanes") * change.Level + 1e-9);
        if (lanes <= 0 || (side.SingleStop && side.Role == SideRole.Entry) || side.StageOf(StageKind.Gate) is not { Station: { } gate }) return side;
        SideProcedure wider = side.EditStations(s => s.Name != gate ? s
            : s with { Roster = new Roster([.. s.Roster.Shifts.Select(x => x.Staff == 0 ? x : x with { Staff = x.Staff + lanes })]) });
        double added = wider.Stations.Sum(s => s.Roster.WeeklyStaffHours) - side.Stations.Sum(s => s.Roster.WeeklyStaffHours);
        change.Note(NoteKind.SideEffect, $"{Phrases.Number(added)} horas de personal más por semana.", $"{Phrases.Number(added)} more staff-hours per week.");
        return wider;
    }
}
