using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Coordinated border management: joint inspection, recognition of the other side's examination, single stop (ECFCC-2023 P1-M1).</summary>
/// <remarks>
/// Touches <c>JointInspection</c>, <c>Recognition</c> (entry side) and <c>SingleStop</c> (entry side, only at the posts listed). Queues are not
/// touched: what shorter processes do to them is the simulator's to find. Published effects run from a planning value of up to −30 % (E4.22) to
/// −90 % and more at openings; relapses are on record too (E4.05, E4.18). The default takes the low end as the recognition probability.
/// </remarks>
public sealed class CoordinatedBorderManagement : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Gestión coordinada de fronteras", "Coordinated border management");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Las instituciones de un puesto inspeccionan juntas, el país de entrada reconoce la inspección del de salida y, donde la infraestructura lo permite, hay una sola parada.",
        "The agencies of a post inspect together, the entry side recognises the exit side's examination and, where the infrastructure allows, there is a single stop.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Las inspecciones corren a la vez y no una tras otra, algunas no se repiten, y la parada única suprime el segundo portón y el segundo control migratorio.",
        "Inspections run side by side instead of one after the other, some are not repeated, and a single stop removes the second gate and the second migration control.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 1, new(
        "Implementar operativamente el modelo de gestión coordinada de fronteras en puestos fronterizos, puertos y aeropuertos",
        "Operationally implement the Coordinated Border Management model at border posts, ports and airports"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "joint-inspection", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(true),
            Grade = EvidenceGrade.Assumption, Sources = ["J.cbm", "S7"],
            Description = new("Inspección conjunta de aduana y autoridad sanitaria", "Customs and plant or animal health inspect jointly"),
        },
        new()
        {
            Key = "recognition", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.30, High = 0.90,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["J.cbm", "E4.22", "E4.05", "E4.18"],
            Description = new(
                "Probabilidad de que el lado de entrada reconozca la inspección del de salida y no la repita",
                "Probability that the entry side recognises the exit side's examination and does not repeat it"),
        },
        new()
        {
            Key = "recognition-without-risk-management", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.5), Low = 0.25, High = 1,
            Grade = EvidenceGrade.Assumption, Sources = ["A.recognition-without-risk"],
            Description = new(
                "Parte del reconocimiento que queda donde no hay gestión integral de riesgo", "Part of the recognition that remains where there is no integrated risk management"),
        },
        new()
        {
            Key = "single-stop-posts", Kind = ParameterKind.Posts, Default = new ParameterValue.Posts([]),
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["S11", "H2.11", "E4.17", "E4.18"],
            Description = new("Puestos con parada única", "Posts with a single stop"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        new()
        {
            Name = "RiskManagement",
            Label = new("RiskManagement", "RiskManagement"),
            Reason = new(
                "Reconocer la inspección ajena supone criterios de riesgo comunes (la estrategia apoya la gestión coordinada en la gestión de riesgo).",
                "Recognising another's examination takes common risk criteria (the strategy rests coordinated management on risk management)."),
            Without = new("el reconocimiento se reduce.", "recognition is reduced."),
            IsMet = (_, side) => side.Role == SideRole.Exit || InForceLevels.Anywhere(side, "RiskManagement"),
        },
        new()
        {
            Name = "condition:same-hours",
            Label = new("un horario común de inspección", "a common inspection schedule"),
            Reason = new(
                "Para inspeccionar juntas, las instituciones deben estar a la misma hora; se comparan sus horarios de inspección.",
                "To inspect together the agencies must be there at the same hours; their inspection rosters are compared."),
            Without = new(
                "fuera del horario común un camión seleccionado por ambas espera a la que falta; la armonización de horarios lo resuelve.",
                "outside the common hours a truck both have selected waits for the absent one; schedule harmonization solves it."),
            IsMet = (_, side) => !CanInspectJointly(side) || SameHours(side),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.InspectionsLost, new("Una inspección reconocida es una inspección que no se repite.", "A recognised examination is one that is not repeated.")),
        new(GuardKind.DetectionsLost, new("La segunda inspección encontraba parte de lo que la primera no vio.", "The second examination used to find part of what the first one missed.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["JointInspection", "Recognition", "SingleStop"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (change.Flag("joint-inspection") && !side.JointInspection && CanInspectJointly(side))
        {
            if (change.SwitchesOn) side = side with { JointInspection = true };
            else change.Note(NoteKind.Limited, "la inspección conjunta rige o no rige; con menos del 50 % de intensidad, no.",
                "joint inspection is either in force or not; below 50 % intensity it is not.");
        }
        return side.Role == SideRole.Entry ? SingleStop(change, Recognition(change, side)) : side;
    }

    private static SideProcedure Recognition(SideChange change, SideProcedure side)
    {
        double target = change.Number("recognition");
        bool shared = change.Has("RiskManagement");
        if (!shared) target *= change.Number("recognition-without-risk-management");
        double recognition = SideChange.Raise(side.Recognition, target, change.Step);
        if (recognition == side.Recognition) return side;
        if (!shared)
            change.Missing("RiskManagement", $"el reconocimiento se reduce a {Phrases.Percent(recognition)}.", $"recognition is reduced to {Phrases.Percent(recognition)}.");
        return side with { Recognition = recognition };
    }

    private static SideProcedure SingleStop(SideChange change, SideProcedure side)
    {
        if (side.SingleStop || !change.Posts("single-stop-posts").Contains(change.Post.Id)) return side;
        if (change.SwitchesOn) return side with { SingleStop = true };
        change.Note(NoteKind.Limited, "la parada única rige o no rige; con menos del 50 % de intensidad, no.",
            "a single stop is either in force or not; below 50 % intensity it is not.");
        return side;
    }

    private static bool CanInspectJointly(SideProcedure side) =>
        side.StageOf(StageKind.Inspection) is not null && side.StageOf(StageKind.SpsInspection) is not null;

    private static bool SameHours(SideProcedure side)
    {
        bool[] customs = Open(StageKind.Inspection), sps = Open(StageKind.SpsInspection);
        return customs.AsSpan().SequenceEqual(sps);

        bool[] Open(StageKind kind) =>
            [.. side.Stations.First(s => s.Name == side.StageOf(kind)!.Station).Roster.MinuteLevels().Select(level => level > 0)];
    }
}
