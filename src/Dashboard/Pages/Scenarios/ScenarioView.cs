using System.Runtime.CompilerServices;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Differences;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Scenarios;

/// <summary>What there is to say of a scenario without running it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Notes">What its measures said when they were applied.</param>
/// <param name="Changes">What it changes of the baseline.</param>
public sealed record ScenarioView(Scenario Scenario, IReadOnlyList<MeasureNote> Notes, IReadOnlyList<GroupedChange> Changes)
{
    // Scenarios do not change: a file that does is read as another one.
    private static readonly ConditionalWeakTable<Scenario, ScenarioView> Known = [];

    /// <summary>Applies a scenario.</summary>
    public static ScenarioView Of(Scenario scenario) => Known.GetValue(scenario, Applied);

    private static ScenarioView Applied(Scenario scenario)
    {
        CorridorModel before = scenario.ModelBeforeMeasures();
        MeasureOutcome outcome = MeasureCatalog.Apply(before, scenario.Measures.Select(m => m.Application));
        return new ScenarioView(scenario, outcome.Notes, ModelDifference.Grouped(scenario.Baseline.Model, outcome.Model));
    }

    /// <summary>Where a measure changes nothing, and why: one sentence for each reason.</summary>
    public IReadOnlyList<string> Unchanged(string? measure, Tongue tongue) => Said(n => n.Kind is NoteKind.AlreadyInForce or NoteKind.NothingToChange && (measure is null || n.Measure == measure), tongue);

    /// <summary>What else there is to know of how a measure was applied.</summary>
    public IReadOnlyList<string> Remarks(string measure, Tongue tongue) => Said(n => n.Kind is not (NoteKind.AlreadyInForce or NoteKind.NothingToChange) && n.Measure == measure, tongue);

    private string[] Said(Func<MeasureNote, bool> which, Tongue tongue) => [.. new ScenarioSentences(Scenario.Baseline.Model, tongue).Notes(Notes.Where(which))];
}
