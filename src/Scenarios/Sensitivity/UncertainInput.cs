using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>One quantity nobody knows exactly: its value, the range it may lie in, and how far both can be trusted.</summary>
/// <remarks>
/// A figure written once that every side inherits is one input; what a post says for itself is another. Figures of one table
/// that say the same with the same source (the time of migration for export, transit and empty) are one too, and move together.
/// </remarks>
public sealed record UncertainInput
{
    /// <summary>Its name in commands and files: the path of its first figure, or <c>Measure.parameter</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for planners.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What kind of quantity it is: inputs of one kind are screened together first.</summary>
    public required InputKind Kind { get; init; }

    /// <summary>The value the baseline or the scenario gives it, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>Lowest plausible value.</summary>
    public required double Low { get; init; }

    /// <summary>Highest plausible value.</summary>
    public required double High { get; init; }

    /// <summary>Unit of value and range; shares in per cent.</summary>
    public required string Unit { get; init; }

    /// <summary>How likely the values of the range are.</summary>
    public RangeLaw Law { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public required InputGrade Grade { get; init; }

    /// <summary>Row of the table of sources; null if none is named.</summary>
    public required string? Source { get; init; }

    /// <summary>Only whole numbers make sense.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Figures of the baseline file it sets, all to the same value; empty for a measure's parameter.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Uses of a measure whose parameter it sets; null for a figure of the baseline.</summary>
    public ParameterPlace? Parameter { get; init; }

    /// <summary>The value at a place of the range: 0 is its low end, 1 its high end.</summary>
    public double At(double position) => position <= 0 ? Low : position >= 1 ? High : Whole(Low + position * (High - Low));

    /// <summary>Part of the way from the own value to the value at a place of the range.</summary>
    public double Toward(double position, double reach) => reach >= 1 ? At(position) : Whole(Value + reach * (At(position) - Value));

    /// <summary>
    /// The value below which a share of the plausible values lies: the inverse distribution function of the range's law.
    /// A triangular range has its mode at the value.
    /// </summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Quantile(double share)
    {
        if (Law == RangeLaw.Uniform || High == Low) return At(share);
        double mode = (Value - Low) / (High - Low);
        double position = share <= mode ? Math.Sqrt(share * mode) : 1 - Math.Sqrt((1 - share) * (1 - mode));
        return At(position);
    }

    /// <summary>Equal by name: there is one input of each.</summary>
    public bool Equals(UncertainInput? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private double Whole(double value) => IsWhole ? Math.Round(value, MidpointRounding.AwayFromZero) : value;
}

/// <summary>A kind of quantity.</summary>
/// <param name="Id">Short name in commands and files.</param>
/// <param name="Name">Name for planners.</param>
public sealed record InputKind(string Id, Bilingual Name);

/// <summary>Which uses of a measure a parameter belongs to.</summary>
/// <param name="Scenario">Id of the scenario that sets the value itself; null if it is the measure's default, the same in every scenario.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Key">Key of the parameter.</param>
/// <param name="Factor">The model's unit per <see cref="UncertainInput.Unit"/>: 0.01 for a share in per cent.</param>
public sealed record ParameterPlace(string? Scenario, string Measure, string Key, double Factor);
