using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>The smart border: automatic gates (RFID, plates), scanners, arrival notification (ECFCC-2023 P4-M2).</summary>
/// <remarks>
/// Touches <c>AutomaticGateShare</c>, the gate stage's <c>AutomaticFactor</c> (and <c>ServiceAutomatic</c>, which it then clears), the <c>Scan</c> stage and its station (added on entry
/// sides with physical inspections but no scanner; exit sides examine too few trucks for one). All published gate effects are targets set beforehand, −30 to −40 % (E4.09, E4.10), and a scanner
/// on this corridor ran at 20 trucks a day instead of 100 an hour (M2.06); so the gate gains the lowest figure of the range, −10 %, and a
/// new scanner examines one truck at a time. Arrival notification is part of the read at the gate and reduces nothing else.
/// </remarks>
public sealed class SmartBorder : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Frontera inteligente", "Smart border");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Lectura automática de vehículos en el portón (RFID y placas), escáneres de carga y aviso de llegada.",
        "Automatic reading of vehicles at the gate (RFID and plates), cargo scanners and arrival notification.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Los camiones leídos pasan antes el portón, y parte del canal rojo va al escáner en lugar de la inspección física mientras el escáner dé abasto.",
        "Trucks that are read pass the gate sooner, and part of the red channel goes to the scanner instead of physical inspection, as far as the scanner can cope.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(4, 2, new(
        "Fortalecer el uso de tecnologías para un modelo regional de «frontera inteligente»", "Strengthen the use of technologies for a regional “smart border” model"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } = SmartBorderParameters.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        new()
        {
            Name = "Maintenance",
            Label = new("Maintenance", "Maintenance"),
            Reason = new(
                "Sin plan de mantenimiento ni presupuesto, los equipos quedan parados (la estrategia los pide en la misma medida).",
                "Without a maintenance plan and budget the equipment stands idle (the strategy asks for both in this same measure)."),
            Without = new("las paradas del escáner nuevo duran el doble que con plan de mantenimiento.", "outages of the new scanner last twice as long as with a maintenance plan."),
            IsMet = (_, side) => !SmartScanner.IsWanted(side) || InForceLevels.Anywhere(side, "Maintenance"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["AutomaticGateShare", "Stages.Gate.ServiceAutomatic", "Stages.Gate.AutomaticFactor", "Stages.Scan", "Stations.scanner"];

    private protected override SideProcedure Change(SideChange change) => SmartScanner.In(change, Gate(change, change.Side));

    private static SideProcedure Gate(SideChange change, SideProcedure side)
    {
        if (side.StageOf(StageKind.Gate) is null || (side.SingleStop && side.Role == SideRole.Entry))
        {
            change.Note(NoteKind.NothingToChange, "no hay portón de entrada propio que automatizar.", "it has no gate of its own to automate.");
            return side;
        }
        double share = SideChange.Raise(side.AutomaticGateShare, change.Number("read-rate"), change.Step);
        if (share == side.AutomaticGateShare) return side;
        // Where trucks are read today, their time is the baseline's own figure, and the measure only has more of them read.
        bool measuredHere = side.AutomaticGateShare > 0;
        double factor = 1 - change.Number("gate-time-cut");
        return (side with { AutomaticGateShare = share }).EditStage(StageKind.Gate, gate => measuredHere ? gate
            : gate with { ServiceAutomatic = null, AutomaticFactor = factor });
    }
}
