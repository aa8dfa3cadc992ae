using System.Security.Cryptography;
using CorridorTwin.Twin.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Twin.Keys;

/// <summary>The keys of the sources, in the twin's file. May be changed while another process writes events: each change is a transaction of its own.</summary>
public sealed class ApiKeys : IDisposable
{
    private const int SaltBytes = 16;
    private static readonly long Minute = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    // Compared where there is no such key, so that a wrong id takes as long as a wrong secret.
    private static readonly byte[] None = new byte[SaltBytes];

    private readonly TwinDatabase database;
    private readonly SqliteConnection open;
    private readonly Func<long> clock;
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> noted = [];
    private Task noting = Task.CompletedTask;

    private ApiKeys(TwinDatabase database, Func<long> clock) => (this.database, open, this.clock) = (database, database.Connect(), clock);

    /// <summary>The keys of a file.</summary>
    /// <param name="path">The twin's file.</param>
    /// <param name="make">Make the file if there is none, and bring an older one up to date; needs that nobody writes it just then.</param>
    /// <param name="clock">Unix milliseconds; null for the wall clock.</param>
    /// <exception cref="Scenarios.Inputs.InputException">The file is not there, is not a twin's, or cannot be opened.</exception>
    public static ApiKeys Open(string path, bool make, Func<long>? clock = null)
    {
        // A file of this version can be had whoever writes it; only making or changing tables needs it alone.
        if (make && !TwinDatabase.IsCurrent(path)) TwinDatabase.Open(path).Dispose();
        return new ApiKeys(TwinDatabase.Open(path, toRead: true), clock ?? (() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
    }

    /// <summary>Makes a key.</summary>
    /// <returns>Its text, which is kept nowhere: it is told once.</returns>
    /// <exception cref="ArgumentException">No source can have this name.</exception>
    public string Add(string source, KeyScope scope)
    {
        if (!ApiKey.IsName(source)) throw new ArgumentException("No source can have this name.", nameof(source));
        (string id, string text) = KeyText.New();
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        lock (gate) open.Execute(TwinSql.AddKey, new { id, source, scope = (int)scope, salt, hash = KeyText.Hash(salt, text), created = clock() });
        return text;
    }

    /// <summary>All keys, the oldest first.</summary>
    public IReadOnlyList<ApiKey> All()
    {
        lock (gate) return [.. open.Query<Row>(TwinSql.Keys).Select(Known)];
    }

    /// <summary>Revokes the keys of a source, or the one of an id, from the next request on.</summary>
    /// <returns>How many were good until now.</returns>
    public int Revoke(string sourceOrId)
    {
        lock (gate) return open.Execute(TwinSql.RevokeKeys, new { which = sourceOrId, revoked = clock() });
    }

    /// <summary>The key of a text, if there is one and it is good; that it was used is noted beside, so that nobody waits for whoever is writing.</summary>
    public ApiKey? Find(string text)
    {
        lock (gate)
        {
            Row? row = KeyText.TryId(text, out string? id) ? open.QueryFirstOrDefault<Row>(TwinSql.Key, new { id }) : null;
            bool fits = CryptographicOperations.FixedTimeEquals(KeyText.Hash(row?.Salt ?? None, text), row?.Hash ?? SHA256.HashData(None));
            if (row is null || !fits || row.Revoked is not null) return null;
            long now = clock();
            if (now - (row.Used ?? 0) >= Minute && now - noted.GetValueOrDefault(row.Id) >= Minute)
            {
                noted[row.Id] = now;
                noting = noting.ContinueWith(_ => Note(row.Id, now), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
            return Known(row);
        }
    }

    /// <summary>Waits until all uses are noted.</summary>
    internal Task Noted
    {
        get
        {
            lock (gate) return noting;
        }
    }

    private void Note(string id, long now)
    {
        try
        {
            using SqliteConnection own = database.Connect();
            own.Execute(TwinSql.KeyUsed, new { id, used = now });
        }
        catch (SqliteException)
        {
            // It is noted at the next use; no request fails for it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Noted.GetAwaiter().GetResult();
        open.Dispose();
        database.Dispose();
    }

    private static ApiKey Known(Row r) => new(r.Id, r.Source, (KeyScope)r.Scope, At(r.Created), r.Used is { } used ? At(used) : null, r.Revoked is { } revoked ? At(revoked) : null);

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Source { get; init; } = "";
        public long Scope { get; init; }
        public byte[] Salt { get; init; } = [];
        public byte[] Hash { get; init; } = [];
        public long Created { get; init; }
        public long? Used { get; init; }
        public long? Revoked { get; init; }
    }
}
