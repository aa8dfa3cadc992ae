using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>Shapes of measures' parameters, made from their declarations.</summary>
internal static class ParameterShapes
{
    /// <summary>A measure's parameters.</summary>
    public static MapShape Of(IMeasure measure) => new([.. measure.Parameters.Select(p => new Field(p.Key, Of(p), p.Description))]);

    /// <summary>The value of a checked node.</summary>
    public static ParameterValue Read(MeasureParameter parameter, InputNode node) => Of(parameter) switch
    {
        NumberShape number => new ParameterValue.Number(number.Read(node)),
        ListShape => new ParameterValue.Posts([.. ((ListNode)node).Items.Select(i => ((ScalarNode)i).Value)]),
        _ => new ParameterValue.Flag(ChoiceShape.Yes(node)),
    };

    private static Shape Of(MeasureParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Share => new NumberShape(UnitFamily.Share) { Least = parameter.Minimum, Most = parameter.Maximum },
        ParameterKind.Number => new NumberShape(Family(parameter)) { Least = parameter.Minimum, Most = parameter.Maximum },
        ParameterKind.Flag => ChoiceShape.Flag,
        ParameterKind.Posts => new ListShape(new NameShape(NameSets.Posts)),
        _ => throw new InvalidOperationException($"No shape for {parameter.Kind}."),
    };

    /// <summary>The parameter's own unit first; durations may be written in any unit of time.</summary>
    private static UnitFamily Family(MeasureParameter parameter)
    {
        string unit = parameter.Unit;
        string example = $"{parameter.Written(((ParameterValue.Number)parameter.Default).Value)}";
        double? minutes = UnitFamily.Duration.FactorOf(unit == "days" ? "d" : unit);
        return minutes is { } m
            ? new UnitFamily(UnitFamily.Duration.Name, example, [(unit, 1), .. UnitFamily.Duration.Units.Where(u => u.Unit != unit).Select(u => (u.Unit, u.Factor / m))])
            : UnitFamily.Of(new("un valor", "a value"), example, unit);
    }
}
