using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;

namespace CorridorTwin.Twin;

public sealed partial class LiveTwin
{
    /// <summary>Takes a stream of events, JSON Lines or CSV, batch by batch. What is wrong with a line is kept with its place and reason, and stops nothing.</summary>
    /// <remarks>May be called by several threads; batches take turns.</remarks>
    /// <exception cref="OperationCanceledException">Cancelled; what is committed stays.</exception>
    public IngestReport Ingest(Stream stream, IngestOptions how, CancellationToken cancellation = default)
    {
        if (options.ReadOnly) throw new InvalidOperationException("This twin was opened to be read only.");
        return new Ingestion(this, how).Run(stream, cancellation);
    }

    /// <summary>One line that is not taken.</summary>
    private readonly record struct Bad(long Position, long Length, string Reason, string Detail);

    /// <summary>One event to be committed, with the message that tells its grain.</summary>
    private readonly record struct Ready(NewEvent New, BorderEvent Event, long Position, long Length, bool Behind);

    private sealed class Ingestion(LiveTwin twin, IngestOptions how)
    {
        private readonly BorderEventParser parser = new();
        private readonly BorderEventJson json = new();
        private readonly EventCheck check = new(twin.options.Corridor);
        private readonly SourceState source = twin.SourceOf(how.Source);
        private readonly List<Ready> ready = [];
        private readonly List<Bad> bad = [];
        private readonly Dictionary<string, long> refused = [];
        private BorderEventCsv? csv;
        private TraceHeader? header;
        private long lines, accepted, duplicates, late, outOfOrder, unknown, corrected, newest, done;
        private long? torn;

        public IngestReport Run(Stream stream, CancellationToken cancellation)
        {
            newest = source.Newest;
            var reader = new LineReader(stream, twin.options.LongestLine);
            while (reader.TryNext(out ReadOnlySpan<byte> line))
            {
                if (line.Length > 0 || reader.TooLong) Take(line, reader);
                if (ready.Count + bad.Count < twin.options.BatchSize && (reader.HasMore || ready.Count + bad.Count == 0)) continue;
                cancellation.ThrowIfCancellationRequested();
                Commit(reader.Position + reader.Length);
            }
            if (ready.Count + bad.Count > 0) Commit(torn ?? reader.Position);
            json.Dispose();
            return new IngestReport
            {
                Lines = lines, Accepted = accepted, Duplicates = duplicates, Late = late, OutOfOrder = outOfOrder, UnknownType = unknown, Corrected = corrected,
                Refused = refused, TornAt = torn, Bytes = done,
            };
        }

        private void Take(ReadOnlySpan<byte> line, LineReader at)
        {
            lines++;
            if (at.Position == 0 && line.StartsWith("\uFEFF"u8)) line = line[3..];
            if (at.TooLong)
            {
                Refuse(at, Refusal.TooLong, $"longer than {twin.options.LongestLine} bytes");
                return;
            }
            try
            {
                if (lines == 1 && First(line)) return;
                if (TraceHeader.Is(line))
                {
                    header = TraceHeader.Parse(line);
                    return;
                }
                BorderEvent e = csv == null ? parser.Parse(line) : csv.Parse(Text(line));
                if (header != null && e.T.Year is > 1999 and < 2201)
                {
                    foreach (BorderEvent lane in header.LanesAt(e.T.AddMilliseconds(-1))) Prepare(lane, at);
                    header = null;
                }
                Prepare(e, at);
            }
            catch (TraceFormatException wrong)
            {
                // Half a line at the end is not wrong: the rest of it has not come yet.
                if (at.Torn) torn = at.Position;
                else Refuse(at, Refusal.Malformed, Detail(wrong.Problem));
            }
            // Whatever a line may hold that nobody has thought of, it is only a line.
            catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
            {
                Refuse(at, Refusal.Malformed, "cannot be read");
            }
        }

        /// <summary>Whether the first line is that of a CSV file.</summary>
        private bool First(ReadOnlySpan<byte> line)
        {
            if (how.Csv == false || !(how.Csv ?? BorderEventCsv.IsHeader(Text(line)))) return false;
            csv = new BorderEventCsv(Text(line));
            return true;
        }

