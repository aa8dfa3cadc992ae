using System.Globalization;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Cli.Commands;

/// <summary>The twin: takes events, says where the corridor stands and stood, and checks its log.</summary>
internal sealed partial class TwinCommand : Verb
{
    private static readonly Bilingual TimeTakes = new("una hora con su desfase, como 2024-03-04T14:00:00-06:00", "a time with its offset, such as 2024-03-04T14:00:00-06:00");
    private static readonly Bilingual StaffTakes = new("puesto/sentido/lado/carril=±N", "post/direction/side/lane=±N");
    private static readonly PathSetting File = new("--twin", new("Archivo del gemelo.", "The twin's file."), new("twin.db en la carpeta de datos del usuario", "twin.db in the user's data folder"), new("ARCHIVO", "FILE"), new("un archivo", "a file"));
    private static readonly NameSetting Source = new("--source", new("NOMBRE", "NAME"), new("Nombre de la fuente de los eventos (ingest).", "Name of the events' source (ingest)."), new("un nombre", "a name"), new("el del archivo", "the file's"));
    private static readonly NameSetting At = new("--at", new("HORA", "TIME"), new("El estado a esta hora (state), o la primera (replay).", "The state at this time (state), or the first one (replay)."), TimeTakes, new("la última", "the last one"));
    private static readonly NameSetting Known = new("--known", new("HORA", "TIME"), new("Tal como se sabía a esta hora.", "As it was known at this time."), TimeTakes, new("hoy", "today"));
    private static readonly NumberSetting Hours = new("--hours", Bilingual.Same("N"), new("Horas que se reproducen (replay), o que se miran adelante (forecast, fork: 1 a 24).", "Hours replayed (replay), or looked ahead (forecast, fork: 1 to 24)."), 1, 24 * 366, 24, new("24; forecast y fork, 12", "24; forecast and fork, 12"));
    private static readonly NumberSetting Step = new("--step", Bilingual.Same("N"), new("Minutos entre estados (replay).", "Minutes between states (replay)."), 1, 24 * 60, 60);
    private static readonly SwitchSetting Acknowledge = new("--acknowledge", new("Escribe una línea por cada lote que ya no se perderá: bytes y eventos (ingest).", "Writes a line for each batch that will not be lost any more: bytes and events (ingest)."));

    private static readonly NameSetting Close = new("--close", new("PUESTO", "POST"), new("Cierra este puesto (fork).", "Closes this post (fork)."), new("un puesto, o 'all'", "a post, or 'all'"));
    private static readonly NameSetting Staff = new("--staff", new("CARRIL=N", "LANE=N"), new("Más o menos personal en un carril (fork), como penas-blancas/N2S/CR/gate=+1.", "More or fewer staff at a lane (fork), such as penas-blancas/N2S/CR/gate=+1."), StaffTakes);
    private static readonly NameSetting Measure = new("--measure", new("MEDIDA", "MEASURE"), new("Aplica esta medida (fork).", "Applies this measure (fork)."), new("una medida de 'corridor list'", "a measure of 'corridor list'"));
    private static readonly NumberSetting In = new("--in", Bilingual.Same("N"), new("Minutos hasta que empieza el cambio (fork).", "Minutes until the change begins (fork)."), 0, 24 * 60, 0);
    private static readonly NumberSetting For = new("--for", Bilingual.Same("N"), new("Minutos que dura (fork).", "Minutes it lasts (fork)."), 1, 24 * 60, 240);
    private static readonly NumberSetting Replications = new("--replications", Bilingual.Same("N"), new("Futuros simulados (forecast, fork).", "Futures simulated (forecast, fork)."), 2, 10_000, 200);

    private static readonly ChoiceSetting Scope = new("--scope", new("Qué permite la clave (key add): enviar como la fuente, leer, o ambas cosas.", "What the key allows (key add): to send as the source, to read, or both."), Bilingual.Same("ingest"), "ingest", "read", "both");

    private static readonly string[] Actions = ["ingest", "state", "replay", "verify-log", "rebuild", "forecast", "fork", "key"];

