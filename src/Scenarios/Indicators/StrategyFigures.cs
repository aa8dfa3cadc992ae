using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Workbooks;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>The strategy's indicators as tables of figures: Table 2 with its changes, the way through the corridor, CAREC's TFI, Table 1, and what drives perception.</summary>
public static class StrategyFigures
{
    private static readonly FigureColumn Year = new("year", new("Año", "Year"));
    private static readonly FigureColumn Case = new("case", new("Caso", "Case"));
    private static readonly FigureColumn Way = new("direction", new("Sentido", "Direction"));

    /// <summary>All of them.</summary>
    /// <param name="table">Table 2.</param>
    /// <param name="asPrinted">Also by the printed formula of the export row.</param>
    /// <param name="survey">Coefficients of the perception index; null for none.</param>
    public static IReadOnlyList<FigureTable> Of(StrategyTable table, bool asPrinted = false, PerceptionSurvey? survey = null)
    {
        CorridorProfile[] profiles = [.. Profiles(table.Run)];
        return [Levels(table, asPrinted), Changes(table), AlongTheWay(profiles), Carec(profiles), Outcomes(table.Run.Plan), Drivers(table.Run), .. survey is null ? [] : (FigureTable[])[Perception(table.Run, survey)]];
    }

    /// <summary>The way through the corridor in every year, case and direction.</summary>
    public static IEnumerable<CorridorProfile> Profiles(RolloutRun run) =>
        run.Years.SelectMany(y => new[] { y.Without, y.With }).SelectMany(y => Enum.GetValues<Direction>().Select(d => CorridorProfile.Of(y, d)));

    /// <summary>What an indicator divides by what, in words.</summary>
    public static Bilingual Definition(IndicatorRow row) => row.Operation is not { } operation
        ? new("Σ tiempos de todas las operaciones / Σ operaciones, vacíos incluidos", "Σ times of all operations / Σ operations, empties included")
        : new($"Σ tiempos de {Words.Of(operation).Es}{(row.Way is null || row.Operation is Operation.Export or Operation.Import ? "" : " " + row.Way)} / Σ operaciones", $"Σ times of {Words.Of(operation).En}{(row.Way is null || row.Operation is Operation.Export or Operation.Import ? "" : " " + row.Way)} / Σ operations");

    private static FigureTable Levels(StrategyTable table, bool asPrinted) => new("table2", new("Tabla 2", "Table 2"), new("Indicadores de impacto (tabla 2), horas M_side; el oficial es la media", "Impact indicators (Table 2), hours M_side; the mean is the official one"),
        [
            .. RowColumns, new("definition", new("Definición", "Definition")), Year, Case, new("operations", new("Operaciones al año", "Operations a year"), Formats.Whole),
            .. FigureColumn.WithInterval("mean", new("Media (oficial)", "Mean (official)")), .. FigureColumn.WithInterval("median", new("Mediana (no oficial)", "Median (not official)")), .. FigureColumn.WithInterval("p90", new("P90 (no oficial)", "P90 (not official)")),
            new("replications", new("Réplicas", "Replications")), new("refused", new("Depende de cuánto se mide", "Depends on run length")),
            .. asPrinted ? FigureColumn.WithInterval("as_printed", new("Como está impreso: importación / exportaciones", "As printed: import / exports")) : [],
        ],
        [
            .. from row in table.Rows
               from y in table.Run.Years
               from year in new[] { y.Without, y.With }
               let v = table.Value(row, year.Year, year.Case)
               select (IReadOnlyList<object?>)
               [
                   .. Of(row), Definition(row), year.Year, Of(year.Case), v.Operations, .. FigureColumn.Cells(v.Mean), .. FigureColumn.Cells(v.Median), .. FigureColumn.Cells(v.P90), v.Mean.Count, table.Refused(year.Year, year.Case),
                   .. asPrinted ? v.AsPrinted is { } printed ? FigureColumn.Cells(printed) : [null, null, null] : (object?[])[],
               ],
        ]);

    private static FigureTable Changes(StrategyTable table) => new("changes", new("Cambios", "Changes"), new("Cambio de la media, horas: desde el primer año, y por la estrategia en el mismo año", "Change of the mean, hours: since the first year, and by the strategy in the same year"),
        [
            .. RowColumns, Year, .. FigureColumn.WithInterval("since_first", new($"Desde {table.Years[0]}", $"Since {table.Years[0]}")), .. FigureColumn.WithInterval("since_first_percent", new("Lo mismo, %", "The same, %")),
            .. FigureColumn.WithInterval("by_strategy", new("Con la estrategia frente a sin ella", "With the strategy against without")), .. FigureColumn.WithInterval("by_strategy_percent", new("Lo mismo, %", "The same, %")),
        ],
        [
            .. from row in table.Rows
               from year in table.Years.Skip(1)
               select (IReadOnlyList<object?>)[.. Of(row), year, .. FigureColumn.Cells(table.SinceFirst(row, year)), .. FigureColumn.Cells(table.PercentSinceFirst(row, year)), .. FigureColumn.Cells(table.ByStrategy(row, year)), .. FigureColumn.Cells(table.PercentByStrategy(row, year))],
        ]);

