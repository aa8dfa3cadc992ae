using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Maintenance of equipment, with plan and budget (ECFCC-2023 P4-M2, actions b and c).</summary>
/// <remarks>
/// Touches the <c>Breakdown</c> of stations that have one: machines are repaired sooner and, if asked for, fail less often. Where none stands
/// yet it changes nothing, but a scanner that <see cref="SmartBorder"/> brings is then kept in order from the start. No country had a maintenance plan in 2023 (S15).
/// </remarks>
public sealed class Maintenance : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Mantenimiento", "Maintenance");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Planes de mantenimiento con presupuesto para los equipos de la frontera.", "Maintenance plans with a budget for the equipment of the border.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Las paradas de los equipos duran menos: menos camiones del canal rojo esperan a que vuelva el escáner.",
        "Outages of machines are shorter: fewer trucks of the red channel wait for the scanner to come back.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(4, 2, new(
        "Mantenimiento y sostenibilidad financiera de la «frontera inteligente»", "Maintenance and financial sustainability of the “smart border”"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "repair-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.50), Low = 0.30, High = 0.80, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.maintenance", "A.scanner-outage", "E4.13"],
            Description = new("Reducción de la duración de las paradas de los equipos", "Cut in the length of outages of machines"),
        },
        new()
        {
            Key = "longer-between-outages", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0), Low = 0, High = 1, Maximum = 10,
            Grade = EvidenceGrade.Assumption, Sources = ["A.maintenance", "T1.38"],
            Description = new("Cuánto más tiempo funcionan los equipos entre dos paradas", "How much longer machines work between two outages"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Stations.*.Breakdown"];

    private protected override bool Prepares => true;

    private protected override SideProcedure Change(SideChange change)
    {
        double repair = change.FactorOfSide(change.Number("repair-time-cut")), life = change.FactorOfSide(-change.Number("longer-between-outages"));
        SideProcedure side = change.Side.EditStations(s => s.Breakdown is not { } b || (repair == 1 && life == 1) ? s
            : s with { Breakdown = new BreakdownSpec(b.TimeBetweenFailures.Scale(life), b.TimeToRepair.Scale(repair)) });
        if (ReferenceEquals(side, change.Side))
            change.Note(NoteKind.NothingToChange, "no hay equipos que fallen; vale para los que vengan.", "there are no machines that fail; it holds for those to come.");
        return side;
    }
}
