namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One declared input, for help, forms and documentation.</summary>
/// <param name="Pattern">Where it stands, with <c>*</c> for a name and <c>[]</c> for a list item.</param>
/// <param name="Expected">What may stand there, units included.</param>
/// <param name="Description">What it means (of the nearest described place).</param>
/// <param name="Limits">Lowest and highest value in the first unit accepted; null where it is no number.</param>
/// <param name="Source">Its figures should name a source.</param>
public sealed record Declaration(string Pattern, Bilingual Expected, Bilingual Description, (double Least, double Most)? Limits, bool Source)
{
    /// <summary>Every single value that a shape declares.</summary>
    public static IEnumerable<Declaration> AllOf(Shape shape) => Walk(shape, "", Bilingual.Same(""), false);

    private static IEnumerable<Declaration> Walk(Shape shape, string pattern, Bilingual description, bool source)
    {
        (string, Shape, Field?)[] inside = [.. shape.Inside];
        if (inside.Length == 0)
        {
            (double, double)? limits = shape is FigureShape figure ? (figure.Least / figure.Units.Units[0].Factor, figure.Most / figure.Units.Units[0].Factor) : null;
            yield return new Declaration(pattern.TrimStart('.'), shape.Kind, description, limits, source);
        }
        foreach ((string step, Shape part, Field? field) in inside)
            foreach (Declaration declared in Walk(part, pattern + step, field?.Description ?? description, source || field?.Source == true))
                yield return declared;
    }
}
