namespace CorridorTwin.Twin.Keys;

/// <summary>What a key opens.</summary>
[Flags]
public enum KeyScope
{
    /// <summary>Sending events as its source.</summary>
    Ingest = 1,

    /// <summary>Reading state, history, forecasts and counters.</summary>
    Read = 2,
}

/// <summary>A key as it is kept: everything but the key.</summary>
/// <param name="Id">Its public part, by which it is found.</param>
/// <param name="Source">The source it speaks for: nobody can send events under another name with it.</param>
/// <param name="Scope">What it opens.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Used">When it was last used, to the minute; null if never.</param>
/// <param name="Revoked">When it was revoked; null while it is good.</param>
public sealed record ApiKey(string Id, string Source, KeyScope Scope, DateTimeOffset Created, DateTimeOffset? Used, DateTimeOffset? Revoked)
{
    /// <summary>Longest name of a source that can have a key.</summary>
    public const int LongestName = 64;

    /// <summary>Whether a source of that name can have a key: letters, digits, dot, underscore and hyphen.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
