namespace CorridorTwin.Twin.Ingest;

/// <summary>The lines of a stream of bytes, each with its place in it. A line longer than the limit is passed over and told of.</summary>
public sealed class LineReader(Stream stream, int longest)
{
    private const int Usual = 1 << 20;

    // A short stream known to be short does not need a large buffer.
    private byte[] buffer = new byte[stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 1024, Usual) : Usual];
    private int start, end;
    private bool over;

    /// <summary>Where the line last read begins.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes from its beginning to the next line's.</summary>
    public long Length { get; private set; }

    /// <summary>It was longer than the limit.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The stream ended in it, without a line feed: perhaps half of it is missing.</summary>
    public bool Torn { get; private set; }

    /// <summary>Whether another whole line is at hand without waiting for the stream.</summary>
    public bool HasMore => buffer.AsSpan(start, end - start).Contains((byte)'\n');

    /// <summary>Reads the next line, without its end; valid until the next call.</summary>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        Position += Length;
        TooLong = Torn = false;
        int scanned = 0;
        long passed = 0;
        while (true)
        {
            int feed = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                int length = scanned + feed;
                TooLong = passed > 0 || length > longest;
                line = TooLong ? [] : buffer.AsSpan(start, length).TrimEnd((byte)'\r');
                Length = passed + length + 1;
                start += length + 1;
                return true;
            }
            scanned = end - start;
            if (scanned > longest)
            {
                // Nobody will want it: it must not fill the memory.
                passed += scanned;
                start = end = scanned = 0;
            }
            if (over || !Fill())
            {
                over = true;
                int length = end - start;
                TooLong = passed > 0;
                Torn = true;
                line = TooLong ? [] : buffer.AsSpan(start, length);
                Length = passed + length;
                start = end;
                return Length > 0;
            }
        }
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
