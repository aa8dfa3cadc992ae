using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>
/// Extra staff come at one length of the line and leave at a shorter one. Who varies the first means the rule as a whole:
/// the second keeps its proportion to it, and always stays below it.
/// </summary>
internal static class LineRules
{
    private const string From = ".from";
    private const string Until = ".until";

    /// <summary>Changes of the file that set figures to values, with the figures that must move along.</summary>
    public static IEnumerable<(string Path, string Value)> Ordered(BaselineFile baseline, IReadOnlyList<(Figure Figure, double Value)> changed)
    {
        foreach ((Figure figure, double value) in changed)
            if (!IsEnd(figure.Path)) yield return (figure.Path, FigureText.At(figure, value));
        foreach (string rule in changed.Where(c => IsEnd(c.Figure.Path)).Select(c => c.Figure.Path[..c.Figure.Path.LastIndexOf('.')]).Distinct())
        {
            Figure? from = Find(baseline, rule + From), until = Find(baseline, rule + Until);
            if (from is null || until is null) continue;
            double? newFrom = Given(changed, from), newUntil = Given(changed, until);
            double first = Math.Max(1, newFrom ?? from.Value);
            double last = newUntil ?? (from.Value > 0 ? Math.Round(until.Value * first / from.Value) : until.Value);
            yield return (from.Path, FigureText.Trucks(first));
            yield return (until.Path, FigureText.Trucks(Math.Min(last, first - 1)));
        }
    }

    private static bool IsEnd(string path) => path.Contains(".extra[", StringComparison.Ordinal) && (path.EndsWith(From, StringComparison.Ordinal) || path.EndsWith(Until, StringComparison.Ordinal));

    private static Figure? Find(BaselineFile baseline, string path) => baseline.Figures.FirstOrDefault(f => f.Path == path);

    private static double? Given(IReadOnlyList<(Figure Figure, double Value)> changed, Figure figure)
    {
        foreach ((Figure other, double value) in changed)
            if (other.Path == figure.Path) return value;
        return null;
    }
}
