using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;

namespace CorridorTwin.Twin;

/// <summary>How a twin works.</summary>
public sealed record TwinOptions
{
    /// <summary>The corridor that is followed: events of other places are refused, forecasts run it. Null: any place is believed, and nothing can be forecast.</summary>
    public CorridorModel? Corridor { get; init; }

    /// <summary>Only look: nothing is written, another process may be writing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Lateness allowed, milliseconds behind the newest event of the same source.</summary>
    public long Lateness { get; init; } = TwinRules.Lateness;

    /// <summary>Events in a commit at most.</summary>
    public int BatchSize { get; init; } = 4096;

    /// <summary>Events between snapshots: what a restart has to take from the log again at most.</summary>
    public int SnapshotEvery { get; init; } = 200_000;

    /// <summary>Longest line taken, bytes.</summary>
    public int LongestLine { get; init; } = 65_536;

    /// <summary>A side of which no source has told anything for so long has no data, milliseconds.</summary>
    public long StaleAfter { get; init; } = 6 * 3_600_000;

    /// <summary>The wall clock, Unix milliseconds; tests set it.</summary>
    public Func<long> Clock { get; init; } = () => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}

/// <summary>
/// The twin: takes events, keeps them durably, holds the state of the corridor, and answers what it was at any time as known at any time.
/// The log comes first: the state follows from it, and is taken from it again after a crash.
/// </summary>
public sealed partial class LiveTwin : IAsyncDisposable
{
    private readonly TwinOptions options;
    private readonly TwinDatabase database;
    private readonly EventLog log;
    private readonly SqliteGrainStore store;
    private readonly LocalGrainHost host;
    private readonly Lock gate = new();
    private readonly SourceClocks sources = new();
    private readonly EventRouter router = new();
    private readonly HashSet<EventKey> withdrawn = [];
    private readonly Dictionary<(string Post, string Side), long> heard = [];
    private readonly Pseudonyms? pseudonyms;
    // The clock and when each side was last heard, as of the last commit: a new object each time, so nobody who asks has to wait.
    private volatile Tuple<long, Dictionary<(string Post, string Side), long>> clock = new(0, []);
    private long sinceSnapshot;
    private volatile bool failed;

