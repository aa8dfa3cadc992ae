using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>Texts of the comparison.</summary>
public static class CompareTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Comparar", "Compare");

    /// <summary>Heading where there is nothing to compare.</summary>
    public static Bilingual Heading { get; } = new("Comparar escenarios", "Compare scenarios");

    /// <summary>No results.</summary>
    public static Bilingual Empty { get; } = new("Todavía no hay nada que comparar.", "There is nothing to compare yet.");

    /// <summary>What to do then.</summary>
    public static Bilingual EmptyHint { get; } = new("Simule al menos un escenario; los resultados aparecen aquí.", "Run at least one scenario; results appear here.");

    /// <summary>Summary of the form.</summary>
    public static Bilingual Choose { get; } = new("Cambiar qué se compara", "Change what is compared");

    /// <summary>Field.</summary>
    public static Bilingual Run { get; } = new("Simulación", "Run");

    /// <summary>Field.</summary>
    public static Bilingual Reference { get; } = new("Se compara con", "Compared with");

    /// <summary>Field.</summary>
    public static Bilingual Others { get; } = new("Se comparan", "What is compared");

    /// <summary>Button.</summary>
    public static Bilingual Show { get; } = new("Mostrar", "Show");

    /// <summary>Nothing chosen.</summary>
    public static Bilingual NoneChosen { get; } = new("Elija al menos un escenario distinto de aquel con el que se compara.", "Choose at least one scenario other than the one compared with.");

    /// <summary>Provisional.</summary>
    public static Bilingual Provisional { get; } = new("Provisional: la simulación no ha terminado.", "Provisional: the run has not finished.");

    /// <summary>Heading.</summary>
    public static Bilingual Differences { get; } = new("Diferencias", "Differences");

    /// <summary>Heading.</summary>
    public static Bilingual Levels { get; } = new("Niveles", "Levels");

    /// <summary>Heading.</summary>
    public static Bilingual Split { get; } = new("En qué se va el tiempo", "Where the time goes");

    /// <summary>Heading.</summary>
    public static Bilingual Distribution { get; } = new("No todos esperan lo mismo", "Not everyone waits the same");

    /// <summary>Heading.</summary>
    public static Bilingual Winners { get; } = new("Quién gana y quién pierde", "Who gains and who loses");

    /// <summary>Heading.</summary>
    public static Bilingual Guards { get; } = new("Lo que hay que ver junto a la ganancia", "What must be read beside the gain");

    /// <summary>Heading.</summary>
    public static Bilingual Capacity { get; } = new("Cuánto depende de la capacidad supuesta", "How much hangs on the assumed capacity");

    /// <summary>Explanation.</summary>
    public static Bilingual CapacityHint { get; } = new(
        "El cambio del tiempo medio, en %, si cada hora de personal rinde 2 % menos y 2 % más, en ambos lados de la comparación.",
        "The change of the mean time, in %, if every staffed hour does 2 % less and 2 % more work, on both sides of the comparison.");

    /// <summary>Heading.</summary>
    public static Bilingual Notes { get; } = new("Lo que conviene saber", "What to know");

    /// <summary>Column.</summary>
    public static Bilingual Scenario { get; } = new("Escenario", "Scenario");

    /// <summary>Column.</summary>
    public static Bilingual Mean { get; } = new("Media, h", "Mean, h");

    /// <summary>Column.</summary>
    public static Bilingual Median { get; } = new("Mediana, h", "Median, h");

    /// <summary>Column.</summary>
    public static Bilingual P95 { get; } = new("Percentil 95, h", "95th percentile, h");

    /// <summary>Column.</summary>
    public static Bilingual Cost { get; } = new("USD por cruce", "USD per crossing");

    /// <summary>Column.</summary>
    public static Bilingual Co2 { get; } = new("tCO2 al año", "tCO2 a year");

    /// <summary>Column.</summary>
    public static Bilingual Percent { get; } = new("Media, %", "Mean, %");

    /// <summary>Column.</summary>
    public static Bilingual Less { get; } = new("Con 2 % menos", "With 2 % less");

    /// <summary>Column.</summary>
    public static Bilingual AsAssumed { get; } = new("Como se supone", "As assumed");

    /// <summary>Column.</summary>
    public static Bilingual More { get; } = new("Con 2 % más", "With 2 % more");

    /// <summary>Column.</summary>
    public static Bilingual Group { get; } = new("Grupo", "Group");

    /// <summary>Caption.</summary>
    public static Bilingual GroupsCaption { get; } = new(
        "Cambio del tiempo medio, h. En color, lo que se distingue del azar.",
        "Change of the mean time, h. In colour, what can be told from chance.");

    /// <summary>Summary.</summary>
    public static Bilingual Strata { get; } = new("Todos los grupos que cambian, uno por uno", "Every group that changes, one by one");

    /// <summary>Caption.</summary>
    public static Bilingual StrataHint { get; } = new(
        "Puesto, lado, operación y carga que cambian seis minutos o más, comprobados todos a la vez (Bonferroni).",
        "Post, side, operation and cargo that change by six minutes or more, all tested together (Bonferroni).");

    /// <summary>Column.</summary>
    public static Bilingual Guard { get; } = new("Salvaguarda", "Guard");
}
