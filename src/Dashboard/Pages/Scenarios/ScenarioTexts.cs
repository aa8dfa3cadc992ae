using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>Texts of the library of scenarios and of one scenario's page.</summary>
public static class ScenarioTexts
{
    /// <summary>Name in the navigation.</summary>
    public static Bilingual Link { get; } = new("Escenarios", "Scenarios");

    /// <summary>Heading.</summary>
    public static Bilingual Heading { get; } = new("¿Qué reformas quiere probar?", "Which reforms do you want to try?");

    /// <summary>What this is.</summary>
    public static Bilingual Lead { get; } = new(
        "Cada escenario es un conjunto de medidas de la estrategia sobre la línea base de 2024. Elija uno para ver qué supone, o haga el suyo.",
        "Each scenario is a set of the strategy's measures on the 2024 baseline. Choose one to see what it assumes, or build your own.");

    /// <summary>Those that come with the program.</summary>
    public static Bilingual Shipped { get; } = new("Incluidos con el programa", "Shipped with the program");

    /// <summary>The reader's.</summary>
    public static Bilingual Own { get; } = new("Suyos", "Your own");

    /// <summary>None yet.</summary>
    public static Bilingual OwnEmpty { get; } = new(
        "Aún no tiene ninguno. Cree uno nuevo, copie uno de los incluidos o importe un archivo YAML.",
        "You have none yet. Build a new one, copy a shipped one or import a YAML file.");

    /// <summary>Make one.</summary>
    public static Bilingual New { get; } = new("Nuevo escenario", "New scenario");

    /// <summary>Read one from a file.</summary>
    public static Bilingual Import { get; } = new("Importar YAML", "Import YAML");

    /// <summary>The file.</summary>
    public static Bilingual ImportFile { get; } = new("Archivo YAML de un escenario (hasta 5 MB)", "YAML file of a scenario (up to 5 MB)");

    /// <summary>It was wrong.</summary>
    public static Bilingual ImportFailed { get; } = new("El archivo no se importó", "The file was not imported");

    /// <summary>Nothing chosen.</summary>
    public static Bilingual ImportNoFile { get; } = new("Elija primero un archivo.", "Choose a file first.");

    /// <summary>Not a scenario.</summary>
    public static Bilingual ImportBaseline { get; } = new("es una línea base, no un escenario; los escenarios llevan 'extends'", "a baseline, not a scenario; scenarios have 'extends'");

    /// <summary>The id is in use.</summary>
    public static Bilingual ImportTaken { get; } = new(
        "Ya hay un escenario con el id de ese archivo: se abrió como copia con otro id. Revísela y guárdela.",
        "There is a scenario with that file's id already: it was opened as a copy with another id. Look it over and save it.");

    /// <summary>Unfinished ones.</summary>
    public static Bilingual Drafts { get; } = new("Borradores sin guardar", "Unsaved drafts");

    /// <summary>Go on.</summary>
    public static Bilingual Continue { get; } = new("Seguir", "Continue");

    /// <summary>Throw away.</summary>
    public static Bilingual Discard { get; } = new("Descartar borrador", "Discard draft");

    /// <summary>No name yet.</summary>
    public static Bilingual Untitled { get; } = new("Sin nombre", "Without a name");

    /// <summary>Change it.</summary>
    public static Bilingual Edit { get; } = new("Cambiar", "Change");

    /// <summary>Start from it.</summary>
    public static Bilingual Copy { get; } = new("Copiar y cambiar", "Copy and change");

    /// <summary>As a file.</summary>
    public static Bilingual Export { get; } = new("Exportar YAML", "Export YAML");

    /// <summary>Take away.</summary>
    public static Bilingual Delete { get; } = new("Eliminar", "Delete");

    /// <summary>It is gone.</summary>
    public static Bilingual Deleted { get; } = new("El escenario se eliminó:", "The scenario was deleted:");

    /// <summary>Bring it back.</summary>
    public static Bilingual Undo { get; } = new("Deshacer", "Undo");

    /// <summary>It is back.</summary>
    public static Bilingual Restored { get; } = new("El escenario está otra vez en la lista.", "The scenario is back in the list.");

    /// <summary>It is kept.</summary>
    public static Bilingual Saved { get; } = new("El escenario se guardó.", "The scenario was saved.");

    /// <summary>Files that cannot be used.</summary>
    public static Bilingual Broken { get; } = new("Archivos que no se pueden usar", "Files that cannot be used");

    /// <summary>What to do.</summary>
    public static Bilingual BrokenHow { get; } = new(
        "Corrija el archivo en la carpeta de datos, o elimínelo; mientras tanto no aparece en las listas.",
        "Mend the file in the data folder, or remove it; meanwhile it is in no list.");

