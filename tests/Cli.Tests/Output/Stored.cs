namespace CorridorTwin.Cli.Tests.Output;

/// <summary>Rendered output against a stored expectation.</summary>
internal static class Stored
{
    /// <summary>Fails where they differ and leaves what was received beside the expectation; rename it to accept it.</summary>
    public static void Equal(string name, string received)
    {
        string path = Repository.Expectation(name);
        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string beside = path + ".received";
        if (received == expected) File.Delete(beside);
        else File.WriteAllText(beside, received);
        Assert.Equal(expected, received);
    }
}
