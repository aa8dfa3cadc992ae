using System.Globalization;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Twin.Storage;

/// <summary>Grain states in the twin's file: a snapshot is one transaction, with the place in the log up to which it goes.</summary>
public sealed class SqliteGrainStore : IGrainStore, IDisposable
{
    private readonly TwinDatabase database;
    private readonly Lock gate = new();
    private readonly SqliteConnection open;
    // What the file keeps was made by other rules: nothing of it is read, and the next snapshot takes its place.
    private bool ofOtherRules;

    /// <summary>The states kept in a file.</summary>
    public SqliteGrainStore(TwinDatabase database)
    {
        this.database = database;
        open = database.Connect();
        string? mark = open.QueryFirstOrDefault<string>(TwinSql.Meta, new { name = "snapshot" });
        if (mark?.Split(' ') is not [var upTo, var now, .. var rules]) return;
        ofOtherRules = rules is [var version] && version != $"{TwinRules.Version}";
        if (!ofOtherRules) Mark = (long.Parse(upTo, CultureInfo.InvariantCulture), long.Parse(now, CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public (long UpTo, long Now) Mark { get; private set; }

    /// <inheritdoc/>
    public byte[]? Load(GrainId id)
    {
        lock (gate) return ofOtherRules ? null : open.QueryFirstOrDefault<byte[]>(TwinSql.Grain, new { kind = id.Kind, name = id.Key });
    }

    /// <inheritdoc/>
    public IEnumerable<(GrainId Id, byte[] State)> All()
    {
        lock (gate) return ofOtherRules ? [] : [.. open.Query<(string Kind, string Name, byte[] State)>(TwinSql.Grains).Select(g => (new GrainId(g.Kind, g.Name), g.State))];
    }

    /// <inheritdoc/>
    public void Save(IReadOnlyCollection<(GrainId Id, byte[]? State)> changes, IReadOnlyCollection<Note> notes, long upTo, long now)
    {
        if (database.Reads) return;
        lock (gate)
        {
            using SqliteTransaction all = open.BeginTransaction();
            if (ofOtherRules) open.Execute(TwinSql.ForgetGrains, transaction: all);
            using (SqliteCommand set = open.CreateCommand())
            {
                set.CommandText = TwinSql.SetGrain;
                set.Transaction = all;
                SqliteParameter kind = set.Parameters.Add("@kind", SqliteType.Text), name = set.Parameters.Add("@name", SqliteType.Text), state = set.Parameters.Add("@state", SqliteType.Blob);
                foreach ((GrainId id, byte[]? bytes) in changes)
                {
                    if (bytes == null)
                    {
                        open.Execute(TwinSql.ForgetGrain, new { kind = id.Kind, name = id.Key }, all);
                        continue;
                    }
                    (kind.Value, name.Value, state.Value) = (id.Kind, id.Key, bytes);
                    set.ExecuteNonQuery();
                }
            }
            open.Execute(TwinSql.AddNote, notes.Select(n => new { id = n.Id, kind = n.Kind, about = n.About, at = n.At }), all);
            open.Execute(TwinSql.SetMeta, new { name = "snapshot", value = string.Create(CultureInfo.InvariantCulture, $"{upTo} {now} {TwinRules.Version}") }, all);
            all.Commit();
            (Mark, ofOtherRules) = ((upTo, now), false);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Outbox()
    {
        lock (gate) return [.. open.Query<(string Id, string Kind, string About, long At)>(TwinSql.Notes).Select(n => new Note(n.Id, n.Kind, n.About, n.At))];
    }

    /// <inheritdoc/>
    public void Delivered(string noteId)
    {
        lock (gate) open.Execute(TwinSql.ForgetNote, new { id = noteId });
    }

    /// <inheritdoc/>
    public void Dispose() => open.Dispose();
}
