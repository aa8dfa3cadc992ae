namespace CorridorTwin.Twin.Storage;

/// <summary>Where the process that writes a file takes events, in a file beside it: so that others can say where to send them instead of only that they cannot.</summary>
internal static class WriterAddress
{
    private const int Longest = 200;

    /// <summary>Says it.</summary>
    public static void Write(string path, string address)
    {
        try
        {
            File.WriteAllText(Of(path), address);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It only helps: nothing depends on it.
        }
    }

    /// <summary>What was said; null if nothing was.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(Of(path)) && File.ReadAllText(Of(path)) is { Length: > 0 and <= Longest } text && Uri.IsWellFormedUriString(text, UriKind.Absolute) ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Forgets it.</summary>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(Of(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next writer tries again.
        }
    }

    private static string Of(string path) => path + ".address";
}
