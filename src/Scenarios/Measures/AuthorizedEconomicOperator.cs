using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Authorised economic operators: more of them certified, and examined less; with mutual recognition on both sides (ECFCC-2023 P1-M4).</summary>
/// <remarks>
/// Touches <c>Risk.AeoFactorFor</c> and the corridor's share of such trucks, <c>Demand.AeoShare</c>, as far as the measure covers the corridor's sides. An operator
/// is certified where it exports: without mutual recognition only the exit side that performs the export trusts it, with it every side does. Clearance
/// times in Brazil fell by 65 and 81 % (E4.27), those of firms that chose to be certified; the default cuts examinations by the low end of our range.
/// A lane of their own comes with <see cref="FlowSegmentation"/>. The rules stood in five countries in 2023 (S13), but nothing shows a benefit at the border, so nothing is in force.
/// </remarks>
public sealed class AuthorizedEconomicOperator : SideMeasure
{
    /// <inheritdoc/>
    public override Bilingual Title { get; } = new("Operador económico autorizado", "Authorised economic operator");

    /// <inheritdoc/>
    public override Bilingual Summary { get; } = new(
        "Se certifica a más operadores de confianza y se les inspecciona menos; con reconocimiento mutuo, en todos los países.",
        "More trusted operators are certified and are examined less; with mutual recognition, in every country.");

    /// <inheritdoc/>
    public override Bilingual Mechanism { get; } = new(
        "Menos camiones de operadores certificados van a canal rojo, en el país que los certificó o, con reconocimiento mutuo, en todos los lados.",
        "Fewer trucks of certified operators go to the red channel, in the country that certified them or, with mutual recognition, on every side.");

    /// <inheritdoc/>
    public override StrategyReference Strategy { get; } = new(1, 4, new(
        "Fortalecer la figura del operador económico autorizado", "Strengthen the figure of the Authorized Economic Operator"));

    /// <inheritdoc/>
    public override IReadOnlyList<MeasureParameter> Parameters { get; } =
    [
        new()
        {
            Key = "mutual-recognition", Kind = ParameterKind.Flag, Default = new ParameterValue.Flag(false),
            Grade = EvidenceGrade.Assumption, Sources = ["A.aeo-own-side", "S13"],
            Description = new("Reconocimiento mutuo: todos los países confían en el certificado", "Mutual recognition: every country trusts the certificate"),
        },
        new()
        {
            Key = "inspection-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.30, High = 0.80,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["J.aeo", "E4.27", "E4.28"],
            Description = new("Reducción del canal rojo de un operador certificado", "Cut in the red-channel share of a certified operator"),
        },
        new()
        {
            Key = "certified-share", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.05, High = 0.15,
            Grade = EvidenceGrade.Assumption, Sources = ["A.aeo-certified", "C.aeo", "M2.08"],
            Description = new("Parte de los camiones cargados que llega a ser de operadores certificados", "Share of loaded trucks that comes to be of certified operators"),
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(GuardKind.InspectionsLost, new("Confiar en un operador es inspeccionarlo menos.", "To trust an operator is to examine it less.")),
        new(GuardKind.DetectionsLost, new("Lo que no se inspecciona no se detecta.", "What is not examined is not found.")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [Operation.Export, Operation.Import, Operation.Transit];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = ["Risk.AeoFactorFor", "Demand.AeoShare"];

    private protected override bool Prepares => true;

    private protected override SideProcedure Change(SideChange change)
    {
        SideProcedure side = change.Side;
        bool everywhere = change.Flag("mutual-recognition");
        foreach (Operation operation in change.Operations.Where(o => everywhere || o == Operation.Export))
        {
            double factor = change.FactorOf(operation, change.Number("inspection-cut"));
            if (factor == 1 || side.Risk.Customs.GetValueOrDefault(operation).Red == 0) continue;
            side = side with { Risk = side.Risk with { AeoFactorFor = side.Risk.AeoFactorFor.With(operation, side.Risk.AeoFactorOf(operation) * factor) } };
        }
        if (!everywhere && side.Role == SideRole.Entry)
            change.Note(NoteKind.NothingToChange, "sin reconocimiento mutuo el certificado no vale en el país de entrada.", "without mutual recognition the certificate does not count in the country of entry.");
        return side;
    }

    private protected override CorridorModel ChangeCorridor(CorridorModel before, CorridorModel after, MeasureApplication use)
    {
        (double was, double now) = (Reach(before), Reach(after));
        double target = use.Parameters.TryGetValue("certified-share", out ParameterValue? own) ? ((ParameterValue.Number)own).Value : ((ParameterValue.Number)Parameters[^1].Default).Value;
        double share = now <= was ? before.Demand.AeoShare : SideChange.Raise(before.Demand.AeoShare, target, (now - was) / (1 - was));
        return share == before.Demand.AeoShare ? after : after with { Demand = after.Demand with { AeoShare = share } };
    }

    /// <summary>How far the programme reaches: its strength averaged over all sides.</summary>
    private double Reach(CorridorModel model) => model.Posts.SelectMany(p => p.Sides).Average(s => Operations.Max(o => InForceLevels.Of(s, Name, o)));
}
