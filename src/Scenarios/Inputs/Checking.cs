namespace CorridorTwin.Scenarios.Inputs;

/// <summary>What a check knows beside the file, and what it has found so far.</summary>
public sealed class Checking
{
    /// <summary>What is wrong.</summary>
    public Problems Problems { get; init; } = new();

    /// <summary>Valid names by set: posts, countries, measures. A set that is absent is not checked.</summary>
    public Dictionary<string, IReadOnlyList<string>> Names { get; } = [];

    /// <summary>Figures met, in the order of the file.</summary>
    public List<Figure> Figures { get; } = [];

    /// <summary>Provenance that holds for figures without their own.</summary>
    internal Provenance Inherited { get; set; } = Provenance.None;

    /// <summary>Whether the place being checked should name a source.</summary>
    internal bool SourceExpected { get; set; }
}
