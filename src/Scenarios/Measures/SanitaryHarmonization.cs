using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Sanitary and phytosanitary harmonisation: recognised laboratories and inspections, electronic certificates (ECFCC-2023 P3-M2).</summary>
/// <remarks>
/// Touches, for imports, <c>Risk.SpsInspection</c>, the laboratory stage's <c>Share</c> and the plant and animal health stage's <c>Service</c>. Who is seen by the agency
/// does not change, spraying included: what goes is the second inspection and the second sample of what the other country's laboratory cleared. The guard
/// counts every examination given up as if it had found what others find.
/// </remarks>
public sealed class SanitaryHarmonization : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Armonización sanitaria y fitosanitaria", "Sanitary harmonisation");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los países reconocen los laboratorios e inspecciones de los demás e intercambian certificados fitosanitarios electrónicos.",
        "The countries recognise each other's laboratories and inspections and exchange electronic phytosanitary certificates.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "El país de entrada repite menos inspecciones y muestras, y atiende en menos tiempo los documentos sanitarios.",
        "The country of entry repeats fewer inspections and samples, and needs less time for the sanitary documents.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(3, 2, new(
        "Armonizar la normativa e implementar medidas y procedimientos sanitarios y fitosanitarios simplificados", "Harmonize regulations and implement simplified sanitary and phytosanitary measures and procedures"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "inspection-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.20, High = 0.80,
            Grade = EvidenceGrade.Assumption, Sources = ["A.sps-recognition", "M2.02"],
            Description = new("Reducción de la parte de las cargas que las autoridades sanitarias inspeccionan físicamente", "Cut in the share of loads that plant and animal health examines physically"),
        },
        new()
        {
            Key = "laboratory-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.20, High = 0.80,
            Grade = EvidenceGrade.Assumption, Sources = ["A.sps-recognition", "E.sps-sampling"],
            Description = new("Reducción de la parte de las cargas que espera un resultado de laboratorio", "Cut in the share of loads that wait for a laboratory result"),
        },
        new()
        {
            Key = "certificate-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.10, High = 0.50, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.e-certificate", "E4.29"],
            Description = new("Reducción del tiempo de la ventanilla sanitaria gracias al certificado electrónico", "Cut in the time of the plant and animal health desk thanks to the electronic certificate"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.InspectionsLost, new("Reconocer la inspección ajena es inspeccionar menos.", "To recognise another's inspection is to inspect less.")),
        new(GuardKind.DetectionsLost, new("Lo que no se inspecciona no se detecta.", "What is not examined is not found.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Import];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Risk.SpsInspection.Import", "Stages.Laboratory.Share.Import", "Stages.Sps.Service.Import"];

    private protected override SideProcedure Change(SideChange change)
    {
        const Operation import = Operation.Import;
        SideProcedure side = change.Side;
        if (side.Risk.SpsInspection.TryGetValue(import, out double examined) && change.FactorOf(import, change.Number("inspection-cut")) is < 1 and var fewer && examined > 0)
        {
            side = side with { Risk = side.Risk with { SpsInspection = side.Risk.SpsInspection.With(import, examined * fewer) } };
            string inspections = Phrases.Number(examined * (1 - fewer) * 1000), finds = Phrases.Number(examined * (1 - fewer) * side.Risk.HitRate * 1000);
            change.Note(NoteKind.SideEffect,
                $"por cada 1000 importaciones, {inspections} inspecciones sanitarias menos y {finds} hallazgos esperados menos.",
                $"per 1,000 imports, {inspections} fewer plant and animal health inspections and {finds} fewer expected finds.");
        }
        double sampled = change.FactorOf(import, change.Number("laboratory-cut")), desk = change.FactorOf(import, change.Number("certificate-time-cut"));
        if (sampled < 1) side = side.EditStage(StageKind.Laboratory, s => s.Share.TryGetValue(import, out double share) ? s with { Share = s.Share.With(import, share * sampled) } : s);
        return desk < 1 ? side.EditStage(StageKind.Sps, s => s.ScaleTimes(import, desk)) : side;
    }
}
