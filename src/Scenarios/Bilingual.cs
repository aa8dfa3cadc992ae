namespace CorridorTwin.Scenarios;

/// <summary>One text in the two languages of the project; Spanish first, because the strategy's readers are.</summary>
/// <param name="Es">Spanish.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Es, string En)
{
    /// <summary>The text in a language.</summary>
    /// <param name="language"><c>es</c> for Spanish; anything else gives English.</param>
    public string In(string language) => language == "es" ? Es : En;

    /// <summary>A text that reads the same in both languages: a name, a list of ids.</summary>
    public static Bilingual Same(string text) => new(text, text);

    /// <inheritdoc/>
    public override string ToString() => En;
}
