using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Output;

/// <summary>The directory results are kept in. Only complete files ever have their names there.</summary>
internal sealed class OutputFolder
{
    private readonly string folder;

    private OutputFolder(string folder) => this.folder = folder;

    /// <summary>The directory, made if it is not there, and tried: nobody should learn after an hour of simulation that nothing can be written.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="option">The option that asked for it.</param>
    /// <returns>Null, with the reason noted, if it cannot be used.</returns>
    public static OutputFolder? Open(string path, Problems problems, string option = "--out")
    {
        try
        {
            Directory.CreateDirectory(path);
            string probe = Temporary(path, "probe");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
            return new OutputFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Bilingual why = File.Exists(path) ? new("es un archivo", "is a file")
                : e is UnauthorizedAccessException ? new("sin permiso para escribir", "no permission to write")
                : new("no se puede escribir en él", "cannot be written to");
            problems.Add(new InputProblem(Mark.Whole("corridor"), option, path, why, new("un directorio donde se pueda escribir", "a directory that can be written to")));
            return null;
        }
    }

    /// <summary>Writes files: each under a temporary name, and when all are whole, each in one step under its own.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="OutputException">It failed; nothing half-written has a name.</exception>
    public IReadOnlyList<string> Write(params (string Name, Action<Stream> Content)[] files)
    {
        var temporary = new List<string>();
        string at = folder;
        try
        {
            foreach ((string name, Action<Stream> content) in files)
            {
                at = Path.Combine(folder, name);
                temporary.Add(Temporary(folder, name));
                using var stream = new FileStream(temporary[^1], FileMode.CreateNew, FileAccess.Write, FileShare.None);
                content(stream);
                // On the disk before it gets its name: a power cut must not leave an empty file under it.
                stream.Flush(true);
            }
            for (int i = 0; i < files.Length; i++)
            {
                at = Path.Combine(folder, files[i].Name);
                File.Move(temporary[i], at, true);
            }
            return [.. files.Select(f => Path.Combine(folder, f.Name))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputException.Of(at, e);
        }
        finally
        {
            foreach (string left in temporary) Delete(left);
        }
    }

    // Unlike any other process's, so that two runs into one directory do not meet.
    private static string Temporary(string folder, string name) => Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.tmp");

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A stray temporary file is all that is left of it.
        }
    }
}