    /// <summary>Nothing to start from.</summary>
    public static Bilingual NoBaseline { get; } = new(
        "No hay ninguna línea base que se pueda leer: indique con --scenarios el directorio que la tiene.",
        "There is no baseline that can be read: name the directory that has it with --scenarios.");

    /// <summary>Parent.</summary>
    public static Bilingual StartsFrom { get; } = new("Parte de", "Starts from");

    /// <summary>Year of demand.</summary>
    public static Bilingual Year { get; } = new("Demanda del año", "Demand of year");

    /// <summary>Measures.</summary>
    public static Bilingual Measures { get; } = new("Medidas", "Measures");

    /// <summary>What it does.</summary>
    public static Bilingual Does { get; } = new("Qué hace", "What it does");

    /// <summary>How it acts.</summary>
    public static Bilingual Mechanism { get; } = new("Cómo actúa", "How it acts");

    /// <summary>Where and how strongly.</summary>
    public static Bilingual Where { get; } = new("Dónde y cuánto", "Where and how much");

    /// <summary>A parameter.</summary>
    public static Bilingual Parameter { get; } = new("Parámetro", "Parameter");

    /// <summary>Its value.</summary>
    public static Bilingual Value { get; } = new("Valor", "Value");

    /// <summary>Published.</summary>
    public static Bilingual Range { get; } = new("Rango publicado o plausible", "Range published or plausible");

    /// <summary>How well known.</summary>
    public static Bilingual Evidence { get; } = new("Evidencia", "Evidence");

    /// <summary>Sources.</summary>
    public static Bilingual Source { get; } = new("Fuente", "Source");

    /// <summary>Not the usual value.</summary>
    public static Bilingual SetHere { get; } = new("fijado aquí", "set here");

    /// <summary>Prerequisites.</summary>
    public static Bilingual Needs { get; } = new("Qué debe existir antes", "What must stand first");

    /// <summary>What happens without.</summary>
    public static Bilingual Without { get; } = new("Sin ello:", "Without it:");

    /// <summary>Side effects.</summary>
    public static Bilingual Guards { get; } = new("Qué hay que vigilar", "What to watch");

    /// <summary>Notes.</summary>
    public static Bilingual Remarks { get; } = new("Cómo se aplicó", "How it was applied");

    /// <summary>Where nothing changes.</summary>
    public static Bilingual NoChange { get; } = new("Dónde no cambia nada, y por qué", "Where it changes nothing, and why");

    /// <summary>The diff.</summary>
    public static Bilingual Changes { get; } = new("Qué cambia frente a la línea base", "What changes against the baseline");

    /// <summary>Nothing differs.</summary>
    public static Bilingual NoChanges { get; } = new("No cambia ningún valor de la línea base.", "It changes no value of the baseline.");

    /// <summary>What.</summary>
    public static Bilingual Quantity { get; } = new("Qué", "What");

    /// <summary>Then.</summary>
    public static Bilingual Before { get; } = new("Antes", "Before");

    /// <summary>Now.</summary>
    public static Bilingual After { get; } = new("Después", "After");

    /// <summary>Where.</summary>
    public static Bilingual Sides { get; } = new("Dónde", "Where");

    /// <summary>Everywhere.</summary>
    public static Bilingual Corridor { get; } = new("todo el corredor", "the whole corridor");

    /// <summary>Not there.</summary>
    public static Bilingual Nothing { get; } = new("no hay", "none");

    /// <summary>Disturbances.</summary>
    public static Bilingual Disturbances { get; } = new("Perturbaciones", "Disturbances");

    /// <summary>Rows of the table.</summary>
    public static Bilingual Sources { get; } = new("Fuentes citadas (en su idioma original)", "Sources cited (in their own language)");

    /// <summary>Back.</summary>
    public static Bilingual All { get; } = new("Todos los escenarios", "All scenarios");

    /// <summary>Go.</summary>
    public static Bilingual Run { get; } = new("Ejecutar y comparar", "Run and compare");

    /// <summary>The YAML.</summary>
    public static Bilingual File { get; } = new("El archivo (YAML)", "The file (YAML)");

    /// <summary>Own figures in use.</summary>
    public static Bilingual UsesOwn { get; } = new("La línea base usa cifras suyas en lugar de las incluidas.", "The baseline uses figures of your own instead of those shipped.");

    /// <summary>Where they are.</summary>
    public static Bilingual SeeOwn { get; } = new("Ver los supuestos", "See the assumptions");

    /// <summary>Evidence of all.</summary>
    public static Bilingual Grades { get; } = new("Evidencia de sus efectos", "Evidence of its effects");

    /// <summary>Where the strategy has it.</summary>
    public static Bilingual Strategy { get; } = new("En la estrategia", "In the strategy");
}
