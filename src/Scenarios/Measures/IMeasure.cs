using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>One reform of ECFCC-2023 as a pure function from model to model.</summary>
/// <remarks>
/// An implementation reads no file and no clock, and never throws for a use that passed <see cref="MeasureCatalog.Check"/>.
/// At intensity 0, and where the measure already is in force, it gives back the objects it was given.
/// </remarks>
public interface IMeasure
{
    /// <summary>The name used in scenario files, such as <c>AdvanceDeclaration</c>.</summary>
    string Name { get; }

    /// <summary>A title for tables and pages.</summary>
    Bilingual Title { get; }

    /// <summary>What the reform is, in one or two sentences.</summary>
    Bilingual Summary { get; }

    /// <summary>How it acts on crossing time, in one sentence.</summary>
    Bilingual Mechanism { get; }

    /// <summary>Where the strategy names it.</summary>
    StrategyReference Strategy { get; }

    /// <summary>What a planner may set, each with unit, range, default, grade and sources.</summary>
    IReadOnlyList<MeasureParameter> Parameters { get; }

    /// <summary>What must already stand for the full effect.</summary>
    IReadOnlyList<Prerequisite> Prerequisites { get; }

    /// <summary>Side effects that must be shown beside any gain.</summary>
    IReadOnlyList<Guard> Guards { get; }

    /// <summary>Operations it can be limited to; empty if it acts on a side as a whole.</summary>
    IReadOnlyList<Operation> Operations { get; }

    /// <summary>The fields of <see cref="SideProcedure"/> it may change, as dotted paths, or of the corridor's <c>Demand</c>; a test holds it to them.</summary>
    IReadOnlyList<string> Touches { get; }

    /// <summary>The model with the measure in use, and what there is to say about it.</summary>
    MeasureOutcome Apply(CorridorModel model, MeasureApplication use);
}
