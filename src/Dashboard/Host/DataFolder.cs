using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Where results and keys are kept. One dashboard at a time has it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>The directory.</summary>
    public string Path { get; }

    /// <summary>Results: the file the command line uses too.</summary>
    public string Results => System.IO.Path.Combine(Path, "results.db");

    /// <summary>Keys that sign what forms carry.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The reader's own scenarios.</summary>
    public string Scenarios => System.IO.Path.Combine(Path, "scenarios");

    /// <summary>Input files as they were when runs were asked for.</summary>
    public string Inputs => System.IO.Path.Combine(Path, "inputs");

    /// <summary>Makes the directory if need be, and holds it.</summary>
    /// <exception cref="InputException">It cannot be made or written to, or another dashboard has it.</exception>
    public static DataFolder Open(string path)
    {
        FileStream held;
        try
        {
            Directory.CreateDirectory(path);
            held = new FileStream(System.IO.Path.Combine(path, "dashboard.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(path) && File.Exists(System.IO.Path.Combine(path, "dashboard.lock")))
        {
            throw Refuse(path, new("otro panel usa ese directorio", "another dashboard uses that directory"), new("el otro panel, u otro directorio", "the other dashboard, or another directory"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, new("no se puede escribir ahí", "cannot be written to"), new("un directorio con permiso de escritura", "a directory with permission to write"));
        }
        return new DataFolder(path, held);
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static InputException Refuse(string path, Bilingual why, Bilingual expected) => new([new InputProblem(Mark.Whole("dashboard"), "--data", path, why, expected)]);
}
