using System.Globalization;
using CorridorTwin.Scenarios.Store;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Runs as kept, in the file of their replications.</summary>
public sealed class RunTable
{
    private readonly ReplicationStore store;

    /// <summary>Opens the table; what another start left at work is marked as cut short.</summary>
    public RunTable(ReplicationStore store)
    {
        this.store = store;
        using SqliteConnection open = store.Connect();
        open.Execute(RunSql.Create);
        open.Execute(RunSql.Interrupt);
    }

    /// <summary>All runs, newest first.</summary>
    public IReadOnlyList<RunRecord> All()
    {
        using SqliteConnection open = store.Connect();
        return [.. open.Query<Row>(RunSql.All).Select(Read)];
    }

    /// <summary>One run; null if there is none.</summary>
    public RunRecord? Find(string id)
    {
        using SqliteConnection open = store.Connect();
        return open.QueryFirstOrDefault<Row>(RunSql.One, new { id }) is { } row ? Read(row) : null;
    }

    /// <summary>Adds a run unless it is there.</summary>
    public void Add(RunRecord run) => Execute(RunSql.Add, run);

    /// <summary>Keeps how a run stands.</summary>
    public void Save(RunRecord run) => Execute(RunSql.Save, run);

    private void Execute(string sql, RunRecord run)
    {
        using SqliteConnection open = store.Connect();
        open.Execute(sql, new
        {
            id = run.Id, kind = run.Kind.ToString(), inputs = run.Inputs.Json, state = run.State.ToString(), done = run.Done, total = run.Total, simulated = run.Simulated,
            seconds = run.Seconds, created = Text(run.Created), started = Text(run.Started), ended = Text(run.Ended), program = run.Program,
        });
    }

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static RunRecord Read(Row row) => new()
    {
        Id = row.Id, Kind = Enum.Parse<RunKind>(row.Kind), Inputs = RunInputs.Of(row.Inputs), State = Enum.Parse<RunState>(row.State),
        Done = (int)row.Done, Total = (int)row.Total, Simulated = (int)row.Simulated, Seconds = row.Seconds, Program = row.Program,
        Created = Time(row.Created), Started = row.Started is { } s ? Time(s) : null, Ended = row.Ended is { } e ? Time(e) : null,
    };

    /// <summary>As the database gives it.</summary>
    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Inputs { get; init; } = "";
        public string State { get; init; } = "";
        public long Done { get; init; }
        public long Total { get; init; }
        public long Simulated { get; init; }
        public double Seconds { get; init; }
        public string Created { get; init; } = "";
        public string? Started { get; init; }
        public string? Ended { get; init; }
        public string Program { get; init; } = "";
    }
}
