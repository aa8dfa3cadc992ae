using System.Collections.Concurrent;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Scenarios;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Runs one after the other. What is asked for twice is run once; what is finished survives stopping, and the end of the program.</summary>
public sealed partial class RunQueue(RunTable table, InputFiles files, ReplicationStore store, ILogger<RunQueue> log) : BackgroundService
{
    private static readonly TimeSpan BetweenKeeping = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<LiveRun> waiting = [];
    private readonly ConcurrentDictionary<string, LiveRun> live = new();
    private readonly Lock gate = new();

    /// <summary>All runs, newest first.</summary>
    public IReadOnlyList<RunRecord> All()
    {
        RunRecord[] kept = [.. table.All().Select(r => live.TryGetValue(r.Id, out LiveRun? now) ? now.Record : r)];
        // A full disk may have kept a run out of the table.
        return [.. live.Values.Select(l => l.Record).Where(r => kept.All(k => k.Id != r.Id)).OrderByDescending(r => r.Created), .. kept];
    }

    /// <summary>One run; null if there is none.</summary>
    public RunRecord? Find(string id) => live.TryGetValue(id, out LiveRun? now) ? now.Record : table.Find(id);

    /// <summary>One run of this start of the program; null if it is of an earlier one.</summary>
    public LiveRun? Live(string id) => live.GetValueOrDefault(id);

    /// <summary>Asks for a run. The same inputs give the same run: one that was stopped goes on, one that is done stays.</summary>
    /// <exception cref="InputException">The input files cannot be read.</exception>
    public RunRecord Ask(RunInputs inputs, RunKind kind)
    {
        lock (gate)
        {
            RunRecord? known = Find(inputs.Id);
            if (known is { CanResume: false }) return known;
            ComparisonRequest request = files.Request(inputs);
            RunRecord run = known ?? new RunRecord
            {
                Id = inputs.Id, Kind = kind, Inputs = inputs, State = RunState.Queued, Done = 0, Total = inputs.Study switch { Study.Comparison => TotalOf(request), Study.Rollout or Study.Evidence => Studies.Expected(files.Rollout(inputs), inputs.Study), var study => Studies.Expected(request, study) }, Simulated = 0, Seconds = 0,
                Created = DateTimeOffset.UtcNow, Program = ReplicationStore.Program,
            };
            var now = new LiveRun(run with { State = RunState.Queued, Ended = null }, request);
            live[run.Id] = now;
            if (known is null) Keep(now, table.Add);
            else Keep(now, table.Save);
            waiting.Add(now);
            return now.Record;
        }
    }

    /// <summary>Takes a stopped, interrupted or failed run up again.</summary>
    /// <returns>False if there is no such run.</returns>
    public bool Resume(string id)
    {
        if (Find(id) is not { } run) return false;
        Ask(run.Inputs, run.Kind);
        return true;
    }

    /// <summary>Stops a run; what is finished is kept.</summary>
    /// <returns>False if there is no such run.</returns>
    public bool Stop(string id)
    {
        lock (gate)
        {
            if (!live.TryGetValue(id, out LiveRun? now)) return table.Find(id) is not null;
            now.StoppedByReader = true;
            now.Cancellation.Cancel();
            if (now.Record.State == RunState.Queued) Set(now, now.Record with { State = RunState.Stopped, Ended = DateTimeOffset.UtcNow });
            return true;
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(() => Work(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Work(CancellationToken ending)
    {
        try
        {
            foreach (LiveRun run in waiting.GetConsumingEnumerable(ending)) Run(run, ending);
        }
        catch (OperationCanceledException)
        {
            // The program ends; what still waits is marked at the next start.
        }
    }

    private void Run(LiveRun run, CancellationToken ending)
    {
        lock (gate)
        {
            if (run.Record.State != RunState.Queued) return;
            Set(run, run.Record with { State = RunState.Running, Started = DateTimeOffset.UtcNow });
        }
        var stored = new StoredExecutor(new LocalExecutor(), store);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, run.Cancellation.Token);
        run.Watch.Start();
        try
        {
            bool complete = run.Record.Inputs.Study == Study.Comparison ? Compare(run, stored, either.Token) : Look(run, stored, either.Token);
            Finish(run, stored, complete ? RunState.Done : run.StoppedByReader ? RunState.Stopped : RunState.Interrupted);
        }
        catch (Exception e)
        {
            RunFailed(log, run.Record.Id, e);
            run.Problem = new("La simulación falló; los detalles están en la ventana desde la que se inició el programa.", "The simulation failed; details stand in the window the program was started from.");
            Finish(run, stored, RunState.Failed);
        }
    }

    private bool Compare(LiveRun run, StoredExecutor stored, CancellationToken cancellation)
    {
        run.Recording = new Recording(stored);
        return ComparisonRun.Run(run.Request, run.Recording, p => Progress(run, stored, p), cancellation).Complete;
    }

    private bool Look(LiveRun run, StoredExecutor stored, CancellationToken cancellation)
    {
        RunInputs inputs = run.Record.Inputs;
        StudyResult? found = Studies.IsOfYears(inputs.Study)
            ? Studies.Run(files.Rollout(inputs), inputs.Study, stored, p => Progress(run, stored, p), cancellation)
            : Studies.Run(run.Request, inputs.Study, stored, p => Progress(run, stored, p), cancellation);
        run.Found = found is { Complete: true } ? found : null;
        if (run.Found?.Sensitivity is { } report) run.Problem ??= SensitivityArchive.Keep(store, report, run.Found.Stamp);
        return run.Found is not null;
    }

    private void Progress(LiveRun run, StoredExecutor stored, RunProgress progress)
    {
        run.Problem ??= stored.Problem;
        run.Record = run.Record with { Done = progress.Done, Total = progress.Total, Simulated = run.Earlier.Simulated + stored.Counts.Run, Seconds = run.Earlier.Seconds + run.Watch.Elapsed.TotalSeconds };
        // A program that is killed has no time to say how far it was.
        if (run.Watch.Elapsed - run.Kept < BetweenKeeping) return;
        run.Kept = run.Watch.Elapsed;
        Keep(run, table.Save);
    }

    private void Finish(LiveRun run, StoredExecutor stored, RunState state)
    {
        run.Watch.Stop();
        run.Problem ??= stored.Problem;
        lock (gate) Set(run, run.Record with { State = state, Ended = DateTimeOffset.UtcNow });
    }

    private void Set(LiveRun run, RunRecord record)
    {
        run.Record = record;
        Keep(run, table.Save);
    }

    /// <summary>A full disk must not cost the run: it goes on, and says so.</summary>
    private static void Keep(LiveRun run, Action<RunRecord> how)
    {
        try
        {
            how(run.Record);
        }
        catch (SqliteException e)
        {
            string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            run.Problem ??= new($"Este estado no se puede guardar en el disco ({why}).", $"This state cannot be kept on disk ({why}).");
        }
    }

    /// <summary>Replications a comparison needs, of all variants.</summary>
    public static int TotalOf(ComparisonRequest request)
    {
        int models = request.Scenarios.Count + request.Scenarios.Select(s => request.WeeksOf(s)).Append(request.WeeksOf()).Distinct().Count();
        return models * (request.Options.Replications + 2 * request.SensitivityReplications(request.Options.Replications));
    }

    [LoggerMessage(LogLevel.Error, "Run {Id} failed.")]
    private static partial void RunFailed(ILogger log, string id, Exception e);
}
