namespace CorridorTwin.Scenarios.Store;

/// <summary>Every statement the store makes. Plain SQL that PostgreSQL also takes, but for those of opening a file.</summary>
internal static class StoreSql
{
    /// <summary>Marks a file as ours (SQLite's application id, "CTwn").</summary>
    public const int ApplicationId = 0x4354776e;

    /// <summary>Version of the tables.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Several processes read while one writes; what is written survives the end of the process.</summary>
    public const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

    public const string ReadApplicationId = "PRAGMA application_id";
    public const string ReadSchemaVersion = "PRAGMA user_version";
    public const string CountTables = "SELECT COUNT(*) FROM sqlite_master";

    public static readonly string Create = $"""
        CREATE TABLE IF NOT EXISTS replication (
            experiment TEXT NOT NULL,
            number INTEGER NOT NULL,
            summary BLOB NOT NULL,
            finished TEXT NOT NULL,
            PRIMARY KEY (experiment, number)
        );
        CREATE TABLE IF NOT EXISTS document (
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            content TEXT NOT NULL,
            finished TEXT NOT NULL,
            PRIMARY KEY (kind, subject)
        );
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {SchemaVersion};
        """;

    public const string Replications = "SELECT number AS Number, summary AS Summary FROM replication WHERE experiment = @experiment AND number < @below ORDER BY number";
    public const string Count = "SELECT COUNT(*) FROM replication WHERE experiment = @experiment AND number < @below";
    public const string Keep = "INSERT INTO replication (experiment, number, summary, finished) VALUES (@experiment, @number, @summary, @finished) ON CONFLICT (experiment, number) DO UPDATE SET summary = excluded.summary, finished = excluded.finished";

    public const string Document = "SELECT content FROM document WHERE kind = @kind AND subject = @subject";
    public const string KeepDocument = "INSERT INTO document (kind, subject, content, finished) VALUES (@kind, @subject, @content, @finished) ON CONFLICT (kind, subject) DO UPDATE SET content = excluded.content, finished = excluded.finished";
}
