using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Cli.Commands;

/// <summary>The border events of one replication, one JSON object per line.</summary>
internal sealed class TraceCommand : Verb
{
    private static readonly NumberSetting From = new("--from", Bilingual.Same("N"), new("Primer día narrado; 0 es el primero medido.", "First day told; 0 is the first one measured."), 0, 366, 0);
    private static readonly NumberSetting Days = new("--days", Bilingual.Same("N"), new("Días narrados.", "Days told."), 1, 366, 1);

    /// <inheritdoc/>
    public override string Name => "trace";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Escribe los eventos de frontera de una réplica como JSON Lines.",
        "Writes the border events of one replication as JSON Lines.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Primero una línea que describe puestos y carriles, luego los eventos en orden; la última línea, clock.heartbeat, dice que la traza está completa. Con --out va al archivo trace.jsonl y no a la salida estándar.",
        "First a line that describes posts and lanes, then the events in order; the last line, clock.heartbeat, says that the trace is whole. With --out it goes to the file trace.jsonl and not to standard output.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario]", "[scenario]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [From, Days, CommandLine.Settings.WarmUpDays, CommandLine.Settings.Seed, CommandLine.Settings.Year, CommandLine.Settings.Period, CommandLine.Settings.Out];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("trace --days 1", new("Un día de la línea base.", "One day of the baseline.")),
        ("trace smart-border --from 7 --days 2 --out results", new("Los días octavo y noveno con la frontera inteligente, en un archivo.", "The eighth and ninth day under the smart border, into a file.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        double from = From.Read(call.Parsed, problems);
        double days = Days.Read(call.Parsed, problems);
        double warmUp = CommandLine.Settings.WarmUpDays.Read(call.Parsed, problems);
        ulong seed = CommandLine.Settings.Seed.Read(call.Parsed, problems);
        (int? year, DateOnly? period) = call.Weeks(problems);
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        if (problems.Any) throw new InputException(problems.All);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        Call.Require(year, period, new ExperimentOptions { WarmUpDays = (int)warmUp }, scenario is null ? [] : [scenario]);
        Weeks weeks = (scenario?.Weeks ?? new Weeks(baseline.Year, null)).Unless(year, period);
        CorridorModel model = scenario is null
            ? weeks.Of(baseline.Model, baseline.Year)
            : MeasureCatalog.Apply(scenario.ModelBeforeMeasures(weeks), scenario.Measures.Select(m => m.Application)).Model;
        CorridorNetwork corridor = CorridorCompiler.Compile(model, SimDuration.FromDays(warmUp), SimDuration.FromDays(from + days));
        var request = new TraceRequest { Seed = seed, Scenario = scenario?.Id ?? baseline.Id, From = SimTime.FromDays(warmUp + from), To = SimTime.FromDays(warmUp + from + days) };
        try
        {
            if (folder is null) TraceRun.Write(corridor, request, call.Terminal.Out, call.Cancellation);
            else call.Tell("guardado: ", "written: ", folder.Write(("trace.jsonl", stream => Write(corridor, request, stream, call.Cancellation)))[0]);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (call.Cancellation.IsCancellationRequested)
        {
            call.Terminal.Out.Flush();
            call.Tell("corridor: interrumpido; falta el final de la traza", "corridor: interrupted; the end of the trace is missing");
            return ExitCode.Cancelled;
        }
    }

    private static void Write(CorridorNetwork corridor, TraceRequest request, Stream stream, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true);
        TraceRun.Write(corridor, request, writer, cancellation);
    }
}
