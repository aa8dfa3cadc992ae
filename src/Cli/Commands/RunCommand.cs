using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Cli.Commands;

/// <summary>Levels of one scenario, or of the baseline.</summary>
internal sealed class RunCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "run";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Muestra los tiempos de un escenario o de la línea base, por puesto, sentido, lado y operación.",
        "Shows the times of one scenario or of the baseline, by post, direction, side and operation.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "El tiempo medio se reparte en seis partes que suman el total: servicio, documentos, cerrado, bloqueado, fila y marcha. Sin lado: el cruce completo.",
        "The mean time is split into six parts that add up: service, documents, closed, blocked, queue and move. Without a side: the whole crossing.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario]", "[scenario]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [CommandLine.Settings.WarmUpCheck, CommandLine.Settings.SaveState, .. CommandLine.Settings.Simulating, CommandLine.Settings.Start, .. PrecisionSettings.All, CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("run", new("La línea base de 2024.", "The baseline of 2024.")),
        ("run ecfcc-2030 --year 2030 --format csv", new("Todas las reformas con la demanda de 2030, para una hoja de cálculo.", "All reforms with the demand of 2030, for a spreadsheet.")),
        ("run --precision 2%", new("Tantas réplicas como pida un intervalo de ±2 % del tiempo medio.", "As many replications as an interval of ±2 % of the mean time takes.")),
        ("run --warmup-check", new("¿Bastan 28 días de calentamiento?", "Is a warm-up of 28 days long enough?")),
        ("run --save-state monday.json", new("Guarda el corredor tras el calentamiento, para partir de él: run --start monday.json.", "Keeps the corridor after the warm-up, to begin there: run --start monday.json.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        (int? year, DateOnly? period) = call.Weeks(problems);
        string format = call.Format(problems);
        Enough enough = call.Enough(options, problems);
        bool warmUp = CommandLine.Settings.WarmUpCheck.Read(call.Parsed);
        if (warmUp && options.WarmUpDays + options.Days < WarmUpCheck.LeastDays)
            problems.Add(new InputProblem(Mark.Whole("corridor"), "--days", $"{options.Days}", new("demasiado corto para MSER-5", "too short for MSER-5"), new($"{WarmUpCheck.LeastDays} días o más con los de calentamiento", $"{WarmUpCheck.LeastDays} days or more with those of the warm-up"), $"{WarmUpCheck.LeastDays - options.WarmUpDays}"));
        string? save = CommandLine.Settings.SaveState.Given(call.Parsed, problems);
        if (warmUp && (save is not null || options.Start is not null))
            problems.Add(new InputProblem(Mark.Whole("corridor"), CommandLine.Settings.WarmUpCheck.Name, null,
                new("comprueba el calentamiento desde un corredor vacío", "checks the warm-up from an empty corridor"), new($"sin {CommandLine.Settings.Start.Name} ni {CommandLine.Settings.SaveState.Name}", $"neither {CommandLine.Settings.Start.Name} nor {CommandLine.Settings.SaveState.Name}")));
        if (save is not null && (Directory.Exists(save) || Path.GetFileName(save).Length == 0))
            problems.Add(new InputProblem(Mark.Whole("corridor"), CommandLine.Settings.SaveState.Name, save, new("es un directorio", "is a directory"), CommandLine.Settings.SaveState.Takes));
        OutputFolder? states = save is null || problems.Any ? null : OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(save))!, problems, CommandLine.Settings.SaveState.Name);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        Call.Require(year, period, options, scenario is null ? [] : [scenario]);
        Weeks weeks = (scenario?.Weeks ?? new Weeks(baseline.Year, null)).Unless(year, period);
        CorridorModel model = scenario is null
            ? weeks.Of(baseline.Model, baseline.Year)
            : MeasureCatalog.Apply(scenario.ModelBeforeMeasures(weeks), scenario.Measures.Select(m => m.Application)).Model;
        if (warmUp) return WarmUpPage.Run(call, Name, baseline, scenario, model, weeks, (year, period), options, executor, format, folder);
        if (states is not null) return Save(call, model, options, states, save!);
        Levels levels;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            levels = Levels.Run(scenario?.Id ?? baseline.Id, model, options, executor, progress.Show, call.Cancellation, enough);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(baseline, scenario is null ? [] : [scenario], options, levels.Replications.Count, RepeatCommand.Of(call, Name, enough.Asked ? options with { Replications = Math.Max(1, levels.Replications.Count) } : options, year, period)) with { Period = weeks.Say(options.Days) };
        Bilingual title = scenario?.Title ?? baseline.Title;
        string Page(int width) => new LevelsPage(levels, title, weeks, options, call.Tongue).Render(stamp, width);
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => LevelsOutput.WriteJson(levels, stamp, stream),
            Csv = writer => LevelsOutput.WriteCsv(levels, writer),
            Files =
            [
                ("levels.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("levels.json", stream => LevelsOutput.WriteJson(levels, stamp, stream)),
                ("levels.csv", Result.Text(writer => LevelsOutput.WriteCsv(levels, writer))),
                .. Result.Recoveries(model, levels.Recoveries.Select(r => (levels.Id, r))),
            ],
        }.Give(call, format, folder, levels.Complete);
    }

    private static int Save(Call call, CorridorModel model, ExperimentOptions options, OutputFolder folder, string path)
    {
        CorridorState state = StartingState.WarmedUp(model, options, call.Cancellation);
        folder.Write((Path.GetFileName(path), stream => stream.Write(Encoding.UTF8.GetBytes(CorridorStateJson.Write(state)))));
        var clock = TimeSpan.FromMilliseconds(state.Clock);
        call.Terminal.Out.WriteLine(call.Tongue.Say(
            $"{path}: el corredor tras {call.Tongue.Days(clock.Days)}, {state.Inside} camiones dentro. Para partir de él: --start {path}",
            $"{path}: the corridor after {call.Tongue.Days(clock.Days)}, {state.Inside} trucks inside. To begin there: --start {path}"));
        return ExitCode.Done;
    }
}
