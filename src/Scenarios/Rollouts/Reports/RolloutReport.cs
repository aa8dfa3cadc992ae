using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Scenarios.Rollouts.Reports;

/// <summary>What a run of a rollout says, without the replications themselves: small enough to be held and shown again.</summary>
public sealed record RolloutReport
{
    /// <summary>What was asked.</summary>
    public required RolloutRequest Request { get; init; }

    /// <summary>Which side gets what when.</summary>
    public required RolloutPlan Plan { get; init; }

    /// <summary>Year by year.</summary>
    public required IReadOnlyList<YearReading> Years { get; init; }

    /// <summary>Weeks against whole years; empty if that was not asked.</summary>
    public required IReadOnlyList<YearCheck> Checks { get; init; }

    /// <summary>What must be known beside the numbers.</summary>
    public required IReadOnlyList<Bilingual> Warnings { get; init; }

    /// <summary>All of it as tables.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }

    /// <summary>Replications that every year has.</summary>
    public required int Replications { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>Reads a run.</summary>
    public static RolloutReport Of(RolloutRun run, IReadOnlyList<YearCheck> checks)
    {
        IReadOnlyList<YearReading> years = YearReading.Of(run);
        return new RolloutReport
        {
            Request = run.Request, Plan = run.Plan, Years = years, Checks = checks, Warnings = [.. RolloutNotes.Warnings(run, years)],
            Tables = RolloutTables.Of(run, years, checks), Replications = run.Replications, Complete = run.Complete,
        };
    }
}
