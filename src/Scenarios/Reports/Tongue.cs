
namespace CorridorTwin.Scenarios.Reports;

/// <summary>The language the user reads, and how numbers are written for them.</summary>
/// <param name="Code"><c>es</c> or <c>en</c>.</param>
public readonly record struct Tongue(string Code)
{
    /// <summary>How numbers are written: a setting of its own, not of the language.</summary>
    public Figures Figures { get; init; }

    /// <summary>Languages there are.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["es", "en"];

    /// <summary>One of two texts.</summary>
    public string Say(string es, string en) => Code == "es" ? es : en;

    /// <summary>A text in this language.</summary>
    public string Say(Bilingual text) => text.In(Code);

    /// <summary>A number of replications.</summary>
    public string Replications(int count) => count == 1 ? Say("1 réplica", "1 replication") : Say($"{count} réplicas", $"{count} replications");

    /// <summary>A number of days.</summary>
    public string Days(int count) => count == 1 ? Say("1 día", "1 day") : Say($"{count} días", $"{count} days");

    /// <summary>The language of the environment: Spanish if its locale is, else English.</summary>
    public static Tongue OfEnvironment(Func<string, string?> variable)
    {
        string? locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return new Tongue(locale is not null && (locale == "es" || locale.StartsWith("es_", StringComparison.Ordinal) || locale.StartsWith("es-", StringComparison.Ordinal) || locale.StartsWith("es.", StringComparison.Ordinal)) ? "es" : "en");
    }
}
