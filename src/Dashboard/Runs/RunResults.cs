using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>What runs gave: of those at work so far, of others as kept. The last few are held, since reading takes a while.</summary>
public sealed class RunResults(RunQueue queue, InputFiles files, ReplicationStore store)
{
    private const int Held = 4;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, Lazy<RunResult?> Result)> held = new();

    /// <summary>The result of a run; null if nothing is finished, its program was another, or it is a study.</summary>
    public RunResult? Of(RunRecord run)
    {
        if (run.Inputs.Study != Study.Comparison || run.Program != ReplicationStore.Program) return null;
        if (queue.Live(run.Id) is { Recording: not null } live) return live.SoFar();
        string key = $"{run.Id} {run.State} {run.Ended:O}";
        Lazy<RunResult?> result;
        lock (gate)
        {
            LinkedListNode<(string Key, Lazy<RunResult?> Result)>? node = held.First;
            while (node is not null && node.Value.Key != key) node = node.Next;
            if (node is null) node = new((key, new Lazy<RunResult?>(() => Read(run))));
            else held.Remove(node);
            held.AddFirst(node);
            while (held.Count > Held) held.RemoveLast();
            result = node.Value.Result;
        }
        return result.Value;
    }

    private RunResult? Read(RunRecord run)
    {
        try
        {
            RunResult result = RunResult.Of(files.Request(run.Inputs), new KeptExecutor(store));
            return result.Variants.Any(v => v.Replications.Count > 0) ? result : null;
        }
        catch (InputException)
        {
            // Its input files are gone: the page says that there is nothing to show and offers to run it anew.
            return null;
        }
    }
}
