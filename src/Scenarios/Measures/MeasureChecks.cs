using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>One thing wrong with a use of a measure.</summary>
/// <param name="Field">Field of the entry, such as <c>posts</c> or <c>parameters.compliance</c>.</param>
/// <param name="Value">What was written.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Candidates">Values that would have been right; empty where there is no list. The nearest makes a suggestion.</param>
public sealed record MeasureProblem(string Field, string Value, Bilingual Expected, IReadOnlyList<string> Candidates);

/// <summary>The checks behind <see cref="MeasureCatalog.Check"/>.</summary>
internal static class MeasureChecks
{
    public static IReadOnlyList<MeasureProblem> Of(MeasureApplication use, CorridorModel model)
    {
        if (MeasureCatalog.Find(use.Measure) is not { } measure)
            return [new("measure", use.Measure, new("el nombre de una medida", "the name of a measure"), MeasureCatalog.Names)];
        var problems = new List<MeasureProblem>();
        if (!(use.Intensity >= 0 && use.Intensity <= 1))
            problems.Add(new("intensity", Phrases.Percent(use.Intensity), new("de 0 % a 100 %", "from 0 % to 100 %"), []));
        Known("posts", use.Posts, [.. model.Posts.Select(p => p.Id)], new("un puesto fronterizo del modelo", "a border post of the model"));
        Known("countries", use.Countries, [.. model.Countries.Select(c => c.Id)], new("un país del modelo", "a country of the model"));
        if (use.Operations is { } operations && measure.Operations.Count == 0)
            problems.Add(new("operations", string.Join(", ", operations.Select(Names.Key)), new($"{use.Measure} no distingue operaciones", $"{use.Measure} does not distinguish operations"), []));
        else
            Known("operations", use.Operations?.Select(Names.Key), [.. measure.Operations.Select(Names.Key)],
                new($"una operación sobre la que actúa {use.Measure}", $"an operation {use.Measure} acts on"));
        foreach ((string key, ParameterValue value) in use.Parameters)
        {
            MeasureParameter? parameter = measure.Parameters.FirstOrDefault(p => p.Key == key);
            if (parameter is null)
                problems.Add(new($"parameters.{key}", key, new($"un parámetro de {use.Measure}", $"a parameter of {use.Measure}"), [.. measure.Parameters.Select(p => p.Key)]));
            else if (parameter.Problem(value, model) is { } wrong)
                problems.Add(new($"parameters.{key}", Written(parameter, value), wrong, parameter.Kind == ParameterKind.Posts ? [.. model.Posts.Select(p => p.Id)] : []));
        }
        return problems;

        void Known(string field, IEnumerable<string>? values, IReadOnlyList<string> candidates, Bilingual expected)
        {
            foreach (string value in values ?? [])
                if (!candidates.Contains(value)) problems.Add(new(field, value, expected, candidates));
        }
    }

    private static string Written(MeasureParameter parameter, ParameterValue value) => value switch
    {
        ParameterValue.Number n => parameter.Written(n.Value),
        ParameterValue.Flag f => f.On ? "true" : "false",
        ParameterValue.Posts p => string.Join(", ", p.Ids),
        _ => "",
    };
}
