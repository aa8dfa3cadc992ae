using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Evidence;

/// <summary>Texts of the briefing.</summary>
internal static class EvidenceTexts
{
    public static Bilingual Link { get; } = new("Evidencia", "Evidence");
    public static Bilingual NotRunHint { get; } = new(
        "Se simulan 2024, 2027 y 2030 con la estrategia y sin ella, y el efecto de 2027 se reparte entre grupos de medidas. Lo ya simulado no se repite: con las réplicas guardadas el informe se rehace en segundos.",
        "2024, 2027 and 2030 are simulated with the strategy and without, and the effect of 2027 is divided among groups of measures. What has been simulated is not run again: from stored replications the briefing is rebuilt in seconds.");
    public static Bilingual Make { get; } = new("Hacer el informe", "Make the briefing");
    public static Bilingual Apart { get; } = new("Observado, modelado, sin explicar", "Observed, modelled, unexplained");
    public static Bilingual ApartHint { get; } = new(
        "Ningún estudio está cargado: solo se muestra lo modelado. «corridor evidence --observed estudios.csv» pone al lado lo que hallaron los estudios y lo que nadie explica.",
        "No study is loaded: only what is modelled is shown. 'corridor evidence --observed studies.csv' puts beside it what studies found, and what nobody explains.");
    public static Bilingual Group { get; } = new("Grupo de medidas", "Group of measures");
    public static Bilingual Share { get; } = new("aporte, h", "share, h");
    public static Bilingual Alone { get; } = new("por sí solo, h", "alone, h");
    public static Bilingual LastIn { get; } = new("si solo él falta, h", "if only it is missing, h");
    public static Bilingual All { get; } = new("Todas", "All");
    public static Bilingual Questions { get; } = new("Las dieciocho preguntas de la evaluación", "The eighteen evaluation questions");
    public static Bilingual Claims { get; } = new("Afirmaciones públicas", "Public claims");
    public static Bilingual Said { get; } = new("se dijo", "said");
    public static Bilingual Model { get; } = new("el modelo", "the model");
    public static Bilingual Verdict { get; } = new("veredicto", "verdict");
    public static Bilingual WouldHold { get; } = new("Valdría si", "It would hold if");
    public static Bilingual Confidence { get; } = new("Confianza", "Confidence");
    public static Bilingual Change { get; } = new("Nos haría cambiar de opinión", "What would change our mind");
    public static Bilingual FollowUp { get; } = new("Para seguir", "To follow up");
}
