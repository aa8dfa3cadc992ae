using CorridorTwin.Scenarios.Comparisons;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Which run the first page shows.</summary>
public sealed class Latest(RunQueue queue, RunResults results, Pilot pilot)
{
    /// <summary>The comparison of what is shipped while it goes on or once it is done, else the latest run; null if there is none.</summary>
    public RunRecord? Run()
    {
        RunRecord[] all = [.. queue.All().Where(r => r.Inputs.Study == Study.Comparison)];
        RunRecord? first = all.FirstOrDefault(r => r.Kind == RunKind.Pilot && r.IsActive);
        return first ?? (pilot.Full is { } full ? all.FirstOrDefault(r => r.Id == full.Id) : null) ?? all.FirstOrDefault();
    }

    /// <summary>A run's result, or that of the first look while it knows more.</summary>
    public (RunRecord Run, RunResult? Result) WithMost(RunRecord run)
    {
        RunResult? own = results.Of(run);
        if (run.Kind != RunKind.Shipped || own is { Comparison.Replications: >= Pilot.FirstReplications }) return (run, own);
        RunRecord? first = queue.All().FirstOrDefault(r => r.Kind == RunKind.Pilot && r.State == RunState.Done && r.Inputs.Files == run.Inputs.Files);
        return first is not null && results.Of(first) is { } look ? (first, look) : (run, own);
    }
}
