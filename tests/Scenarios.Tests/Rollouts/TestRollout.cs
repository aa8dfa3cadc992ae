using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios.Tests.Rollouts;

/// <summary>The shipped rollout, and changed copies of it.</summary>
internal static class TestRollout
{
    private static readonly string Place = Path.Combine(Repository.Scenarios, RolloutFolder.Name, "ecfcc.yaml");

    public static Rollout Shipped { get; } = Folder(Place).Find("ecfcc");

    public static string Text { get; } = File.ReadAllText(Place);

    /// <summary>The shipped file with one piece of text replaced by another.</summary>
    public static Rollout With(string old, string put) => Read(Changed(old, put));

    public static Rollout Read(string text)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("corridor-").FullName, "changed.yaml");
        try
        {
            File.WriteAllText(file, text);
            return Folder(file).Find(file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        }
    }

    public static string Changed(string old, string put)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, put, StringComparison.Ordinal);
    }

    private static RolloutFolder Folder(string also) => RolloutFolder.Load(Repository.Scenarios, Tests.Shipped.Folder, also);
}
