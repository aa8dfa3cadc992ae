using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Live;

/// <summary>What is said of the dashboard's twin.</summary>
internal static class LiveTexts
{
    /// <summary>Another process has the file.</summary>
    public static Bilingual InUse(string path) => new(
        $"Otro proceso está escribiendo {path} (quizá 'corridor twin ingest'): aquí solo se lee, con unos segundos de retraso, y no se reciben eventos.",
        $"Another process is writing {path} (perhaps 'corridor twin ingest'): it is only read here, some seconds late, and no events are taken.");

    /// <summary>The disk did not take it.</summary>
    public static Bilingual WriteFailed { get; } = new(
        "El archivo del gemelo no se pudo escribir; lo confirmado hasta ahora queda. Envíe lo mismo otra vez.",
        "The twin's file could not be written; what was acknowledged so far stays. Send the same again.");

    /// <summary>No reason known.</summary>
    public static Bilingual Unusable { get; } = new("El archivo del gemelo no se puede usar.", "The twin's file cannot be used.");
}
