using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Dashboard.Pages.Compare;

/// <summary>What a reader asked to compare, as the address says it.</summary>
public sealed record Choice
{
    /// <summary>The run; null if there is none with results.</summary>
    public RunRecord? Run { get; private init; }

    /// <summary>What it gave; null if nothing is finished.</summary>
    public RunResult? Result => Subject?.Result;

    /// <summary>What is compared; null if nothing is finished.</summary>
    public ReportSubject? Subject { get; private init; }

    /// <summary>Runs that can be chosen.</summary>
    public required IReadOnlyList<RunRecord> Runs { get; init; }

    /// <summary>Models that can be chosen.</summary>
    public IReadOnlyList<Compared> All { get; private init; } = [];

    /// <summary>What the others are compared with.</summary>
    public Compared? Reference => Subject?.Reference;

    /// <summary>The others, in order.</summary>
    public IReadOnlyList<Contrast> Contrasts => Subject?.Contrasts ?? [];

    /// <summary>Reads <c>?run=…&amp;a=…&amp;b=…&amp;c=…</c>; without them the latest full run and its baseline.</summary>
    public static Choice Read(IQueryCollection query, RunQueue queue, RunResults results)
    {
        RunRecord[] runs = [.. queue.All().Where(r => r.Inputs.Study == Study.Comparison && (r.Done > 0 || r.State == RunState.Done))];
        RunRecord? run = query["run"].LastOrDefault() is { } id
            ? runs.FirstOrDefault(r => r.Id == id)
            : runs.Where(r => results.Of(r) is { Comparison.Replications: > 1 }).OrderByDescending(r => r.State == RunState.Done && r.Kind != RunKind.Pilot).ThenByDescending(r => r.Created).FirstOrDefault();
        return run is null || results.Of(run) is not { Comparison.Replications: > 1 } result ? new Choice { Runs = runs, Run = run } : Of(run, result, runs, query);
    }

    /// <summary>All scenarios of a run against its baseline.</summary>
    public static Choice Of(RunRecord run, RunResult result) => Of(run, result, [run], new QueryCollection());

    private static Choice Of(RunRecord run, RunResult result, RunRecord[] runs, IQueryCollection query)
    {
        string[] named = [.. "bcdefghijklmnop".SelectMany(letter => query[letter.ToString()]).OfType<string>().Distinct()];
        return new Choice { Runs = runs, Run = run, All = [.. ReportSubject.ModelsOf(result)], Subject = ReportSubject.Of(result, query["a"].LastOrDefault(), named) };
    }
}
