using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Cli.Commands;

/// <summary>Which measures of a scenario bring how much of its effect.</summary>
internal sealed class AttributeCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "attribute";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Reparte el efecto de un escenario entre sus medidas: cuáles aportan más, cuáles nada, cuáles se solapan.",
        "Divides a scenario's effect among its measures: which contribute most, which nothing, which overlap.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Simula toda combinación de las medidas con los mismos camiones y la misma suerte. La parte de una medida es lo que añade en promedio, según el orden en que las medidas entran (valor de Shapley); las partes suman el total. Una medida entra solo después de las que necesita, salvo con --any-order. Hasta 8 medidas, todas las combinaciones; con más, órdenes al azar.",
        "Simulates every combination of the measures with the same trucks and the same luck. A measure's share is what it adds on average, over the orders in which the measures can join (Shapley value); the shares add up to the total. A measure joins only after those it needs, unless --any-order. Up to 8 measures, every combination; with more, orders drawn at random.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("<escenario>", "<scenario>");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        CommandLine.Settings.Indicator, CommandLine.Settings.By, CommandLine.Settings.AnyOrder, CommandLine.Settings.Orders,
        .. CommandLine.Settings.Simulating, CommandLine.Settings.Start, PrecisionSettings.Precision, PrecisionSettings.Budget, CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("attribute six-measures", new("Qué aporta cada una de seis medidas al tiempo medio, con todas sus combinaciones; tarda minutos la primera vez.", "What each of six measures brings to the mean time, over all their combinations; takes minutes the first time.")),
        ("attribute ecfcc-2030 --budget 10min", new("Las dieciocho de la estrategia, con órdenes al azar, diez minutos a lo más.", "The eighteen of the strategy, with orders drawn at random, for ten minutes at most.")),
        ("attribute ecfcc-2030 --indicator cost --by pillar", new("El ahorro por cruce, por pilar de la estrategia.", "The saving per crossing, by pillar of the strategy.")),
        ("attribute ecfcc-2030 --format json", new("Un objeto JSON en la salida estándar.", "One JSON object on standard output.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        ExperimentOptions options = call.Experiment(problems);
        Indicator indicator = Indicator.Find(CommandLine.Settings.Indicator.Given(call.Parsed, problems) ?? Indicator.Headline.Id)!;
        bool byPillar = CommandLine.Settings.By.Given(call.Parsed, problems) == "pillar";
        var orders = (int)CommandLine.Settings.Orders.Read(call.Parsed, problems);
        (int? year, DateOnly? period) = call.Weeks(problems);
        string format = call.Format(problems);
        Enough enough = call.Enough(options, problems, indicator);
        if (options.Replications < 2) problems.Add(Wrong("--replications", "1", new("una parte necesita intervalo", "a share needs an interval"), new("2 o más", "2 or more"), "2"));
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        IExecutor executor = call.Executor(problems);
        if (problems.Any) throw new InputException(problems.All);
        Scenario scenario = ScenarioSource.Open(call).Measured(Name);
        Call.Require(year, period, options, [scenario]);
        AttributionRequest request = AttributionRequest.Of(scenario, scenario.Weeks.Unless(year, period), byPillar) with
        {
            Indicator = indicator, Options = options, Enough = enough, AnyOrder = byPillar || CommandLine.Settings.AnyOrder.Read(call.Parsed), Orders = orders,
        };
        Check(request);
        ScenarioAttribution attribution = Attribute(call, request, executor);
        call.TellOf(executor);
        string command = RepeatCommand.Of(
            call, Name, options with { Replications = attribution.Replications }, year, period, CommandLine.Settings.Indicator, CommandLine.Settings.By, CommandLine.Settings.AnyOrder);
        if (!request.Exact) command += $" --orders {attribution.Orders}";
        Stamp stamp = Stamp.Of(scenario.Baseline, [scenario], options, attribution.Replications, command) with { Period = request.Weeks.Say(options.Days) };
        string Page(int width) => AttributionPage.Render(attribution, stamp, call.Tongue, width);
        return new Result
        {
            Table = () => Page(call.Terminal.Width),
            Json = stream => AttributionJson.Write(attribution, stamp, stream),
            Csv = writer => AttributionCsv.WriteShares(attribution, writer),
            Files =
            [
                ("attribution.txt", Result.Text(() => Page(Terminal.UsualWidth))),
                ("attribution.json", stream => AttributionJson.Write(attribution, stamp, stream)),
                ("attribution.csv", Result.Text(writer => AttributionCsv.WriteShares(attribution, writer))),
                ("interactions.csv", Result.Text(writer => AttributionCsv.WriteInteractions(attribution, writer))),
            ],
        }.Give(call, format, folder, attribution.Complete);
    }

    private static void Check(AttributionRequest request)
    {
        int count = request.Contributors.Count;
        if (count > CoalitionOrders.MostPlayers)
            throw new InputException([Wrong("scenario", request.Id, new($"tiene {count} medidas", $"has {count} measures"), new($"hasta {CoalitionOrders.MostPlayers}, o --by pillar", $"up to {CoalitionOrders.MostPlayers}, or --by pillar"))]);
        if (!request.Exact && request.Orders == 0 && request.Options.Replications < Precision.Minimum)
            throw new InputException([Wrong("--replications", $"{request.Options.Replications}", new("con más de 8 medidas la regla de parada pide 10", "with more than 8 measures the stopping rule takes 10"), new("10 o más, o --orders", "10 or more, or --orders"), "10")]);
    }

    private static ScenarioAttribution Attribute(Call call, AttributionRequest request, IExecutor executor)
    {
        using var progress = new ProgressLine(call.Terminal, call.Tongue);
        try
        {
            return AttributionRun.Run(request, executor, progress.Show, call.Cancellation);
        }
        catch (TimeoutException)
        {
            throw new InputException([Wrong(PrecisionSettings.Budget.Name, PrecisionSettings.Budget.Given(call.Parsed, new()), new(
                "no alcanza para dos réplicas de cada combinación", "not enough for two replications of every combination"), new("más tiempo, o menos --days", "more time, or fewer --days"))]);
        }
    }

    private static InputProblem Wrong(string field, string? given, Bilingual message, Bilingual expected, string? nearest = null) => new(Mark.Whole("corridor"), field, given, message, expected, nearest);
}
