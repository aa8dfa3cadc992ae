namespace CorridorTwin.Scenarios.Statistics;

/// <summary>How far a result moves when each uncertain input alone goes from its low to its high end, widest first.</summary>
public static class Tornado
{
    /// <summary>Makes the bars.</summary>
    /// <param name="central">The result with every input at its central value, one value per replication; two or more.</param>
    /// <param name="ends">Per input, the results at its low and at its high end in the same replications (common draws).</param>
    /// <param name="confidence">Of every interval.</param>
    /// <returns>One bar per input, the one that moves the result over the widest span first; ties in the order given.</returns>
    /// <exception cref="ArgumentException">No input, fewer than two replications, unequal numbers, a value not finite, or a confidence out of range.</exception>
    public static IReadOnlyList<TornadoBar> Of(
        IReadOnlyList<double> central, IReadOnlyList<(IReadOnlyList<double> Low, IReadOnlyList<double> High)> ends, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(ends);
        Require.Confidence(confidence);
        if (ends.Count == 0) throw new ArgumentException("A tornado needs at least one input.", nameof(ends));
        foreach ((IReadOnlyList<double> low, IReadOnlyList<double> high) in ends)
        {
            Require.Pairs(central, low, 2, nameof(central), nameof(ends));
            Require.Pairs(central, high, 2, nameof(central), nameof(ends));
        }
        return
        [
            .. ends.Select((e, i) => new TornadoBar(
                    i, Interval.Paired(central, e.Low, confidence), Interval.Paired(central, e.High, confidence), Interval.Paired(e.Low, e.High, confidence)))
                .OrderByDescending(b => b.Span),
        ];
    }
}

/// <summary>One input's bar, in the result's unit.</summary>
/// <param name="Input">Number of the input.</param>
/// <param name="Low">Change from the central result when the input is at its low end.</param>
/// <param name="High">Change when it is at its high end.</param>
/// <param name="Swing">High end less low end: the direction, paired.</param>
public sealed record TornadoBar(int Input, Interval Low, Interval High, Interval Swing)
{
    /// <summary>Width of the bar: the results at both ends and at the centre all lie within it, so a result that turns in between counts too.</summary>
    public double Span => Math.Max(0, Math.Max(Low.Mean, High.Mean)) - Math.Min(0, Math.Min(Low.Mean, High.Mean));
}
