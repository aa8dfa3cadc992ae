using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Cli.Commands;

/// <summary>Scenarios against the baseline: what the project is for.</summary>
internal sealed class CompareCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "compare";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Compara escenarios con la línea base: tiempo, costo, emisiones y quién empeora.",
        "Compares scenarios with the baseline: time, cost, emissions and who is worse off.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Sin argumentos, todos los escenarios del directorio; si no, los nombrados, por su id o por la ruta de un archivo YAML propio. Todos ven los mismos camiones con la misma suerte, así que las diferencias son de las reformas y no del azar.",
        "Without arguments every scenario of the directory; else those named, by id or by the path of a YAML file of your own. All see the same trucks with the same luck, so that differences come from the reforms and not from chance.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario…]", "[scenario…]");

    /// <inheritdoc/>
    public override int MostArguments => int.MaxValue;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        CommandLine.Settings.Against, CommandLine.Settings.Pairwise, CommandLine.Settings.Certainty, SensitivitySettings.Uncertain,
        .. CommandLine.Settings.Simulating, CommandLine.Settings.Start, .. PrecisionSettings.All, CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("compare", new("Todas las reformas, con la demanda de 2024.", "Every reform, with the demand of 2024.")),
        ("compare advance-declaration smart-border --year 2030", new("Dos de ellas, con la demanda de 2030.", "Two of them, with the demand of 2030.")),
        ("compare smart-border --period 2024-12-02", new("En las cuatro semanas desde el 2 de diciembre, con su tráfico y sus feriados.", "In the four weeks from 2 December, with their traffic and holidays.")),
        ("compare my-scenario.yaml --replications 50", new("Un escenario propio, con intervalos más estrechos.", "A scenario of your own, with narrower intervals.")),
        ("compare smart-border risk-management --against advance-declaration --pairwise", new("Frente a otra reforma, y entre sí.", "Against another reform, and with each other.")),
        ("compare risk-management --precision 5% --precision-of I1,cost", new("Tantas réplicas como hagan falta, y no más.", "As many replications as it takes, and no more.")),
        ("compare ecfcc-2030 --uncertain 60", new("Con los insumos inciertos sorteados 60 veces de sus rangos; tarda minutos.", "With the uncertain inputs drawn 60 times from their ranges; takes minutes.")),
        ("compare --format json --out results", new("Un objeto JSON en la salida estándar, y archivos en results.", "One JSON object on standard output, and files in results.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        (int? year, DateOnly? period) = call.Weeks(problems);
        string format = call.Format(problems);
        Enough enough = call.Enough(options, problems);
        int? draws = SensitivitySettings.Uncertain.Read(call.Parsed, problems);
        if (draws is not null) UncertainComparing.Check(call, options, problems);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        ScenarioSource source = ScenarioSource.Open(call);
        Scenario? against = source.Against();
        IReadOnlyList<Scenario> scenarios = Others(call, source.Named(), against);
        BaselineFile baseline = source.Baseline(against is null ? scenarios : [.. scenarios, against]);
        Call.Require(year, period, options, against is null ? scenarios : [.. scenarios, against]);
        if (draws is { } n)
        {
            var uncertain = new UncertainRequest { Baseline = baseline, Scenarios = scenarios, Inputs = UncertainInputs.Of(baseline, scenarios), Year = year, Period = period, Draws = n, Options = UncertainComparing.Usual(call, options) };
            return UncertainComparing.Run(call, Name, uncertain, executor, format, folder);
        }
        var request = new ComparisonRequest
        {
            Baseline = baseline, Scenarios = scenarios, Against = against, Year = year, Period = period, Options = options, Enough = enough, Pairwise = CommandLine.Settings.Pairwise.Read(call.Parsed),
        };
        Comparison comparison;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            comparison = ComparisonRun.Run(request, executor, progress.Show, call.Cancellation);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(request, comparison, RepeatCommand.Of(
            call, Name, enough.Asked ? options with { Replications = Math.Max(1, comparison.Replications) } : options, year, period, CommandLine.Settings.Against, CommandLine.Settings.Pairwise, CommandLine.Settings.Certainty,
            PrecisionSettings.PrecisionOf));
        IReadOnlyCollection<string>[] measures = [.. scenarios.Select(s => (IReadOnlyCollection<string>)[.. s.Measures.Select(m => m.Application.Measure).Distinct()])];
        string Page(int width) => ComparisonPage.Render(comparison, against?.Title ?? baseline.Title, measures, stamp, call.Tongue, width, CommandLine.Settings.Certainty.Read(call.Parsed));
        var result = new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => ComparisonJson.Write(comparison, stamp, stream),
            Csv = writer => ComparisonCsv.WriteIndicators(comparison, writer),
            Files =
            [
                ("comparison.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("comparison.json", stream => ComparisonJson.Write(comparison, stamp, stream)),
                ("comparison.csv", Result.Text(writer => ComparisonCsv.WriteIndicators(comparison, writer))),
                ("breakdown.csv", Result.Text(writer => ComparisonCsv.WriteBreakdown(comparison, writer))),
                .. Result.Recoveries(comparison.Corridor, comparison.Scenarios.SelectMany(s => s.Recoveries.Select(r => (s.Id, r)))),
            ],
        };
        return result.Give(call, format, folder, comparison.Complete);
    }

    /// <summary>The scenarios without the one they are compared with, which differs in nothing from itself.</summary>
    private static IReadOnlyList<Scenario> Others(Call call, IReadOnlyList<Scenario> scenarios, Scenario? against)
    {
        if (against is null || !scenarios.Any(s => s.Id == against.Id)) return scenarios;
        if (call.Words.Count == 0) return [.. scenarios.Where(s => s.Id != against.Id)];
        throw new InputException([new InputProblem(Mark.Whole("corridor"), CommandLine.Settings.Against.Name, against.Id, new("se compararía consigo mismo", "would be compared with itself"), new("otro escenario que los nombrados", "another scenario than those named"))]);
    }
}
