using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
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
}

/// <summary>What a study of one scenario found.</summary>
/// <param name="Attribution">What each measure brings; null for the other study.</param>
/// <param name="Sensitivity">What the answer hangs on; null for the other study.</param>
/// <param name="Stamp">What it rests on.</param>
public sealed record StudyResult(ScenarioAttribution? Attribution, SensitivityReport? Sensitivity, Stamp Stamp)
{
    /// <summary>All runs are there.</summary>
    public bool Complete => Attribution?.Complete ?? Sensitivity!.Result.Complete;
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
