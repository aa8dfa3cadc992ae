using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Where results and keys are kept.</summary>
/// <param name="Path">The directory.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Keys that sign what forms carry.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Makes the directory if need be.</summary>
    /// <exception cref="InputException">It cannot be made or written to.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            string probe = System.IO.Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new DataFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException([new InputProblem(Mark.Whole("dashboard"), "--data", path, new("no se puede escribir ahí", "cannot be written to"), new("un directorio con permiso de escritura", "a directory with permission to write"))]);
        }
    }
}
