namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// When to stop replicating: as soon as every indicator watched is precise enough. Looking after each replication is what a
/// sequential rule does, and why it asks for ten replications first.
/// </summary>
/// <param name="Targets">Precision asked of each indicator, in the order their values are given.</param>
public sealed record StoppingRule(IReadOnlyList<Precision> Targets)
{
    /// <summary>The same precision for a number of indicators.</summary>
    public static StoppingRule Same(Precision target, int indicators) => new([.. Enumerable.Repeat(target, indicators)]);

    /// <summary>What has been reached.</summary>
    /// <param name="values">Per indicator, one value per replication: the same replications for all.</param>
    /// <exception cref="ArgumentException">Not one list per target, lists of unequal length, or fewer than two values.</exception>
    public StoppingVerdict Judge(IReadOnlyList<IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Targets.Count == 0) throw new ArgumentException("A stopping rule watches at least one indicator.", nameof(values));
        if (values.Count != Targets.Count) throw new ArgumentException($"There must be values for each of the {Targets.Count} indicators; there are {values.Count} lists.", nameof(values));
        if (values.Any(v => v.Count != values[0].Count)) throw new ArgumentException("All indicators come from the same replications: their lists must be equally long.", nameof(values));
        return new StoppingVerdict([.. Targets.Select((t, i) => t.Judge(values[i]))]);
    }
}

/// <summary>Whether to stop.</summary>
/// <param name="Indicators">What each indicator has reached.</param>
public sealed record StoppingVerdict(IReadOnlyList<PrecisionReached> Indicators)
{
    /// <summary>Whether all are precise enough.</summary>
    public bool Stop => Indicators.All(i => i.Met);

    /// <summary>Replications needed in all, by the indicator that needs most.</summary>
    public int Needed => Indicators.Max(i => i.Needed);

    /// <summary>Replications still missing; 0 when it may stop.</summary>
    public int Missing => Indicators.Max(i => i.Missing);

    /// <summary>Number of the indicator that holds the rule back: the one that misses most.</summary>
    public int Slowest => Enumerable.Range(0, Indicators.Count).MaxBy(i => Indicators[i].Missing);
}
