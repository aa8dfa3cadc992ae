using System.Diagnostics;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>A run of this start of the program: queued, at work or ended.</summary>
public sealed class LiveRun(RunRecord record, ComparisonRequest request)
{
    private readonly Lock gate = new();
    // A page that is looked at by many is not worth a comparison for every replication that ends.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private const int CostsOver = 20;

    private (int Count, TimeSpan Until, RunResult Result)? latest;

    /// <summary>How it stands.</summary>
    public RunRecord Record { get; set; } = record;

    /// <summary>What it compares.</summary>
    public ComparisonRequest Request { get; } = request;

    /// <summary>What is finished; null before it begins.</summary>
    public Recording? Recording { get; set; }

    /// <summary>What a study found; null before it ends, and of comparisons.</summary>
    public StudyResult? Found { get; set; }

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>When its state was last kept, by <see cref="Watch"/>.</summary>
    public TimeSpan Kept { get; set; }

    /// <summary>Since when it works.</summary>
    public Stopwatch Watch { get; } = new();

    /// <summary>Seconds and replications of earlier starts of the same run.</summary>
    public (double Seconds, int Simulated) Earlier { get; init; } = (record.Seconds, record.Simulated);

    /// <summary>Why results cannot be kept, or why it failed; null if all is well.</summary>
    public Bilingual? Problem { get; set; }

    /// <summary>A reader stopped it; else the program ends.</summary>
    public bool StoppedByReader { get; set; }

    /// <summary>What it gives so far; the same object until more is finished, and for a second.</summary>
    public RunResult? SoFar()
    {
        if (Recording is not { Count: > 0 } recording) return null;
        lock (gate)
        {
            int count = recording.Count;
            if (latest is null || latest.Value.Count != count && (!Record.IsActive || Watch.Elapsed >= latest.Value.Until)) latest = Made(recording, count);
            return latest.Value.Result;
        }
    }

    private (int, TimeSpan, RunResult) Made(Recording recording, int count)
    {
        TimeSpan begun = Watch.Elapsed;
        RunResult result = RunResult.SoFar(Request, recording);
        TimeSpan wait = CostsOver * (Watch.Elapsed - begun);
        return (count, Watch.Elapsed + (wait > Between ? wait : Between), result);
    }
}