    /// <inheritdoc/>
    public override string Name => "twin";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "El gemelo: recibe eventos de frontera, dice cómo está y cómo estuvo el corredor, y comprueba su registro.",
        "The twin: takes border events, says how the corridor stands and stood, and checks its log.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "ingest lee eventos (JSON Lines o CSV) de un archivo o de la entrada estándar; lo que está mal se aparta con su lugar y motivo. state muestra cada lado de cada puesto; replay, lo mismo hora por hora; verify-log comprueba que nadie cambió el registro; rebuild recalcula el estado con lo que llegó tarde; forecast simula las próximas horas desde el estado, y fork las compara con un cambio desde ahora. key add NOMBRE crea la clave con la que una fuente envía eventos al panel, y la muestra una sola vez; key list las enumera, key revoke las anula; también con el panel en marcha. Sale con 1 si se apartaron líneas o el registro está mal.",
        "ingest reads events (JSON Lines or CSV) from a file or standard input; what is wrong is set aside with its place and reason. state shows every side of every post; replay the same hour by hour; verify-log checks that nobody changed the log; rebuild works the state out again with what came late; forecast simulates the next hours from the state, and fork compares them with a change from now. key add NAME makes the key with which a source sends events to the dashboard, and shows it once; key list names them, key revoke ends them; also while the dashboard runs. Exits with 1 if lines were set aside or the log is wrong.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new($"{string.Join('|', Actions)} [archivo]", $"{string.Join('|', Actions)} [file]");

