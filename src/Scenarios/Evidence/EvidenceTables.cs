using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>The briefing in words and as tables of figures.</summary>
public static class EvidenceTables
{
    /// <summary>Title of the briefing.</summary>
    public static Bilingual Title { get; } = new("Informe semestral de evidencia", "Half-yearly evidence briefing");

    /// <summary>How it must be read.</summary>
    public static Bilingual Rule { get; } = new(
        "Lo observado, lo modelado y lo que ninguno explica están aparte. La simulación muestra lo que haría un mecanismo con estos insumos; solo un estudio de tiempos muestra lo que ocurrió.",
        "What was observed, what is modelled and what neither explains stand apart. Simulation shows what a mechanism would do given these inputs; only a Time Release Study shows what happened.");

    /// <summary>Where there is nothing observed.</summary>
    public static Bilingual NothingObserved { get; } = new(
        "Sin estudios: no hay cambio observado. Cárguelos con --observed (CSV: year,cell,mean_h,half_width_h,n,source).",
        "No studies: there is no observed change. Load them with --observed (CSV: year,cell,mean_h,half_width_h,n,source).");

    /// <summary>How far a question is answered, in words.</summary>
    public static Bilingual Of(Standing standing) => standing switch
    {
        Standing.Answered => new("respondida", "answered"),
        Standing.Partly => new("en parte", "partly answered"),
        _ => new("no con esta herramienta", "not by this tool"),
    };

    /// <summary>Confidence in words, with its reason.</summary>
    public static Bilingual Of(Confidence confidence) => confidence switch
    {
        Confidence.Moderate => new("moderada: el modelo usa cifras propias o concuerda con lo observado", "moderate: the model uses own figures or agrees with what was observed"),
        Confidence.Low => new("baja: efecto modelado sobre cifras ilustrativas", "low: a modelled effect on illustrative figures"),
        _ => new("ninguna que dar", "none to give"),
    };

    /// <summary>Questions, effects, the effect divided, and what was observed.</summary>
    public static IReadOnlyList<FigureTable> Tables(EvidencePack pack) =>
    [
        new("questions", new("Preguntas", "Questions"), new("Las dieciocho preguntas de evaluación", "The eighteen evaluation questions"),
            [
                new("id", Bilingual.Same("Id")), new("question", new("Pregunta", "Question")), new("standing", new("Estado", "Standing")), new("answer", new("Respuesta", "Answer")), new("confidence", new("Confianza", "Confidence")),
                new("would_change", new("Qué nos haría cambiar de opinión", "What would change our mind")), new("links", new("Para seguir", "To follow up")),
            ],
            [.. pack.Answers.Select(a => (IReadOnlyList<object?>)[a.Id, a.Question, Names.Key(a.Standing), a.Answer, Names.Key(a.Confidence), a.WouldChange, string.Join("; ", a.Links.Select(l => l.Command))])]),
        new("effects", new("Efectos", "Effects"), new("Efectos modelados en que se apoya cada respuesta", "Modelled effects each answer rests on"),
            [new("id", Bilingual.Same("Id")), new("effect", new("Efecto", "Effect")), .. FigureColumn.WithInterval("value", new("Valor", "Value")), new("unit", new("Unidad", "Unit"))],
            [.. pack.Answers.SelectMany(a => a.Effects, (a, e) => (IReadOnlyList<object?>)[a.Id, e.Name, .. FigureColumn.Cells(e.Value), e.Unit])]),
        new("shares", new("Reparto", "Shares"), new($"Ahorro de {pack.To} por grupos de medidas, horas (semanas ordinarias)", $"Saving of {pack.To} by groups of measures, hours (ordinary weeks)"),
            [new("group", new("Grupo", "Group")), new("measures", new("Medidas", "Measures")), .. FigureColumn.WithInterval("share", new("Aporte", "Share")), .. FigureColumn.WithInterval("alone", new("Por sí solo", "Alone")), .. FigureColumn.WithInterval("last_in", new("Si solo él falta", "If only it is missing"))],
            [.. (pack.Shares?.Shares ?? []).Select(s => (IReadOnlyList<object?>)[s.Contributor.Title, string.Join(", ", s.Contributor.Uses.Select(u => u.Measure).Distinct()), .. FigureColumn.Cells(s.Share), .. FigureColumn.Cells(s.Alone), .. FigureColumn.Cells(s.LastIn)])]),
        new("observed", new("Observado", "Observed"), new("Cambio observado, modelado y sin explicar, horas", "Change observed, modelled and unexplained, hours"),
            [new("cell", new("Casilla", "Cell")), new("from", new("De", "From")), new("to", new("A", "To")), .. FigureColumn.WithInterval("observed", new("Observado", "Observed")), .. FigureColumn.WithInterval("modelled", new("Modelado", "Modelled")), .. FigureColumn.WithInterval("unexplained", new("Sin explicar", "Unexplained"))],
            [.. pack.Observed.Select(o => (IReadOnlyList<object?>)[o.Cell, o.From, o.To, .. FigureColumn.Cells(o.Observed), .. FigureColumn.Cells(o.Modelled), .. FigureColumn.Cells(o.Unexplained)])]),
    ];
}
