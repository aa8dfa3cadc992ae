using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>What was asked, so that it can be asked again.</summary>
/// <param name="Scenarios">Ids of the scenarios run, in order.</param>
/// <param name="Reference">Id of the model that others are compared with.</param>
/// <param name="Shown">Ids of those others.</param>
/// <param name="Year">Year of demand on both sides; null for each scenario's own.</param>
/// <param name="Replications">How often.</param>
/// <param name="Days">Days measured.</param>
/// <param name="WarmUpDays">Days before.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Capacity">Also with capacity ±2 %.</param>
public sealed record Question(IReadOnlyList<string> Scenarios, string Reference, IReadOnlyList<string> Shown, int? Year, int Replications, int Days, int WarmUpDays, ulong Seed, bool Capacity)
{
    // As the command line allows; a file of elsewhere must not ask for more.
    private const int MostReplications = 10_000;
    private const int MostDays = 366;
    private const int MostScenarios = 200;

    /// <summary>The question of a report.</summary>
    public static Question Of(ReportSubject subject)
    {
        ComparisonRequest request = subject.Result.Request;
        ExperimentOptions o = request.Options;
        return new Question([.. request.Scenarios.Select(s => s.Id)], subject.Reference.Id, [.. subject.Contrasts.Select(c => c.Of.Id)], request.Year, o.Replications, o.Days, o.WarmUpDays, o.Seed, request.CapacitySensitivity);
    }

    /// <summary>Whether it can be asked at all.</summary>
    public bool IsSound => Scenarios is { Count: <= MostScenarios } && Shown is not null && Reference is not null && Replications is >= 1 and <= MostReplications && Days is >= 1 and <= MostDays && WarmUpDays is >= 0 and <= MostDays && Year is null or (>= 1900 and <= 2200);

    /// <summary>The comparison it asks for.</summary>
    /// <param name="folder">The input files.</param>
    /// <exception cref="Inputs.InputException">They do not hold it, or are wrong.</exception>
    public ComparisonRequest Request(ScenarioFolder folder)
    {
        Scenario[] scenarios = [.. Scenarios.Select(id => folder.Find(id).OrThrow())];
        return new ComparisonRequest
        {
            Baseline = scenarios.FirstOrDefault()?.Baseline ?? folder.Baselines.FirstOrDefault() ?? throw new Inputs.InputException(folder.Problems),
            Scenarios = scenarios, Year = Year, CapacitySensitivity = Capacity,
            Options = new ExperimentOptions { Replications = Replications, Days = Days, WarmUpDays = WarmUpDays, Seed = Seed },
        };
    }
}
