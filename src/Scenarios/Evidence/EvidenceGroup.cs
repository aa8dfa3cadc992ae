using CorridorTwin.Scenarios.Attributions;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>Measures that an evaluation question asks about together.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">In words.</param>
/// <param name="Measures">Names of its measures.</param>
public sealed record EvidenceGroup(string Id, Bilingual Title, IReadOnlyList<string> Measures)
{
    /// <summary>Questions c and j.</summary>
    public const string Digital = "digital";

    /// <summary>Question d.</summary>
    public const string Harmonization = "harmonization";

    /// <summary>Questions e and i.</summary>
    public const string Coordination = "coordination";

    /// <summary>All groups; a measure is in one.</summary>
    public static IReadOnlyList<EvidenceGroup> All { get; } =
    [
        new(Digital, new("Digitalización", "Digitalization"), ["AdvanceDeclaration", "AdvanceEmptyUnits", "ElectronicDocuments", "SimplifiedMsmeDeclaration", "TravellerDeclaration"]),
        new(Harmonization, new("Armonización de normas y horarios", "Harmonization of rules and schedules"), ["SanitaryHarmonization", "ScheduleHarmonization"]),
        new(Coordination, new("Coordinación y riesgo entre instituciones", "Coordination and risk among agencies"), ["CoordinatedBorderManagement", "RiskManagement", "MigratoryPreCheck"]),
        new("technology", new("Infraestructura y tecnología", "Infrastructure and technology"), ["SmartBorder", "Infrastructure", "FlowSegmentation", "Maintenance"]),
        new("treatment", new("Trato preferente, personal y contingencias", "Preferential treatment, staff and contingencies"), ["AuthorizedEconomicOperator", "PerishablePriority", "Training", "ContingencyProtocols"]),
    ];

    /// <summary>The effect of the strategy in a year divided among the groups that have a measure in force by then.</summary>
    /// <param name="plan">Who gets what when.</param>
    /// <param name="year">The year.</param>
    /// <param name="options">Replications, seed, threads; lengths are those of the first weeks of the rollout.</param>
    /// <returns>Null if no measure is in force.</returns>
    public static AttributionRequest? Request(RolloutPlan plan, int year, ExperimentOptions options)
    {
        RepresentativeWeeks weeks = plan.Rollout.Weeks[0];
        MeasureApplication[] own = [.. YearModels.Uses(plan, RolloutCase.With, year).Skip(YearModels.Uses(plan, RolloutCase.Without, year).Count)];
        Contributor[] contributors =
        [
            .. All.Select(g => new Contributor(g.Id, g.Title, 0, [.. own.Where(u => g.Measures.Contains(u.Measure))])).Where(c => c.Uses.Count > 0),
        ];
        return contributors.Length == 0 ? null : new AttributionRequest
        {
            Id = $"{plan.Rollout.Id}@{year}", Title = plan.Rollout.Title, Weeks = weeks.In(year), Before = YearModels.Of(plan, RolloutCase.Without, year, weeks).Model,
            Contributors = contributors, AnyOrder = true, Options = options with { WarmUpDays = weeks.WarmUpDays, Days = weeks.Days },
        };
    }
}
