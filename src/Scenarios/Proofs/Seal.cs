using System.Security.Cryptography;
using System.Text;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>A fingerprint of a whole text that stands in the text itself: whatever is changed afterwards, seen or unseen, no longer fits it.</summary>
public static class Seal
{
    private const string Field = "\"seal\":\"";
    private const int Length = 64;

    /// <summary>What stands in its place until the text is whole.</summary>
    public static string Blank { get; } = new('0', Length);

    /// <summary>The text with its seal in the place left for it.</summary>
    public static string Close(string text)
    {
        int at = Place(text) ?? throw new ArgumentException("The text has no place for a seal.", nameof(text));
        return text[..at] + Of(text, at) + text[(at + Length)..];
    }

    /// <summary>Whether the text is as it was when it was sealed.</summary>
    public static bool Fits(string text) => Place(text) is { } at && text.AsSpan(at, Length).SequenceEqual(Of(text, at));

    /// <summary>The text as it was before it was sealed.</summary>
    public static string Open(string text) => Place(text) is { } at ? text[..at] + Blank + text[(at + Length)..] : text;

    private static int? Place(string text) => text.IndexOf(Field, StringComparison.Ordinal) is >= 0 and var found && found + Field.Length + Length <= text.Length ? found + Field.Length : null;

    private static string Of(string text, int at) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text[..at] + Blank + text[(at + Length)..])));
}
