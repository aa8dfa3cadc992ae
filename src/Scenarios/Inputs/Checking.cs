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

    /// <summary>Notes a key that is none of the valid ones.</summary>
    internal void UnknownKey(MapEntry entry, string path, IReadOnlyList<string> valid)
    {
        // Between braces YAML reads "8,5 min" as the value 8 and a key "5 min" without a value.
        bool comma = entry.Key.Length > 0 && char.IsAsciiDigit(entry.Key[0]) && entry.Value is ScalarNode { Value: "" };
        Problems.Add(comma
            ? new InputProblem(entry.KeyMark, path, entry.Key, Wording.Comma)
            : new InputProblem(entry.KeyMark, path, entry.Key, new("no existe esta clave", "no such key"), Wording.OneOf(valid), Nearest.To(entry.Key, valid)));
    }

    /// <summary>Provenance that holds for figures without their own.</summary>
    internal Provenance Inherited { get; set; } = Provenance.None;

    /// <summary>Whether the place being checked should name a source.</summary>
    internal bool SourceExpected { get; set; }
}
