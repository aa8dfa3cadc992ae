using System.Security.Cryptography;

namespace CorridorTwin.Simulation.Trace;

/// <summary>The identity of an event that brings none: SHA-256 of its canonical content, as EPCIS hash ids are. It also tells a line that was damaged on its way.</summary>
public static class EventId
{
    /// <summary>How such an id begins; 64 hexadecimal digits follow.</summary>
    public const string Prefix = "sha-256:";

    /// <summary>The id of an event by its content.</summary>
    public static string Of(BorderEvent e)
    {
        using var json = new BorderEventJson();
        return Of(e, json);
    }

    /// <summary>The id of an event by its content, with a writer that is at hand.</summary>
    public static string Of(BorderEvent e, BorderEventJson json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.Canonical(e), hash);
        return Prefix + Convert.ToHexStringLower(hash);
    }

    /// <summary>Whether an id says that it was made of the content.</summary>
    public static bool IsOfContent(string id) => id.Length == Prefix.Length + 2 * SHA256.HashSizeInBytes && id.StartsWith(Prefix, StringComparison.Ordinal) && !id.AsSpan(Prefix.Length).ContainsAnyExcept("0123456789abcdef");
}
