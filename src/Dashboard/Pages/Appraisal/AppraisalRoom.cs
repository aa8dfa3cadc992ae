using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Pages.Appraisal;

/// <summary>Appraisals that were asked for: held, made of what is stored, or simulated first if the reader says so. One at a time.</summary>
public sealed partial class AppraisalRoom(ScenarioLibrary library, ReplicationStore store, IHostApplicationLifetime host, ILogger<AppraisalRoom> log)
{
    private const int MostHeld = 12;

    /// <summary>How long a page waits for what is stored before it says that it is being read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock gate = new();
    private readonly Dictionary<string, AppraisalState> states = [];
    private readonly SemaphoreSlim desk = new(1);

    /// <summary>How long it is believed that what is missing is still missing.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly ConditionalWeakTable<AppraisalPlan, string> keys = [];

    private readonly Remembered<string, PlanLook> looks = new(TimeSpan.FromMinutes(10));

    /// <summary>What the files say of a plan, read again when one of them changes.</summary>
    internal PlanLook Look(string? id, Func<PlanFolder, PlanLook> read)
    {
        var place = new DirectoryInfo(Path.Combine(library.Shipped, PlanFolder.Name));
        IEnumerable<string> files = place.Exists ? place.EnumerateFiles().Select(f => $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal) : [];
        return looks.Of($"{id}\n{RuntimeHelpers.GetHashCode(library.Folder)}\n{string.Join('\n', files)}", () => read(Plans()));
    }

    /// <summary>How pages simulate: as the command line does by itself.</summary>
    public ExperimentOptions Options { get; internal set; } = new();

    /// <summary>The plans there are, and what the files say now.</summary>
    public PlanFolder Plans() => PlanFolder.Load(library.Shipped, library.Folder);

    /// <summary>A plan's appraisal as far as it is; made in the background of what is stored, where nothing is known of it yet.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="alternatives">Plans it is compared with.</param>
    /// <param name="simulate">Simulate what is missing.</param>
    public AppraisalState Ask(AppraisalPlan plan, IReadOnlyList<AppraisalPlan> alternatives, bool simulate)
    {
        string key = keys.GetValue(plan, p => KeyOf([p, .. alternatives]));
        Task work;
        lock (gate)
        {
            if (states.TryGetValue(key, out AppraisalState? known) && (known.IsBusy || known.Result is not null || (!simulate && (known.Problem is not null || known.Until > DateTime.UtcNow)))) return known;
            if (states.Count >= MostHeld)
                foreach (string old in states.Where(s => !s.Value.IsBusy).Select(s => s.Key).ToArray()) states.Remove(old);
            states[key] = new AppraisalState { IsBusy = true };
            work = Task.Run(() => Make(key, plan, alternatives, simulate));
        }
        if (!simulate) work.Wait(Patience, host.ApplicationStopping);
        lock (gate) return states.GetValueOrDefault(key) ?? new AppraisalState { IsBusy = true };
    }

    private async Task Make(string key, AppraisalPlan plan, IReadOnlyList<AppraisalPlan> alternatives, bool simulate)
    {
        CancellationToken end = host.ApplicationStopping;
        try
        {
            await desk.WaitAsync(end);
            try
            {
                AppraisalState made = Made(key, plan, alternatives, simulate, end);
                lock (gate) states[key] = made;
            }
            finally
            {
                desk.Release();
            }
        }
        catch (OperationCanceledException)
        {
            lock (gate) states.Remove(key);
        }
        catch (InputException e)
        {
            lock (gate) states[key] = new AppraisalState { Problem = new(string.Join(" ", e.Problems.Select(p => p.Render("es"))), string.Join(" ", e.Problems.Select(p => p.Render("en")))) };
        }
        catch (Exception e)
        {
            Failed(log, plan.Id, e);
            lock (gate) states[key] = new AppraisalState { Problem = AppraisalTexts.Failed };
        }
    }

    private AppraisalState Made(string key, AppraisalPlan plan, IReadOnlyList<AppraisalPlan> alternatives, bool simulate, CancellationToken end)
    {
        if (!simulate)
        {
            (int kept, int total) = PlanSavings.Stored([plan, .. alternatives], Options, store);
            if (kept < total) return new AppraisalState { Kept = kept, Total = total, Until = DateTime.UtcNow + Believed };
        }
        AppraisalResult result = Appraiser.Run(plan, alternatives, Options, new StoredExecutor(new LocalExecutor(), store), MonteCarlo.UsualDraws, p => Note(key, p), end);
        Stamp stamp = Stamp.Of(
            plan.Baseline, [.. new[] { plan.Without, plan.With }.OfType<Scenario>()], Options, result.Savings.Replications,
            $"corridor appraise {plan.Id} --replications {Options.Replications} --days {Options.Days} --warmup-days {Options.WarmUpDays} --seed {Options.Seed}", [.. plan.Files, .. alternatives.SelectMany(a => a.Files)]);
        return new AppraisalState { Result = result, Stamp = stamp };
    }

    private void Note(string key, RunProgress progress)
    {
        lock (gate) states[key] = new AppraisalState { IsBusy = true, Kept = progress.Done, Total = progress.Total };
    }

    /// <summary>All that decides an appraisal: files of plans, baseline and scenarios, and the program.</summary>
    private string KeyOf(IReadOnlyList<AppraisalPlan> plans)
    {
        var text = new StringBuilder($"{ReplicationStore.Program} {Options}");
        foreach (string file in plans.SelectMany(p => p.Files)) text.Append('\n').Append(File.ReadAllText(file));
        foreach (AppraisalPlan p in plans) text.Append('\n').Append(p.Id).Append(p.Baseline.Hash).Append(p.Without?.Hash).Append(p.With?.Hash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    [LoggerMessage(LogLevel.Error, "The appraisal of {Plan} failed.")]
    private static partial void Failed(ILogger log, string plan, Exception e);
}

/// <summary>Where an appraisal stands.</summary>
public sealed record AppraisalState
{
    /// <summary>The result; null until it is there.</summary>
    public AppraisalResult? Result { get; init; }

    /// <summary>What it rests on.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>It is being made.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Replications at hand, and needed.</summary>
    public int Kept { get; init; }

    /// <inheritdoc cref="Kept"/>
    public int Total { get; init; }

    /// <summary>Until when it need not be looked for in the store again.</summary>
    public DateTime Until { get; init; }

    /// <summary>Why there will be none; null if all is well.</summary>
    public Bilingual? Problem { get; init; }

    /// <summary>Share done.</summary>
    public double Progress => Total > 0 ? Kept / (double)Total : 0;
}
