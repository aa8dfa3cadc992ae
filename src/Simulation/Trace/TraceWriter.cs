namespace CorridorTwin.Simulation.Trace;

/// <summary>Writes a trace as JSON Lines: the header, then one event a line, each line ended by a line feed on every system.</summary>
/// <remarks>Holds one line at a time. The target is flushed by <see cref="Flush"/> and stays the caller's.</remarks>
public sealed class TraceWriter(TextWriter target) : IDisposable
{
    private readonly BorderEventJson json = new();

    /// <summary>Events written.</summary>
    public long Events { get; private set; }

    /// <summary>Writes the first line.</summary>
    public void Write(TraceHeader header)
    {
        target.Write(TraceHeaderJson.Text(header));
        target.Write('\n');
    }

    /// <summary>Writes an event.</summary>
    public void Write(BorderEvent e)
    {
        target.Write(json.Line(e));
        target.Write('\n');
        Events++;
    }

    /// <summary>Hands everything written to the target's own target.</summary>
    public void Flush() => target.Flush();

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();
}
