using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>Texts of the strategy's table of indicators.</summary>
public static class IndicatorsTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Indicadores", "Indicators");

    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("Indicadores de la estrategia, cuadro 2", "Indicators of the strategy, Table 2");

    /// <summary>What they are.</summary>
    public static Bilingual Lead { get; } = new(
        "Tiempo medio por puesto, país y operación: suma de los tiempos entre suma de las operaciones, vacíos incluidos. Cada cifra abre su distribución, definición y fuente.",
        "Mean time by post, country and operation: sum of times over sum of operations, empties included. Every figure opens its distribution, definition and source.");

    /// <summary>No results.</summary>
    public static Bilingual Empty { get; } = new("Todavía no hay indicadores que mostrar.", "There are no indicators to show yet.");

    /// <summary>What to do then.</summary>
    public static Bilingual EmptyHint { get; } = new("Simule la línea base o un escenario; los indicadores aparecen aquí.", "Run the baseline or a scenario; the indicators appear here.");

    /// <summary>Label of what is shown.</summary>
    public static Bilingual Of { get; } = new("Indicadores de", "Indicators of");

    /// <summary>The headline indicator.</summary>
    public static Bilingual Headline { get; } = new("Tiempo medio en los puestos del Corredor Pacífico (I1)", "Mean time at the posts of the Pacific Corridor (I1)");

    /// <summary>Column.</summary>
    public static Bilingual Post { get; } = new("Puesto y país", "Post and country");

    /// <summary>Heading of the panel.</summary>
    public static Bilingual Definition { get; } = new("Definición", "Definition");

    /// <summary>Part of the panel.</summary>
    public static Bilingual Count { get; } = new("Operaciones", "Operations");

    /// <summary>Part of the panel.</summary>
    public static Bilingual Mean { get; } = new("Media", "Mean");

    /// <summary>Part of the panel.</summary>
    public static Bilingual Quantiles { get; } = new("Mediana y percentil 95", "Median and 95th percentile");

    /// <summary>Part of the panel.</summary>
    public static Bilingual OtherClocks { get; } = new("Con otros relojes", "By other clocks");

    /// <summary>Part of the panel.</summary>
    public static Bilingual Published { get; } = new("Cifra publicada o supuesta", "Published or assumed figure");

    /// <summary>No target.</summary>
    public static Bilingual NothingPublished { get; } = new("No hay ninguna para esta casilla.", "There is none for this cell.");

    /// <summary>Part of the panel.</summary>
    public static Bilingual Source { get; } = new("Fuente", "Source");

    /// <summary>What it is.</summary>
    public static Bilingual Simulated { get; } = new("Simulado", "Simulated");

    /// <summary>Button.</summary>
    public static Bilingual Show { get; } = new("Mostrar", "Show");

    /// <summary>How wide intervals are told.</summary>
    public static Bilingual Hours { get; } = new("Horas; ± mitad del intervalo del 95 %.", "Hours; ± half of the 95 % interval.");

    /// <summary>A note on the printed table.</summary>
    public static Bilingual AsPrinted { get; } = new(
        "El cuadro 2 imprime, para la exportación, la suma de tiempos de importación entre operaciones de exportación; es una errata y aquí se calcula con los de exportación.",
        "For exports, Table 2 prints the sum of import times over export operations; this is a misprint, and export times are used here.");
}
