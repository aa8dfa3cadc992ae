using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>How long and how often to run, and with which draws.</summary>
public sealed record ExperimentOptions
{
    /// <summary>Seed of the experiment; replication i of every variant uses the same draws (common random numbers).</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>Replications.</summary>
    public int Replications { get; init; } = 20;

    /// <summary>Days measured, in ordinary weeks.</summary>
    public int Days { get; init; } = 28;

    /// <summary>Days simulated before.</summary>
    public int WarmUpDays { get; init; } = 28;

    /// <summary>Days that the measured trucks are given to leave after the measured days: ten years, where they all do.</summary>
    public int DrainDays { get; init; } = UsualDrainDays;

    /// <summary>Beyond any corridor that works.</summary>
    public const int UsualDrainDays = 3650;

    /// <summary>Threads; 0 for one per core.</summary>
    public int Threads { get; init; }

    /// <summary>Where every replication begins; null for an empty corridor. Warm-up and measured days follow it.</summary>
    public StartingState? Start { get; init; }

    /// <summary>How the measured days are led up to, in words that follow their number.</summary>
    public Bilingual Before => Start is null ? new($"tras {WarmUpDays} de calentamiento", $"after {WarmUpDays} of warm-up")
        : WarmUpDays == 0 ? new($"desde el estado {Path.GetFileName(Start.File)}", $"from the state {Path.GetFileName(Start.File)}")
        : new($"tras {WarmUpDays} desde el estado {Path.GetFileName(Start.File)}", $"after {WarmUpDays} from the state {Path.GetFileName(Start.File)}");

    /// <summary>Time from the simulated Monday that calendars count from to the beginning of the measured days.</summary>
    public SimDuration FromEpoch => (Start?.Clock ?? SimDuration.Zero) + SimDuration.FromDays(WarmUpDays);

    /// <summary>One replication of it.</summary>
    internal RunOptions Run(int replication) => new()
    {
        Seed = Seed, Replication = replication, WarmUp = SimDuration.FromDays(WarmUpDays), DrainLimit = SimDuration.FromDays(DrainDays), Length = SimDuration.FromDays(Days),
    };
}

/// <summary>One model to run a number of times.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Model">The corridor.</param>
/// <param name="Replications">How often.</param>
public sealed record Variant(string Name, CorridorModel Model, int Replications)
{
    /// <summary>Numbers of replications that are at hand already and need not be run.</summary>
    public IReadOnlySet<int> AtHand { get; init; } = new HashSet<int>();

    /// <summary>How long it is run, where variants of one run differ; null for as long as the run's options say.</summary>
    public RunLength? Length { get; init; }

    /// <summary>The options it is run with.</summary>
    public ExperimentOptions Under(ExperimentOptions options) => Length is { } own ? options with { WarmUpDays = own.WarmUpDays, Days = own.Days } : options;
}

/// <summary>How long a model is run.</summary>
/// <param name="WarmUpDays">Days simulated before.</param>
/// <param name="Days">Days measured.</param>
public readonly record struct RunLength(int WarmUpDays, int Days);

/// <summary>A replication that is done.</summary>
/// <param name="Variant">Number of the variant.</param>
/// <param name="Summary">What it gave.</param>
public sealed record Finished(int Variant, ReplicationSummary Summary);

/// <summary>Runs (variant, replication) pairs and gives results back as they finish, until told to stop.</summary>
public interface IExecutor
{
    /// <summary>Runs all pairs.</summary>
    /// <param name="variants">What to run.</param>
    /// <param name="options">Length, seed and threads.</param>
    /// <param name="finished">Called for each pair as it is done, one at a time.</param>
    /// <param name="cancellation">Stops as soon as possible; what is done is kept.</param>
    /// <returns>False if it was cancelled.</returns>
    bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation);
}

/// <summary>Runs on this machine's cores, replication by replication, so that an interrupted experiment has complete pairs.</summary>
public sealed class LocalExecutor : IExecutor
{
    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
    {
        ExperimentOptions[] own = [.. variants.Select(v => v.Under(options))];
        // Compiled by the thread that first runs it: of a great many short variants that takes as long as running them.
        Lazy<CorridorNetwork>[] networks = [.. variants.Select((v, i) => new Lazy<CorridorNetwork>(() => CorridorCompiler.Compile(v.Model, own[i].FromEpoch, SimDuration.FromDays(own[i].Days))))];
        (int Variant, int Replication)[] work =
        [
            .. Enumerable.Range(0, variants.Max(v => v.Replications))
                .SelectMany(r => Enumerable.Range(0, variants.Count).Where(v => r < variants[v].Replications && !variants[v].AtHand.Contains(r)).Select(v => (v, r))),
        ];
        int next = -1;
        object gate = new();
        Exception? failure = null;
        void Work()
        {
            while (failure == null && !cancellation.IsCancellationRequested)
            {
                int i = Interlocked.Increment(ref next);
                if (i >= work.Length) return;
                (int variant, int replication) = work[i];
                try
                {
                    RunOptions run = own[variant].Run(replication);
                    CorridorNetwork network = networks[variant].Value;
                    ReplicationSummary summary = ReplicationSummary.Of(replication, options.Start is { } start
                        ? CorridorCollector.Run(network, run, observer => start.Begin(network, run, observer), cancellation)
                        : CorridorCollector.Run(network, run, cancellation));
                    lock (gate) finished(new Finished(variant, summary));
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (Exception e)
                {
                    failure = e;
                }
            }
        }

        int threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        Thread[] others = [.. Enumerable.Range(1, Math.Max(0, Math.Min(threads, work.Length) - 1)).Select(_ => new Thread(Work))];
        foreach (Thread t in others) t.Start();
        Work();
        foreach (Thread t in others) t.Join();
        if (failure != null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return !cancellation.IsCancellationRequested;
    }
}
