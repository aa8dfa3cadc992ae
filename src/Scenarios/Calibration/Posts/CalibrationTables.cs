using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>A calibration as tables of unrounded figures.</summary>
public static class CalibrationTables
{
    /// <summary>The figures first, then the judgement, then what cannot be told apart.</summary>
    public static IReadOnlyList<FigureTable> Of(IReadOnlyList<PostCalibration> posts) => [Figures(posts), Judged(posts), Correlations(posts)];

    /// <summary>A finding in words.</summary>
    public static Bilingual WordOf(Finding finding) => finding switch
    {
        Finding.Measured => new("medida", "measured"),
        Finding.Calibrated => new("calibrada", "calibrated"),
        Finding.Tied => new("atada al personal", "tied to staff"),
        Finding.Agrees => new("concuerda", "agrees"),
        Finding.TooFew => new("pocos datos", "too few"),
        Finding.RuledOut => new("no identificada, la anterior descartada", "not identified, old ruled out"),
        _ => new("no identificada", "not identified"),
    };

    private static FigureTable Figures(IReadOnlyList<PostCalibration> posts) => new(
        "figures", new("Cifras", "Figures"), new("Cifras de la línea base antes y después de calibrar", "Figures of the baseline before and after calibration"),
        [
            new("post", new("Puesto", "Post")), new("figure", new("Cifra", "Figure")), new("before", new("Antes", "Before")), new("after", new("Después", "After")), new("old", new("Antes, número", "Before, number")),
            .. FigureColumn.WithInterval("estimate", new("Lo que dice el estudio", "What the study says")), new("unit", new("Unidad", "Unit")), new("sample", Bilingual.Same("N"), "0"), new("finding", new("Hallazgo", "Finding")), new("fit", new("Ajuste", "Fit")),
        ],
        [.. posts.SelectMany(p => p.Figures.Select(f => (IReadOnlyList<object?>)[p.Post, f.Path, f.Before, f.After, f.Old, f.Estimate, f.Low, f.High, f.Unit, f.Count, WordOf(f.Finding), f.Fit]))]);

    private static FigureTable Judged(IReadOnlyList<PostCalibration> posts) => new(
        "held_out", new("Reservados", "Held out"), new("Medias en los días reservados, con cifras ajustadas a los otros días (horas)", "Means on the days held out, with figures fitted to the other days (hours)"),
        [
            new("post", new("Puesto", "Post")), new("direction", new("Sentido", "Direction")), new("role", new("Lado", "Side")), new("operation", new("Operación", "Operation")), new("measure", new("Medida", "Measure")), new("sample", Bilingual.Same("N"), "0"),
            .. FigureColumn.WithInterval("observed", new("Observado", "Observed")), new("before", new("Simulado antes", "Simulated before")), new("after", new("Simulado después", "Simulated after")),
        ],
        [.. posts.SelectMany(p => p.Judged.Select(h => (IReadOnlyList<object?>)[
            p.Post, h.Direction.ToString(), Names.Key(h.Role), Names.Key(h.Operation), StudyFigures.NameOf(h.Measure), h.Observed.Count, .. FigureColumn.Cells(h.Observed), h.Before, h.After]))]);

    private static FigureTable Correlations(IReadOnlyList<PostCalibration> posts) => new(
        "identifiability", new("Identificabilidad", "Identifiability"), new("Correlación de las estimaciones: cerca de ±1, los datos no las distinguen", "Correlation of the estimates: near ±1 the data cannot tell them apart"),
        [
            new("post", new("Puesto", "Post")), new("direction", new("Sentido", "Direction")), new("role", new("Lado", "Side")), new("one", new("Una", "One")), new("other", new("Otra", "Other")), new("correlation", new("Correlación", "Correlation")),
            new("deviation_one", new("Desviación de una", "Deviation of one")), new("deviation_other", new("Desviación de otra", "Deviation of other")),
        ],
        [.. posts.SelectMany(p => p.Identifiability.SelectMany(s => Enumerable.Range(0, s.Told.Names.Count).SelectMany(i => Enumerable.Range(0, i).Select(j => (IReadOnlyList<object?>)[
            p.Post, s.Direction.ToString(), Names.Key(s.Role), s.Told.Names[j], s.Told.Names[i], s.Told.Correlation[i, j], s.Told.Deviations[j], s.Told.Deviations[i]]))))]);
}
