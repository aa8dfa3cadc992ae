using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>A simplified declaration for micro, small and medium enterprises (ECFCC-2023 P5-M3).</summary>
/// <remarks>
/// Touches the customs stage's <c>MsmeFactor</c> and the declaration's <c>MsmePreparationFactor</c>: only trucks of such enterprises are served in less time.
/// No source gives times by size of firm. The baseline gives them the times of all others, so the measure shows what they and those
/// behind them would gain, not a handicap removed.
/// </remarks>
public sealed class SimplifiedMsmeDeclaration : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Declaración simplificada para mipymes", "Simplified declaration for small enterprises");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Las micro, pequeñas y medianas empresas presentan una declaración con menos datos para sus exportaciones e importaciones.",
        "Micro, small and medium enterprises lodge a declaration with fewer data for their exports and imports.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Sus declaraciones se preparan antes y la aduana las atiende en menos tiempo; los demás esperan menos detrás de ellas.",
        "Their declarations are prepared sooner and customs needs less time for them; the others wait less behind them.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(5, 3, new("Apoyo al comercio internacional de las mipymes", "Support for international trade of MSMEs"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "document-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.20), Low = 0.10, High = 0.50, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.msme-declaration", "C.msme"],
            Description = new("Reducción del tiempo de aduana de sus camiones", "Cut in the customs time of their trucks"),
        },
        new()
        {
            Key = "preparation-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.20, High = 0.60, Maximum = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.msme-declaration", "C.msme"],
            Description = new("Reducción del tiempo de preparar y aceptar sus declaraciones", "Cut in the time to prepare and accept their declarations"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Export, Operation.Import];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Stages.Customs.MsmeFactor", "Declaration.MsmePreparationFactor"];

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        foreach (Operation operation in change.Operations)
        {
            double factor = change.FactorOf(operation, change.Number("document-time-cut"));
            if (factor == 1) continue;
            side = side.EditStage(StageKind.Customs, s => !s.Service.ContainsKey(operation) ? s
                : s with { MsmeFactor = s.MsmeFactor.With(operation, s.MsmeFactor.GetValueOrDefault(operation, 1) * factor) });
        }
        double preparing = change.FactorOfSide(change.Number("preparation-cut"));
        return preparing == 1 || !change.Operations.Any(side.Declaration.Preparation.ContainsKey) ? side
            : side with { Declaration = side.Declaration with { MsmePreparationFactor = side.Declaration.MsmePreparationFactor * preparing } };
    }
}
