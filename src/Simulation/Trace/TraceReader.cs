namespace CorridorTwin.Simulation.Trace;

/// <summary>Reads a trace line by line; whatever is wrong is told in one sentence with the line's number.</summary>
public sealed class TraceReader
{
    private readonly TraceLines lines;
    private readonly BorderEventParser parser = new();

    /// <summary>Reads the header.</summary>
    /// <exception cref="TraceFormatException">There is none.</exception>
    public TraceReader(TextReader source)
    {
        lines = new TraceLines(source);
        if (!lines.TryNext(out ReadOnlySpan<char> first)) throw new TraceFormatException(1, "expected the trace's header, found nothing");
        try
        {
            Header = TraceHeaderJson.Parse(new string(first));
        }
        catch (TraceFormatException wrong)
        {
            throw new TraceFormatException(Line, wrong.Problem);
        }
    }

    /// <summary>The first line.</summary>
    public TraceHeader Header { get; }

    /// <summary>Number of the line last read.</summary>
    public long Line => lines.Number;

    /// <summary>The events that follow, read as they are asked for.</summary>
    /// <exception cref="TraceFormatException">A line is not a border event.</exception>
    public IEnumerable<BorderEvent> Events()
    {
        while (Next() is { } e) yield return e;
    }

    private BorderEvent? Next()
    {
        if (!lines.TryNext(out ReadOnlySpan<char> text)) return null;
        try
        {
            return parser.Parse(text);
        }
        catch (TraceFormatException wrong)
        {
            throw new TraceFormatException(Line, wrong.Problem);
        }
    }
}
