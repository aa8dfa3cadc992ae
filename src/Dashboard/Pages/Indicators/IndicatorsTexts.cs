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

    /// <summary>Heading of the page of years.</summary>
    public static Bilingual YearsHeading { get; } = new("Indicadores de la estrategia: 2024, 2027, 2030", "Indicators of the strategy: 2024, 2027, 2030");

    /// <summary>What that page shows.</summary>
    public static Bilingual YearsLead { get; } = new(
        "La tabla 2 por puesto, país, sentido y operación en la línea base, la evaluación intermedia y la final, con la implementación y sin ella.",
        "Table 2 by post, country, direction and operation at baseline, midterm and final evaluation, with the rollout and without.");

    /// <summary>Leads to the other page.</summary>
    public static Bilingual OfOneRun { get; } = new("Los de una simulación, casilla por casilla", "Those of one run, cell by cell");

    /// <summary>Leads to the page of years.</summary>
    public static Bilingual InTheYears { get; } = new("En 2024, 2027 y 2030, con la implementación", "In 2024, 2027 and 2030, with the rollout");

    /// <summary>Part.</summary>
    public static Bilingual WholeCorridor { get; } = new("Todo el corredor", "The whole corridor");

    /// <summary>Part.</summary>
    public static Bilingual ByPost { get; } = new("Por puesto, país y operación", "By post, country and operation");

    /// <summary>Column.</summary>
    public static Bilingual Indicator { get; } = new("Indicador", "Indicator");

    /// <summary>Column.</summary>
    public static Bilingual ByStrategy { get; } = new("por la estrategia", "by the strategy");

    /// <summary>Column.</summary>
    public static Bilingual MedianAndP90 { get; } = new("mediana · P90 (no oficiales)", "median · P90 (not official)");

    /// <summary>Part.</summary>
    public static Bilingual Way { get; } = new("Por todo el corredor", "Through the whole corridor");

    /// <summary>What it shows.</summary>
    public static Bilingual WayHint { get; } = new(
        "Un camión cargado que cruza los cinco puestos. El costo es el del tiempo (transportista, motor en espera, carga) y las tasas; el de conducir no está en el modelo.",
        "A loaded truck that crosses all five posts. Cost is that of time (carrier, idling engine, cargo) and fees; that of driving is not in the model.");

    /// <summary>Part.</summary>
    public static Bilingual Carec { get; } = new("Columnas TFI1 a TFI4 de CAREC", "CAREC columns TFI1 to TFI4");

    /// <summary>Part.</summary>
    public static Bilingual Table1 { get; } = new("Tabla 1: indicadores de resultado", "Table 1: outcome indicators");

    /// <summary>What they are.</summary>
    public static Bilingual Table1Hint { get; } = new("Lo que supone la implementación, no un resultado de la simulación.", "What the rollout assumes, not a result of the simulation.");

    /// <summary>No number.</summary>
    public static Bilingual NoQuantity { get; } = new("sin cantidad", "no quantity");

    /// <summary>Part.</summary>
    public static Bilingual Perception { get; } = new("Lo que mueve el índice de percepción", "What drives the perception index");

    /// <summary>What it is.</summary>
    public static Bilingual PerceptionHint { get; } = new(
        "El índice es una encuesta de pasajeros y turistas; aquí solo cambian sus motores simulables. Con coeficientes de una encuesta, «corridor indicators --survey» da su cambio.",
        "The index is a survey of passengers and tourists; only its simulable drivers change here. With coefficients from a survey, 'corridor indicators --survey' gives its change.");

    /// <summary>Column.</summary>
    public static Bilingual Dimension { get; } = new("Dimensión", "Dimension");

    /// <summary>Column.</summary>
    public static Bilingual Driver { get; } = new("Lo simulado", "What is simulated");

    /// <summary>No mechanism.</summary>
    public static Bilingual NoDriver { get; } = new("ninguno: no hay mecanismo", "none: there is no mechanism");
}
