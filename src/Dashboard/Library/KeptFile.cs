using System.Text;

namespace CorridorTwin.Dashboard.Library;

/// <summary>Writes files so that a reader never sees half of one, and a full disk costs nothing that was there.</summary>
internal static class KeptFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file beside its place and moves it there.</summary>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            File.WriteAllText(aside, text, Utf8);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>The text of a file; null if it is not there.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
