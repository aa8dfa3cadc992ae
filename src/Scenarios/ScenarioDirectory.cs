namespace CorridorTwin.Scenarios;

/// <summary>Finds the shipped scenarios, whether the command runs inside the repository or from a copy of it.</summary>
public static class ScenarioDirectory
{
    /// <summary>The folder <c>scenarios</c> with YAML files in it, here, further up, or above the program; null if there is none.</summary>
    public static string? Find() => Upward(Directory.GetCurrentDirectory()) is { } here
        ? Path.GetRelativePath(Directory.GetCurrentDirectory(), here)
        : Upward(AppContext.BaseDirectory);

    private static string? Upward(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "scenarios");
            try
            {
                if (Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*.yaml").Any()) return candidate;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder one may not look into is not the one.
            }
        }
        return null;
    }
}
