using CorridorTwin.Scenarios;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>Options of commands that read a study.</summary>
internal static class StudySettings
{
    /// <summary>The study.</summary>
    public static PathSetting Data { get; } = new(
        "--data", new("Compara con este estudio de tiempos de despacho (CSV, XLSX, JSON Lines) lo que el modelo da.", "Compares what the model gives with this time release study (CSV, XLSX, JSON Lines)."),
        null, new("ARCHIVO", "FILE"), new("un archivo", "a file"));

    /// <summary>Names of its columns.</summary>
    public static PathSetting Mapping { get; } = new(
        "--mapping", new("Archivo de correspondencias: qué columna tiene qué, qué significan sus palabras.", "Mapping file: which column holds what, what its words mean."),
        new("se reconocen", "recognised"), new("ARCHIVO", "FILE"), new("un archivo YAML", "a YAML file"));

    /// <summary>Proposal.</summary>
    public static PathSetting WriteMapping { get; } = new(
        "--write-mapping", new("Escribe la correspondencia que se propone para el estudio, para cambiarla, y termina.", "Writes the mapping proposed for the study, to be changed, and ends."),
        null, new("ARCHIVO", "FILE"), new("un archivo", "a file"));

    /// <summary>Reading alone.</summary>
    public static SwitchSetting OnlyRead { get; } = new("--only-read", new("Solo lee el estudio: filas usadas y rechazadas, estratos e indicadores; no simula.", "Only reads the study: rows used and rejected, strata and indicators; simulates nothing."));

    /// <summary>Margin.</summary>
    public static NumberSetting Margin { get; } = new("--margin", new("POR_CIENTO", "PERCENT"), new("Diferencia de medias que no importa, en por ciento de la observada (al menos 15 min).", "Difference of means that does not matter, in per cent of the observed one (at least 15 min)."), 1, 100, 20);

    /// <summary>Baseline that carries the verdicts.</summary>
    public static PathSetting Keep { get; } = new(
        "--keep", new("Guarda una copia de la línea base que lleva los veredictos; puede ser el mismo archivo.", "Keeps a copy of the baseline that carries the verdicts; it may be the same file."),
        null, new("ARCHIVO", "FILE"), new("un archivo YAML", "a YAML file"));
}
