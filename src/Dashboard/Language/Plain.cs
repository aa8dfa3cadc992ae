namespace CorridorTwin.Dashboard.Language;

/// <summary>Words in small letters without the accents of the corridor's languages: for ids and for searching. By a table of our own, since the program may run without the system's tables of languages.</summary>
internal static class Plain
{
    private const string Accented = "áàâäãéèêëíìîïóòôöõúùûüñç";
    private const string Bare = "aaaaaeeeeiiiiooooouuuunc";

    /// <summary>The words, each letter one letter.</summary>
    public static string Of(string words) => string.Concat(words.Select(c => char.ToLowerInvariant(c)).Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Bare[at] : c));
}
