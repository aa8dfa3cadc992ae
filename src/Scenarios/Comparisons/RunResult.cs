using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>One model of a run with its finished replications.</summary>
/// <param name="Name">A scenario's id; of a baseline its id with its weeks and year of demand.</param>
/// <param name="Model">The corridor.</param>
/// <param name="Replications">In order, without times by bin.</param>
/// <param name="Times">Times by bin over all of them.</param>
public sealed record VariantResult(string Name, CorridorModel Model, IReadOnlyList<ReplicationSummary> Replications, IReadOnlyDictionary<RowKey, TimeHistogram> Times);

/// <summary>What a run gave, or gives so far.</summary>
/// <param name="Request">What was compared.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="Variants">Baselines first, then scenarios, then those with other capacity.</param>
public sealed record RunResult(ComparisonRequest Request, Comparison Comparison, IReadOnlyList<VariantResult> Variants)
{
    /// <summary>What is finished so far of a run that is recorded.</summary>
    public static RunResult SoFar(ComparisonRequest request, Recording recording)
    {
        (IExecutor replay, IReadOnlyList<VariantResult> variants) = recording.SoFar();
        return new RunResult(request, ComparisonRun.Run(request, replay), variants);
    }

    /// <summary>What an executor gives, once it has.</summary>
    public static RunResult Of(ComparisonRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var recording = new Recording(executor);
        Comparison comparison = ComparisonRun.Run(request, recording, progress, cancellation);
        return new RunResult(request, comparison, recording.SoFar().Variants);
    }

    /// <summary>A scenario's variant.</summary>
    public VariantResult? Of(string id) => Variants.FirstOrDefault(v => v.Name == id);

    /// <summary>What a scenario is compared with: the baseline in the same weeks.</summary>
    /// <param name="scenario">The scenario; null for the baseline in its own weeks.</param>
    public VariantResult? Baseline(Scenario? scenario)
    {
        Weeks weeks = Request.WeeksOf(scenario);
        return Variants.FirstOrDefault(v => v.Name == $"{Request.Reference}@{weeks.Interval(Request.Options.Days)}@{weeks.Year}");
    }

    /// <summary>The command that repeats it.</summary>
    public string Command
    {
        get
        {
            ExperimentOptions o = Request.Options;
            string year = Request.Year is { } y ? $" --year {y}" : "";
            return $"corridor compare {string.Join(' ', Request.Scenarios.Select(s => s.Id))} --replications {o.Replications} --days {o.Days} --warmup-days {o.WarmUpDays} --seed {o.Seed}{year}";
        }
    }

    /// <summary>What it rests on.</summary>
    public Stamp Stamp => Stamp.Of(Request, Comparison, Command);
}
