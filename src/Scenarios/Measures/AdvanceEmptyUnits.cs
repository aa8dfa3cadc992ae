using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Advance transmission of information on unladen trucks (ECFCC-2023 P1-M3, action g).</summary>
/// <remarks>
/// Touches <c>Declaration.AdvanceShare</c> and the customs stage's <c>ServiceInAdvance</c>, of unladen trucks only. They keep their place in the line of the
/// desk that serves them: their own time there is short, so what they gain is mostly what loaded trucks at the same desk gain with them.
/// </remarks>
public sealed class AdvanceEmptyUnits : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Transmisión anticipada de unidades vacías", "Advance transmission of empty units");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Los datos de los camiones vacíos se transmiten antes de que lleguen, por un mecanismo aprobado en la región.",
        "Data on empty trucks are transmitted before they arrive, by a mechanism approved in the region.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "La aduana solo verifica a los vacíos anunciados: los atiende en menos tiempo y deja antes libre la ventanilla que comparten.",
        "Customs only verifies the empties announced: it serves them in less time and frees the desk they share sooner.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 3, new(
        "Mecanismo de transmisión anticipada de información para los medios de transporte vacíos", "Mechanism for the advance transmission of information on empty means of transport"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "compliance", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.60), Low = 0.40, High = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.empty-advance", "C.advance"],
            Description = new("Parte de los camiones vacíos que se anuncia por anticipado", "Share of empty trucks announced in advance"),
        },
        new()
        {
            Key = "document-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.50), Low = 0.30, High = 0.90, Maximum = 0.95,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["A.empty-advance", "T1.23"],
            Description = new("Reducción del tiempo de aduana de un vacío anunciado", "Cut in the customs time of an empty truck that is announced"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Empty];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Declaration.AdvanceShare.Empty", "Stages.Customs.ServiceInAdvance.Empty"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        if (side.StageOf(StageKind.Customs) is not { } customs || !customs.Service.TryGetValue(Operation.Empty, out var paper)) return side;
        double present = side.Declaration.AdvanceShare.GetValueOrDefault(Operation.Empty);
        double share = SideChange.Raise(present, change.Number("compliance"), change.StepOf(Operation.Empty));
        if (share == present) return side;
        double factor = 1 - change.Number("document-time-cut");
        side = side with { Declaration = side.Declaration with { AdvanceShare = side.Declaration.AdvanceShare.With(Operation.Empty, share) } };
        // A time the baseline gives for those already announced is its own figure.
        return side.EditStage(StageKind.Customs, s => s.ServiceInAdvance.ContainsKey(Operation.Empty) ? s
            : s with { ServiceInAdvance = s.ServiceInAdvance.With(Operation.Empty, paper.Scale(factor)) });
    }
}
