using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Runs;

/// <summary>Heads of the table of changes.</summary>
public static class ChangesTexts
{
    /// <summary>What the table is.</summary>
    public static Bilingual Caption { get; } = new(
        "Cambio frente a la línea base, con los mismos camiones; ± mitad del intervalo del 95 %.",
        "Change against the baseline, with the same trucks; ± half of the 95 % interval.");

    /// <summary>Column.</summary>
    public static Bilingual Scenario { get; } = new("Escenario", "Scenario");

    /// <summary>Column.</summary>
    public static Bilingual Mean { get; } = new("Tiempo medio, h", "Mean time, h");

    /// <summary>Column.</summary>
    public static Bilingual Change { get; } = new("Cambio, h", "Change, h");

    /// <summary>Column.</summary>
    public static Bilingual Percent { get; } = new("Cambio, %", "Change, %");

    /// <summary>Column.</summary>
    public static Bilingual Cost { get; } = new("USD por cruce", "USD per crossing");
}
