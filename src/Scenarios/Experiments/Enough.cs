using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>When an experiment may end before its last replication.</summary>
public sealed record Enough
{
    /// <summary>Make every replication.</summary>
    public static Enough Never { get; } = new();

    /// <summary>Precision asked of everything watched; null to ask for none. With one, the replications of the options are the most that are made.</summary>
    public Precision? Target { get; init; }

    /// <summary>The indicators watched.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [Indicator.Headline];

    /// <summary>Time to spend; null for as long as it takes. The result then depends on the machine, so what was reached stands beside it.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Whether there is anything to stop for.</summary>
    public bool Asked => Target is not null || Budget is not null;
}

/// <summary>Why an experiment ended.</summary>
public enum RunEnd
{
    /// <summary>All replications were made.</summary>
    Made,
    /// <summary>The precision asked for was reached.</summary>
    Precise,
    /// <summary>The time allowed was over.</summary>
    OutOfTime,
    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}