        private void Prepare(BorderEvent e, LineReader at)
        {
            long clock = twin.options.Clock();
            ReadOnlySpan<byte> canonical = json.Canonical(e);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(canonical, hash);
            bool ofContent = e.Id is { } id && id.StartsWith(EventId.Prefix, StringComparison.Ordinal);
            if (ofContent && !Is(e.Id!, hash))
            {
                Refuse(at, Refusal.Damaged, "the content is not what its id was made of");
                return;
            }
            if (check.Problem(e, clock, newest) is { } problem)
            {
                Refuse(at, problem.Reason, problem.Detail);
                return;
            }
            // The id is looked up as it came; nothing that may hold a plate is kept.
            BorderEvent clean = twin.pseudonyms!.Apply(e);
            // A simulated event is what its id says; another is not once its plate has become a pseudonym.
            EventKey? own = e.Id is { } given && !(ofContent && ReferenceEquals(clean, e)) ? KeyOf(given) : null;
            if (!ReferenceEquals(clean, e))
            {
                e = clean;
                canonical = json.Canonical(e);
                SHA256.HashData(canonical, hash);
            }
            long t = EventRouter.Milliseconds(e.T);
            bool tooLate = t < newest - twin.options.Lateness;
            // Simulated time has no wall clock: an event is known when it happens, unless it says otherwise.
            long rec = e.Src == EventSource.Sim ? EventRouter.Milliseconds(e.Rec ?? e.T) : clock;
            ready.Add(new Ready(
                new NewEvent(own ?? EventKey.Of(hash), t, rec, source.Number, (int)e.T.Offset.TotalMinutes, tooLate ? EventStanding.Late : EventStanding.Applied, own == null ? null : "own", canonical.ToArray()),
                e, at.Position, at.Length, t < newest));
            newest = Math.Max(newest, t);
        }

        private static bool Is(string id, ReadOnlySpan<byte> hash)
        {
            Span<byte> said = stackalloc byte[SHA256.HashSizeInBytes];
            return EventId.IsOfContent(id) && Convert.FromHexString(id.AsSpan(EventId.Prefix.Length), said, out _, out _) == OperationStatus.Done && said.SequenceEqual(hash);
        }

        private void Refuse(LineReader at, string reason, string detail) => bad.Add(new Bad(at.Position, at.Length, reason, detail));

        private void Commit(long position)
        {
            lock (twin.gate)
            {
                Batch batch = twin.Commit(source, newest, ready, bad, twin.options.Clock());
                accepted += batch.Accepted;
                duplicates += batch.Duplicates;
                late += batch.Late;
                outOfOrder += batch.OutOfOrder;
                unknown += batch.Unknown;
                corrected += batch.Corrected;
                foreach ((string reason, long n) in batch.Refused) refused[reason] = refused.GetValueOrDefault(reason) + n;
                if (how.Refused != null)
                    foreach (QuarantinedLine line in batch.SetAside) how.Refused(line);
            }
            done = position;
            ready.Clear();
            bad.Clear();
            how.Committed?.Invoke(done, twin.Events);
        }

        private static string Text(ReadOnlySpan<byte> line)
        {
            if (!System.Text.Unicode.Utf8.IsValid(line)) throw new TraceFormatException("not valid UTF-8");
            return Encoding.UTF8.GetString(line);
        }

        /// <summary>What is wrong, without what the line says: that may be a plate.</summary>
        private static string Detail(string problem)
        {
            int said = problem.IndexOf(", found", StringComparison.Ordinal);
            if (said < 0) said = problem.IndexOf(": \"", StringComparison.Ordinal);
            return said < 0 ? problem : problem[..said];
        }
    }

    private sealed class Batch
    {
        public long Accepted, Simulated, OutOfOrder, Duplicates, Late, Unknown, Corrected;
        public readonly List<QuarantinedLine> SetAside = [];
        public readonly Dictionary<string, long> Refused = [];
        public readonly List<(GrainId, GrainMessage)> Messages = [];
    }

    private SourceState SourceOf(string name)
    {
        lock (gate) return sources.Of(name);
    }

