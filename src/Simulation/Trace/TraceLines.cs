namespace CorridorTwin.Simulation.Trace;

/// <summary>The lines of a text with their numbers, none longer than a limit: a file that is not a trace must not fill the memory.</summary>
internal sealed class TraceLines(TextReader source)
{
    public const int Longest = 1 << 20;

    private readonly char[] buffer = new char[1 << 14];
    private char[] line = new char[1 << 10];
    private int next;
    private int end;

    /// <summary>Number of the line last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the next line that is not blank; valid until the next call.</summary>
    /// <exception cref="TraceFormatException">It is too long.</exception>
    public bool TryNext(out ReadOnlySpan<char> text)
    {
        while (TryAny(out text))
            if (!text.IsWhiteSpace()) return true;
        return false;
    }

    private bool TryAny(out ReadOnlySpan<char> text)
    {
        Number++;
        int length = 0;
        while (Fill())
        {
            ReadOnlySpan<char> rest = buffer.AsSpan(next, end - next);
            int feed = rest.IndexOf('\n');
            ReadOnlySpan<char> part = feed < 0 ? rest : rest[..feed];
            if (length + part.Length > Longest) throw new TraceFormatException(Number, $"longer than {Longest} characters");
            while (line.Length < length + part.Length) Array.Resize(ref line, line.Length * 2);
            part.CopyTo(line.AsSpan(length));
            length += part.Length;
            next += part.Length + (feed < 0 ? 0 : 1);
            if (feed < 0) continue;
            text = line.AsSpan(0, length).TrimEnd('\r');
            return true;
        }
        text = line.AsSpan(0, length);
        return length > 0;
    }

    private bool Fill()
    {
        if (next < end) return true;
        next = 0;
        end = source.Read(buffer);
        return end > 0;
    }
}
