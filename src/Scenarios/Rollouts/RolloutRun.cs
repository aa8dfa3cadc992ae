using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts.Matrix;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Which years of a rollout to simulate, and how.</summary>
public sealed record RolloutRequest
{
    /// <summary>The rollout.</summary>
    public required Rollout Rollout { get; init; }

    /// <summary>Which numbers of the matrix hold.</summary>
    public MatrixReading Reading { get; init; }

    /// <summary>The years, in order; the first is what others are compared with.</summary>
    public IReadOnlyList<int> Years { get; init; } = MatrixRow.Years;

    /// <summary>Replications, seed, threads; lengths are those of the weeks.</summary>
    public ExperimentOptions Options { get; init; } = new();
}

/// <summary>Years of a rollout as simulated, with and without, under common random numbers.</summary>
public sealed record RolloutRun
{
    /// <summary>What was asked.</summary>
    public required RolloutRequest Request { get; init; }

    /// <summary>Which side gets what when.</summary>
    public required RolloutPlan Plan { get; init; }

    /// <summary>The years, in order.</summary>
    public required IReadOnlyList<(YearRun Without, YearRun With)> Years { get; init; }

    /// <summary>Replications that every year has, in both cases.</summary>
    public required int Replications { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>Sum of the fingerprints of all trajectories: the same inputs and program give the same.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>Replications it takes; those of equal models are run once.</summary>
    public static int Expected(RolloutRequest request) => 2 * request.Years.Count * request.Rollout.Weeks.Count * request.Options.Replications;

    /// <summary>Simulates; what a store holds is not run again.</summary>
    /// <param name="request">What.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what all years have finished is given.</param>
    /// <exception cref="OperationCanceledException">It was ended before any replication of all years was finished.</exception>
    public static RolloutRun Run(RolloutRequest request, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        RolloutPlan plan = RolloutPlan.Of(request.Rollout, request.Reading);
        (RolloutCase Case, int Year, RepresentativeWeeks Weeks)[] parts =
            [.. request.Years.SelectMany(y => Enum.GetValues<RolloutCase>().SelectMany(c => request.Rollout.Weeks.Select(w => (c, y, w))))];
        MeasureOutcome[] outcomes = [.. parts.AsParallel().AsOrdered().Select(p => YearModels.Of(plan, p.Case, p.Year, p.Weeks))];
        Variant[] variants = [.. parts.Select((p, i) => VariantOf(p.Case, p.Year, p.Weeks, outcomes[i].Model, request.Options.Replications))];
        CommonRun run = CommonRun.Of(variants, OptionsOf(request), executor, progress, cancellation);
        if (run.Replications.Count == 0) throw new OperationCanceledException();
        int kinds = request.Rollout.Weeks.Count;
        YearRun Year(int at) => new(
            parts[at].Year, parts[at].Case,
            [.. Enumerable.Range(at, kinds).Select(i => new WeekRun(parts[i].Weeks, parts[i].Weeks.In(parts[i].Year), outcomes[i].Model, run.Of(i)))], outcomes[at].Notes);
        return new RolloutRun
        {
            Request = request, Plan = plan, Years = [.. request.Years.Select((_, i) => (Year(2 * i * kinds), Year((2 * i + 1) * kinds)))],
            Replications = run.Replications.Count, Complete = run.Complete, Fingerprint = run.Fingerprint,
        };
    }

    /// <summary>The options of a request; trucks that have not left four weeks after the measured days are not waited for, but counted.</summary>
    public static ExperimentOptions OptionsOf(RolloutRequest request) => request.Options with { DrainDays = DrainDays };

    private const int DrainDays = 28;

    private static Variant VariantOf(RolloutCase at, int year, RepresentativeWeeks weeks, CorridorModel model, int replications) =>
        new($"{year} {(at == RolloutCase.With ? "with" : "without")} {weeks.Id}", model, replications) { Length = new RunLength(weeks.WarmUpDays, weeks.Days) };
}