    /// <inheritdoc/>
    public override int MostArguments => 3;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [File, Source, At, Known, Hours, Step, Acknowledge, Scope, Close, Staff, Measure, In, For, Replications, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Format];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("twin ingest feed.jsonl", new("Recibe un archivo de eventos.", "Takes a file of events.")),
        ("twin state", new("Quién está en cada lado ahora.", "Who is on each side now.")),
        ("twin forecast --hours 6", new("Las próximas seis horas, con su incertidumbre.", "The next six hours, with their uncertainty.")),
        ("twin fork --staff penas-blancas/N2S/NI/gate=+1 --in 60 --for 240", new("¿Y si dentro de una hora se abre otra ventanilla?", "What if another lane opens in an hour?")),
        ("twin key add gates-penas-blancas", new("Crea la clave de una fuente; se muestra una vez.", "Makes the key of a source; it is shown once.")),
        ("twin state --at 2024-03-04T14:00:00-06:00 --known 2024-03-04T15:00:00-06:00", new("A las 14:00, tal como se sabía a las 15:00.", "At 14:00, as it was known at 15:00.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        string? action = call.Words.Count > 0 ? call.Words[0] : null;
        if (action is null || !Actions.Contains(action))
            problems.Add(new InputProblem(Mark.Whole("corridor"), "twin", action, action is null ? new("falta qué hacer", "what to do is missing") : new("desconocido", "unknown"), new($"uno de estos: {string.Join(", ", Actions)}", $"one of {string.Join(", ", Actions)}"), action is null ? null : Nearest.To(action, Actions)));
        else if (call.Words.Count > 2 && action != "key")
            problems.Add(new InputProblem(Mark.Whole("corridor"), "", call.Words[2], new("sobra", "is one word too many")));
        else if (call.Words.Count > 1 && action is not ("ingest" or "key"))
            problems.Add(new InputProblem(Mark.Whole("corridor"), "", call.Words[1], new($"'twin {action}' no lleva archivo de eventos", $"'twin {action}' takes no file of events")));
        string path = File.Given(call.Parsed, problems) ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CorridorTwin", "twin.db");
        DateTimeOffset? at = Time(At, call, problems), known = Time(Known, call, problems);
        int hours = (int)Hours.Read(call.Parsed, problems), step = (int)Step.Read(call.Parsed, problems);
        string? source = Source.Given(call.Parsed, problems);
        string format = call.Format(problems);
        if (problems.Any) throw new InputException(problems.All);
        return action switch
        {
            "ingest" => Ingest(call, path, source),
            "state" => Read(call, path, twin => Print(call, format, [at is null && known is null ? twin.State() : twin.State(at ?? twin.State().At, known)], twin.Nowcast(at, known))),
            "replay" => Read(call, path, twin => Print(call, format, Span(twin, at, hours, step, known))),
            "forecast" or "fork" => Ahead(call, path, action, format, at, known),
            "key" => Keys(call, path, format),
            "verify-log" => Read(call, path, twin => Verify(call, twin)),
            _ => Rebuild(call, path),
        };
    }

    private static IEnumerable<TwinView> Span(LiveTwin twin, DateTimeOffset? at, int hours, int step, DateTimeOffset? known)
    {
        DateTimeOffset from = at ?? twin.State().At.AddHours(-hours);
        return twin.Replay(from, from.AddHours(hours), TimeSpan.FromMinutes(step), known);
    }

    private static int Ingest(Call call, string path, string? source)
    {
        string? file = call.Words.Count > 1 && call.Words[1] != "-" ? call.Words[1] : null;
        if (file != null && !System.IO.File.Exists(file)) throw new InputException([new InputProblem(Mark.Whole(file), "", null, new("no existe", "does not exist"), new("un archivo de eventos", "a file of events"))]);
        using Stream stream = file == null ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        LiveTwin twin = LiveTwin.Open(path, new TwinOptions { Corridor = ScenarioSource.Plain(call).Folder.Baselines.FirstOrDefault()?.Model });
        try
        {
            bool tell = Acknowledge.Read(call.Parsed);
            IngestReport report = twin.Ingest(stream, new IngestOptions
            {
                Source = source ?? (file == null ? "stdin" : Path.GetFileName(file)),
                Committed = !tell ? null : (bytes, events) =>
                {
                    call.Terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{bytes} {events}\n"));
                    call.Terminal.Out.Flush();
                },
            }, call.Cancellation);
            Tell(call, report);
            return report.Refused.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (call.Cancellation.IsCancellationRequested)
        {
            call.Tell("corridor: interrumpido; lo recibido hasta aquí queda", "corridor: interrupted; what was taken so far stays");
            return ExitCode.Cancelled;
        }
        finally
        {
            twin.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Tell(Call call, IngestReport r)
    {
        Tongue tongue = call.Tongue;
        var said = new List<string> { tongue.Say($"{r.Accepted} aceptados", $"{r.Accepted} accepted") };
        if (r.OutOfOrder > 0) said.Add(tongue.Say($"{r.OutOfOrder} de ellos fuera de orden", $"{r.OutOfOrder} of them out of order"));
        if (r.Duplicates > 0) said.Add(tongue.Say($"{r.Duplicates} repetidos", $"{r.Duplicates} duplicates"));
        if (r.Late > 0) said.Add(tongue.Say($"{r.Late} tarde (cuentan tras 'twin rebuild')", $"{r.Late} late (they count after 'twin rebuild')"));
        if (r.UnknownType > 0) said.Add(tongue.Say($"{r.UnknownType} de tipo desconocido", $"{r.UnknownType} of unknown type"));
        if (r.Corrected > 0) said.Add(tongue.Say($"{r.Corrected} corregidos", $"{r.Corrected} corrected"));
        foreach ((string reason, long n) in r.Refused.OrderBy(x => x.Key, StringComparer.Ordinal)) said.Add(tongue.Say($"{n} apartados: {reason}", $"{n} set aside: {reason}"));
        call.Terminal.Error.WriteLine(tongue.Say($"{r.Lines} líneas: ", $"{r.Lines} lines: ") + string.Join(", ", said));
        if (r.TornAt is { } torn) call.Tell($"corridor: la última línea está cortada (byte {torn}); se tomará cuando esté entera", $"corridor: the last line is cut (byte {torn}); it will be taken when it is whole");
    }

    private static int Read(Call call, string path, Func<LiveTwin, int> answer)
    {
        LiveTwin twin = LiveTwin.Open(path, new TwinOptions { ReadOnly = true, Corridor = ScenarioSource.Plain(call).Folder.Baselines.FirstOrDefault()?.Model });
        try
        {
            return answer(twin);
        }
        finally
        {
            twin.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static int Verify(Call call, LiveTwin twin)
    {
        string? problem = twin.VerifyLog(null, call.Cancellation);
        if (problem is null) call.Terminal.Out.WriteLine(call.Tongue.Say($"registro íntegro: {twin.Events} eventos", $"log whole: {twin.Events} events"));
        else call.Terminal.Error.WriteLine(call.Tongue.Say("corridor: el registro no es lo que se escribió: ", "corridor: the log is not what was written: ") + problem);
        return problem is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Rebuild(Call call, string path)
    {
        LiveTwin twin = LiveTwin.Open(path);
        long late = twin.Rebuild();
        twin.DisposeAsync().AsTask().GetAwaiter().GetResult();
        LiveTwin again = LiveTwin.Open(path);
        again.DisposeAsync().AsTask().GetAwaiter().GetResult();
        call.Terminal.Out.WriteLine(call.Tongue.Say($"recalculado; {late} eventos llegados tarde cuentan ahora", $"worked out again; {late} events that came late count now"));
        return ExitCode.Done;
    }

    private static DateTimeOffset? Time(NameSetting setting, Call call, Problems problems)
    {
        if (setting.Given(call.Parsed, problems) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) return time;
        problems.Add(new InputProblem(Mark.Whole("corridor"), setting.Name, text, new("no es una hora", "is not a time"), TimeTakes));
        return null;
    }
}
