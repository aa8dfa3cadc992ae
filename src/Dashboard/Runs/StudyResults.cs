using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>What finished studies found: of those of this start of the program as they ended, of others read from the store.</summary>
public sealed class StudyResults(RunQueue queue, InputFiles files, ReplicationStore store)
{
    private const int Held = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<StudyResult?>> held = [];

    /// <summary>What a study found; null if it is not finished, or its program was another.</summary>
    public StudyResult? Of(RunRecord run)
    {
        if (run.Inputs.Study == Study.Comparison || run.State != RunState.Done || run.Program != ReplicationStore.Program) return null;
        if (queue.Live(run.Id)?.Found is { } found) return found;
        Lazy<StudyResult?>? result;
        lock (gate)
        {
            if (held.Count >= Held) held.Clear();
            if (!held.TryGetValue(run.Id, out result)) held[run.Id] = result = new Lazy<StudyResult?>(() => Read(run));
        }
        return result.Value;
    }

    private StudyResult? Read(RunRecord run)
    {
        try
        {
            var kept = new KeptExecutor(store);
            StudyResult? found = Studies.IsOfYears(run.Inputs.Study) ? Studies.Run(files.Rollout(run.Inputs), run.Inputs.Study, kept) : Studies.Run(files.Request(run.Inputs), run.Inputs.Study, kept);
            return found is { Complete: true } ? found : null;
        }
        catch (InputException)
        {
            // Its input files are gone: the page offers to run it anew.
            return null;
        }
    }
}
