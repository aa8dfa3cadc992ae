using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Rollouts;

/// <summary>Texts of the rollout.</summary>
public static class RolloutsTexts
{
    public static Bilingual Link { get; } = new("Implementación", "Rollout");
    public static Bilingual Heading { get; } = new("La estrategia año por año", "The strategy year by year");
    public static Bilingual Lead { get; } = new("Qué lado recibe qué y cuándo, y el tiempo de cruce con la estrategia y sin ella.", "Which side gets what when, and crossing times with the strategy and without.");
    public static Bilingual Wrong { get; } = new("Los archivos tienen errores", "The files have faults");
    public static Bilingual None { get; } = new("No hay ninguna implementación", "There is no rollout");
    public static Bilingual NoneHint { get; } = new(
        "Una implementación es un archivo YAML en la carpeta rollouts, junto a los escenarios; docs/rollout.md explica cómo se escribe.",
        "A rollout is a YAML file in the folder rollouts beside the scenarios; docs/rollout.md explains how it is written.");
    public static Bilingual Rollout { get; } = new("Archivo de implementación", "Rollout file");
    public static Bilingual Reading { get; } = new("Números de la matriz", "Numbers of the matrix");
    public static Bilingual Show { get; } = new("Mostrar", "Show");
    public static Bilingual NotRun { get; } = new("Aún sin simular", "Not simulated yet");
    public static Bilingual NotRunHint { get; } = new(
        "Cada año de 2024 a 2030 se simula con la estrategia y sin ella, con los mismos camiones, en las semanas que lo representan. Lo que se simule se guarda; la línea de comandos usa lo mismo.",
        "Each year from 2024 to 2030 is simulated with the strategy and without, with the same trucks, in the weeks that stand for it. What is simulated is kept; the command line uses the same.");
    public static Bilingual Simulate { get; } = new("Simular los siete años", "Simulate the seven years");
    public static Bilingual Resume { get; } = new("Seguir donde quedó", "Go on where it stopped");
    public static Bilingual Running { get; } = new("Se simulan los siete años", "Simulating the seven years");
    public static Bilingual RunningHint { get; } = new("Puede irse y volver; lo terminado se guarda.", "You may leave and come back; what is finished is kept.");
    public static Bilingual Reload { get; } = new("Ver si ya está", "See whether it is ready");
    public static Bilingual Run { get; } = new("Ver la simulación", "See the run");
    public static Bilingual Years { get; } = new("Con la estrategia y sin ella", "With the strategy and without");
    public static Bilingual YearsHint { get; } = new(
        "Indicador I1: suma de los tiempos de despacho entre el número de operaciones, ambos lados, vacíos incluidos. El caso sin la estrategia tiene lo que ya está o está contratado, y en ambos cede lo que cede: personal adicional, cruces aplazados o desviados.",
        "Indicator I1: sum of clearance times over the number of operations, both sides, empties included. The case without has what stands or is under contract, and in both what gives way gives way: extra staff, crossings put off or made elsewhere.");
    public static Bilingual Hours { get; } = new("Horas, con la mitad del intervalo del 95 %; camiones al año aplazados / desviados / aún dentro", "Hours, with half of the 95 % interval; trucks a year deferred / diverted / still inside");
    public static Bilingual Year { get; } = new("Año", "Year");
    public static Bilingual Without { get; } = new("Sin la estrategia", "Without the strategy");
    public static Bilingual With { get; } = new("Con la estrategia", "With the strategy");
    public static Bilingual Difference { get; } = new("Diferencia", "Difference");
    public static Bilingual Unmet { get; } = new("Ceden", "Give way");
    public static Bilingual Refused { get; } = new("rechazado: dependería de cuánto se mide", "refused: would hang on how long one measures");
    public static Bilingual Why { get; } = new("Por qué cambia", "Why it changes");
    public static Bilingual WhyHint { get; } = new(
        "El cambio desde el primer año, de dos maneras. Demanda: lo que habría cambiado sin la estrategia, con lo contratado; reforma: lo que ella añade. Dentro de estratos: tiempos de cada puesto, sentido, lado y operación; composición: cuántas operaciones hay de cada uno.",
        "The change since the first year, in two ways. Demand: what would have changed without the strategy, what is under contract included; reform: what it adds. Within strata: times at each post, direction, side and operation; mix: how many operations there are of each.");
    public static Bilingual Demand { get; } = new("demanda y lo contratado", "demand and what is under contract");
    public static Bilingual Reform { get; } = new("reforma", "reform");
    public static Bilingual Within { get; } = new("dentro de estratos", "within strata");
    public static Bilingual Mix { get; } = new("composición", "mix");
    public static Bilingual Change { get; } = new("cambio", "change");
    public static Bilingual Workbook { get; } = new("Hoja de cálculo (XLSX)", "Spreadsheet (XLSX)");
    public static Bilingual Json { get; } = new("Datos (JSON)", "Data (JSON)");
    public static Bilingual Who { get; } = new("Qué recibe cada lado y cuándo", "What each side gets, and when");
    public static Bilingual WhoHint { get; } = new(
        "En la columna de un año, lo que rige desde ese año. Lo marcado llega más tarde de lo previsto.", "In the column of a year, what is in force from that year on. What is marked comes later than planned.");
    public static Bilingual Side { get; } = new("Lado", "Side");
    public static Bilingual Later { get; } = new("No hasta 2030", "Not by 2030");
    public static Bilingual Works { get; } = new("en obra", "works");
    public static Bilingual Contracted { get; } = new("contratado", "under contract");
    public static Bilingual Slips { get; } = new("Qué se atrasa, y por qué", "What slips, and why");
    public static Bilingual Early { get; } = new("Rige antes que lo que necesita para su efecto pleno", "In force before what it needs for its full effect");
    public static Bilingual Anyway { get; } = new("Con o sin la estrategia", "With or without the strategy");
    public static Bilingual Trajectories { get; } = new("Tres lecturas de la matriz", "Three readings of the matrix");
    public static Bilingual TrajectoriesHint { get; } = new(
        "Donde las celdas y la meta de una fila no concuerdan, la lectura decide: los números impresos, los ajustados a la meta, o los propios del archivo.",
        "Where cells and goal of a row disagree, the reading decides: the printed numbers, those scaled to the goal, or the file's own.");
    public static Bilingual AllRows { get; } = new("Todas las filas de las que depende", "All rows it draws on");
    public static Bilingual Goal { get; } = new("meta", "goal");
    public static Bilingual Contradictions { get; } = new("Dónde se contradice la estrategia", "Where the strategy contradicts itself");
    public static Bilingual ContradictionsHint { get; } = new("Nada se corrige en silencio.", "Nothing is silently mended.");

    /// <summary>When something was planned.</summary>
    public static Bilingual Planned(int? year) => new($"previsto {year}", $"planned {year}");

    /// <summary>What a run costs.</summary>
    public static Bilingual Cost(int simulations, string? time) => new(
        $"hasta {simulations} simulaciones" + (time is null ? "" : $", unos {time}"), $"up to {simulations} simulations" + (time is null ? "" : $", about {time}"));
}
