using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>Models at other values of the inputs, built as from files: baseline and scenario see the same value of each.</summary>
/// <param name="baseline">The baseline with its own values.</param>
/// <param name="weeks">Weeks simulated on both sides.</param>
public sealed class UncertainModel(BaselineFile baseline, Weeks weeks)
{
    /// <summary>The baseline's model at a point.</summary>
    /// <exception cref="InputException">The values of the point do not go together.</exception>
    public CorridorModel Baseline(InputPoint point) => weeks.Of(File(point).Model, baseline.Year);

    /// <summary>A scenario's model at a point: its demand, disturbances and measures on top of the changed baseline.</summary>
    /// <exception cref="InputException">The values of the point do not go together.</exception>
    public CorridorModel Scenario(Scenario scenario, InputPoint point) =>
        MeasureCatalog.Apply((scenario with { Baseline = File(point) }).ModelBeforeMeasures(weeks), scenario.Measures.Select(u => At(u.Application, scenario.Id, point))).Model;

    /// <summary>Equal for points at which the baseline's model is the same.</summary>
    internal string BaselineKey(InputPoint point) => $"{baseline.Id}@{weeks}:" + point.Key(i => i.Parameter is null);

    /// <summary>Equal for points at which a scenario's model is the same.</summary>
    internal string ScenarioKey(Scenario scenario, InputPoint point) =>
        $"{scenario.Id}@{weeks}:" + point.Key(i => i.Parameter is not { } p || ((p.Scenario is null || p.Scenario == scenario.Id) && scenario.Measures.Any(m => m.Application.Measure == p.Measure)));

    private BaselineFile File(InputPoint point)
    {
        (string, string)[] changes = [.. LineRules.Ordered(baseline, point.Changed.Where(v => v.Key.Parameter is null).SelectMany(v => v.Key.Figures.Select(f => (Figure: f, v.Value))).ToList())];
        if (changes.Length == 0) return baseline;
        try
        {
            return baseline.With(changes);
        }
        catch (InputException e)
        {
            // The file is right as it stands: what does not fit are the ends of its ranges.
            throw new InputException([.. e.Problems.Select(p => p with { Message = new($"los rangos permiten un valor que no cabe: {p.Message.Es}", $"the ranges allow a value that does not fit: {p.Message.En}") })]);
        }
    }

    private static MeasureApplication At(MeasureApplication use, string scenario, InputPoint point)
    {
        var parameters = new Dictionary<string, ParameterValue>(use.Parameters);
        foreach ((UncertainInput input, double value) in point.Changed)
        {
            if (input.Parameter is not { } place || place.Measure != use.Measure) continue;
            // The scenario's own value moves only where it stands; the measure's usual one only where the scenario names none.
            bool here = place.Scenario is null ? !use.Parameters.ContainsKey(place.Key) : place.Scenario == scenario && use.Parameters.ContainsKey(place.Key);
            if (here) parameters[place.Key] = new ParameterValue.Number(value * place.Factor);
        }
        return parameters.Count == 0 ? use : use with { Parameters = parameters };
    }
}
