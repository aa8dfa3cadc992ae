using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;
using Microsoft.AspNetCore.Hosting.Server;

namespace CorridorTwin.Dashboard.Live;

/// <summary>
/// The dashboard's twin: opened when it is first asked for, closed with a snapshot at the end. Where another process writes the file, it is only read,
/// and looked at again now and then; once the other ends, it is the dashboard's.
/// </summary>
public sealed partial class TwinRoom : IAsyncDisposable
{
    /// <summary>How often a file that another process writes is looked at again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <summary>How long a twin that was replaced stays open for those who are still reading it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly ScenarioLibrary library;
    private readonly IServer server;
    private readonly IHostApplicationLifetime host;
    private readonly ILogger<TwinRoom> log;
    private readonly Lock gate = new();
    private readonly Bell bell = new(TimeSpan.FromMilliseconds(250));
    private readonly Lock waiting = new();
    private Task<LiveTwin?>? ready;
    private volatile LiveTwin? twin;
    private DateTime lookAt = DateTime.MinValue;
    private bool closed;

    /// <summary>The room of a dashboard.</summary>
    public TwinRoom(DashboardOptions options, DataFolder data, ScenarioLibrary library, IServer server, IHostApplicationLifetime host, ILogger<TwinRoom> log)
    {
        (this.library, this.server, this.host, this.log) = (library, server, host, log);
        Path = options.Twin ?? System.IO.Path.Combine(data.Path, "twin.db");
        desk = new ForecastDesk(host.ApplicationStopping);
        archive = new ForecastDesk(host.ApplicationStopping, mostKept: 8);
    }

    /// <summary>The twin's file: the one the command line uses, if nothing else was asked for.</summary>
    public string Path { get; }

    /// <summary>How the dashboard stands to it.</summary>
    public TwinStanding Standing { get; private set; } = TwinStanding.Absent;

    /// <summary>Another process writes the file: what is shown is some seconds old, and events are refused here.</summary>
    public bool InUse => Standing == TwinStanding.InUse;

    /// <summary>Why the twin cannot be written or read; null if all is well.</summary>
    public Bilingual? Problem { get; private set; }

    /// <summary>The twin as it can be had; null while there is no file, or none that can be read. May take seconds where much has to be taken from the log.</summary>
    public LiveTwin? Twin => Open(make: false);

    /// <summary>The twin if it is open already: for those who only watch.</summary>
    internal LiveTwin? Opened => twin;

    /// <summary>The twin, opened on a thread of its own if it has to be: many may wait for it without holding a thread each.</summary>
    public Task<LiveTwin?> Ready()
    {
        if (twin is { HasFailed: false } open && Standing == TwinStanding.Keeping) return Task.FromResult<LiveTwin?>(open);
        lock (waiting)
            return ready is { IsCompleted: false } ? ready : ready = Task.Factory.StartNew(() => Twin, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Changes told so far: grows with the commits of ingest, at most four times a second.</summary>
    public long Version => bell.Told;

    /// <summary>Waits until the twin has changed since a version.</summary>
    /// <param name="known">The version the reader has.</param>
    /// <param name="cancellation">The reader has gone.</param>
    /// <returns>The version there is now.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<long> Changed(long known, CancellationToken cancellation) => bell.After(known, cancellation);

    /// <summary>Takes a stream of events into the twin; makes its file if there is none. Blocks: not to be called where a request is answered.</summary>
    /// <exception cref="TwinRefusedException">The file is written by another process, or cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what is committed stays.</exception>
    public IngestReport Ingest(Stream stream, IngestOptions how, CancellationToken cancellation = default)
    {
        LiveTwin? open = Open(make: true);
        if (open is null || Standing != TwinStanding.Keeping) throw new TwinRefusedException(Problem ?? LiveTexts.Unusable);
        Action<long, long>? committed = how.Committed;
        try
        {
            return open.Ingest(stream, how with
            {
                Committed = (bytes, events) =>
                {
                    committed?.Invoke(bytes, events);
                    bell.Ring();
                },
            }, cancellation);
        }
        catch (Exception e) when (open.HasFailed && e is not OperationCanceledException)
        {
            WriteFailed(log, e.GetType().Name);
            throw new TwinRefusedException(LiveTexts.WriteFailed);
        }
    }

    /// <summary>Opens the file as it can be opened now.</summary>
    private LiveTwin? Open(bool make)
    {
        LiveTwin? known = twin;
        if (known is { HasFailed: false } && Standing == TwinStanding.Keeping) return known;
        lock (gate)
        {
            if (closed || (twin is { HasFailed: false } && Standing == TwinStanding.Keeping)) return twin;
            if (twin is { HasFailed: true })
            {
                // Only the file itself can tell what it holds.
                Task.Run(twin.CloseAsync).GetAwaiter().GetResult();
                twin = null;
                lookAt = DateTime.MinValue;
            }
            if (twin is null && !make && !File.Exists(Path))
            {
                (Standing, Problem) = (TwinStanding.Absent, null);
                return null;
            }
            // Opening to read costs: between two looks, whoever writes has to wait for the next as well.
            if (DateTime.UtcNow < lookAt && (twin is not null || !make)) return twin;
            lookAt = DateTime.UtcNow + LookAgain;
            Look();
            return twin;
        }
    }

    private void Look()
    {
        var options = new TwinOptions { Corridor = library.Baseline?.Model };
        long before = twin?.Events ?? -1;
        try
        {
            LiveTwin kept = LiveTwin.Open(Path, options);
            if (Announcement.Here(server) is { } here) kept.Announce(here);
            Replace(kept);
            (Standing, Problem) = (TwinStanding.Keeping, null);
        }
        catch (InputException refused)
        {
            Problem = Said(refused);
            try
            {
                LiveTwin read = LiveTwin.Open(Path, options with { ReadOnly = true });
                (Standing, Problem) = (TwinStanding.InUse, LiveTexts.InUse(Path));
                if (twin is null || read.Events != before) Replace(read);
                else Task.Run(read.CloseAsync).GetAwaiter().GetResult();
            }
            catch (InputException)
            {
                Standing = TwinStanding.Unusable;
            }
        }
        if (twin is not null && twin.Events != before) bell.Ring();
    }

    private void Replace(LiveTwin by)
    {
        LiveTwin? old = twin;
        twin = by;
        if (old is not null) _ = LetGo(old);
    }

    private async Task LetGo(LiveTwin old)
    {
        try
        {
            await Task.Delay(Grace, host.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The end comes first.
        }
        await old.CloseAsync();
    }

    private static Bilingual Said(InputException e) => new(e.Problems[0].Render("es"), e.Problems[0].Render("en"));

    /// <summary>Keeps the state, so that the next start need not take it from the log.</summary>
    public async ValueTask DisposeAsync()
    {
        LiveTwin? last;
        lock (gate) (last, twin, closed) = (twin, null, true);
        await desk.Ended();
        await archive.Ended();
        if (last is not null) await last.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Error, "The twin's file could not be written ({What}); it is opened again at the next request")]
    private static partial void WriteFailed(ILogger log, string what);
}

/// <summary>The twin does not take events now.</summary>
/// <param name="why">Why, in the reader's language.</param>
public sealed class TwinRefusedException(Bilingual why) : Exception(why.En)
{
    /// <summary>Why.</summary>
    public Bilingual Why => why;
}
