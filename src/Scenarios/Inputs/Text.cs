namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Languages of messages, tables and pages.</summary>
public enum Language { English, Spanish }

/// <summary>The same words in English and in Spanish.</summary>
/// <param name="En">English.</param>
/// <param name="Es">Spanish.</param>
public sealed record Text(string En, string Es)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.Spanish ? Es : En;

    /// <summary>A text that reads the same in both languages: a name, a list of ids.</summary>
    public static Text Same(string text) => new(text, text);

    /// <inheritdoc/>
    public override string ToString() => En;
}
