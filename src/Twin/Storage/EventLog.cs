using System.Buffers.Binary;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Twin.Storage;

/// <summary>How an event of the log counts.</summary>
public enum EventStanding
{
    /// <summary>It is part of the state.</summary>
    Applied = 0,
    /// <summary>It came later than allowed: part of the state only after a rebuild, and of every state computed from the log.</summary>
    Late = 1,
}

/// <summary>The identity of an event in the log: the first 16 bytes of SHA-256 of its content, or of the id it brought.</summary>
public readonly record struct EventKey(ulong High, ulong Low)
{
    /// <summary>The key of a hash.</summary>
    public static EventKey Of(ReadOnlySpan<byte> hash) => new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));

    /// <summary>As it is kept.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[16];
        Write(bytes);
        return bytes;
    }

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, High);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], Low);
    }
}

/// <summary>An event to be appended.</summary>
/// <param name="Key">Its identity.</param>
/// <param name="T">When it happened, Unix milliseconds.</param>
/// <param name="Rec">When it was recorded here, Unix milliseconds.</param>
/// <param name="Source">Number of its source.</param>
/// <param name="Zone">Offset of its time from UTC, minutes.</param>
/// <param name="Standing">How it counts.</param>
/// <param name="Own">The id it brought; null if its content is its identity.</param>
/// <param name="Body">Its canonical content (<see cref="Simulation.Trace.BorderEventJson.Canonical"/>).</param>
public sealed record NewEvent(EventKey Key, long T, long Rec, int Source, int Zone, EventStanding Standing, string? Own, byte[] Body);

/// <summary>An event of the log.</summary>
public readonly record struct LoggedEvent(long Seq, EventKey Key, long T, long Rec, int Zone, EventStanding Standing, string? Own, byte[] Body);

/// <summary>
/// The events in the order in which they were recorded. Append only: what is wrong is withdrawn by a later record, never changed.
/// Each batch bears a hash over its events and the batch before, so that any change shows.
/// </summary>
public sealed class EventLog : IDisposable
{
    private readonly SqliteConnection open;
    private readonly SqliteCommand append;
    private readonly SqliteParameter[] values;
    private byte[] chain;
    private SqliteTransaction? batch;
    private IncrementalHash? hash;
    private long first, newest;

    /// <summary>The log of a file.</summary>
    public EventLog(TwinDatabase database)
    {
        open = database.Connect();
        (long Last, byte[] Hash)? last = open.Query<(long, byte[])>(TwinSql.LastBatch).Select(b => ((long, byte[])?)b).FirstOrDefault();
        (Last, chain) = last ?? (0, new byte[32]);
        append = open.CreateCommand();
        append.CommandText = TwinSql.Append;
        values = [.. new (string Name, SqliteType Type)[]
        {
            ("@seq", SqliteType.Integer), ("@id", SqliteType.Blob), ("@t", SqliteType.Integer), ("@rec", SqliteType.Integer), ("@source", SqliteType.Integer),
            ("@zone", SqliteType.Integer), ("@standing", SqliteType.Integer), ("@own", SqliteType.Text), ("@body", SqliteType.Blob),
        }.Select(p => append.Parameters.Add(p.Name, p.Type))];
    }

    /// <summary>Number of the last event; 0 if there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Begins a batch: nothing of it is there until <see cref="Commit"/>.</summary>
    public void Begin()
    {
        batch = open.BeginTransaction();
        append.Transaction = batch;
        hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(chain);
        (first, newest) = (Last + 1, long.MinValue);
    }

    /// <summary>Appends an event.</summary>
    /// <returns>False if an event of that identity is there already.</returns>
    public bool Append(NewEvent e)
    {
        values[0].Value = Last + 1;
        values[1].Value = e.Key.Bytes();
        values[2].Value = e.T;
        values[3].Value = e.Rec;
        values[4].Value = e.Source;
        values[5].Value = e.Zone;
        values[6].Value = (int)e.Standing;
        values[7].Value = (object?)e.Own ?? DBNull.Value;
        values[8].Value = e.Body;
        if (append.ExecuteNonQuery() == 0) return false;
        Last++;
        newest = Math.Max(newest, e.T);
        Seal(hash!, e.Key, e.T, e.Rec, e.Own != null ? e.Body : null);
        return true;
    }

    /// <summary>Runs a statement within the batch.</summary>
    internal void Execute(string sql, object values) => open.Execute(sql, values, batch);

    /// <summary>Asks for one row, within the batch if there is one.</summary>
    internal T? One<T>(string sql, object? values = null) => open.QueryFirstOrDefault<T>(sql, values, batch);

    /// <summary>Asks for rows.</summary>
    internal IEnumerable<T> Many<T>(string sql, object? values = null) => open.Query<T>(sql, values, batch);

    /// <summary>Ends the batch: when this returns, it is on the disk.</summary>
    public void Commit(long rec)
    {
        byte[] next = chain;
        if (Last >= first)
        {
            next = hash!.GetHashAndReset();
            Execute(TwinSql.AppendBatch, new { last = Last, first, rec, newest, hash = next });
        }
        batch!.Commit();
        chain = next;
        End();
    }

