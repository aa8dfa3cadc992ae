using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>With the strategy, or without: what stands and what is under contract is in both.</summary>
public enum RolloutCase
{
    /// <summary>Without.</summary>
    Without,
    /// <summary>With.</summary>
    With,
}

/// <summary>The corridor of a year, with and without.</summary>
public static class YearModels
{
    /// <summary>The parameter of a measure that loses capacity while it is built.</summary>
    internal const string UnderConstruction = "under-construction";

    /// <summary>The corridor in some weeks of a year.</summary>
    /// <param name="plan">Who gets what when.</param>
    /// <param name="at">With or without.</param>
    /// <param name="year">The year: its demand, its measures, its works.</param>
    /// <param name="weeks">The weeks simulated.</param>
    public static MeasureOutcome Of(RolloutPlan plan, RolloutCase at, int year, RepresentativeWeeks weeks) =>
        Of(plan, at, year, weeks.In(year));

    /// <inheritdoc cref="Of(RolloutPlan, RolloutCase, int, RepresentativeWeeks)"/>
    public static MeasureOutcome Of(RolloutPlan plan, RolloutCase at, int year, Weeks weeks)
    {
        Rollout rollout = plan.Rollout;
        CorridorModel model = YieldingModel.Of(weeks.Of(rollout.Baseline.Model, rollout.Baseline.Year), rollout.Yield);
        MeasureOutcome outcome = MeasureCatalog.Apply(model, Uses(plan, at, year));
        CorridorModel built = outcome.Model;
        foreach (Works works in rollout.Works.Where(w => year >= w.First && year <= w.Last && (w.Committed || at == RolloutCase.With)))
            built = Construction.Hinder(built, works.Sides.Select(s => (s.Post, (string?)s.Country)), works.CapacityLost);
        return outcome with { Model = built };
    }

    /// <summary>The measures in force in a year beside those of the baseline.</summary>
    public static IReadOnlyList<MeasureApplication> Uses(RolloutPlan plan, RolloutCase at, int year)
    {
        var uses = plan.Rollout.Committed.Where(c => c.From <= year).SelectMany(c => At(c.Use, c.Sides)).ToList();
        if (at == RolloutCase.Without) return uses;
        foreach (IGrouping<RolloutLine, RolloutStep> line in plan.Steps.Where(s => s.Line.Use is not null && !s.Stands && !s.Committed && s.Year <= year).GroupBy(s => s.Line))
            uses.AddRange(At(line.Key.Use!, line.Select(s => s.Side)));
        foreach (IGrouping<RolloutLine, RolloutStep> line in plan.Steps.Where(s => s.IsBuilt(year)).GroupBy(s => s.Line))
            uses.AddRange(At(line.Key.Use! with { Parameters = line.Key.Use!.Parameters.With(UnderConstruction, new ParameterValue.Flag(true)) }, line.Select(s => s.Side)));
        return uses;
    }

    private static IEnumerable<MeasureApplication> At(MeasureApplication use, IEnumerable<RolloutSide> sides) =>
        sides.GroupBy(s => s.Country).Select(c => use with { Countries = [c.Key], Posts = [.. c.Select(s => s.Post)] });
}
