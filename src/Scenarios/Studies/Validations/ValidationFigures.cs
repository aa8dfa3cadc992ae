using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Workbooks;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Validations;

/// <summary>A validation as tables of unrounded figures.</summary>
public static class ValidationFigures
{
    private static readonly FigureColumn[] Place =
    [
        new("post", new("Puesto", "Post")), new("side", new("Lado", "Side")), new("direction", new("Sentido", "Direction")), new("operation", new("Operación", "Operation")),
    ];

    /// <summary>All tables; the verdicts first.</summary>
    public static IReadOnlyList<FigureTable> Tables(StudyValidation v) => [Verdicts(v), Quantiles(v), Bands(v), Flows(v), Theil(v), Drift(v), StudyFigures.Rejected(v.Study.Rejected)];

    /// <summary>The verdicts.</summary>
    public static FigureTable Verdicts(StudyValidation v) => new(
        "verdicts", new("Veredictos", "Verdicts"), new("Simulado frente a observado por estrato (horas)", "Simulated against observed by stratum (hours)"),
        [
            .. Place, new("whole", new("El puesto en conjunto", "The post as a whole")), new("measure", new("Medida", "Measure")), new("trucks", new("Camiones", "Trucks"), "0"), new("censored", new("Sin salir", "Still inside"), "0"), new("observed", new("Media observada", "Observed mean")),
            .. FigureColumn.WithInterval("simulated", new("Media simulada", "Simulated mean")), new("difference", new("Diferencia", "Difference")),
            new("difference_low", new("desde (confianza del 90 %)", "from (90 % confidence)")), new("difference_high", new("hasta (confianza del 90 %)", "to (90 % confidence)")), new("margin", new("Margen", "Margin")), new("equivalence_p", new("p de equivalencia", "p of equivalence"), "0.0000"),
            new("ks_d", Bilingual.Same("KS D"), "0.000"), new("ks_p", Bilingual.Same("KS p"), "0.0000"), new("in_50", new("Dentro de la banda del 50 %", "Within the 50 % band"), "0%"), new("in_90", new("Dentro de la banda del 90 %", "Within the 90 % band"), "0%"),
            new("verdict", new("Veredicto", "Verdict")), new("reason", new("Razón", "Reason")),
        ],
        [.. v.Rows.Select(r => (IReadOnlyList<object?>)[
            .. Where(r), r.IsWhole, StudyFigures.NameOf(r.Measure), r.Trucks, r.Censored, r.Observed, .. FigureColumn.Cells(r.Simulated), r.Equivalence?.Difference, r.Equivalence?.Interval.Low, r.Equivalence?.Interval.High, r.Equivalence?.Margin, r.Equivalence?.P,
            r.Distance?.Distance, r.Distance?.P, r.Half?.Share, r.Ninety?.Share, Names.Key(r.Verdict), r.Reason])]);

    /// <summary>Quantiles of both.</summary>
    public static FigureTable Quantiles(StudyValidation v) => new(
        "quantiles", new("Cuantiles", "Quantiles"), new("Cuantiles observados y simulados (horas)", "Observed and simulated quantiles (hours)"),
        [.. Place, new("share", new("Proporción", "Share"), "0%"), new("observed", new("Observado", "Observed")), new("simulated", new("Simulado", "Simulated"))],
        [.. v.Rows.SelectMany(r => r.Quantiles.Select(q => (IReadOnlyList<object?>)[.. Where(r), q.Share, q.Observed, q.Simulated]))]);

    /// <summary>Coverage of the bands.</summary>
    public static FigureTable Bands(StudyValidation v) => new(
        "bands", new("Bandas", "Bands"), new("Cuántos de los observados caen en las bandas simuladas", "How many of the observed fall into the simulated bands"),
        [.. Place, new("level", new("Banda", "Band"), "0%"), new("low", new("desde, h", "from, h")), new("high", new("hasta, h", "to, h")), new("inside", new("Dentro", "Inside"), "0"), new("trucks", new("Camiones", "Trucks"), "0"), new("share", new("Proporción", "Share"), "0%")],
        [.. v.Rows.SelectMany(r => new[] { r.Half, r.Ninety }.Where(b => b is not null).Select(b => (IReadOnlyList<object?>)[.. Where(r), b!.Value.Level, b.Value.Low, b.Value.High, b.Value.Inside, b.Value.Count, b.Value.Share]))]);

    /// <summary>Hourly flows.</summary>
    public static FigureTable Flows(StudyValidation v) => new(
        "flows", new("Flujos", "Flows"), new("Flujos por hora: GEH", "Hourly flows: GEH"),
        [.. Place[..3], new("hours", new("Horas", "Hours"), "0"), new("counted", new("Contados por hora", "Counted an hour")), new("simulated", new("Simulados por hora", "Simulated an hour")), new("geh_below_5", new("Horas con GEH < 5", "Hours with GEH < 5"), "0%"), new("largest_geh", new("GEH mayor", "Largest GEH")), new("verdict", new("Veredicto", "Verdict"))],
        [.. v.Flows.Select(f => (IReadOnlyList<object?>)[f.Post, f.Side, f.Direction.ToString(), f.Hours, f.Counted, f.Simulated, f.ShareBelow5, f.Largest, Names.Key(f.Verdict)])]);

    /// <summary>Theil's split.</summary>
    public static FigureTable Theil(StudyValidation v) => new(
        "theil", Bilingual.Same("Theil"), new("Descomposición de Theil del error de las medias", "Theil's split of the error of the means"),
        [new("post", new("Puesto", "Post")), new("strata", new("Estratos", "Strata"), "0"), new("u1", Bilingual.Same("U1"), "0.000"), new("bias", new("Sesgo", "Bias"), "0%"), new("variance", new("Varianza", "Variance"), "0%"), new("covariance", new("Covarianza", "Covariance"), "0%"), new("mape", Bilingual.Same("MAPE %"))],
        [.. v.Theil.Select(t => (IReadOnlyList<object?>)[t.Post, t.Strata, t.Split.U1, t.Split.Bias, t.Split.Variance, t.Split.Covariance, t.Split.MeanAbsolutePercent])]);

    /// <summary>Cumulative sums by day.</summary>
    public static FigureTable Drift(StudyValidation v) => new(
        "drift", new("Deriva", "Drift"), new("Sumas acumuladas de lo que los días se apartan del modelo, en desviaciones típicas", "Cumulative sums of how far the days are from the model, in standard deviations"),
        [new("post", new("Puesto", "Post")), new("day", new("Día", "Day")), new("trucks", new("Camiones", "Trucks"), "0"), new("deviation", new("Desviación", "Deviation")), new("up", new("Suma de más", "Sum above")), new("down", new("Suma de menos", "Sum below")), new("bound", new("Alarma desde", "Alarm from")), new("alarm", new("Alarma", "Alarm"))],
        [.. v.Drifts.SelectMany(d => d.Days.Select((day, i) => (IReadOnlyList<object?>)[d.Post, day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.Trucks, day.Deviation, d.Path.Up[i], d.Path.Down[i], d.Bound, d.Path.Alarm == i]))]);

    /// <summary>A verdict in a word.</summary>
    public static Bilingual WordOf(StudyVerdict verdict) => verdict switch
    {
        StudyVerdict.Inside => new("dentro", "inside"),
        StudyVerdict.Doubtful => new("dudoso", "doubtful"),
        _ => new("FUERA", "OUTSIDE"),
    };

    private static object?[] Where(ValidationRow r) => [r.Post, r.Side, r.Direction is { } d ? d.ToString() : null, r.Operation is { } o ? Names.Key<Operation>(o) : null];
}
