using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>How well an effect size is known.</summary>
public enum EvidenceGrade
{
    /// <summary>Measured before and after, or estimated from data.</summary>
    Measured,
    /// <summary>A target, a design figure or an announcement.</summary>
    ExAnteClaim,
    /// <summary>Assumed, for want of a published figure.</summary>
    Assumption,
}

/// <summary>What kind of value a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A fraction, written in per cent.</summary>
    Share,
    /// <summary>A number in the parameter's unit.</summary>
    Number,
    /// <summary>Yes or no.</summary>
    Flag,
    /// <summary>A list of border posts.</summary>
    Posts,
}

/// <summary>One thing a planner may set on a measure, declared once: files, help, validation and tables follow from it.</summary>
public sealed record MeasureParameter
{
    /// <summary>Key in scenario files, such as <c>compliance</c>.</summary>
    public required string Key { get; init; }

    public required ParameterKind Kind { get; init; }

    /// <summary>Unit in which a number is written: <c>%</c>, <c>km</c>, <c>trucks/h</c>, <c>h</c>, <c>days</c>; empty for flags and lists.</summary>
    public string Unit { get; init; } = "";

    public required ParameterValue Default { get; init; }

    /// <summary>Lower end of what is published or held plausible; 0 for flags and lists.</summary>
    public double Low { get; init; }

    /// <summary>Upper end of what is published or held plausible; 0 for flags and lists.</summary>
    public double High { get; init; }

    /// <summary>Values below are refused.</summary>
    public double Minimum { get; init; }

    /// <summary>Values above are refused.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>True if a lower value makes the measure do less: the default must then lie in the lower half of the range, else in the upper.</summary>
    public bool LowerIsWeaker { get; init; } = true;

    public required EvidenceGrade Grade { get; init; }

    /// <summary>Ids in <c>scenarios/data/sources.csv</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required Bilingual Description { get; init; }

    /// <summary>What is wrong with a value, or null.</summary>
    public Bilingual? Problem(ParameterValue value, CorridorModel model) => (Kind, value) switch
    {
        (ParameterKind.Share or ParameterKind.Number, ParameterValue.Number n) when n.Value >= Minimum && n.Value <= Maximum => null,
        (ParameterKind.Share or ParameterKind.Number, _) => new(
            $"se espera un número de {Written(Minimum)} a {Written(Maximum)}", $"expected a number from {Written(Minimum)} to {Written(Maximum)}"),
        (ParameterKind.Flag, ParameterValue.Flag) => null,
        (ParameterKind.Flag, _) => new("se espera sí o no", "expected yes or no"),
        (_, ParameterValue.Posts p) => p.Ids.FirstOrDefault(id => model.Posts.All(post => post.Id != id)) is not { } unknown ? null : new(
            $"no hay ningún puesto «{unknown}»", $"there is no post '{unknown}'"),
        _ => new("se espera una lista de puestos fronterizos", "expected a list of border posts"),
    };

    /// <summary>A number in this parameter's unit, as a planner writes it.</summary>
    public string Written(double value) => Kind == ParameterKind.Share ? Phrases.Percent(value) : $"{Phrases.Number(value)} {Unit}".TrimEnd();
}
