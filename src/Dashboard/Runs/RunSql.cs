namespace CorridorTwin.Dashboard.Runs;

/// <summary>Every statement about runs. Plain SQL that PostgreSQL also takes.</summary>
internal static class RunSql
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS run (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            inputs TEXT NOT NULL,
            state TEXT NOT NULL,
            done INTEGER NOT NULL,
            total INTEGER NOT NULL,
            simulated INTEGER NOT NULL,
            seconds REAL NOT NULL,
            created TEXT NOT NULL,
            started TEXT NULL,
            ended TEXT NULL,
            program TEXT NOT NULL
        )
        """;

    private const string Columns = "id, kind, inputs, state, done, total, simulated, seconds, created, started, ended, program";

    public const string All = $"SELECT {Columns} FROM run ORDER BY created DESC, id";
    public const string One = $"SELECT {Columns} FROM run WHERE id = @id";

    // A later request with the same inputs finds the run there and changes nothing.
    public const string Add = $"""
        INSERT INTO run ({Columns}) VALUES (@id, @kind, @inputs, @state, @done, @total, @simulated, @seconds, @created, @started, @ended, @program)
        ON CONFLICT (id) DO NOTHING
        """;

    public const string Save = """
        UPDATE run SET kind = @kind, state = @state, done = @done, total = @total, simulated = @simulated, seconds = @seconds, started = @started, ended = @ended WHERE id = @id
        """;

    // Whatever was at work when the program ended was cut short.
    public const string Interrupt = "UPDATE run SET state = 'Interrupted' WHERE state IN ('Running', 'Queued')";
}
