namespace CorridorTwin.Twin.Storage;

/// <summary>Every statement the twin makes. Plain SQL that PostgreSQL also takes (BLOB is BYTEA there), but for those of opening a file.</summary>
internal static class TwinSql
{
    /// <summary>Marks a file as ours (SQLite's application id, "CTwT").</summary>
    public const int ApplicationId = 0x43547754;

    /// <summary>
    /// Readers go on while one writes. A commit is on the disk before it is acknowledged (FULL): it survives the end of the process and of the machine.
    /// </summary>
    public const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000;";

    public const string ReadPragmas = "PRAGMA busy_timeout = 10000; PRAGMA cache_size = -32768;";

    public const string ReadApplicationId = "PRAGMA application_id";
    public const string ReadSchemaVersion = "PRAGMA user_version";
    public const string CountTables = "SELECT COUNT(*) FROM sqlite_master";
    public const string CheckIntegrity = "PRAGMA integrity_check(1)";

    /// <summary>From each version of the tables to the next; the last is the present one. Never changed, only added to.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, newest BIGINT NOT NULL, heard BIGINT NOT NULL);
        CREATE TABLE event (
            seq BIGINT PRIMARY KEY,
            id BLOB NOT NULL,
            t BIGINT NOT NULL,
            rec BIGINT NOT NULL,
            source INTEGER NOT NULL,
            zone INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            own TEXT,
            body BLOB NOT NULL
        );
        CREATE UNIQUE INDEX event_id ON event (id);
        CREATE INDEX event_t ON event (t);
        CREATE TABLE batch (last BIGINT PRIMARY KEY, first BIGINT NOT NULL, rec BIGINT NOT NULL, newest BIGINT NOT NULL, hash BLOB NOT NULL, gone INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE withdrawn (id BLOB PRIMARY KEY, seq BIGINT NOT NULL, rec BIGINT NOT NULL, conflict INTEGER NOT NULL);
        CREATE TABLE quarantine (number INTEGER PRIMARY KEY, source INTEGER NOT NULL, rec BIGINT NOT NULL, position BIGINT NOT NULL, length BIGINT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL);
        CREATE TABLE counter (source INTEGER NOT NULL, name TEXT NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (source, name));
        CREATE TABLE grain (kind TEXT NOT NULL, name TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (kind, name));
        CREATE TABLE outbox (id TEXT PRIMARY KEY, kind TEXT NOT NULL, about TEXT NOT NULL, at BIGINT NOT NULL);
        """,
        """
        CREATE TABLE api_key (
            id TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            scope INTEGER NOT NULL,
            salt BLOB NOT NULL,
            hash BLOB NOT NULL,
            created BIGINT NOT NULL,
            used BIGINT,
            revoked BIGINT
        );
        """,
    ];

    public const string SetMeta = "INSERT INTO meta (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    public const string Meta = "SELECT value FROM meta WHERE name = @name";

    public const string Sources = "SELECT number AS Number, name AS Name, newest AS Newest, heard AS Heard FROM source ORDER BY number";
    public const string SetSource = "INSERT INTO source (number, name, newest, heard) VALUES (@number, @name, @newest, @heard) ON CONFLICT (number) DO UPDATE SET newest = excluded.newest, heard = excluded.heard";
    public const string Counters = "SELECT source AS Source, name AS Name, value AS Value FROM counter";
    public const string SetCounter = "INSERT INTO counter (source, name, value) VALUES (@source, @name, @value) ON CONFLICT (source, name) DO UPDATE SET value = excluded.value";

    public const string Append = "INSERT INTO event (seq, id, t, rec, source, zone, standing, own, body) VALUES (@seq, @id, @t, @rec, @source, @zone, @standing, @own, @body) ON CONFLICT (id) DO NOTHING";
    public const string AppendBatch = "INSERT INTO batch (last, first, rec, newest, hash) VALUES (@last, @first, @rec, @newest, @hash)";
    public const string LastTwoBatches = "SELECT last AS Last, first AS First, hash AS Hash, gone AS Gone FROM batch ORDER BY last DESC LIMIT 2";
    public const string LastBatch = "SELECT last AS Last, hash AS Hash FROM batch ORDER BY last DESC LIMIT 1";
    public const string Batches = "SELECT last AS Last, first AS First, hash AS Hash, gone AS Gone FROM batch ORDER BY last";
    public const string ById = "SELECT seq AS Seq, standing AS Standing, zone AS Zone, own AS Own, body AS Body FROM event WHERE id = @id";
    public const string Between = "SELECT seq, id, t, rec, standing, own, body, zone FROM event WHERE seq >= @first AND seq <= @last ORDER BY seq";
    public const string KnownAt = "SELECT seq, id, t, rec, standing, own, body, zone FROM event WHERE t <= @at AND rec <= @known ORDER BY seq";
    public const string InOrder = "SELECT seq, id, t, rec, standing, own, body, zone FROM event WHERE t <= @at AND rec <= @known ORDER BY t, seq";
    public const string Beyond = "SELECT COUNT(*) FROM event WHERE seq >= @expected";
    public const string Count = "SELECT COUNT(*) FROM event";
    public const string Late = "SELECT seq, id, t, rec, standing, own, body, zone FROM event WHERE standing = 1 ORDER BY seq";

    public const string Withdraw = "INSERT INTO withdrawn (id, seq, rec, conflict) VALUES (@id, @seq, @rec, @conflict) ON CONFLICT (id) DO NOTHING";
    public const string Withdrawn = "SELECT id AS Id, seq AS Seq, rec AS Rec FROM withdrawn WHERE rec <= @known";

    public const string Quarantine = "INSERT INTO quarantine (source, rec, position, length, reason, detail) VALUES (@source, @rec, @position, @length, @reason, @detail)";
    public const string Quarantined = "SELECT s.name AS Source, q.rec AS Recorded, q.position AS Position, q.length AS Length, q.reason AS Reason, q.detail AS Detail FROM quarantine q JOIN source s ON s.number = q.source ORDER BY q.number DESC LIMIT @most";

    public const string Grain = "SELECT state FROM grain WHERE kind = @kind AND name = @name";
    public const string Grains = "SELECT kind AS Kind, name AS Name, state AS State FROM grain";
    public const string SetGrain = "INSERT INTO grain (kind, name, state) VALUES (@kind, @name, @state) ON CONFLICT (kind, name) DO UPDATE SET state = excluded.state";
    public const string ForgetGrain = "DELETE FROM grain WHERE kind = @kind AND name = @name";
    public const string ForgetGrains = "DELETE FROM grain";
    public const string AddNote = "INSERT INTO outbox (id, kind, about, at) VALUES (@id, @kind, @about, @at) ON CONFLICT (id) DO NOTHING";
    public const string Notes = "SELECT id AS Id, kind AS Kind, about AS About, at AS At FROM outbox ORDER BY at, id";
    public const string ForgetNote = "DELETE FROM outbox WHERE id = @id";

    public const string OldBatches = "SELECT last AS Last, first AS First FROM batch WHERE newest < @before AND gone = 0 AND last <= @upTo ORDER BY last";
    public const string DeleteEvents = "DELETE FROM event WHERE seq >= @first AND seq <= @last";
    public const string MarkGone = "UPDATE batch SET gone = 1 WHERE last = @last";
    public const string DeleteOldQuarantine = "DELETE FROM quarantine WHERE rec < @before";
    public const string ApplyLate = "UPDATE event SET standing = 0 WHERE standing = 1";

    public const string AddKey = "INSERT INTO api_key (id, source, scope, salt, hash, created) VALUES (@id, @source, @scope, @salt, @hash, @created)";
    public const string Key = "SELECT id AS Id, source AS Source, scope AS Scope, salt AS Salt, hash AS Hash, created AS Created, used AS Used, revoked AS Revoked FROM api_key WHERE id = @id";
    public const string Keys = "SELECT id AS Id, source AS Source, scope AS Scope, salt AS Salt, hash AS Hash, created AS Created, used AS Used, revoked AS Revoked FROM api_key ORDER BY created, id";
    public const string KeyUsed = "UPDATE api_key SET used = @used WHERE id = @id";
    public const string RevokeKeys = "UPDATE api_key SET revoked = @revoked WHERE revoked IS NULL AND (id = @which OR source = @which)";
}
