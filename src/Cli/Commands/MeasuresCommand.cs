using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Commands;

/// <summary>Which part of the time each measure of a scenario moves.</summary>
internal sealed class MeasuresCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "measures";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Muestra qué parte del tiempo mueve cada medida de un escenario por sí sola.",
        "Shows which part of the time each measure of a scenario moves by itself.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Simula cada medida sola y todas a la vez, con los mismos camiones y la misma suerte, y da el cambio de cada parte del tiempo: servicio, documentos, cerrado, bloqueado, fila y marcha. Lo que dos medidas hacen juntas no es la suma de lo que hacen solas; eso lo reparte 'corridor attribute'.",
        "Simulates each measure alone and all at once, with the same trucks and the same luck, and gives the change of each part of the time: service, documents, closed, blocked, queue and driving. What two measures do together is not the sum of what they do alone; 'corridor attribute' divides that.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("<escenario>", "<scenario>");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [CommandLine.Settings.By, .. CommandLine.Settings.Simulating, CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Format, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("measures ecfcc-2030", new("Las dieciocho medidas de la estrategia; tarda un minuto o dos la primera vez.", "The eighteen measures of the strategy; takes a minute or two the first time.")),
        ("measures ecfcc-2030 --by pillar --format csv", new("Por pilar, para una hoja de cálculo.", "By pillar, for a spreadsheet.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        bool byPillar = CommandLine.Settings.By.Given(call.Parsed, problems) == "pillar";
        (int? year, DateOnly? period) = call.Weeks(problems);
        string format = call.Format(problems);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        Scenario scenario = ScenarioSource.Open(call).Measured(Name);
        Call.Require(year, period, options, [scenario]);
        AttributionRequest request = AttributionRequest.Of(scenario, scenario.Weeks.Unless(year, period), byPillar) with { Options = options };
        PartEffects effects;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue)) effects = PartEffects.Run(request, executor, progress.Show, call.Cancellation);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(scenario.Baseline, [scenario], options, effects.Replications, RepeatCommand.Of(call, Name, options, year, period, CommandLine.Settings.By)) with { Period = request.Weeks.Say(options.Days) };
        string Page(int width) => PartEffectsPage.Render(effects, stamp, call.Tongue, width);
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => PartEffectsOutput.WriteJson(effects, stamp, stream),
            Csv = writer => PartEffectsOutput.WriteCsv(effects, writer),
            Files =
            [
                ("measures.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("measures.json", stream => PartEffectsOutput.WriteJson(effects, stamp, stream)),
                ("measures.csv", Result.Text(writer => PartEffectsOutput.WriteCsv(effects, writer))),
            ],
        }.Give(call, format, folder, effects.Complete);
    }
}
