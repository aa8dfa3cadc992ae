using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Evidence;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>What a run asks.</summary>
public enum Study
{
    /// <summary>How scenarios differ from the baseline.</summary>
    Comparison,
    /// <summary>What each measure of one scenario brings.</summary>
    Attribution,
    /// <summary>What the change that one scenario brings hangs on.</summary>
    Sensitivity,
    /// <summary>The strategy year by year, with and without.</summary>
    Rollout,
    /// <summary>What can be said to each question of the evaluation.</summary>
    Evidence,
}

/// <summary>What a study of one scenario found.</summary>
/// <param name="Attribution">What each measure brings; null for other studies.</param>
/// <param name="Sensitivity">What the answer hangs on; null for other studies.</param>
/// <param name="Stamp">What it rests on.</param>
public sealed record StudyResult(ScenarioAttribution? Attribution, SensitivityReport? Sensitivity, Stamp Stamp)
{
    /// <summary>Year by year; null for other studies.</summary>
    public RolloutReport? Rollout { get; init; }

    /// <summary>The indicators of those years; null for other studies.</summary>
    public StrategyReport? Strategy { get; init; }

    /// <summary>The evaluation questions, and claims; null for other studies.</summary>
    public EvidenceReport? Evidence { get; init; }

    /// <summary>All runs are there.</summary>
    public bool Complete => Attribution?.Complete ?? Rollout?.Complete ?? Evidence?.Complete ?? Sensitivity!.Result.Complete;
}

/// <summary>Makes studies: the same questions as the command line's, with its usual thoroughness.</summary>
public static class Studies
{
    /// <summary>Inputs of a study of a scenario that a comparison has: the same files, weeks and luck, so that runs are shared.</summary>
    public static RunInputs Inputs(RunInputs comparison, string scenario, Study study) => comparison with
    {
        Study = study, Scenarios = [scenario], Capacity = false,
        Replications = study == Study.Sensitivity ? Thoroughness(comparison).EndReplications : comparison.Replications,
    };

    /// <summary>Whether there is something to divide.</summary>
    public static bool CanDivide(Scenario scenario) => Contributor.Measures(scenario).Count > 1;

    /// <summary>Simulations a study takes, as far as can be told before it begins.</summary>
    public static int Expected(ComparisonRequest request, Study study)
    {
        Scenario scenario = request.Scenarios[0];
        if (study == Study.Attribution) return (1 << Math.Min(Divided(request).Contributors.Count, AttributionRequest.MostExact)) * request.Options.Replications;
        SensitivityOptions how = new();
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Of(request.Baseline, [scenario]);
        int kinds = inputs.DistinctBy(i => i.Kind.Id).Count();
        return 2 * (how.Paths * (kinds + 1 + Math.Min(inputs.Count, how.MembersAtMost) + 1) * how.ScreeningReplications + (1 + 2 * how.Top) * how.EndReplications);
    }

