using System.Diagnostics;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Cli.Commands;

/// <summary>What an answer hangs on: the inputs nobody knows exactly, in the order in which they matter.</summary>
internal sealed class SensitivityCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "sensitivity";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Dice de qué supuestos depende más la respuesta, y cuál sería en los extremos de sus rangos.",
        "Says which assumptions the answer hangs on most, and what it would be at the ends of their ranges.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Toda cifra de la línea base y todo parámetro de una medida que tiene rango es un insumo incierto. Primero se mueven juntos los de un mismo tipo, luego uno por uno los de los tipos que importan (recorridos de Morris), y al final los más importantes van a cada extremo de su rango. Siempre los mismos camiones con la misma suerte, y el mismo valor en la línea base y en el escenario. Sin escenario: de qué depende el nivel de la línea base.",
        "Every figure of the baseline and every parameter of a measure with a range is an uncertain input. Inputs of a kind are moved together first, then those of the kinds that matter one by one (Morris paths), and at last the most important go to either end of their range. Always the same trucks with the same luck, and the same value in baseline and scenario. Without a scenario: what the baseline's level hangs on.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario]", "[scenario]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        SensitivitySettings.Of, SensitivitySettings.Indicator, SensitivitySettings.Inputs, SensitivitySettings.List, SensitivitySettings.Paths, SensitivitySettings.Levels, SensitivitySettings.Top,
        SensitivitySettings.EndReplications, SensitivitySettings.ScreeningReplications, .. CommandLine.Settings.Simulating.Where(s => s != CommandLine.Settings.Replications), CommandLine.Settings.Start,
        CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("sensitivity advance-declaration", new("De qué depende la ganancia de la declaración anticipada; unos minutos.", "What the gain of advance declaration hangs on; some minutes.")),
        ("sensitivity ecfcc-2030 --indicator cost", new("De qué depende el ahorro por cruce.", "What the saving per crossing hangs on.")),
        ("sensitivity smart-border --inputs measure.SmartBorder,demand.added", new("Solo los efectos de la medida y el volumen.", "Only the measure's effects and the volume.")),
        ("sensitivity ecfcc-2030 --list", new("Los insumos inciertos con su rango, calidad y fuente.", "The uncertain inputs with range, grade and source.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        SensitivityOptions how = SensitivitySettings.Read(call.Parsed, options.Seed, problems);
        Indicator indicator = Indicator.Find(SensitivitySettings.Indicator.Given(call.Parsed, problems) ?? Indicator.Headline.Id)!;
        string? of = SensitivitySettings.Of.Given(call.Parsed, problems);
        IReadOnlyList<string> words = SensitivitySettings.Words(call.Parsed, problems);
        (int? year, DateOnly? period) = call.Weeks(problems);
        string format = call.Format(problems);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        if (problems.Any) throw new InputException(problems.All);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        if (scenario is null && of == "change")
            throw new InputException([new InputProblem(Mark.Whole("corridor"), SensitivitySettings.Of.Name, of, new("la línea base no cambia frente a sí misma", "the baseline does not change against itself"), new("un escenario, o --of level", "a scenario, or --of level"), "level")]);
        Call.Require(year, period, options, scenario is null ? [] : [scenario]);
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Named(UncertainInputs.Of(baseline, scenario is null ? [] : [scenario]), words);
        if (SensitivitySettings.List.Read(call.Parsed))
        {
            call.Terminal.Out.Write(InputListPage.Render(inputs, call.Tongue, call.Terminal.Width));
            return ExitCode.Done;
        }
        if (inputs.Count == 0)
            throw new InputException([new InputProblem(Mark.Whole(baseline.Mark.File), "range", null, new("ninguna cifra tiene rango", "no figure has a range"), new("al menos una cifra como {value: 8 min, range: [4 min, 15 min]}", "at least one figure such as {value: 8 min, range: [4 min, 15 min]}"))]);
        var request = new SensitivityRequest
        {
            Baseline = baseline, Scenario = scenario, Inputs = inputs, Indicator = indicator, Of = scenario is null || of == "level" ? ResponseKind.Level : ResponseKind.Change,
            Weeks = (scenario?.Weeks ?? new Weeks(baseline.Year, null)).Unless(year, period), Options = options, Thoroughness = how,
        };
        IExecutor executor = call.Executor(problems);
        SensitivityReport report = Ask(call, request, executor);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(baseline, scenario is null ? [] : [scenario], options, how.EndReplications, RepeatCommand.Of(
            call, Name, options with { Replications = how.EndReplications }, year, period, SensitivitySettings.Of, SensitivitySettings.Indicator, SensitivitySettings.Inputs, SensitivitySettings.Paths, SensitivitySettings.Levels,
            SensitivitySettings.Top, SensitivitySettings.ScreeningReplications)) with { Period = request.Weeks.Say(options.Days) };
        if (words.Count == 0) Keep(call, report, stamp, executor);
        string Page(int width) => SensitivityPage.Render(report, stamp, call.Tongue, width);
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => SensitivityJson.Write(report, stamp, stream),
            Csv = writer => SensitivityCsv.Write(report, writer),
            Files =
            [
                ("sensitivity.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("sensitivity.json", stream => SensitivityJson.Write(report, stamp, stream)),
                ("sensitivity.csv", Result.Text(writer => SensitivityCsv.Write(report, writer))),
            ],
        }.Give(call, format, folder, report.Result.Complete);
    }

    private static SensitivityReport Ask(Call call, SensitivityRequest request, IExecutor executor)
    {
        using var progress = new ProgressLine(call.Terminal, call.Tongue);
        var watch = Stopwatch.StartNew();
        int done = 0, total = 0, told = 0;
        return SensitivityReport.Run(request, executor, Plan, () => progress.Show(++done, Math.Max(done, total)), call.Cancellation);

        void Plan(SensitivityCost cost)
        {
            total = done + cost.AtMost;
            int days = request.Options.Days + request.Options.WarmUpDays;
            if (told++ == 0)
                call.Tell($"corridor: {request.Inputs.Count} insumos inciertos; hasta unas {cost.AtMost} simulaciones de {days} días", $"corridor: {request.Inputs.Count} uncertain inputs; up to some {cost.AtMost} runs of {days} days");
            // The first step has shown the pace, unless its runs came from the store.
            else if (told == 2 && done > 0 && executor is not StoredExecutor { Counts.Stored: > 0 } && watch.Elapsed.TotalSeconds / done * cost.AtMost is >= 20 and var left)
                call.Tell($"corridor: a este ritmo, unos {Time(left)}; Ctrl-C conserva lo terminado", $"corridor: at this pace, some {Time(left)}; Ctrl-C keeps what is done");
        }
    }

    private static string Time(double seconds) => seconds < 90 ? $"{seconds:0} s" : $"{seconds / 60:0} min";

    /// <summary>Pages order assumptions by the last question about all of them; one about some would hide the rest.</summary>
    private static void Keep(Call call, SensitivityReport report, Stamp stamp, IExecutor executor)
    {
        if (executor is StoredExecutor stored && SensitivityArchive.Keep(stored.Store, report, stamp) is { } problem) call.Tell($"corridor: {problem.Es}", $"corridor: {problem.En}");
    }
}
