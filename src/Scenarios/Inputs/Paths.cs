namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Places inside a file: keys joined by points, list items by number in brackets from 0.</summary>
public static class Paths
{
    /// <summary>A key under a path.</summary>
    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>An item of a list.</summary>
    public static string Item(string path, int index) => $"{path}[{index}]";
}
