using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CorridorTwin.Twin.Keys;

/// <summary>
/// A key as its owner has it: <c>ctk_ID_SECRET</c>. The secret is 256 random bits, so what is kept is one salted SHA-256 of it: nobody can try them out,
/// and the slow hashes that weak passwords need would only slow the ingest down.
/// </summary>
internal static class KeyText
{
    private const string Prefix = "ctk_";
    private const int IdBytes = 8;
    private const int SecretBytes = 32;
    private const int Longest = 128;

    /// <summary>A new key: its id, and the whole text.</summary>
    public static (string Id, string Text) New()
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>The id in a text that looks like a key.</summary>
    public static bool TryId(string text, [NotNullWhen(true)] out string? id)
    {
        int from = Prefix.Length, to = from + 2 * IdBytes;
        bool looks = text.Length > to + 1 && text.Length <= Longest && text.StartsWith(Prefix, StringComparison.Ordinal) && text[to] == '_';
        id = looks ? text[from..to] : null;
        return looks;
    }

    /// <summary>What is kept of a key.</summary>
    public static byte[] Hash(byte[] salt, string text) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]);
}
