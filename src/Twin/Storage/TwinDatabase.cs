using System.Globalization;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Twin.Storage;

/// <summary>The twin's one file: log, snapshots, counters, quarantine. One process writes; others may read at the same time.</summary>
public sealed class TwinDatabase : IDisposable
{
    private readonly string connection;
    private readonly FileStream? writer;

    private TwinDatabase(string path, bool reads, FileStream? writer)
    {
        (Path, Reads, this.writer) = (path, reads, writer);
        connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = reads ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 10, Pooling = false }.ToString();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opened to be read only.</summary>
    public bool Reads { get; }

    /// <summary>Version of the tables.</summary>
    public static int SchemaVersion => TwinSql.Migrations.Count;

    /// <summary>Opens a file, makes one where there is none, and brings an older one up to date.</summary>
    /// <exception cref="InputException">The file is something else, is of a newer program, is written by another process, or cannot be opened.</exception>
    public static TwinDatabase Open(string path, bool toRead = false)
    {
        FileStream? writer = null;
        try
        {
            if (toRead && !File.Exists(path)) throw Refuse(path, new("no existe", "does not exist"), new("un archivo que 'corridor twin ingest' haya llenado", "a file that 'corridor twin ingest' has filled"));
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            if (!toRead) writer = OneWriter(path);
            var database = new TwinDatabase(path, toRead, writer);
            using SqliteConnection open = database.Connect();
            long id = open.ExecuteScalar<long>(TwinSql.ReadApplicationId);
            if (id != TwinSql.ApplicationId && (id != 0 || toRead || open.ExecuteScalar<long>(TwinSql.CountTables) > 0))
                throw Refuse(path, new("no es un archivo del gemelo", "is not a file of the twin"));
            long version = open.ExecuteScalar<long>(TwinSql.ReadSchemaVersion);
            if (version > SchemaVersion) throw Refuse(path, new("lo escribió una versión más nueva de este programa", "was written by a newer version of this program"));
            if (version < SchemaVersion) Migrate(open, (int)version, path, toRead);
            return database;
        }
        catch (Exception e)
        {
            writer?.Dispose();
            if (e is SqliteException { SqliteErrorCode: 26 }) throw Refuse(path, new("no es un archivo del gemelo", "is not a file of the twin"));
            if (e is not (SqliteException or IOException or UnauthorizedAccessException or ArgumentException)) throw;
            string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw Refuse(path, new($"no se puede abrir ({why})", $"cannot be opened ({why})"));
        }
    }

    /// <summary>Whether a file is there and has the tables of this version, so that it need not be opened for writing first.</summary>
    public static bool IsCurrent(string path)
    {
        try
        {
            if (!File.Exists(path)) return false;
            using var database = new TwinDatabase(path, reads: true, null);
            using SqliteConnection open = database.Connect();
            return open.ExecuteScalar<long>(TwinSql.ReadApplicationId) == TwinSql.ApplicationId && open.ExecuteScalar<long>(TwinSql.ReadSchemaVersion) >= SchemaVersion;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>A connection of its own to the file.</summary>
    public SqliteConnection Connect()
    {
        var open = new SqliteConnection(connection);
        open.Open();
        open.Execute(Reads ? TwinSql.ReadPragmas : TwinSql.Pragmas);
        return open;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (writer is { CanWrite: true }) WriterAddress.Forget(Path);
        writer?.Dispose();
    }

    private static void Migrate(SqliteConnection open, int from, string path, bool toRead)
    {
        if (toRead) throw Refuse(path, new("es de una versión anterior", "is of an earlier version"), new("abrirlo una vez para escribir: 'corridor twin ingest'", "to be opened for writing once: 'corridor twin ingest'"));
        for (int v = from; v < SchemaVersion; v++)
        {
            using SqliteTransaction step = open.BeginTransaction();
            open.Execute(TwinSql.Migrations[v], transaction: step);
            open.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {TwinSql.ApplicationId}; PRAGMA user_version = {v + 1};"), transaction: step);
            step.Commit();
        }
    }

    /// <summary>Two writers would each follow half of the corridor.</summary>
    private static FileStream OneWriter(string path)
    {
        try
        {
            var held = new FileStream(path + ".writer", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WriterAddress.Forget(path);
            return held;
        }
        catch (IOException) when (File.Exists(path + ".writer"))
        {
            throw Refuse(path, WriterAddress.Read(path) is { } address
                ? new($"lo lleva el panel de {address}: envíe los eventos allí (POST {address}api/v1/events, con una clave de 'corridor twin key add')", $"is kept by the dashboard at {address}: send the events there (POST {address}api/v1/events, with a key of 'corridor twin key add')")
                : new("otro proceso lo está escribiendo", "is being written by another process"));
        }
    }

    private static InputException Refuse(string path, Bilingual why, Bilingual? expected = null) => new([new InputProblem(Mark.Whole(path), "", null, why, expected)]);
}
