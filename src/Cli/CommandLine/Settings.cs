using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;

namespace CorridorTwin.Cli.CommandLine;

/// <summary>The options of the command.</summary>
internal static class Settings
{
    private static readonly Bilingual Number = Bilingual.Same("N");

    /// <summary>Replications.</summary>
    public static NumberSetting Replications { get; } = new("--replications", Number, new("Réplicas: cuántas veces se simula cada escenario.", "Replications: how often each scenario is simulated."), 1, 10_000, 20);

    /// <summary>Days measured.</summary>
    public static NumberSetting Days { get; } = new("--days", Number, new("Días medidos.", "Days measured."), 1, 366, 28);

    /// <summary>Days before.</summary>
    public static NumberSetting WarmUpDays { get; } = new("--warmup-days", Number, new("Días simulados antes de medir.", "Days simulated before measuring."), 0, 366, 28);

    /// <summary>Starting state.</summary>
    public static PathSetting Start { get; } = new(
        "--start", new("Estado del que parte cada réplica en vez de un corredor vacío; lo guarda 'run --save-state'. --warmup-days es entonces 0 si no se da.", "State at which each replication begins instead of an empty corridor; 'run --save-state' keeps one. --warmup-days is 0 then unless given."),
        new("un corredor vacío", "an empty corridor"), new("ARCHIVO", "FILE"), new("un archivo de estado", "a state file"));

    /// <summary>State to keep.</summary>
    public static PathSetting SaveState { get; } = new(
        "--save-state", new("Guarda en este archivo el corredor tal como está al terminar el calentamiento, en vez de mostrar los tiempos.", "Keeps the corridor as it stands at the end of the warm-up in this file, instead of showing times."),
        null, new("ARCHIVO", "FILE"), new("un archivo", "a file"));

    /// <summary>Seed.</summary>
    public static NumberSetting Seed { get; } = new("--seed", Number, new("Semilla del azar: la misma da el mismo resultado.", "Seed of chance: the same one gives the same result."), 0, ulong.MaxValue, 2024);

    /// <summary>Threads.</summary>
    public static NumberSetting Threads { get; } = new("--threads", Number, new("Hilos; el resultado no depende de ellos.", "Threads; the result does not depend on them."), 1, 1024, 0, new("uno por núcleo", "one per core"));

    /// <summary>Year.</summary>
    public static NumberSetting Year { get; } = new("--year", new("AÑO", "YEAR"), new("Año de la demanda, en la línea base y en los escenarios.", "Year of demand, of baseline and scenarios alike."), BaselineShapes.FirstYear, BaselineShapes.LastYear, 0, new("el de cada escenario", "each scenario's own"));

    /// <summary>Period.</summary>
    public static MondaySetting Period { get; } = new("--period", new("Lunes en que empieza el período medido, con los meses y feriados de sus fechas; el año de la demanda es el suyo. Los días medidos los da --days.", "Monday on which the measured period begins, with the months and holidays of its dates; the year of demand is its own. --days says how long."), new("el de cada escenario; sin él, semanas ordinarias", "each scenario's own; without one, ordinary weeks"));

    /// <summary>Language.</summary>
    public static ChoiceSetting Language { get; } = new("--lang", new("Idioma.", "Language."), new("según LC_ALL o LANG", "by LC_ALL or LANG"), "es", "en");

    /// <summary>Format.</summary>
    public static ChoiceSetting Format { get; } = new("--format", new("Forma del resultado en la salida estándar.", "Form of the result on standard output."), Bilingual.Same("table"), "table", "json", "csv");

    /// <summary>Output directory.</summary>
    public static PathSetting Out { get; } = new("--out", new("Guarda además el resultado como archivos en este directorio.", "Also keeps the result as files in this directory."), null);

