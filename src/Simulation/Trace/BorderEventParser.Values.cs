using System.Text;
using System.Text.Json;

namespace CorridorTwin.Simulation.Trace;

public sealed partial class BorderEventParser
{
    private readonly HashSet<string> pool = new(StringComparer.Ordinal);

    /// <summary>The name of the field at hand, and its length; one too long to be ours comes as text of its own.</summary>
    private static int Name(ref Utf8JsonReader json, scoped Span<char> buffer, out string? longer)
    {
        longer = json.ValueSpan.Length <= buffer.Length ? null : json.GetString();
        return longer == null ? json.CopyString(buffer) : 0;
    }

    private static void Expect(ref Utf8JsonReader json, string field, JsonTokenType kind, string expected)
    {
        if (json.TokenType != kind) throw Wrong(ref json, field, expected);
    }

    private static string Text(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, field, JsonTokenType.String, "text");
        return json.GetString()!;
    }

    /// <summary>Text of which there are few values, each kept once in memory.</summary>
    private string Pooled(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, field, JsonTokenType.String, "text");
        Span<char> text = stackalloc char[64];
        if (json.ValueSpan.Length > text.Length) return json.GetString()!;
        ReadOnlySpan<char> word = text[..json.CopyString(text)];
        if (pool.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? known)) return known;
        string added = new(word);
        if (pool.Count < 10_000) pool.Add(added);
        return added;
    }

    private static DateTimeOffset Time(ref Utf8JsonReader json, string field)
    {
        string expected = $"a time with its offset, such as {WireTime.Example}";
        Expect(ref json, field, JsonTokenType.String, expected);
        Span<char> text = stackalloc char[64];
        if (json.ValueSpan.Length <= text.Length && WireTime.TryRead(text[..json.CopyString(text)], out DateTimeOffset time)) return time;
        throw Wrong(ref json, field, expected);
    }

    private static T Word<T>(ref Utf8JsonReader json, string field, WireWords<T> words)
        where T : struct, Enum
    {
        Span<char> text = stackalloc char[16];
        if (json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= text.Length && words.TryValue(text[..json.CopyString(text)], out T value)) return value;
        throw Wrong(ref json, field, words.Choice);
    }

    private static double Share(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, field, JsonTokenType.Number, "a number from 0 to 1");
        return json.TryGetDouble(out double share) && share is >= 0 and <= 1 ? share : throw Wrong(ref json, field, "a number from 0 to 1");
    }

    private static int Count(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, field, JsonTokenType.Number, "a whole number from 0");
        return json.TryGetInt32(out int count) && count >= 0 ? count : throw Wrong(ref json, field, "a whole number from 0");
    }

    private static bool Truth(ref Utf8JsonReader json, string field) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : throw Wrong(ref json, field, "true or false");

    private static TraceFormatException Wrong(ref Utf8JsonReader json, string field, string expected)
    {
        string found = json.TokenType is JsonTokenType.StartObject ? "an object" : json.TokenType is JsonTokenType.StartArray ? "a list" : WireText.Shortened(Encoding.UTF8.GetString(json.ValueSpan));
        return new TraceFormatException($"field '{field}': expected {expected}, found {found}");
    }
}

internal static class WireText
{
    /// <summary>Enough of a text to recognise it.</summary>
    public static string Shortened(ReadOnlySpan<char> text) => text.Length <= 60 ? $"\"{text}\"" : $"\"{text[..57]}…\"";
}
