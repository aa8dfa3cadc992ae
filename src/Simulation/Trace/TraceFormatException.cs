namespace CorridorTwin.Simulation.Trace;

/// <summary>A trace cannot be read: one sentence says what is wrong, with the line where it is known.</summary>
public sealed class TraceFormatException : FormatException
{
    /// <summary>A problem of one event, its line not known here.</summary>
    public TraceFormatException(string problem)
        : base(problem) => Problem = problem;

    /// <summary>A problem on a line.</summary>
    public TraceFormatException(long line, string problem)
        : base($"line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {problem}") => (Line, Problem) = (line, problem);

    /// <summary>The line, from 1; 0 where it is not known.</summary>
    public long Line { get; }

    /// <summary>What is wrong, without the line.</summary>
    public string Problem { get; }
}
