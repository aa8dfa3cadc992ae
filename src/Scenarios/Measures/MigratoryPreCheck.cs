using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Migratory pre-check of cargo drivers and, if asked for, a single control in the country of departure (ECFCC-2023 P1-M1, action b).</summary>
/// <remarks>
/// Touches the migration stage's <c>PrecheckedShare</c> and <c>PrecheckedFactor</c>; with a single control the entry side's stage goes. A driver checked before
/// arrival is still seen, only sooner (E.migration: 5 minutes against 1). No minutes were published for the region (E4.30). With a single control
/// the officers of the country of departure work as long as before: the data of the country of entry come to them.
/// </remarks>
public sealed class MigratoryPreCheck : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Prechequeo migratorio", "Migratory pre-check");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los conductores de carga envían sus datos antes de llegar; si se pide, un solo control migratorio, en el país de salida.",
        "Cargo drivers send their data before they arrive; if asked for, one migration control only, in the country of departure.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Migración atiende en menos tiempo a quien ya revisó; con el control único desaparece el paso por migración del país de entrada.",
        "Migration needs less time for those already checked; with a single control the stop at the migration of the country of entry goes.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 1, new(
        "Prechequeo migratorio de conductores de carga y control único en el país de salida", "Migratory pre-check of cargo drivers and single control in the country of departure"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "prechecked-share", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.50), Low = 0.30, High = 0.90,
            Grade = EvidenceGrade.Assumption, Sources = ["A.precheck-share", "S8"],
            Description = new("Parte de los conductores con datos revisados antes de llegar", "Share of drivers checked before they arrive"),
        },
        new()
        {
            Key = "time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.40), Low = 0.40, High = 0.90, Maximum = 0.99,
            Grade = EvidenceGrade.Assumption, Sources = ["J.precheck", "E.migration", "E4.30"],
            Description = new("Reducción del tiempo de migración de un conductor ya revisado", "Cut in the migration time of a driver already checked"),
        },
        new()
        {
            Key = "single-control", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(false),
            Grade = EvidenceGrade.Assumption, Sources = ["A.single-control", "S8"],
            Description = new("Control único en el país de salida: el de entrada no vuelve a controlar al conductor", "Single control in the country of departure: the country of entry does not control the driver again"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Stages.Migration"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (side.StageOf(StageKind.Migration) is not { } migration || (side.SingleStop && side.Role == SideRole.Entry))
        {
            change.Note(NoteKind.NothingToChange, "no hay control migratorio propio de los conductores.", "it has no migration control of drivers of its own.");
            return side;
        }
        if (side.Role == SideRole.Entry && change.Flag("single-control"))
        {
            if (change.SwitchesOn) return side with { Stages = [.. side.Stages.Where(s => s.Kind != StageKind.Migration)] };
            change.Note(NoteKind.Limited, "el control único rige o no rige; con menos del 50 % de intensidad, no.", "a single control is either in force or not; below 50 % intensity it is not.");
        }
        double share = SideChange.Raise(migration.PrecheckedShare, change.Number("prechecked-share"), change.Step);
        return share == migration.PrecheckedShare ? side
            : side.EditStage(StageKind.Migration, s => s with { PrecheckedShare = share, PrecheckedFactor = Math.Min(s.PrecheckedFactor, 1 - change.Number("time-cut")) });
    }
}
