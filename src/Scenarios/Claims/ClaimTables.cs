using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios.Claims;

/// <summary>Checked claims in words and as tables of figures.</summary>
public static class ClaimTables
{
    /// <summary>What must be known of all of them.</summary>
    public static Bilingual Rule { get; } = new(
        "Un veredicto dice lo que da el modelo con sus supuestos, no lo que ocurrió: un efecto modelado no es un efecto medido.",
        "A verdict says what the model gives under its assumptions, not what happened: a modelled effect is not a measured one.");

    /// <summary>On what evidence the effects of the measures in force in the last year of a plan rest: a verdict is worth no more than they are.</summary>
    public static Bilingual Evidence(RolloutPlan plan, int year)
    {
        MeasureParameter[] sizes =
        [
            .. plan.Rollout.Lines.Where(l => l.Use is not null && plan.Count(l.Name, year) > 0).Select(l => l.Use!.Measure).Distinct().SelectMany(m => MeasureCatalog.Find(m)!.Parameters).Where(p => p.Kind != ParameterKind.Flag),
        ];
        int Of(EvidenceGrade grade) => sizes.Count(p => p.Grade == grade);
        return new(
            $"De los {sizes.Length} parámetros de las medidas en vigor en {year}, {Of(EvidenceGrade.Measured)} se midieron en alguna parte, {Of(EvidenceGrade.ExAnteClaim)} se prometieron de antemano y {Of(EvidenceGrade.Assumption)} son supuestos de este proyecto: que el modelo dé una cifra no la prueba.",
            $"Of the {sizes.Length} parameters of the measures in force in {year}, {Of(EvidenceGrade.Measured)} were measured somewhere, {Of(EvidenceGrade.ExAnteClaim)} were promised in advance and {Of(EvidenceGrade.Assumption)} are assumptions of this project: that the model gives a figure does not prove it.");
    }

    /// <summary>A verdict in words.</summary>
    public static Bilingual Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => new("el modelo da eso o más", "the model gives that or more"),
        ClaimVerdict.DoesNotHold => new("el modelo da menos", "the model gives less"),
        ClaimVerdict.CannotTell => new("no se distingue con las réplicas hechas", "cannot be told with the runs made"),
        _ => new("no se responde con esta herramienta", "not by this tool"),
    };

    /// <summary>What is claimed, for readers.</summary>
    public static string Claimed(Claim claim, Tongue tongue) => double.IsNaN(claim.Value) ? Figures.None
        : claim.Kind == ClaimKind.Saving ? Money(claim.Value, tongue) : (claim.Value > 0 ? "+" : "") + tongue.Figures.Rounded(claim.Value, 0) + " %";

    /// <summary>What the model gives beside it, for readers; nothing where it has no mechanism.</summary>
    public static string Given(ClaimCheck check, Tongue tongue) => check.Verdict == ClaimVerdict.NotByThisTool ? Figures.None
        : check.Claim.Kind == ClaimKind.Saving ? Money(check.Figures[0].Value.Mean, tongue) : tongue.Figures.Percent(check.Figures[0].Value);

    /// <summary>Money in millions.</summary>
    public static string Money(double usd, Tongue tongue) => $"US${tongue.Figures.Rounded(usd / 1e6, 0)} M";

    /// <summary>What is claimed, as a number with its unit; empty where it is none.</summary>
    public static string Unit(ClaimKind kind) => kind switch { ClaimKind.Saving => "USD", ClaimKind.Outside => "", _ => "%" };

    /// <summary>The claims, the model's figures beside them, and what would have to be true.</summary>
    public static IReadOnlyList<FigureTable> Tables(IReadOnlyList<ClaimCheck> checks) =>
    [
        new("claims", new("Afirmaciones", "Claims"), new("Afirmaciones públicas junto a lo que da el modelo", "Public claims beside what the model gives"),
            [
                new("id", new("Id", "Id")), new("said", new("Se dijo", "It was said")), new("claimed", new("Cifra", "Figure")), new("unit", new("Unidad", "Unit")), new("model", new("El modelo", "The model")), new("model_low", new("desde (95 %)", "from (95 %)")),
                new("model_high", new("hasta (95 %)", "to (95 %)")), new("verdict", new("Veredicto", "Verdict")), new("verdict_text", new("En palabras", "In words")), new("source", new("Fuente", "Source")), new("note", new("Nota", "Note")),
            ],
            [.. checks.Select(c => (IReadOnlyList<object?>)[c.Claim.Id, c.Claim.Said, c.Claim.Value, Unit(c.Claim.Kind), .. Model(c), Names.Key(c.Verdict), Of(c.Verdict), c.Claim.Source, c.Claim.Note])]),
        new("claim_figures", new("Cifras", "Figures"), new("Lo que da el modelo", "What the model gives"),
            [new("id", new("Id", "Id")), new("name", new("Cifra", "Figure")), new("value", new("Valor", "Value")), new("low", new("desde (95 %)", "from (95 %)")), new("high", new("hasta (95 %)", "to (95 %)")), new("unit", new("Unidad", "Unit"))],
            [.. checks.SelectMany(c => c.Figures, (c, f) => (IReadOnlyList<object?>)[c.Claim.Id, f.Name, f.Value.Mean, f.Value.Low, f.Value.High, f.Unit])]),
        new("claim_needs", new("Qué haría falta", "What it would take"), new("Lo que tendría que ser verdad", "What would have to be true"),
            [new("id", new("Id", "Id")), new("need", new("Tendría que ser verdad que", "It would have to be true that"))],
            [.. checks.SelectMany(c => c.Needs, (c, n) => (IReadOnlyList<object?>)[c.Claim.Id, n])]),
    ];

    // What kinds without a mechanism compare with is no answer to them.
    private static object?[] Model(ClaimCheck check) => check.Verdict == ClaimVerdict.NotByThisTool ? [null, null, null] : [check.Figures[0].Value.Mean, check.Figures[0].Value.Low, check.Figures[0].Value.High];
}