    /// <summary>Runs a study.</summary>
    /// <returns>Null if it was ended before there was anything to say.</returns>
    public static StudyResult? Run(ComparisonRequest request, Study study, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            return study == Study.Attribution ? Divide(request, executor, progress, cancellation) : Ask(request, executor, progress, cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Inputs of the years of a rollout.</summary>
    /// <param name="rollout">Its id.</param>
    /// <param name="reading">Which numbers of the matrix hold.</param>
    /// <param name="replications">How often each year is simulated.</param>
    /// <param name="files">Fingerprint of the files it rests on.</param>
    /// <param name="study">What is asked of it.</param>
    public static RunInputs Inputs(string rollout, MatrixReading reading, int replications, string files, Study study)
    {
        ExperimentOptions usual = new();
        return new RunInputs([rollout], null, replications, usual.Days, usual.WarmUpDays, usual.Seed, false, files) { Study = study, Reading = reading };
    }

    /// <summary>Whether a study is of the years of a rollout.</summary>
    public static bool IsOfYears(Study study) => study is Study.Rollout or Study.Evidence;

    /// <summary>Simulations such a study takes, as far as can be told before it begins.</summary>
    public static int Expected(RolloutRequest request, Study study) =>
        RolloutRun.Expected(request) + (study == Study.Evidence && EvidenceReport.Groups(request) is { } groups ? (1 << groups.Contributors.Count) * request.Options.Replications : 0);

    /// <summary>Runs the years of a rollout.</summary>
    /// <returns>Null if it was ended before there was anything to say.</returns>
    public static StudyResult? Run(RolloutRequest request, Study study, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            // The other distributions nobody reads, and they would fill the memory.
            HashSet<RowKey> shown = [.. IndicatorRow.Of(request.Rollout.Baseline.Model).SelectMany(r => r.Keys)];
            int done = 0;
            RolloutRun run = RolloutRun.Run(request, new TimesOf(shown, executor), p => progress?.Invoke(p with { Done = done = p.Done, Total = Expected(request, study) }), cancellation);
            ExperimentOptions o = request.Options with { Days = request.Rollout.Weeks.Sum(w => w.Days) };
            if (study == Study.Evidence)
            {
                int years = done;
                var evidence = EvidenceReport.Of(run, executor, p => progress?.Invoke(p with { Done = years + p.Done, Total = years + p.Total }), cancellation);
                return new StudyResult(null, null, StampOf("evidence", run.Replications)) { Evidence = evidence };
            }
            var report = RolloutReport.Of(run, []);
            return new StudyResult(null, null, StampOf("rollout", report.Replications)) { Rollout = report, Strategy = StrategyReport.Of(run) };

            Stamp StampOf(string verb, int replications)
            {
                string command = $"corridor {verb} {request.Rollout.Id} --reading {Names.Key(request.Reading)} --replications {o.Replications} --seed {o.Seed}";
                return Stamp.Of(request.Rollout.Baseline, [], o, replications, command, request.Rollout.Files) with { Period = RolloutWords.Period(request.Years) };
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static AttributionRequest Divided(ComparisonRequest request)
    {
        Scenario scenario = request.Scenarios[0];
        AttributionRequest divided = AttributionRequest.Of(scenario, request.WeeksOf(scenario), byPillar: Contributor.Measures(scenario).Count > AttributionRequest.MostExact)
            with { Options = request.Options };
        // Orders are drawn until shares are precise enough, and that is judged by ten replications or more.
        return divided.Exact ? divided : divided with { Options = request.Options with { Replications = Math.Max(request.Options.Replications, Precision.Minimum) } };
    }

    private static StudyResult Divide(ComparisonRequest request, IExecutor executor, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        AttributionRequest divided = Divided(request);
        ScenarioAttribution attribution = AttributionRun.Run(divided, executor, progress, cancellation);
        return new StudyResult(attribution, null, StampOf(request, attribution.Replications, "attribute", divided.Exact ? "" : $" --orders {attribution.Orders}"));
    }

    private static StudyResult Ask(ComparisonRequest request, IExecutor executor, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        Scenario scenario = request.Scenarios[0];
        int done = 0, total = 0;
        var asked = new SensitivityRequest
        {
            Baseline = request.Baseline, Scenario = scenario, Inputs = UncertainInputs.Of(request.Baseline, [scenario]), Of = ResponseKind.Change,
            Weeks = request.WeeksOf(scenario), Options = request.Options, Thoroughness = Thoroughness(request.Options.Seed),
        };
        SensitivityReport report = SensitivityReport.Run(
            asked, executor, cost => total = done + cost.AtMost, () => progress?.Invoke(new RunProgress(++done, Math.Max(done, total))), cancellation);
        return new StudyResult(null, report, StampOf(request, asked.Thoroughness.EndReplications, "sensitivity", ""));
    }

    private static SensitivityOptions Thoroughness(RunInputs inputs) => Thoroughness(inputs.Seed);

    private static SensitivityOptions Thoroughness(ulong seed) => new() { Seed = seed };

    private static Stamp StampOf(ComparisonRequest request, int replications, string verb, string more)
    {
        (Scenario scenario, ExperimentOptions o) = (request.Scenarios[0], request.Options);
        string year = request.Year is { } y ? $" --year {y}" : "";
        string command = $"corridor {verb} {scenario.Id} --replications {replications} --days {o.Days} --warmup-days {o.WarmUpDays} --seed {o.Seed}{year}{more}";
        return Stamp.Of(request.Baseline, [scenario], o, replications, command) with { Period = request.WeeksOf(scenario).Say(o.Days) };
    }
}

/// <summary>Keeps the times by bin of some rows only.</summary>
internal sealed class TimesOf(IReadOnlySet<RowKey> rows, IExecutor inner) : IExecutor
{
    /// <inheritdoc/>
    public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation) => inner.Run(
        variants, options, f => finished(f with { Summary = f.Summary with { Rows = f.Summary.Rows.ToDictionary(r => r.Key, r => rows.Contains(r.Key) ? r.Value : r.Value with { Times = TimeHistogram.Empty }) } }), cancellation);
}
