using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Workbooks;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Every figure a report shows, as tables of numbers. Times are hours.</summary>
public static class ReportFigures
{
    private static readonly FigureColumn Model = new("model", new("Escenario", "Scenario"));
    private static readonly FigureColumn Change = new("change", new("Cambio", "Change"));
    private static readonly FigureColumn ChangeLow = new("change_low", new("Cambio: desde (95 %)", "Change: from (95 %)"));
    private static readonly FigureColumn ChangeHigh = new("change_high", new("Cambio: hasta (95 %)", "Change: to (95 %)"));
    private static readonly double[] Levels = [0.05, 0.25, 0.5, 0.75, 0.95];
    private static readonly double[] Limits = [6, 24, 48];

    /// <summary>All tables of a subject; those without rows are left out.</summary>
    public static IReadOnlyList<FigureTable> Of(ReportSubject subject) =>
    [
        .. new[] { Differences(subject), Split(subject), Spread(subject), Groups(subject), Strata(subject), Guards(subject), Capacity(subject), Table2(subject), Measures(subject), Assumptions(subject), Sources(subject) }.Where(t => t.Rows.Count > 0),
    ];

    private static FigureTable Differences(ReportSubject subject) => new("differences", new("Diferencias", "Differences"), new("Diferencias y niveles, con intervalos del 95 %", "Differences and levels, with 95 % intervals"),
        [
            Model, new("indicator", new("Indicador", "Indicator")), new("unit", new("Unidad", "Unit")), Change, ChangeLow, ChangeHigh,
            new("percent", new("Cambio, %", "Change, %"), Formats.One), new("percent_low", new("%: desde", "%: from"), Formats.One), new("percent_high", new("%: hasta", "%: to"), Formats.One),
            new("reference", new("Nivel de la referencia", "Level of the reference")), new("reference_low", new("desde", "from")), new("reference_high", new("hasta", "to")),
            new("level", new("Nivel del escenario", "Level of the scenario")), new("level_low", new("desde", "from")), new("level_high", new("hasta", "to")),
        ],
        [
            .. subject.Contrasts.SelectMany(c => c.Indicators, (c, i) => (IReadOnlyList<object?>)
            [
                c.Of.Title, NameOf(i.Id), i.Unit, .. FigureColumn.Cells(i.Difference), .. FigureColumn.Cells(i.Percent), .. FigureColumn.Cells(i.BaselineLevel), .. FigureColumn.Cells(i.ScenarioLevel),
            ]),
        ]);

    private static FigureTable Split(ReportSubject subject) => new("split", new("Reparto del tiempo", "Time split"), new("El tiempo medio en sus seis partes, h", "The mean time in its six parts, h"),
        [Model, .. TimePart.All.Select(p => new FigureColumn(p.Id, p.Name)), new("mean", new("total", "sum"))],
        [.. subject.Models.Select(m => (IReadOnlyList<object?>)[m.Title, .. TimePart.All.Select(p => (object?)m.Mean(p.Of)), m.Mean(v => v.Mean)])]);

    private static FigureTable Spread(ReportSubject subject) => new("spread", new("Distribución", "Distribution"), new("Tiempos de las operaciones una por una", "Times of single operations"),
        [Model, .. Levels.Select(p => new FigureColumn($"p{p * 100:0}", new($"percentil {p * 100:0}, h", $"{p * 100:0}th percentile, h"))), .. Limits.Select(l => new FigureColumn($"over_{l:0}_h", new($"más de {l:0} h", $"over {l:0} h"), Formats.Percent))],
        [.. subject.Models.Select(m => (Model: m, Times: m.Variant.Times.GetValueOrDefault(RowKey.AllOperations))).Where(m => m.Times is not null)
            .Select(m => (IReadOnlyList<object?>)[m.Model.Title, .. Levels.Select(p => (object?)m.Times!.Quantile(p)), .. Limits.Select(l => (object?)(1 - m.Times!.ShareBelow(l)))])]);

    private static FigureTable Groups(ReportSubject subject) => new("groups", new("Quién gana y pierde", "Who gains and loses"), new("Cambio del tiempo medio por grupo, h", "Change of the mean time by group, h"),
        [Model, new("by", new("Por", "By")), new("group", new("Grupo", "Group")), Change, ChangeLow, ChangeHigh],
        [
            .. from contrast in subject.Contrasts
               from part in Group.Parts(subject.Result.Comparison.Corridor)
               from names in part.Groups(new Tongue("es")).Zip(part.Groups(new Tongue("en")))
               select (IReadOnlyList<object?>)[contrast.Of.Title, part.Name, new Bilingual(names.First.Name, names.Second.Name), .. FigureColumn.Cells(names.First.Change(contrast))],
        ]);

