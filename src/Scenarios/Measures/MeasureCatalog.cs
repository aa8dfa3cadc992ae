using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>All measures of the strategy. Their order is the order of application: a measure stands after those it builds on.</summary>
public static class MeasureCatalog
{
    /// <summary>In order of application.</summary>
    public static IReadOnlyList<IMeasure> All { get; } =
    [
        new ElectronicDocuments(),
        new AdvanceDeclaration(),
        new AdvanceEmptyUnits(),
        new SimplifiedMsmeDeclaration(),
        new MigratoryPreCheck(),
        new RiskManagement(),
        new AuthorizedEconomicOperator(),
        new SanitaryHarmonization(),
        new CoordinatedBorderManagement(),
        new Maintenance(),
        new SmartBorder(),
        new Infrastructure(),
        new PerishablePriority(),
        new FlowSegmentation(),
        new TravellerDeclaration(),
        new ScheduleHarmonization(),
        new Training(),
        new ContingencyProtocols(),
    ];

    /// <summary>Names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(m => m.Name)];

    /// <summary>A measure by its exact name, or null.</summary>
    public static IMeasure? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>The model under several uses, in the catalogue's order whatever order they are given in; uses of one measure keep theirs.</summary>
    /// <remarks>So a scenario is a set of measures: the order of its lines cannot change its result.</remarks>
    /// <exception cref="ArgumentException">A measure is unknown: <see cref="Check"/> first.</exception>
    public static MeasureOutcome Apply(CorridorModel model, IEnumerable<MeasureApplication> uses)
    {
        var notes = new List<MeasureNote>();
        foreach ((IMeasure measure, MeasureApplication use) in uses.Select(u => (Required(u.Measure), u)).OrderBy(p => Rank(p.Item1)))
        {
            MeasureOutcome outcome = measure.Apply(model, use);
            model = outcome.Model;
            notes.AddRange(outcome.Notes);
        }
        return new MeasureOutcome(model, notes);
    }

    /// <summary>What is wrong with a use, field by field; empty if it can be applied.</summary>
    public static IReadOnlyList<MeasureProblem> Check(MeasureApplication use, CorridorModel model) => MeasureChecks.Of(use, model);

    private static IMeasure Required(string name) => Find(name) ?? throw new ArgumentException($"There is no measure '{name}'.", nameof(name));

    private static int Rank(IMeasure measure) => Names.TakeWhile(n => n != measure.Name).Count();
}
