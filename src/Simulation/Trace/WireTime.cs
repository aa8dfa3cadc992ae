using System.Globalization;

namespace CorridorTwin.Simulation.Trace;

/// <summary>Instants as RFC 3339 writes them, offset required: <c>2024-02-05T08:15:30.123-06:00</c>.</summary>
internal static class WireTime
{
    public const string Example = "2024-02-05T08:15:30.123-06:00";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];
    private static readonly string[] ZuluFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Writes an instant: milliseconds, or more digits where it has them.</summary>
    public static int Write(DateTimeOffset time, Span<char> target)
    {
        string format = time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fffzzz" : "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz";
        time.TryFormat(target, out int written, format, CultureInfo.InvariantCulture);
        return written;
    }

    public static string Text(DateTimeOffset time)
    {
        Span<char> text = stackalloc char[40];
        return new string(text[..Write(time, text)]);
    }

    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        bool zulu = text.EndsWith("Z", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(
            text, zulu ? ZuluFormats : Formats, CultureInfo.InvariantCulture, zulu ? DateTimeStyles.AssumeUniversal : DateTimeStyles.None, out time);
    }

    /// <summary>An offset such as <c>-06:00</c>.</summary>
    public static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");

    public static bool TryReadOffset(string text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length != 6 || text[0] is not ('+' or '-')) return false;
        if (!TimeSpan.TryParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out offset)) return false;
        if (text[0] == '-') offset = -offset;
        return true;
    }
}
