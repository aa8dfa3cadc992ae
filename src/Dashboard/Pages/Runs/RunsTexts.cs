using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Runs;

/// <summary>Texts of the pages about runs.</summary>
public static class RunsTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual YearByYear { get; } = new("Ver año por año", "See year by year");
    public static Bilingual Link { get; } = new("Simulaciones", "Runs");

    /// <summary>Heading of the list.</summary>
    public static Bilingual Heading { get; } = new("Simulaciones", "Runs");

    /// <summary>What the list is.</summary>
    public static Bilingual Lead { get; } = new(
        "Todo lo que se ha simulado en este equipo, lo más reciente primero. Las mismas entradas nunca se simulan dos veces.",
        "Everything simulated on this machine, newest first. The same inputs are never run twice.");

    /// <summary>To the form.</summary>
    public static Bilingual New { get; } = new("Nueva simulación", "New run");

    /// <summary>No runs.</summary>
    public static Bilingual Empty { get; } = new("Aún no se ha simulado nada.", "Nothing has been run yet.");

    /// <summary>What to do then.</summary>
    public static Bilingual EmptyHint { get; } = new("Elija escenarios y compárelos con la línea base.", "Choose scenarios and compare them with the baseline.");

    /// <summary>Column.</summary>
    public static Bilingual Run { get; } = new("Simulación", "Run");

    /// <summary>Column.</summary>
    public static Bilingual State { get; } = new("Estado", "State");

    /// <summary>Column.</summary>
    public static Bilingual Done { get; } = new("Réplicas", "Replications");

    /// <summary>Column.</summary>
    public static Bilingual Asked { get; } = new("Pedida", "Asked for");

    /// <summary>Column.</summary>
    public static Bilingual Took { get; } = new("Cálculo", "Computing");

    /// <summary>Column.</summary>
    public static Bilingual Length { get; } = new("Duración simulada", "Simulated length");

    /// <summary>Column of check boxes.</summary>
    public static Bilingual Choose { get; } = new("Elegir", "Choose");

    /// <summary>Compares two runs' inputs.</summary>
    public static Bilingual Differences { get; } = new("Diferencias de entradas entre dos elegidas", "Differences of inputs between two chosen");

    /// <summary>Heading of the differences.</summary>
    public static Bilingual DifferencesHeading { get; } = new("Qué cambia entre dos simulaciones", "What differs between two runs");

    /// <summary>None.</summary>
    public static Bilingual NoDifference { get; } = new("Las entradas son las mismas.", "The inputs are the same.");

    /// <summary>Not two.</summary>
    public static Bilingual ChooseTwo { get; } = new("Elija exactamente dos simulaciones de la lista.", "Choose exactly two runs of the list.");

    /// <summary>Column.</summary>
    public static Bilingual Input { get; } = new("Entrada", "Input");

    /// <summary>Heading of the form.</summary>
    public static Bilingual Ask { get; } = new("Nueva simulación", "New run");

    /// <summary>What it does.</summary>
    public static Bilingual AskLead { get; } = new(
        "Cada escenario se compara con la línea base: los mismos camiones, con la misma suerte, bajo todos.",
        "Every scenario is compared with the baseline: the same trucks, with the same luck, under all.");

    /// <summary>Field.</summary>
    public static Bilingual Scenarios { get; } = new("Escenarios", "Scenarios");

    /// <summary>Field.</summary>
    public static Bilingual Replications { get; } = new("Réplicas", "Replications");

    /// <summary>Hint.</summary>
    public static Bilingual ReplicationsHint { get; } = new("Cuántas veces se simula cada escenario; más, intervalo más estrecho.", "How often each scenario is simulated; more make a narrower interval.");

    /// <summary>Field.</summary>
    public static Bilingual Days { get; } = new("Días medidos", "Days measured");

    /// <summary>Field.</summary>
    public static Bilingual WarmUp { get; } = new("Días de calentamiento", "Days of warm-up");

    /// <summary>Field.</summary>
    public static Bilingual Year { get; } = new("Año de la demanda", "Year of demand");

    /// <summary>Hint.</summary>
    public static Bilingual YearHint { get; } = new("Vacío: el de cada escenario.", "Empty: each scenario's own.");

    /// <summary>Field.</summary>
    public static Bilingual Seed { get; } = new("Semilla", "Seed");

    /// <summary>Field.</summary>
    public static Bilingual Capacity { get; } = new("También con 2 % menos y 2 % más de capacidad", "Also with 2 % less and 2 % more capacity");

    /// <summary>Heading.</summary>
    public static Bilingual Cost { get; } = new("Antes de simular", "Before the run");

    /// <summary>Button.</summary>
    public static Bilingual Estimate { get; } = new("Calcular costo y precisión", "Work out cost and precision");

    /// <summary>Button.</summary>
    public static Bilingual Start { get; } = new("Simular", "Run");

    /// <summary>Button.</summary>
    public static Bilingual Stop { get; } = new("Detener", "Stop");

    /// <summary>Button.</summary>
    public static Bilingual Resume { get; } = new("Continuar", "Resume");

    /// <summary>Button.</summary>
    public static Bilingual Again { get; } = new("Simular de nuevo con este programa", "Run again with this program");

    /// <summary>Link.</summary>
    public static Bilingual Compare { get; } = new("Ver la comparación", "See the comparison");

    /// <summary>Link.</summary>
    public static Bilingual Indicators { get; } = new("Ver los indicadores", "See the indicators");

    /// <summary>Column.</summary>
    public static Bilingual Expected { get; } = new("Mitad del intervalo esperada, h", "Expected half of the interval, h");

    /// <summary>Column.</summary>
    public static Bilingual Pairs { get; } = new("Réplicas ya guardadas", "Replications kept already");

    /// <summary>Hint.</summary>
    public static Bilingual ExpectedHint { get; } = new(
        "Del cambio del tiempo medio, con la dispersión de las réplicas guardadas (t·s/√n). Sin al menos dos guardadas no se puede decir.",
        "Of the change of the mean time, by the spread of the replications kept (t·s/√n). Without at least two of them it cannot be told.");

    /// <summary>Another program's results.</summary>
    public static Bilingual OtherProgram { get; } = new(
        "Esta simulación se hizo con otra versión del programa y sus resultados no se leen con esta.",
        "This run was made by another version of the program, and its results are not read by this one.");

    /// <summary>Provisional.</summary>
    public static Bilingual Provisional { get; } = new("provisional", "provisional");

    /// <summary>Nothing finished.</summary>
    public static Bilingual NothingYet { get; } = new("Aún no hay dos réplicas terminadas de todos los escenarios.", "No two replications of every scenario have finished yet.");

    /// <summary>Heading of inputs.</summary>
    public static Bilingual Inputs { get; } = new("Entradas", "Inputs");

    /// <summary>Heading.</summary>
    public static Bilingual Against { get; } = new("Frente a la simulación anterior", "Against the run before it");

    /// <summary>Progress label.</summary>
    public static Bilingual Progress { get; } = new("Avance", "Progress");
}