    private static FigureTable Strata(ReportSubject subject) => new("strata", new("Grupos que cambian", "Groups that change"), new("Grupos que cambian seis minutos o más, comprobados todos a la vez (Bonferroni), h", "Groups that change by six minutes or more, all tested together (Bonferroni), h"),
        [Model, new("post", new("Puesto", "Post")), new("direction", new("Dirección", "Direction")), new("side", new("Lado", "Side")), new("operation", new("Operación", "Operation")), new("class", new("Carga", "Cargo")), Change, ChangeLow, ChangeHigh],
        [
            .. from contrast in subject.Contrasts
               from row in PairedReading.Changed(contrast.Against, contrast.Runs)
               let post = subject.Result.Comparison.Corridor.Posts[row.Row.Post!.Value]
               select (IReadOnlyList<object?>)[contrast.Of.Title, new Bilingual(post.NameEs, post.NameEn), Words.Of(row.Row.Direction!.Value), post.CountryOf(row.Row.Direction.Value, row.Row.Role!.Value), Words.Of(row.Row.Operation!.Value), row.Row.Cargo is { } cargo ? Words.Of(cargo) : null, .. FigureColumn.Cells(row.Difference)],
        ]);

    private static FigureTable Guards(ReportSubject subject) => new("guards", new("Salvaguardas", "Guards"), new("Lo que hay que ver junto a la ganancia", "What must be read beside the gain"),
        [Model, new("guard", new("Salvaguarda", "Guard")), new("reference", new("Nivel de la referencia", "Level of the reference")), new("level", new("Nivel del escenario", "Level of the scenario")), Change, ChangeLow, ChangeHigh],
        [
            .. from contrast in subject.Contrasts
               from guard in PairedReading.Guards(contrast.Against, contrast.Runs, subject.Reference.Variant.Model, contrast.Of.Variant.Model)
               select (IReadOnlyList<object?>)[contrast.Of.Title, ComparisonNotes.NameOf(guard.Kind), guard.Baseline, guard.Scenario, .. FigureColumn.Cells(guard.Difference)],
        ]);

    private static FigureTable Capacity(ReportSubject subject) => new("capacity", new("Capacidad ±2 %", "Capacity ±2 %"), new("El cambio del tiempo medio, en %, con 2 % menos y 2 % más de capacidad en ambos lados", "The change of the mean time, in %, with 2 % less and 2 % more capacity on both sides"),
        [
            Model, new("less", new("Con 2 % menos", "With 2 % less"), Formats.One), new("less_low", new("desde", "from"), Formats.One), new("less_high", new("hasta", "to"), Formats.One),
            new("more", new("Con 2 % más", "With 2 % more"), Formats.One), new("more_low", new("desde", "from"), Formats.One), new("more_high", new("hasta", "to"), Formats.One),
        ],
        [.. subject.AgainstBaseline.Where(s => s.Sensitivity is { Replications: > 1 }).Select(s => (IReadOnlyList<object?>)[s.Title, .. FigureColumn.Cells(s.Sensitivity!.Less), .. FigureColumn.Cells(s.Sensitivity.More)])]);

    private static FigureTable Table2(ReportSubject subject) => new("table2", new("Cuadro 2", "Table 2"), new("Indicadores I2 a I7 de la estrategia: tiempo medio, h", "Indicators I2 to I7 of the strategy: mean time, h"),
        [Model, new("post", new("Puesto", "Post")), new("country", new("País", "Country")), new("indicator", new("Indicador", "Indicator")), new("name", new("Operación", "Operation")), new("mean", new("Media", "Mean")), new("mean_low", new("desde", "from")), new("mean_high", new("hasta", "to")), new("per_day", new("Operaciones al día", "Operations a day"), Formats.One)],
        [
            .. from model in subject.Models
               from cell in StrategyCell.Of(model.Variant.Model)
               let values = cell.In(model).ToArray()
               where values.Length > 0
               let country = model.Variant.Model.Country(cell.Country)
               select (IReadOnlyList<object?>)
               [
                   model.Title, new Bilingual(cell.Post.NameEs, cell.Post.NameEn), new Bilingual(country.NameEs, country.NameEn), cell.Indicator.Id, cell.Indicator.Name, .. FigureColumn.Cells(Interval.Of([.. values.Select(v => v.Mean)])),
                   values.Sum(v => (double)v.Count) / model.Variant.Replications.Sum(r => r.Days),
               ],
        ]);

