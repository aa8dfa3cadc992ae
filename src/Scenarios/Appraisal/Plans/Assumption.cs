using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>A number an appraisal rests on, with its source and the range it may lie in.</summary>
/// <param name="Name">What it is, for readers.</param>
/// <param name="Figure">As the file has it: value, unit, source, grade, range, place.</param>
/// <param name="Factor">The model's unit per unit of the file: 0.01 for per cent.</param>
public sealed record Assumption(Bilingual Name, Figure Figure, double Factor)
{
    /// <summary>Place in its file: its name in tables for machines.</summary>
    public string Path => Figure.Path;

    /// <summary>The value in the model's unit.</summary>
    public double Value => Figure.Value * Factor;

    /// <summary>Lowest plausible value in the model's unit; the value itself where no range is given.</summary>
    public double Low => (Figure.Range?.Low ?? Figure.Value) * Factor;

    /// <summary>Highest plausible value in the model's unit.</summary>
    public double High => (Figure.Range?.High ?? Figure.Value) * Factor;

    /// <summary>Whether a range is given.</summary>
    public bool IsUncertain => High > Low;

    /// <summary>The figures of a checked tree with the names that its declaration gives them.</summary>
    /// <param name="figures">Figures met.</param>
    /// <param name="nameOf">Name and shape of the figure at a path; null for none of interest.</param>
    internal static IEnumerable<Assumption> Of(IEnumerable<Figure> figures, Func<Figure, (Bilingual Name, FigureShape Shape)?> nameOf)
    {
        foreach (Figure figure in figures)
            if (nameOf(figure) is { } known)
                yield return new Assumption(known.Name, figure, known.Shape.Units.FactorOf(figure.Unit) ?? 1);
    }

    /// <summary>The unit values of a baseline.</summary>
    internal static IEnumerable<Assumption> Of(BaselineFile baseline) => Of(baseline.Figures, f =>
        f.Path.StartsWith("costs.", StringComparison.Ordinal) && CostShapes.Costs.Fields.FirstOrDefault(x => x.Key == f.Path["costs.".Length..]) is { Shape: FigureShape shape } field ? (Short(field.Description), shape) : null);

    /// <summary>A description without its full stop, and without what it says of how to write the figure.</summary>
    internal static Bilingual Short(Bilingual description) => new(description.Es.Split(';')[0].TrimEnd('.'), description.En.Split(';')[0].TrimEnd('.'));
}