    /// <summary>Store of finished replications.</summary>
    public static PathSetting Store { get; } = new(
        "--store", new("Archivo donde se guardan las réplicas terminadas, que así no se repiten; 'none' para no guardar.", "File that keeps finished replications, so that none is run twice; 'none' to keep nothing."),
        new("la carpeta de datos del usuario", "the user's data folder"), new("ARCHIVO", "FILE"), new("un archivo, o 'none'", "a file, or 'none'"));

    /// <summary>Scenarios.</summary>
    public static PathSetting Scenarios { get; } = new("--scenarios", new("Directorio de la línea base y los escenarios.", "Directory of baseline and scenarios."), new("'scenarios', aquí o más arriba", "'scenarios', here or further up"));

    /// <summary>Baseline in place of the folder's.</summary>
    public static PathSetting Baseline { get; } = new(
        "--baseline", new("Línea base de la que parten todos los escenarios, en vez de la suya: por ejemplo la que guarda 'calibrate'.", "Baseline that all scenarios start from instead of their own: one that 'calibrate' wrote, for example."),
        new("la de cada escenario", "each scenario's own"), new("ARCHIVO", "FILE"), new("un archivo YAML de línea base", "a baseline's YAML file"));

    /// <summary>What the scenarios are compared with.</summary>
    public static NameSetting Against { get; } = new("--against", new("ESCENARIO", "SCENARIO"), new("Compara con este escenario en vez de la línea base.", "Compares with this scenario instead of the baseline."), new("un escenario, por id o por archivo", "a scenario, by id or by file"));

    /// <summary>All pairs.</summary>
    public static SwitchSetting Pairwise { get; } = new("--pairwise", new("Compara además cada escenario con cada otro, y dice cuáles no se distinguen.", "Also compares every scenario with every other, and says which cannot be told apart."));

    /// <summary>How sure.</summary>
    public static SwitchSetting Certainty { get; } = new("--certainty", new("Muestra además cuán seguro es cada cambio y cuántas réplicas harían falta.", "Also shows how sure each change is, and how many replications it would take."));

    /// <summary>Which indicator.</summary>
    public static ChoiceSetting Indicator { get; } = new("--indicator", new("Indicador cuya reducción se reparte.", "Indicator whose reduction is divided."), Bilingual.Same("I1"), [.. CorridorTwin.Scenarios.Experiments.Indicator.Ids]);

    /// <summary>Among whom.</summary>
    public static ChoiceSetting By { get; } = new("--by", new("Reparte entre medidas, o entre los pilares de la estrategia.", "Divides among measures, or among the pillars of the strategy."), Bilingual.Same("measure"), "measure", "pillar");

    /// <summary>Orders without prerequisites.</summary>
    public static SwitchSetting AnyOrder { get; } = new("--any-order", new("Deja que una medida entre antes que las que necesita.", "Lets a measure join before those it needs."));

    /// <summary>Orders drawn.</summary>
    public static NumberSetting Orders { get; } = new("--orders", Number, new("Con más de 8 medidas: órdenes que se sortean para cada réplica.", "With more than 8 measures: orders drawn for each replication."), 1, 1000, 0, new("los que pida la precisión", "as many as the precision takes"));

    /// <summary>Warm-up.</summary>
    public static SwitchSetting WarmUpCheck { get; } = new("--warmup-check", new("Comprueba con MSER-5 si el calentamiento basta, en vez de mostrar los tiempos.", "Checks by MSER-5 whether the warm-up is long enough, instead of showing times."));

    /// <summary>Check of the baseline against its references.</summary>
    public static SwitchSetting AgainstReferences { get; } = new("--against-references", new("Simula la línea base y la compara con data/references.csv.", "Simulates the baseline and compares it with data/references.csv."));

    /// <summary>Options of every command.</summary>
    public static IReadOnlyList<Setting> Everywhere { get; } = [Language, Scenarios];

    /// <summary>Options of commands that simulate.</summary>
    public static IReadOnlyList<Setting> Simulating { get; } = [Replications, Days, WarmUpDays, Seed, Threads, Store, Baseline];
}
