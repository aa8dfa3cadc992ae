using System.Globalization;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>What a Time Release Study found of one cell of Table 2 in one year.</summary>
/// <param name="Year">Year of the study.</param>
/// <param name="Cell">Key of Table 2, such as <c>penas-blancas.CR.I2</c>.</param>
/// <param name="Mean">Mean clearance time, hours; by the clock that the study states.</param>
/// <param name="HalfWidth">Half of its 95 % interval, hours; NaN if the study gives none.</param>
/// <param name="Count">Operations it is the mean of.</param>
/// <param name="Source">The study.</param>
public sealed record Observation(int Year, string Cell, double Mean, double HalfWidth, int Count, string Source)
{
    private const double Most = 10_000;
    private static readonly string[] Columns = ["year", "cell", "mean_h", "half_width_h", "n", "source"];

    /// <summary>Reads a table of observations.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cells">Keys of Table 2.</param>
    /// <param name="years">Years that are simulated.</param>
    /// <exception cref="InputException">Something is wrong with it.</exception>
    public static IReadOnlyList<Observation> Load(string path, IReadOnlyList<string> cells, IReadOnlyList<int> years)
    {
        var problems = new Problems();
        var found = new List<Observation>();
        foreach (TableLine line in TableLine.Read(path, Columns, new("no es una tabla de observaciones", "not a table of observations"), problems))
        {
            int year = int.TryParse(line.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out int y) ? y : 0;
            if (!years.Contains(year)) line.Note("year", line.Text("year"), new("no está entre los años que se simulan", "not among the years simulated"), Wording.OneOf(years.Select(v => $"{v}")));
            var one = new Observation(year, line.Word("cell", cells), Hours(line, "mean_h"), line.Text("half_width_h").Length == 0 ? double.NaN : Hours(line, "half_width_h"), line.Whole("n", 1, int.MaxValue), line.Text("source"));
            if (one.Source.Length == 0) line.Note("source", "", Wording.Missing, new("el estudio", "the study"));
            if (found.Any(o => o.Year == one.Year && o.Cell == one.Cell)) line.Note("cell", one.Cell, new($"aparece más de una vez en {year}", $"given more than once in {year}"));
            found.Add(one);
        }
        if (!problems.Any && found.Count == 0) problems.Add(new InputProblem(Mark.Whole(path), "", null, new("no trae ninguna observación", "holds no observation")));
        return problems.Any ? throw new InputException(problems.All) : found;
    }

    private static double Hours(TableLine line, string column)
    {
        if (double.TryParse(line.Text(column), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value <= Most) return value;
        line.Note(column, line.Text(column), new("no son horas", "not hours"), new("un número de 0 o más con punto decimal", "a number of 0 or more"));
        return 0;
    }
}

/// <summary>A change observed, the change modelled, and what neither explains.</summary>
/// <param name="Cell">Key of Table 2.</param>
/// <param name="From">Year from.</param>
/// <param name="To">Year to.</param>
/// <param name="Observed">Change between the two studies, hours; without ends if a study gives no interval.</param>
/// <param name="Modelled">Change with the strategy, demand included, hours.</param>
/// <param name="Unexplained">Observed less modelled; both intervals together, as of independent figures.</param>
public sealed record ObservedChange(string Cell, int From, int To, Interval Observed, Interval Modelled, Interval Unexplained)
{
    /// <summary>The changes that two studies allow, to the last year of the table.</summary>
    public static IReadOnlyList<ObservedChange> Of(StrategyTable table, IReadOnlyList<Observation> observations)
    {
        int from = table.Years[0], to = table.Years[^1];
        return [.. observations.Where(o => o.Year == to).SelectMany(after => observations.Where(b => b.Year == from && b.Cell == after.Cell), (after, before) =>
        {
            Interval modelled = table.SinceFirst(table.Row(after.Cell), to);
            Interval observed = Around(after.Mean - before.Mean, Root(after.HalfWidth, before.HalfWidth));
            return new ObservedChange(after.Cell, from, to, observed, modelled, Around(observed.Mean - modelled.Mean, Root(observed.HalfWidth, modelled.HalfWidth)));
        })];
    }

    private static double Root(double a, double b) => Math.Sqrt(a * a + b * b);

    private static Interval Around(double mean, double half) => new(mean, mean - half, mean + half, 1);
}
