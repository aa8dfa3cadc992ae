using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Mandatory advance declaration of definitive exports and imports (ECFCC-2023 P1-M2).</summary>
/// <remarks>
/// Touches <c>Declaration.AdvanceShare</c>; the customs stage's <c>ServiceInAdvance</c>, only where the baseline has none so short; and the
/// payment stage's <c>Share</c>. Transit and empties have their own messages and keep their shares. The rejected share, the lead
/// and the preparation time stay: an obligation makes more carriers declare early, not better or earlier than those who already do.
/// Compliance defaults to what Table C assumes for El Amatillo a year after the duty began (80 %), below Pedro de Alvarado's 85 %.
/// </remarks>
public sealed class AdvanceDeclaration : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Declaración anticipada", "Advance declaration");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Uso obligatorio de la declaración anticipada en las exportaciones e importaciones definitivas, con el pago anticipado de parte de los tributos.",
        "Mandatory advance declaration of definitive exports and imports, with part of the taxes paid in advance.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Más camiones llegan con la declaración ya presentada: no la esperan, la aduana tarda menos con sus documentos y menos de ellos pasan a pagar.",
        "More trucks arrive with their declaration already lodged: they do not wait for it, customs needs less time for their documents, and fewer stop to pay.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 2, new(
        "Implementar regionalmente el uso obligatorio de la declaración anticipada", "Implement regionally the mandatory use of advance declaration"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "compliance", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.80), Low = 0.60, High = 1,
            Grade = EvidenceGrade.Assumption, Sources = ["C.advance", "M2.09"],
            Description = new("Parte de los camiones con operación definitiva que declara por anticipado", "Share of trucks in a definitive operation that declare in advance"),
        },
        new()
        {
            Key = "document-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.20), Low = 0.20, High = 0.80,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["J.advance-declaration", "E4.03", "E4.04", "E4.05"],
            Description = new(
                "Reducción mínima del tiempo de atención en aduana de quien declaró por anticipado; si la línea base da un tiempo menor, vale ese",
                "Least cut in the customs time of trucks declared in advance; a shorter time of the baseline stands"),
        },
        new()
        {
            Key = "prepaid-share", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.25), Low = 0, High = 0.80, Maximum = 0.99,
            Grade = EvidenceGrade.Assumption, Sources = ["A.prepaid-taxes"],
            Description = new(
                "Parte de los declarantes anticipados que paga los tributos antes de llegar", "Share of advance declarants that pay the taxes before arrival"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        Prerequisite.Measure("ElectronicDocuments",
            new("Sin documentos electrónicos aceptados por todas las autoridades, el conductor aún entrega papeles.",
                "Unless every authority accepts electronic documents, the driver still hands over paper."),
            new("el efecto no se reduce más, porque los tamaños de efecto vienen de puestos que aún usaban papel.",
                "the effect is not reduced further, because the effect sizes come from posts that still used paper.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Export, Operation.Import];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } =
        ["Declaration.AdvanceShare", "Stages.Customs.ServiceInAdvance", "Stages.Payment.Share"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        foreach (Operation operation in change.Operations)
        {
            if (side.StageOf(StageKind.Customs) is not { } customs || !customs.Service.ContainsKey(operation)) continue;
            double present = side.Declaration.AdvanceShare.GetValueOrDefault(operation);
            double share = SideChange.Raise(present, change.Number("compliance"), change.StepOf(operation));
            if (share == present) continue;
            double cut = change.Number("document-time-cut") * change.Intensity;
            double prepaid = change.Number("prepaid-share");
            double paying = (1 - prepaid * share) / (1 - prepaid * present);
            side = side with { Declaration = side.Declaration with { AdvanceShare = side.Declaration.AdvanceShare.With(operation, share) } };
            side = side.EditStage(StageKind.Customs, s => cut == 0 || IsShorter(s, operation, 1 - cut) ? s
                : s with { ServiceInAdvance = s.ServiceInAdvance.With(operation, s.Service[operation].Scale(1 - cut)) });
            side = side.EditStage(StageKind.Payment, s => !s.Service.ContainsKey(operation) || paying == 1 ? s
                : s with { Share = s.Share.With(operation, s.Share.GetValueOrDefault(operation, 1) * paying) });
        }
        return side;
    }

    private static bool IsShorter(Stage customs, Operation operation, double factor) =>
        customs.ServiceInAdvance.TryGetValue(operation, out Distribution? own) && own.MeanMilliseconds <= factor * customs.Service[operation].MeanMilliseconds;
}
