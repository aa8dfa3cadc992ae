using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Electronic documents: single windows, electronic signatures recognised across the border, documents every authority accepts (ECFCC-2023 P2-M2).</summary>
/// <remarks>
/// Touches the customs stage's <c>Service</c> and <c>ServiceInAdvance</c>, and of the declaration <c>Preparation</c> and <c>RejectedShare</c>. One electronic
/// document cut transit at El Amatillo by 87 % (E4.06), but that was a pilot for a whole formality that has long been in force for transit; for what is left,
/// stamps and paper copies at the desk, the default takes the low end of our own range.
/// </remarks>
public sealed class ElectronicDocuments : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Documentos electrónicos", "Electronic documents");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Ventanillas únicas, firma electrónica con reconocimiento mutuo y documentos electrónicos que aceptan todas las autoridades de la frontera.",
        "Single windows, electronic signatures with mutual recognition, and electronic documents that every border authority accepts.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Sin sellos ni copias en papel la aduana tarda menos con los documentos, la declaración se prepara antes en un solo lugar y se rechazan menos por errores.",
        "Without stamps and paper copies customs needs less time for the documents, the declaration is prepared sooner in one place, and fewer are rejected for errors.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(2, 2, new(
        "Implementar procesos de transformación digital del comercio exterior", "Implement digital transformation of foreign trade processes"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "document-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.05, High = 0.30, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.electronic-documents", "E4.06", "E4.07"],
            Description = new("Reducción del tiempo de atención de los documentos en aduana", "Cut in the customs time for documents"),
        },
        new()
        {
            Key = "preparation-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.20), Low = 0.10, High = 0.50, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.electronic-documents"],
            Description = new("Reducción del tiempo de preparar y aceptar la declaración", "Cut in the time to prepare and accept the declaration"),
        },
        new()
        {
            Key = "rejected-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.20), Low = 0.10, High = 0.50,
            Grade = EvidenceGrade.Assumption, Sources = ["A.electronic-documents", "M2.10"],
            Description = new("Reducción de la proporción de declaraciones rechazadas por errores", "Cut in the share of declarations rejected for errors"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Export, Operation.Import, Operation.Transit];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } =
        ["Stages.Customs.Service", "Stages.Customs.ServiceInAdvance", "Declaration.Preparation", "Declaration.RejectedShare"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        foreach (Operation operation in change.Operations)
        {
            double desk = change.FactorOf(operation, change.Number("document-time-cut")), preparing = change.FactorOf(operation, change.Number("preparation-cut"));
            if (desk < 1) side = side.EditStage(StageKind.Customs, s => s.ScaleTimes(operation, desk));
            if (preparing < 1 && side.Declaration.Preparation.TryGetValue(operation, out var preparation))
                side = side with { Declaration = side.Declaration with { Preparation = side.Declaration.Preparation.With(operation, preparation.Scale(preparing)) } };
        }
        double rejected = side.Declaration.RejectedShare * change.FactorOfSide(change.Number("rejected-cut"));
        return rejected == side.Declaration.RejectedShare ? side : side with { Declaration = side.Declaration with { RejectedShare = rejected } };
    }
}
