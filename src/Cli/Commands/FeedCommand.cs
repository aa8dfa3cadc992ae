using System.Diagnostics;
using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Cli.Commands;

/// <summary>Plays a simulated corridor as a stream of events, at any speed: what a real one would send to the twin.</summary>
internal sealed partial class FeedCommand : Verb
{
    private static readonly NumberSetting From = new("--from", Bilingual.Same("N"), new("Primer día; 0 es el primero medido.", "First day; 0 is the first one measured."), 0, 366, 0);
    private static readonly NumberSetting Days = new("--days", Bilingual.Same("N"), new("Días.", "Days."), 1, 366, 1);
    private static readonly NumberSetting Speed = new("--speed", Bilingual.Same("N"), new("Segundos simulados por segundo: 1 es tiempo real, 600 un día en 144 s; 0, sin esperar.", "Simulated seconds a second: 1 is real time, 600 a day in 144 s; 0 does not wait."), 0, 1_000_000, 0);
    private static readonly NumberSetting Missing = new("--missing", Bilingual.Same("N"), new("Porcentaje de lecturas de camiones que faltan, al azar.", "Per cent of trucks' readings left out at random."), 0, 99, 0);
    private static readonly ChoiceSetting Form = new("--format", new("Forma de los eventos.", "Form of the events."), Bilingual.Same("jsonl"), "jsonl", "csv");

    /// <inheritdoc/>
    public override string Name => "feed";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Reproduce un corredor simulado como flujo de eventos, a cualquier velocidad.",
        "Plays a simulated corridor as a stream of events, at any speed.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Los mismos eventos que 'trace', sin encabezado y cada uno con su identidad; todos dicen src SIM: son simulados, no observados. Primero el personal de cada carril. Para llenar el gemelo: corridor feed | corridor twin ingest; o, con el panel en marcha, --to su dirección.",
        "The same events as 'trace', without a header and each with its identity; all say src SIM: they are simulated, not observed. The staff of every lane comes first. To fill the twin: corridor feed | corridor twin ingest; or, while the dashboard runs, --to its address.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[escenario]", "[scenario]");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [Speed, Missing, From, Days, CommandLine.Settings.WarmUpDays, CommandLine.Settings.Seed, Form, CommandLine.Settings.Out, To, KeyFile];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("feed --days 2 --out results", new("Dos días en un archivo, feed.jsonl.", "Two days into a file, feed.jsonl.")),
        ("feed --speed 600 --to http://127.0.0.1:5080 --key-file feed.key", new("Un día en 144 segundos, enviado al panel.", "A day in 144 seconds, sent to the dashboard.")),
        ("feed --speed 600 --missing 10", new("Un día en 144 segundos; falta una de cada diez lecturas.", "A day in 144 seconds; one reading in ten is missing.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        double from = From.Read(call.Parsed, problems), days = Days.Read(call.Parsed, problems), warmUp = CommandLine.Settings.WarmUpDays.Read(call.Parsed, problems);
        ulong seed = CommandLine.Settings.Seed.Read(call.Parsed, problems), speed = Speed.Read(call.Parsed, problems), missing = Missing.Read(call.Parsed, problems);
        bool csv = Form.Given(call.Parsed, problems) == "csv";
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        (Uri Address, string Key)? to = Destination(call, csv, folder is not null, problems);
        if (problems.Any) throw new InputException(problems.All);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        CorridorModel model = scenario is null ? baseline.Model : MeasureCatalog.Apply(scenario.ModelBeforeMeasures(), scenario.Measures.Select(m => m.Application)).Model;
        CorridorNetwork corridor = CorridorCompiler.Compile(model, SimDuration.FromDays(warmUp), SimDuration.FromDays(from + days));
        var request = new TraceRequest { Seed = seed, Scenario = scenario?.Id ?? baseline.Id, From = SimTime.FromDays(warmUp + from), To = SimTime.FromDays(warmUp + from + days) };
        try
        {
            if (to is { } there)
            {
                Send(call, there.Address, there.Key, writer => Play(corridor, request, writer, csv: false, missing, speed, call.Cancellation));
            }
            else if (folder is null)
            {
                call.Tell("corridor: eventos simulados, no observados (src SIM)", "corridor: simulated events, not observed (src SIM)");
                Play(corridor, request, call.Terminal.Out, csv, missing, speed, call.Cancellation);
            }
            else
            {
                call.Tell("guardado: ", "written: ", folder.Write((csv ? "feed.csv" : "feed.jsonl", stream =>
                {
                    using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true);
                    Play(corridor, request, writer, csv, missing, 0, call.Cancellation);
                }))[0]);
            }
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (call.Cancellation.IsCancellationRequested)
        {
            call.Terminal.Out.Flush();
            call.Tell("corridor: interrumpido; falta el final", "corridor: interrupted; the end is missing");
            return ExitCode.Cancelled;
        }
    }

    private static void Play(CorridorNetwork corridor, TraceRequest request, TextWriter to, bool csv, ulong missing, ulong speed, CancellationToken cancellation)
    {
        using var json = new BorderEventJson();
        var clock = Stopwatch.StartNew();
        DateTimeOffset? start = null;
        TraceHeader? header = null;
        if (csv) Line(BorderEventCsv.Header);
        TraceRun.Tell(corridor, request, h => header = h, Tell, cancellation);
        to.Flush();

        void Tell(BorderEvent e)
        {
            if (header != null)
            {
                TraceHeader lanes = header;
                header = null;
                foreach (BorderEvent lane in lanes.LanesAt(e.T.AddMilliseconds(-1))) Write(lane);
            }
            string id = EventId.Of(e, json);
            // By the event's own identity: the same readings are missing whenever the same corridor is played.
            if (missing > 0 && e.Unit != null && Mix.HashName(id) % 100 < missing) return;
            if (speed > 0 && e.T >= TraceClock.At(request.From, e.T.Offset, TraceClock.EpochOf(corridor))) Wait(e.T);
            Write(e);
        }

        void Write(BorderEvent e)
        {
            BorderEvent told = e with { Id = EventId.Of(e, json) };
            if (csv) Line(BorderEventCsv.Row(told));
            else Line(json.Line(told));
        }

        void Wait(DateTimeOffset t)
        {
            start ??= t;
            TimeSpan due = (t - start.Value) / speed;
            TimeSpan left = due - clock.Elapsed;
            if (left <= TimeSpan.FromMilliseconds(5)) return;
            to.Flush();
            cancellation.WaitHandle.WaitOne(left);
            cancellation.ThrowIfCancellationRequested();
        }

        void Line(ReadOnlySpan<char> line)
        {
            to.Write(line);
            to.Write('\n');
        }
    }
}