    private static EventKey KeyOf(string id) => EventId.IsOfContent(id)
        ? EventKey.Of(Convert.FromHexString(id.AsSpan(EventId.Prefix.Length)))
        : EventKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes("id\n" + id)));

    /// <summary>Puts a batch on the disk, then tells the grains: log first.</summary>
    private Batch Commit(SourceState source, long newest, List<Ready> ready, List<Bad> bad, long rec)
    {
        if (failed) throw new IOException("The twin's file could not be written; open it again.");
        var batch = new Batch();
        var gone = new List<EventKey>();
        long began = Stopwatch.GetTimestamp();
        try
        {
            log.Begin();
            foreach (Ready r in ready) Append(r, source, rec, batch, gone);
            foreach (Bad b in bad) Quarantine(b, source, rec, batch);
            var counts = new Dictionary<string, long>(source.Counters);
            void Count(string name, long by)
            {
                if (by > 0) counts[name] = counts.GetValueOrDefault(name) + by;
            }
            Count("accepted", batch.Accepted);
            Count(SourceState.Simulated, batch.Simulated);
            Count("duplicate", batch.Duplicates);
            Count("out-of-order", batch.OutOfOrder);
            Count("late", batch.Late);
            Count("unknown-type", batch.Unknown);
            Count("corrected", batch.Corrected);
            foreach ((string reason, long n) in batch.Refused) Count(reason, n);
            log.Execute(TwinSql.SetSource, new { number = source.Number, name = source.Name, newest = Math.Max(source.Newest, newest), heard = rec });
            foreach ((string name, long value) in counts)
                if (source.Counters.GetValueOrDefault(name) != value) log.Execute(TwinSql.SetCounter, new { source = source.Number, name, value });
            log.Execute(TwinSql.SetMeta, new { name = "heard", value = HeardText() });
            log.Commit(rec);
            source.Counters = counts;
        }
        catch
        {
            // Whether the disk has it is not known: only the file itself can tell.
            failed = true;
            log.Rollback();
            throw;
        }
        TwinMeter.Committed(source.Name, Stopwatch.GetElapsedTime(began), batch.Accepted, batch.Duplicates, batch.Late, batch.Refused);
        (source.Newest, source.Heard) = (Math.Max(source.Newest, newest), rec);
        withdrawn.UnionWith(gone);
        host.TellAll(CollectionsMarshal.AsSpan(batch.Messages));
        _ = host.AdvanceAsync(sources.Now).AsTask();
        clock = new(sources.Now, new(heard));
        sinceSnapshot += batch.Accepted;
        if (sinceSnapshot >= options.SnapshotEvery)
        {
            host.Flush(log.Last);
            sinceSnapshot = 0;
        }
        return batch;
    }

    private void Append(in Ready r, SourceState source, long rec, Batch batch, List<EventKey> gone)
    {
        if (!log.Append(r.New))
        {
            (LoggedEvent Row, BorderEvent Event) before = Logged(r.New.Key)!.Value;
            if (before.Row.Body.AsSpan().SequenceEqual(r.New.Body))
            {
                batch.Duplicates++;
                return;
            }
            Quarantine(new Bad(r.Position, r.Length, Refusal.Conflict, $"another event has the same id (number {before.Row.Seq})"), source, rec, batch);
            Withdraw(r.New.Key, r.New.Rec, conflict: true, batch, gone);
            return;
        }
        if (EventRouter.KindOf(r.Event.Type) == ReadingKind.Unknown && !BorderEventTypes.All.Contains(r.Event.Type)) batch.Unknown++;
        Hear(r.Event, heard);
        foreach (string id in r.Event.Corrects)
            if (Withdraw(KeyOf(id), r.New.Rec, conflict: false, batch, gone)) batch.Corrected++;
        if (r.New.Standing == EventStanding.Late)
        {
            batch.Late++;
            return;
        }
        batch.Accepted++;
        if (r.Event.Src == EventSource.Sim) batch.Simulated++;
        if (r.Behind) batch.OutOfOrder++;
        if (withdrawn.Contains(r.New.Key) || gone.Contains(r.New.Key) || router.Of(r.Event) is not { } to) return;
        Told told = router.Tell(r.Event, r.New.Key.High);
        if (r.Event.Unit is { } unit) sources.Compare(source, unit, told.Reading);
        batch.Messages.Add((to, told));
    }

    /// <summary>Takes an event out of the state, now or when it comes.</summary>
    private bool Withdraw(EventKey key, long rec, bool conflict, Batch batch, List<EventKey> gone)
    {
        if (withdrawn.Contains(key) || gone.Contains(key)) return false;
        log.Execute(TwinSql.Withdraw, new { id = key.Bytes(), seq = log.Last, rec, conflict = conflict ? 1 : 0 });
        gone.Add(key);
        if (Logged(key) is { } logged && router.Of(logged.Event) is { } to) batch.Messages.Add((to, new Withdrawn(key.High)));
        return true;
    }

    private void Quarantine(in Bad b, SourceState source, long rec, Batch batch)
    {
        batch.Refused[b.Reason] = batch.Refused.GetValueOrDefault(b.Reason) + 1;
        batch.SetAside.Add(new QuarantinedLine(source.Name, At(rec), b.Position, b.Length, b.Reason, b.Detail));
        log.Execute(TwinSql.Quarantine, new { source = source.Number, rec, position = b.Position, length = b.Length, reason = b.Reason, detail = b.Detail });
    }

    /// <summary>The lines refused last, the newest first.</summary>
    public IReadOnlyList<QuarantinedLine> Quarantined(int most = 100)
    {
        lock (gate) return [.. log.Many<(string Source, long Recorded, long Position, long Length, string Reason, string Detail)>(TwinSql.Quarantined, new { most })
            .Select(q => new QuarantinedLine(q.Source, At(q.Recorded), q.Position, q.Length, q.Reason, q.Detail))];
    }
}

/// <summary>A line that was not taken. The line itself is not kept: it may bear a plate; the source has it.</summary>
/// <param name="Source">Whose.</param>
/// <param name="Recorded">When.</param>
/// <param name="Position">Where it begins in the stream, bytes.</param>
/// <param name="Length">How long it is, with its end.</param>
/// <param name="Reason">Why: <see cref="Refusal"/>.</param>
/// <param name="Detail">In one sentence.</param>
public sealed record QuarantinedLine(string Source, DateTimeOffset Recorded, long Position, long Length, string Reason, string Detail);
