using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Scenarios.Store;

/// <summary>Finished replications in one SQLite file, by what they were run with, so that nothing is ever run twice. Several processes may share it.</summary>
public sealed class ReplicationStore
{
    private readonly string connection;

    private ReplicationStore(string path) =>
        (Path, connection) = (path, new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString());

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Where results are kept unless told otherwise: the user's own data folder.</summary>
    public static string UsualPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CorridorTwin", "results.db");

    /// <summary>What runs: another engine or another way to summarise gives other keys.</summary>
    public static string Program { get; } = $"{typeof(CorridorModel).Module.ModuleVersionId:N}{typeof(ReplicationSummary).Module.ModuleVersionId:N}";

    /// <summary>Opens a store, or makes one where there is no file.</summary>
    /// <exception cref="InputException">The file is something else, is of a newer program, or cannot be opened.</exception>
    public static ReplicationStore Open(string path)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            var store = new ReplicationStore(path);
            using SqliteConnection open = store.Connect();
            long id = open.ExecuteScalar<long>(StoreSql.ReadApplicationId);
            if (id != StoreSql.ApplicationId && (id != 0 || open.ExecuteScalar<long>(StoreSql.CountTables) > 0))
                throw Refuse(path, new("es la base de datos de otro programa", "is another program's database"));
            if (open.ExecuteScalar<long>(StoreSql.ReadSchemaVersion) > StoreSql.SchemaVersion)
                throw Refuse(path, new("la escribió una versión más nueva de este programa", "was written by a newer version of this program"));
            open.Execute(StoreSql.Create);
            return store;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 26)
        {
            throw Refuse(path, new("no es una base de resultados", "is not a database of results"));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw Refuse(path, new($"no se puede abrir ({why})", $"cannot be opened ({why})"));
        }
    }

    /// <summary>The key of a model's replications: everything that decides what they give.</summary>
    public static string KeyOf(CorridorModel model, ExperimentOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{ModelHash.Of(model)}/{options.Seed}/{options.WarmUpDays}/{options.Days}/{Drain(options)}{Start(options)}{Program}"))))[..32];

    /// <summary>Said only where it is not the usual one.</summary>
    private static string Drain(ExperimentOptions options) => options.DrainDays == ExperimentOptions.UsualDrainDays ? "" : string.Create(CultureInfo.InvariantCulture, $"drain {options.DrainDays}/");

    private static string Start(ExperimentOptions options) => options.Start is { } start ? $"start {start.Hash}/" : "";

    /// <summary>The replications kept under a key, with numbers below a limit; damaged ones are left out, to be run again.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public IReadOnlyList<ReplicationSummary> Replications(string key, int below)
    {
        using SqliteConnection open = Connect();
        return [.. open.Query<(long Number, byte[] Summary)>(StoreSql.Replications, new { experiment = key, below })
            .AsParallel().AsOrdered()
            .Select(r => SummaryCodec.Read(r.Summary) is { } summary && summary.Replication == r.Number ? summary : null).OfType<ReplicationSummary>()];
    }

    /// <summary>How many replications are kept under a key, with numbers below a limit; they are not read.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public int Count(string key, int below)
    {
        using SqliteConnection open = Connect();
        return (int)open.ExecuteScalar<long>(StoreSql.Count, new { experiment = key, below });
    }

    /// <summary>Keeps a replication.</summary>
    /// <exception cref="SqliteException">The disk is full, or the file cannot be written.</exception>
    public void Keep(string key, ReplicationSummary summary)
    {
        using SqliteConnection open = Connect();
        open.Execute(StoreSql.Keep, new { experiment = key, number = summary.Replication, summary = SummaryCodec.Write(summary), finished = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
    }

    /// <summary>A finished result kept as text, such as what an answer hangs on; null if there is none.</summary>
    /// <param name="kind">What sort of result.</param>
    /// <param name="key">What it is the result of.</param>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public string? Document(string kind, string key)
    {
        using SqliteConnection open = Connect();
        return open.QueryFirstOrDefault<string>(StoreSql.Document, new { kind, subject = key });
    }

    /// <summary>Keeps a result as text, in place of an earlier one of the same kind and key.</summary>
    /// <exception cref="SqliteException">The disk is full, or the file cannot be written.</exception>
    public void Keep(string kind, string key, string text)
    {
        using SqliteConnection open = Connect();
        open.Execute(StoreSql.KeepDocument, new { kind, subject = key, content = text, finished = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
    }

    /// <summary>An open connection to the file, for what others keep beside the replications.</summary>
    public SqliteConnection Connect()
    {
        var open = new SqliteConnection(connection);
        open.Open();
        open.Execute(StoreSql.Pragmas);
        return open;
    }

    private static InputException Refuse(string path, Bilingual why) => new([new InputProblem(Mark.Whole(path), "", null, why, new("un archivo nuevo, o 'none' para no guardar", "a new file, or 'none' to keep nothing"))]);
}