    private LiveTwin(string path, TwinOptions options)
    {
        this.options = options;
        database = TwinDatabase.Open(path, options.ReadOnly);
        try
        {
            pseudonyms = options.ReadOnly ? null : Pseudonyms.Beside(path);
            log = new EventLog(database);
            store = new SqliteGrainStore(database);
            host = new LocalGrainHost(store);
            Recover();
        }
        catch
        {
            store?.Dispose();
            log?.Dispose();
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a twin, or makes one where there is no file, and takes from the log what its last snapshot lacks.</summary>
    /// <exception cref="Scenarios.Inputs.InputException">The file is not a twin's, is written by another process, or cannot be opened.</exception>
    public static LiveTwin Open(string path, TwinOptions? options = null) => new(path, options ?? new TwinOptions());

    /// <summary>The file.</summary>
    public string Path => database.Path;

    /// <summary>Tells other processes that find the file taken where events are taken instead.</summary>
    /// <param name="address">Where, with a slash at the end.</param>
    public void Announce(Uri address)
    {
        if (!options.ReadOnly) WriterAddress.Write(Path, address.AbsoluteUri);
    }

    /// <summary>Events in the log.</summary>
    public long Events => log.Last;

    /// <summary>The sources: how far they have come, what became of their lines.</summary>
    public IReadOnlyList<SourceState> Sources
    {
        get
        {
            lock (gate) return [.. sources.All];
        }
    }

    /// <summary>The sources as they stand at one instant.</summary>
    public IReadOnlyList<SourceFigures> Figures()
    {
        lock (gate) return [.. sources.All.Select(s => new SourceFigures(s.Name, s.Newest == 0 ? null : At(s.Newest), s.Heard == 0 ? null : At(s.Heard), s.Skew, s.Counters))];
    }

    /// <summary>It has a corridor: lines can be estimated and the hours ahead simulated.</summary>
    public bool HasCorridor => options.Corridor != null;

    /// <summary>A write has failed, or the state is to be taken from the log again: whether the disk has the last batch only the file can tell, so it has to be opened again.</summary>
    public bool HasFailed => failed;

    /// <summary>The grains' host.</summary>
    internal LocalGrainHost Host => host;

    /// <summary>Keeps the state, so that a restart need not take it from the log.</summary>
    public void Snapshot()
    {
        if (options.ReadOnly) return;
        lock (gate)
        {
            host.Flush(log.Last);
            sinceSnapshot = 0;
        }
    }

    /// <summary>Waits until all that is in the log is in the state.</summary>
    public void Settle() => host.Drain();

    /// <summary>Notes for the world outside that have not been delivered.</summary>
    public IReadOnlyList<Note> Outbox() => store.Outbox();

    /// <summary>Forgets a note that has been delivered.</summary>
    public void Delivered(string noteId) => store.Delivered(noteId);

    /// <summary>The first thing wrong with the log; null if all is as it was written.</summary>
    public string? VerifyLog(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        lock (gate) return log.Verify(progress, cancellation);
    }

    /// <summary>What is wrong with the end of the log, its last batch; null if it is as it was written. Cheap, and does not wait for ingest.</summary>
    public string? CheckTail()
    {
        using var reader = new EventLog(database);
        return reader.VerifyTail();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!failed) Snapshot();
        await Close();
    }

    /// <summary>Ends as if the process had been killed: nothing more is kept. For a twin that is only read, or one that failed.</summary>
    public Task CloseAsync() => Close().AsTask();

    /// <summary>Ends as if the process had been killed: nothing more is kept.</summary>
    internal async ValueTask Close()
    {
        await host.DisposeAsync();
        store.Dispose();
        log.Dispose();
        database.Dispose();
    }

    private void Recover()
    {
        foreach ((long number, string name, long newest, long at) in log.Many<(long, string, long, long)>(TwinSql.Sources))
        {
            SourceState source = sources.Of(name);
            (source.Newest, source.Heard) = (newest, at);
        }
        foreach (var counters in log.Many<(long Source, string Name, long Value)>(TwinSql.Counters).GroupBy(c => c.Source))
            sources.All.First(s => s.Number == counters.Key).Counters = counters.ToDictionary(c => c.Name, c => c.Value);
        foreach (string line in (log.One<string>(TwinSql.Meta, new { name = "heard" }) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('\t') is [var post, var side, var t]) heard[(post, side)] = long.Parse(t, System.Globalization.CultureInfo.InvariantCulture);
        long from = store.Mark.UpTo + 1;
        var messages = new List<(GrainId, GrainMessage)>();
        foreach ((EventKey key, long seq, _) in log.Withdrawn().ToList())
        {
            withdrawn.Add(key);
            if (seq >= from && Logged(key) is { } corrected && router.Of(corrected.Event) is { } to) messages.Add((to, new Withdrawn(key.High)));
        }
        host.TellAll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(messages));
        Replay(host, log.Between(from, log.Last).Where(e => e.Standing == EventStanding.Applied), withdrawn, heard);
        _ = host.AdvanceAsync(sources.Now).AsTask();
        clock = new(sources.Now, new(heard));
        Settle();
    }

    private (LoggedEvent Row, BorderEvent Event)? Logged(EventKey key)
    {
        (long Seq, long Standing, long Zone, string? Own, byte[] Body) row = log.One<(long, long, long, string?, byte[])>(TwinSql.ById, new { id = key.Bytes() });
        if (row.Body == null) return null;
        var e = new LoggedEvent(row.Seq, key, 0, 0, (int)row.Zone, (EventStanding)row.Standing, row.Own, row.Body);
        return (e, new BorderEventParser().Parse(row.Body.AsSpan()));
    }

    /// <summary>Tells a host what the log says.</summary>
    private static void Replay(LocalGrainHost to, IEnumerable<LoggedEvent> events, HashSet<EventKey> without, Dictionary<(string, string), long> heard)
    {
        var parser = new BorderEventParser();
        var told = new EventRouter();
        var messages = new List<(GrainId, GrainMessage)>();
        foreach (LoggedEvent e in events)
        {
            BorderEvent read = parser.Parse(e.Body.AsSpan());
            Hear(read, heard);
            if (without.Contains(e.Key) || told.Of(read) is not { } grain) continue;
            messages.Add((grain, told.Tell(read, e.Key.High)));
            if (messages.Count < 4096) continue;
            to.TellAll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(messages));
            messages.Clear();
        }
        to.TellAll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(messages));
    }

    private string HeardText() => string.Concat(heard.Select(h => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{h.Key.Post}\t{h.Key.Side}\t{h.Value}\n")));

    private static void Hear(BorderEvent e, Dictionary<(string, string), long> heard)
    {
        if (e.Post == null || e.Side == null) return;
        ref long at = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(heard, (e.Post, e.Side), out _);
        at = Math.Max(at, EventRouter.Milliseconds(e.T));
    }
}
