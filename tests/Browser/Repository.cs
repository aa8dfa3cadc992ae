namespace CorridorTwin.Browser.Tests;

/// <summary>Finds the files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>Root directory.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shipped scenarios.</summary>
    public static string Scenarios => Path.Combine(Root, "scenarios");

    private static string Find(string from) => File.Exists(Path.Combine(from, "CorridorTwin.sln")) ? from : Find(Path.GetDirectoryName(from.TrimEnd('/', '\\')) ?? throw new InvalidOperationException("Not inside the repository."));
}