    /// <summary>Leaves the batch: nothing of it was.</summary>
    public void Rollback()
    {
        if (batch == null) return;
        batch.Rollback();
        Last = first - 1;
        End();
    }

    /// <summary>Events by number, read as they are asked for.</summary>
    public IEnumerable<LoggedEvent> Between(long from, long to) => Read(TwinSql.Between, ("@first", from), ("@last", to));

    /// <summary>Events that had happened by an instant, as known at another.</summary>
    public IEnumerable<LoggedEvent> KnownAt(long at, long known) => Read(TwinSql.KnownAt, ("@at", at), ("@known", known));

    /// <summary>The same in order of time.</summary>
    public IEnumerable<LoggedEvent> InOrder(long at, long known) => Read(TwinSql.InOrder, ("@at", at), ("@known", known));

    /// <summary>Events that came too late to be part of the state.</summary>
    public IEnumerable<LoggedEvent> Late() => Read(TwinSql.Late);

    /// <summary>The keys of events withdrawn by what was recorded up to an instant.</summary>
    public IEnumerable<(EventKey Key, long Seq, long Rec)> Withdrawn(long known = long.MaxValue) =>
        Many<(byte[] Id, long Seq, long Rec)>(TwinSql.Withdrawn, new { known }).Select(w => (EventKey.Of(w.Id), w.Seq, w.Rec));

    /// <summary>The first thing wrong with the log; null if all is as it was written.</summary>
    public string? Verify(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        if (One<string>(TwinSql.CheckIntegrity) is not "ok" and var broken) return $"the file is damaged: {broken}";
        byte[] before = new byte[32];
        long expected = 1;
        foreach ((long last, long start, byte[] sealedAs, long gone) in Many<(long, long, byte[], long)>(TwinSql.Batches).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            if (start != expected) return $"events {expected} to {start - 1} are in no batch";
            expected = last + 1;
            if (gone == 0)
            {
                using var seal = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                seal.AppendData(before);
                long next = start;
                foreach (LoggedEvent e in Between(start, last))
                {
                    if (e.Seq != next++) return $"event {next - 1} is missing";
                    if (e.Own == null && EventKey.Of(SHA256.HashData(e.Body)) != e.Key) return $"event {e.Seq} is not what it was recorded as";
                    Seal(seal, e.Key, e.T, e.Rec, e.Own != null ? e.Body : null);
                }
                if (next != last + 1) return $"events from {next} to {last} are missing";
                if (!seal.GetHashAndReset().AsSpan().SequenceEqual(sealedAs)) return $"the batch of events {start} to {last} is not what it was recorded as";
            }
            before = sealedAs;
            progress?.Invoke(last);
        }
        long beyond = One<long>(TwinSql.Beyond, new { expected });
        return beyond == 0 ? null : $"{beyond} events after {expected - 1} are in no batch";
    }

    /// <summary>What is wrong with the last batch; null if it is as it was written.</summary>
    public string? VerifyTail()
    {
        // One reading of the file as it is now: a batch may be added meanwhile.
        batch = open.BeginTransaction(deferred: true);
        try
        {
            var two = Many<(long Last, long First, byte[] Hash, long Gone)>(TwinSql.LastTwoBatches).ToList();
            if (two.Count == 0 || two[0].Gone != 0) return null;
            using var seal = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            seal.AppendData(two.Count > 1 ? two[1].Hash : new byte[32]);
            long next = two[0].First;
            foreach (LoggedEvent e in Between(two[0].First, two[0].Last))
            {
                if (e.Seq != next++) return $"event {next - 1} is missing";
                Seal(seal, e.Key, e.T, e.Rec, e.Own != null ? e.Body : null);
            }
            if (next != two[0].Last + 1) return $"events from {next} to {two[0].Last} are missing";
            return seal.GetHashAndReset().AsSpan().SequenceEqual(two[0].Hash) ? null : $"the batch of events {two[0].First} to {two[0].Last} is not what it was recorded as";
        }
        finally
        {
            batch.Dispose();
            batch = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rollback();
        append.Dispose();
        open.Dispose();
    }

    private void End()
    {
        batch?.Dispose();
        hash?.Dispose();
        (batch, hash) = (null, null);
        append.Transaction = null;
    }

    /// <summary>An event in its batch's hash. The key stands for the body it was made of; another body has to be told.</summary>
    private static void Seal(IncrementalHash hash, EventKey key, long t, long rec, byte[]? body)
    {
        Span<byte> bytes = stackalloc byte[32];
        key.Write(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], t);
        BinaryPrimitives.WriteInt64BigEndian(bytes[24..], rec);
        hash.AppendData(bytes);
        if (body != null) hash.AppendData(body);
    }

    private IEnumerable<LoggedEvent> Read(string sql, params (string Name, long Value)[] given)
    {
        using SqliteCommand command = open.CreateCommand();
        command.CommandText = sql;
        command.Transaction = batch;
        foreach ((string name, long value) in given) command.Parameters.AddWithValue(name, value);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
            yield return new LoggedEvent(
                rows.GetInt64(0), EventKey.Of(rows.GetFieldValue<byte[]>(1)), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt32(7), (EventStanding)rows.GetInt32(4), rows.IsDBNull(5) ? null : rows.GetString(5), rows.GetFieldValue<byte[]>(6));
    }
}
