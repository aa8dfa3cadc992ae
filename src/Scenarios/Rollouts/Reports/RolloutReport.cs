using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
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

    /// <summary>What stands at the head of files.</summary>
    public IReadOnlyList<Bilingual> Notes => NotesOf(Plan, Warnings);

    /// <summary>What stands at the head of files: what it is, how the matrix is read, what is assumed, what must be known.</summary>
    public static IReadOnlyList<Bilingual> NotesOf(RolloutPlan plan, IReadOnlyList<Bilingual> warnings)
    {
        Bilingual reading = RolloutWords.Of(plan.Reading);
        return [plan.Rollout.Description, new($"Lectura: {reading.Es}", $"Reading: {reading.En}"), RolloutWords.Of(plan.Rollout.Counts), ReportTexts.Illustrative, .. warnings];
    }

    /// <summary>Fields at the head of a JSON object.</summary>
    public static (string Name, string Value)[] HeadsOf(RolloutPlan plan) => [("rollout", plan.Rollout.Id), ("reading", Names.Key(plan.Reading)), ("definition", Comparison.Definition)];

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