    private static FigureTable Measures(ReportSubject subject) => new("measures", new("Medidas", "Measures"), new("Medidas, su efecto supuesto, grado de evidencia y fuente", "Measures, their assumed effect, grade of evidence and source"),
        [Model, new("measure", new("Medida", "Measure")), new("parameter", new("Parámetro", "Parameter")), new("value", new("Valor", "Value")), new("low", new("Mínimo", "Lowest")), new("high", new("Máximo", "Highest")), new("grade", new("Evidencia", "Evidence")), new("source", new("Fuente", "Source"))],
        [
            .. from used in MeasuresOf(subject)
               let value = used.Application.Parameters.GetValueOrDefault(used.Parameter.Key, used.Parameter.Default)
               let ranged = used.Parameter.Kind is ParameterKind.Share or ParameterKind.Number
               let corridor = subject.Result.Request.Baseline.Model
               select (IReadOnlyList<object?>)
               [
                   used.Scenario.Title, used.Measure.Title, used.Parameter.Description,
                   new Bilingual(ScenarioSentence.Value(used.Parameter, value, corridor, new Tongue("es")), ScenarioSentence.Value(used.Parameter, value, corridor, new Tongue("en"))),
                   ranged ? used.Parameter.Written(used.Parameter.Low) : null, ranged ? used.Parameter.Written(used.Parameter.High) : null, GradeWords.Of(used.Parameter.Grade), string.Join(", ", used.Parameter.Sources),
               ],
        ]);

    private static FigureTable Assumptions(ReportSubject subject) => new("assumptions", new("Supuestos", "Assumptions"), new("Toda cifra de la línea base, con su grado, fuente y rango", "Every figure of the baseline, with its grade, source and range"),
        [new("path", new("Lugar en el archivo", "Place in the file")), new("name", new("Qué es", "What it is")), new("value", new("Valor", "Value"), Formats.General), new("unit", new("Unidad", "Unit")), new("low", new("Mínimo", "Lowest"), Formats.General), new("high", new("Máximo", "Highest"), Formats.General), new("grade", new("Grado", "Grade")), new("source", new("Fuente", "Source"))],
        [.. subject.Result.Request.Baseline.Figures.Select(f => (IReadOnlyList<object?>)[f.Path, PathWords.Of(f.Path, subject.Result.Request.Baseline.Model), f.Value, f.Unit, f.Range?.Low, f.Range?.High, GradeWords.Of(f.Provenance.Grade), f.Provenance.Source])]);

    private static FigureTable Sources(ReportSubject subject) => new("sources", new("Fuentes", "Sources"), new("Fuentes que nombran las medidas y los supuestos", "Sources that measures and assumptions name"),
        [new("id", new("Clave", "Key")), new("quantity", new("Magnitud", "Quantity")), new("value", new("Valor", "Value")), new("unit", new("Unidad", "Unit")), new("place", new("Lugar y año", "Place and year")), new("source", new("Fuente", "Source")), new("grade", new("Grado", "Grade"))],
        [
            .. SourcesOf(subject, [.. MeasuresOf(subject).SelectMany(m => m.Parameter.Sources), .. subject.Result.Request.Baseline.Figures.Select(f => f.Provenance.Source).OfType<string>()])
                .Select(s => (IReadOnlyList<object?>)[s.Id, s.Quantity, s.Value, s.Unit, s.PlaceYear, s.Citation, s.Grade]),
        ]);

    /// <summary>The sources with given keys, from the table beside the baseline; none where there is no table.</summary>
    public static IReadOnlyList<SourceRow> SourcesOf(ReportSubject subject, IReadOnlyList<string> keys)
    {
        string table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(subject.Result.Request.Baseline.Mark.File))!, "data", "sources.csv");
        if (!File.Exists(table)) return [];
        HashSet<string> wanted = [.. keys];
        // What is wrong with the table is told where it is checked; here it only means that there is less to show.
        return [.. (SourceTable.Load(table, new Problems()) ?? []).Where(s => wanted.Contains(s.Id))];
    }

    /// <summary>Every parameter of every measure of the scenarios shown.</summary>
    public static IEnumerable<(Scenario Scenario, IMeasure Measure, MeasureApplication Application, MeasureParameter Parameter)> MeasuresOf(ReportSubject subject) =>
        from model in subject.Models
        from scenario in subject.Result.Request.Scenarios
        where scenario.Id == model.Id
        from use in scenario.Measures
        let measure = MeasureCatalog.Find(use.Application.Measure)
        where measure is not null
        from parameter in measure.Parameters
        select (scenario, measure, use.Application, parameter);

    /// <summary>An indicator's name.</summary>
    public static Bilingual NameOf(string indicator) => indicator switch
    {
        "I1" => new("Tiempo medio (I1)", "Mean time (I1)"),
        "p50" => new("Mediana", "Median"),
        "p95" => new("Percentil 95", "95th percentile"),
        "cost" => new("Costo por cruce", "Cost per crossing"),
        _ => new("CO2 al año", "CO2 a year"),
    };

}
