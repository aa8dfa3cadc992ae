using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Sensitivity;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>What is known of the order in which answers hang on assumptions: one for each scenario that was asked about.</summary>
public sealed class Rankings(ReplicationStore store)
{
    /// <summary>The rankings kept for a baseline's scenarios as they are now.</summary>
    public IReadOnlyList<(Scenario Scenario, SensitivityRanking Ranking)> Of(BaselineFile baseline, ScenarioFolder folder) =>
    [
        .. folder.InUsualOrder.Where(s => s.Baseline.Id == baseline.Id).Select(s => (Scenario: s, Ranking: SensitivityArchive.Find(store, new SensitivityRequest
        {
            Baseline = s.Baseline, Scenario = s, Inputs = [], Of = ResponseKind.Change, Weeks = s.Weeks,
        }))).Where(r => r.Ranking is not null).Select(r => (r.Scenario, r.Ranking!)),
    ];
}
