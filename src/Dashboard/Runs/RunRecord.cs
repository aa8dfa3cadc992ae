namespace CorridorTwin.Dashboard.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Waits for the one before it.</summary>
    Queued,
    /// <summary>At work.</summary>
    Running,
    /// <summary>All replications are there.</summary>
    Done,
    /// <summary>Stopped by a reader; what is finished is kept.</summary>
    Stopped,
    /// <summary>The program ended before it did; what is finished is kept.</summary>
    Interrupted,
    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>Who asked for a run.</summary>
public enum RunKind
{
    /// <summary>A reader.</summary>
    Asked,
    /// <summary>The program, at its start: a few replications to have something to show.</summary>
    Pilot,
    /// <summary>The program: the full comparison of what is shipped.</summary>
    Shipped,
}

/// <summary>A run as it is kept.</summary>
public sealed record RunRecord
{
    /// <summary>See <see cref="RunInputs.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Who asked.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What with.</summary>
    public required RunInputs Inputs { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Replications at hand, of all variants.</summary>
    public required int Done { get; init; }

    /// <summary>Replications it needs.</summary>
    public required int Total { get; init; }

    /// <summary>Of those at hand, simulated by this run and not found in the store.</summary>
    public required int Simulated { get; init; }

    /// <summary>Seconds spent simulating.</summary>
    public required double Seconds { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last began; null if never.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null if it has not.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The program it belongs to; another cannot read its results.</summary>
    public required string Program { get; init; }

    /// <summary>It goes on without being asked again.</summary>
    public bool IsActive => State is RunState.Queued or RunState.Running;

    /// <summary>It can be taken up again.</summary>
    public bool CanResume => State is RunState.Stopped or RunState.Interrupted or RunState.Failed;
}