    private static FigureTable AlongTheWay(IReadOnlyList<CorridorProfile> profiles) => new("profile", new("Tiempo y distancia", "Time and distance"), new("Camión cargado por todos los puestos: tiempo y costo acumulados por distancia", "A loaded truck through all posts: cumulative time and cost by distance"),
        [Year, Case, Way, new("km", Bilingual.Same("km"), Formats.Whole), new("post", new("Puesto", "Post")), .. FigureColumn.WithInterval("hours", new("Horas", "Hours")), .. FigureColumn.WithInterval("cost", new("Costo de tiempo y tasas, US$", "Cost of time and fees, US$"))],
        [.. profiles.SelectMany(p => p.Points, (p, at) => (IReadOnlyList<object?>)[p.Year, Of(p.Case), p.Direction, at.Kilometres, at.Place.Id, .. FigureColumn.Cells(at.Hours), .. FigureColumn.Cells(at.Cost)])]);

    private static FigureTable Carec(IReadOnlyList<CorridorProfile> profiles) => new("carec", new("CAREC", "CAREC"), new("Indicadores TFI del CPMM de CAREC, camiones cargados", "TFI indicators of CAREC's CPMM, loaded trucks"),
        [
            Year, Case, Way, .. FigureColumn.WithInterval("tfi1_h", new("TFI1: horas en un puesto, ambos lados", "TFI1: hours at a post, both sides")), .. FigureColumn.WithInterval("tfi2_usd", new("TFI2: costo en un puesto, US$ (tiempo y tasas)", "TFI2: cost at a post, US$ (time and fees)")),
            .. FigureColumn.WithInterval("tfi3_usd", new("TFI3: costo por 500 km, US$ (tiempo y tasas)", "TFI3: cost for 500 km, US$ (time and fees)")), .. FigureColumn.WithInterval("tfi4_kmh", new("TFI4: velocidad con fronteras, km/h", "TFI4: speed with borders, km/h")),
            new("speed_without_delay_kmh", new("Velocidad sin fronteras, km/h", "Speed without borders, km/h"), Formats.One),
        ],
        [.. profiles.Select(p => (IReadOnlyList<object?>)[p.Year, Of(p.Case), p.Direction, .. FigureColumn.Cells(p.ClearHours), .. FigureColumn.Cells(p.ClearCost), .. FigureColumn.Cells(p.SectionCost), .. FigureColumn.Cells(p.SpeedWithDelay), p.SpeedWithoutDelay])]);

    private static FigureTable Outcomes(RolloutPlan plan) => new("table1", new("Tabla 1", "Table 1"), new("Indicadores de resultado (tabla 1): lo que supone la implementación, no lo que da la simulación", "Outcome indicators (Table 1): what the rollout assumes, not what the simulation gives"),
        [new("indicator", new("Indicador", "Indicator")), new("name", new("Nombre", "Name")), new("unit", new("Unidad", "Unit")), .. MatrixRow.Years.Select(y => new FigureColumn($"y{y}", Bilingual.Same($"{y}"), Formats.One)), new("note", new("Nota", "Note"))],
        [.. OutcomeIndicator.Of(plan).Select(o => (IReadOnlyList<object?>)[o.Id, o.Name, o.Unit, .. MatrixRow.Years.Select((_, i) => (object?)o.Values?[i]), o.Note])]);

    private static FigureTable Drivers(RolloutRun run) => new("perception_drivers", new("Percepción", "Perception"), new("Lo que mueve el índice de percepción de los usuarios; sin encuesta no hay índice", "What drives the user perception index; without a survey there is no index"),
        [new("dimension", new("Dimensión", "Dimension")), new("weight", new("Peso, %", "Weight, %")), new("driver", new("Lo simulado", "What is simulated")), new("unit", new("Unidad", "Unit")), Year, Case, .. FigureColumn.WithInterval("value", new("Valor", "Value"))],
        [
            .. from d in PerceptionDriver.All
               from y in run.Years
               from year in d.Of is null ? [y.With] : new[] { y.Without, y.With }
               where d.Of is not null || y == run.Years[0]
               select (IReadOnlyList<object?>)[d.Name, d.Weight, d.Driver ?? new Bilingual("ninguno: no hay mecanismo", "none: there is no mechanism"), d.Unit, year.Year, d.Of is null ? null : Of(year.Case), .. d.Of is null ? [null, null, null] : FigureColumn.Cells(Interval.Of(d.Of(year)))],
        ]);

    private static FigureTable Perception(RolloutRun run, PerceptionSurvey survey) => new("perception_index", new("Índice", "Index"), new("Cambio del índice de percepción según los coeficientes de la encuesta, puntos de 100", "Change of the perception index by the survey's coefficients, points of 100"),
        [Year, new("points", new("Puntos", "Points")), new("points_low", new("desde", "from")), new("points_high", new("hasta", "to")), new("covered", new("Peso cubierto, %", "Weight covered, %"))],
        [
            .. run.Years.Skip(1).Select(y => (y.With.Year, Change: PerceptionChange.Of(survey, run.Years[0].Without, y.With)))
                .Select(c => (IReadOnlyList<object?>)[c.Year, c.Change.Points.Mid, c.Change.Points.Low, c.Change.Points.High, c.Change.Covered]),
        ]);

    private static FigureColumn[] RowColumns =>
        [new("key", new("Casilla", "Cell")), new("indicator", new("Indicador", "Indicator")), new("name", new("Nombre", "Name")), new("post", new("Puesto", "Post")), new("country", new("País", "Country")), Way, new("operation", new("Operación", "Operation"))];

    private static object?[] Of(IndicatorRow row) => [row.Key, row.Id, row.Name, row.Post?.Id, row.Country, row.Way?.ToString(), row.Operation is { } o ? Names.Key(o) : null];

    private static string Of(RolloutCase at) => Names.Key(at);
}
