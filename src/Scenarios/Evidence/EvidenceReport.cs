using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Claims;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>A briefing without the replications it rests on: small enough to be held and shown again. The midterm year is evaluated, claims are checked in the last one.</summary>
public sealed record EvidenceReport
{
    /// <summary>The year of the midterm evaluation.</summary>
    public const int Midterm = 2027;

    /// <summary>The rollout's name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Year from which change is counted.</summary>
    public required int From { get; init; }

    /// <summary>Year evaluated.</summary>
    public required int To { get; init; }

    /// <summary>The questions, a to r.</summary>
    public required IReadOnlyList<EvidenceAnswer> Answers { get; init; }

    /// <summary>The effect divided among groups of measures; null if none is in force.</summary>
    public required ScenarioAttribution? Shares { get; init; }

    /// <summary>Claims, checked in the last year simulated.</summary>
    public required IReadOnlyList<ClaimCheck> Claims { get; init; }

    /// <summary>On what evidence the effects that claims are checked by rest.</summary>
    public required Bilingual ClaimsEvidence { get; init; }

    /// <summary>All of it as tables.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>How the effect of the evaluated year is divided; null if there is nothing to divide.</summary>
    public static AttributionRequest? Groups(RolloutRequest request) => EvidenceGroup.Request(RolloutPlan.Of(request.Rollout, request.Reading), Evaluated(request.Years), request.Options);

    /// <summary>Makes it; what dividing takes is run.</summary>
    /// <param name="run">Years up to the one evaluated, and perhaps later ones.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it.</param>
    public static EvidenceReport Of(RolloutRun run, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        int to = Evaluated(run.Request.Years);
        ScenarioAttribution? shares = run.Complete && Groups(run.Request) is { } groups ? AttributionRun.Run(groups, executor, progress, cancellation) : null;
        var pack = EvidencePack.Of(StrategyTable.Of(run with { Years = [.. run.Years.Where(y => y.With.Year <= to)] }), shares, []);
        string claims = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(run.Request.Rollout.Baseline.Mark.File))!, "data", Claim.FileName);
        IReadOnlyList<ClaimCheck> checks = File.Exists(claims) ? ClaimCheck.Of(StrategyTable.Of(run), Claim.Load(claims, [.. IndicatorRow.Of(run.Request.Rollout.Baseline.Model).Select(r => r.Key)])) : [];
        return new EvidenceReport
        {
            Title = run.Request.Rollout.Title, From = pack.From, To = to, Answers = pack.Answers, Shares = shares, Claims = checks, ClaimsEvidence = ClaimTables.Evidence(run.Plan, run.Request.Years[^1]),
            Tables = [.. EvidenceTables.Tables(pack), .. ClaimTables.Tables(checks)], Complete = pack.Complete,
        };
    }

    private static int Evaluated(IReadOnlyList<int> years) => years.Contains(Midterm) ? Midterm : years[^1];
}
