using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Integrated risk management: fewer trucks selected for review and examination (ECFCC-2023 P1-M3).</summary>
/// <remarks>
/// Touches <c>Risk.Customs</c>, <c>Risk.SpsInspection</c> and <c>Risk.HitRate</c>. Cutting inspections shortens the crossing trivially, so the guard
/// is the point: by default each examination finds what it found before, and what is no longer examined is no longer found.
/// A better hit rate must be asked for, because no source gives one. The published effect on time is small: −7 % of the median where
/// inspections fell from 42 to 12 % (E4.24).
/// </remarks>
public sealed class RiskManagement : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Gestión integral de riesgo", "Integrated risk management");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Selectividad basada en riesgo, compartida entre las instituciones, con control previo y posterior: se revisa menos carga de bajo riesgo.",
        "Risk-based selectivity shared by the agencies, with control before and after the border: less low-risk cargo is examined.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Bajan las proporciones de canal amarillo y rojo: menos camiones pasan por revisión documental o reconocimiento, y los demás esperan menos por ellos.",
        "The yellow and red shares fall: fewer trucks go through document review or examination, and the others wait less behind them.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 3, new(
        "Implementar la gestión integral de riesgo regional en la gestión coordinada de los procesos fronterizos",
        "Implement comprehensive regional risk management in the coordinated management of border processes"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "red-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.30, High = 0.70,
            Grade = EvidenceGrade.Measured, Sources = ["J.risk-management", "E4.24", "E4.25"],
            Description = new("Reducción de la proporción de canal rojo", "Cut in the red-channel share"),
        },
        new()
        {
            Key = "yellow-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.30, High = 0.70,
            Grade = EvidenceGrade.Assumption, Sources = ["J.risk-management"],
            Description = new("Reducción de la proporción de canal amarillo", "Cut in the yellow-channel share"),
        },
        new()
        {
            Key = "sps-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0), Low = 0, High = 0.50,
            Grade = EvidenceGrade.Assumption, Sources = ["A.sps-risk", "M2.02"],
            Description = new(
                "Reducción de la proporción de cargas que inspeccionan las autoridades sanitarias y fitosanitarias",
                "Cut in the share of loads examined by plant and animal health"),
        },
        new()
        {
            Key = "minimum-red", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.02), Low = 0.01, High = 0.03, LowerIsWeaker = false,
            Grade = EvidenceGrade.Assumption, Sources = ["A.minimum-red"],
            Description = new("Canal rojo mínimo que se mantiene por selección aleatoria", "Red share kept for random selection, however low the risk"),
        },
        new()
        {
            Key = "hit-rate-gain", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0), Low = 0, High = 0.50, Maximum = 5,
            Grade = EvidenceGrade.Assumption, Sources = ["A.hit-rate-gain", "M2.01"],
            Description = new(
                "Aumento de los hallazgos por inspección gracias a una mejor selección", "Rise of finds per examination thanks to better selection"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Prerequisite> Prerequisites { get; } =
    [
        new()
        {
            Name = "condition:advance-data",
            Label = new("información anticipada", "data in advance"),
            Reason = new(
                "Seleccionar antes de la llegada exige datos anticipados; se comprueba que declare por anticipado al menos la mitad en alguna operación definitiva.",
                "Selection before arrival needs data in advance; checked as at least half of some definitive operation declaring in advance."),
            Without = new(
                "se selecciona con la declaración presentada en el puesto; el canal se conoce después de la ventanilla, como en la línea base.",
                "selection works on the declaration lodged at the post; the channel is known after the desk, as in the baseline."),
            IsMet = (_, side) => side.Declaration.AdvanceShare.Any(a => a.Value >= 0.5 && a.Key is Operation.Export or Operation.Import),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.InspectionsLost, new("Menos inspecciones acortan el cruce por definición.", "Fewer inspections shorten the crossing by definition.")),
        new(GuardKind.DetectionsLost, new("Lo que no se inspecciona no se detecta.", "What is not examined is not found.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Export, Operation.Import, Operation.Transit, Operation.Empty];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Risk.Customs", "Risk.SpsInspection", "Risk.HitRate"];

    private protected override SideProcedure Change(SideChange change)
    {
        RiskProfile before = change.Side.Risk;
        RiskProfile risk = before;
        foreach (Operation operation in change.Operations)
        {
            if (before.Customs.TryGetValue(operation, out ChannelShares shares))
            {
                double yellow = shares.Yellow * change.FactorOf(operation, change.Number("yellow-cut"));
                double red = Math.Max(shares.Red * change.FactorOf(operation, change.Number("red-cut")), Math.Min(shares.Red, change.Number("minimum-red")));
                var lower = new ChannelShares(yellow, red);
                if (lower != shares) risk = risk with { Customs = risk.Customs.With(operation, lower) };
            }
            if (before.SpsInspection.TryGetValue(operation, out double sps) && sps > 0 && change.FactorOf(operation, change.Number("sps-cut")) is < 1 and var factor)
                risk = risk with { SpsInspection = risk.SpsInspection.With(operation, sps * factor) };
        }
        if (ReferenceEquals(risk, before)) return change.Side;
        if (change.Number("hit-rate-gain") > 0)
            risk = risk with { HitRate = Math.Min(1, before.HitRate * change.FactorOfSide(-change.Number("hit-rate-gain"))) };
        NoteWhatIsLost(change, before, risk);
        return change.Side with { Risk = risk };
    }

    private static void NoteWhatIsLost(SideChange change, RiskProfile before, RiskProfile after)
    {
        foreach (Operation operation in change.Operations.Where(before.Customs.ContainsKey))
        {
            double was = before.Customs[operation].Red, now = after.Customs[operation].Red;
            if (was == now) continue;
            string inspections = Phrases.Number((was - now) * 1000), finds = Phrases.Number((was * before.HitRate - now * after.HitRate) * 1000);
            change.Note(NoteKind.SideEffect,
                $"por cada 1000 operaciones de {Phrases.Of(operation).Es}, {inspections} inspecciones menos y {finds} hallazgos esperados menos.",
                $"per 1,000 {Phrases.Of(operation).En} operations, {inspections} fewer inspections and {finds} fewer expected finds.");
        }
    }
}
