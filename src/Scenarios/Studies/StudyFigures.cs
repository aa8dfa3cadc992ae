using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>What a study says, as tables of unrounded figures.</summary>
public static class StudyFigures
{
    private static readonly FigureColumn[] Place =
    [
        new("post", new("Puesto", "Post")), new("side", new("Lado", "Side")), new("direction", new("Sentido", "Direction")), new("operation", new("Operación", "Operation")),
    ];

    /// <summary>Strata with the sampling interval of their means.</summary>
    public static FigureTable Strata(IReadOnlyList<SurveyedStratum> strata) => new(
        "strata", new("Estratos", "Strata"), new("Lo que el estudio dice de cada estrato, con su intervalo de muestreo (horas)", "What the study says of each stratum, with its sampling interval (hours)"),
        [
            .. Place, new("measure", new("Medida", "Measure")), new("came", new("Llegaron", "Came"), "0"), new("timed", new("Cronometrados", "Timed"), "0"), new("censored", new("Sin salir", "Still inside"), "0"),
            .. FigureColumn.WithInterval("mean", new("Media de los que salieron", "Mean of those that left")), new("kaplan_meier", new("Media con los que siguen dentro (Kaplan–Meier)", "Mean with those still inside (Kaplan–Meier)")),
            new("median", new("Mediana", "Median")), new("p90", Bilingual.Same("P90")),
        ],
        [.. strata.Select(s => (IReadOnlyList<object?>)[
            s.Stratum.Post, s.Stratum.Side, s.Stratum.Direction.ToString(), Names.Key(s.Stratum.Operation), NameOf(s.Measure), s.Came, s.Timed, s.Censored,
            .. FigureColumn.Cells(s.Mean), s.KaplanMeier.Mean, s.Median, s.P90])]);

    /// <summary>The strategy's indicators from the study's rows.</summary>
    public static FigureTable Indicators(IReadOnlyList<StudyIndicator> indicators, ClearanceMeasure measure) => new(
        $"indicators_{NameOf(measure).ToLowerInvariant()}", new($"Indicadores {NameOf(measure)}", $"Indicators {NameOf(measure)}"),
        new($"Indicadores oficiales (tabla 2) por {NameOf(measure)}: suma de tiempos entre número de operaciones, vacíos incluidos", $"Official indicators (Table 2) by {NameOf(measure)}: sum of times over number of operations, empties included"),
        [
            new("indicator", new("Indicador", "Indicator")), new("name", new("Nombre", "Name")), new("post", new("Puesto", "Post")), new("side", new("Lado", "Side")),
            new("operations", new("Operaciones", "Operations"), "0"), new("seconds", new("Suma de tiempos, s", "Sum of times, s"), "0"), new("mean", new("Media, h", "Mean, h")), new("censored", new("Sin salir", "Still inside"), "0"), new("kaplan_meier", new("Media con ellos, h", "Mean with them, h")),
        ],
        [.. indicators.Select(i => (IReadOnlyList<object?>)[
            i.Row.Id, i.Row.Name, i.Row.Post?.Id, i.Row.Country, i.Operations, i.Total.TotalSeconds, i.Mean?.TotalHours ?? double.NaN, i.Censored, i.KaplanMeier])]);

    /// <summary>Rejected rows.</summary>
    public static FigureTable Rejected(IReadOnlyList<RejectedRow> rejected) => new(
        "rejected", new("Rechazadas", "Rejected"), new("Filas que no se usan, con su razón", "Rows that are not used, with the reason"),
        [new("line", new("Línea", "Line"), "0"), new("field", new("Columna", "Column")), new("value", new("Valor", "Value")), new("kind", new("Clase", "Kind")), new("reason", new("Razón", "Reason"))],
        [.. rejected.Select(r => (IReadOnlyList<object?>)[r.Line, r.Field, r.Given, Names.Key(r.Kind), r.Reason])]);

    /// <summary>How the methods name a clearance time.</summary>
    public static string NameOf(ClearanceMeasure measure) => measure switch { ClearanceMeasure.Side => "M_side", ClearanceMeasure.Gate => "M_gate", _ => "M_release" };

    /// <summary>Rejected rows by kind, in words: <c>3 duplicate, 1 date</c>.</summary>
    public static Bilingual Counted(IReadOnlyList<RejectedRow> rejected)
    {
        (RejectKind Kind, int Count)[] kinds = [.. rejected.GroupBy(r => r.Kind).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)];
        return new(string.Join(", ", kinds.Select(k => $"{k.Count} {WordOf(k.Kind).Es}")), string.Join(", ", kinds.Select(k => $"{k.Count} {WordOf(k.Kind).En}")));
    }

    /// <summary>A kind of rejection in words.</summary>
    public static Bilingual WordOf(RejectKind kind) => kind switch
    {
        RejectKind.Shape => new("con celdas de más o de menos", "with too few or too many cells"),
        RejectKind.Unknown => new("con palabras desconocidas", "with unknown words"),
        RejectKind.Missing => new("sin un dato necesario", "without something needed"),
        RejectKind.Date => new("con fechas que no lo son", "with dates that are none"),
        RejectKind.Future => new("en el futuro", "in the future"),
        RejectKind.Order => new("con tiempos al revés", "with times out of order"),
        RejectKind.TooLong => new("demasiado largas", "too long"),
        RejectKind.Duplicate => new("repetidas", "repeated"),
        RejectKind.Teleport => new("más rápidas que la carretera", "faster than the road"),
        RejectKind.Formula => new("con fórmulas o errores", "with formulas or errors"),
        RejectKind.Number => new("con números que no lo son", "with numbers that are none"),
        _ => new("en otra codificación", "in another encoding"),
    };
}
