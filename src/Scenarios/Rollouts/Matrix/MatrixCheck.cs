using System.Globalization;

namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>Finds where printed cells and goals of the matrix disagree. Nothing is mended.</summary>
public static class MatrixCheck
{
    private const int Countries = 6;

    /// <summary>All disagreements, in the order of the matrix; those that are known bear their number.</summary>
    /// <param name="rows">The matrix.</param>
    /// <param name="known">Contradictions somebody has listed.</param>
    public static IReadOnlyList<MatrixFinding> Of(IReadOnlyList<MatrixRow> rows, IReadOnlyList<Contradiction> known) =>
        [.. rows.SelectMany(Of).Select(f => f with { Contradiction = known.FirstOrDefault(c => c.Row == f.Row.Id)?.Id })];

    /// <summary>Listed contradictions of quantities that the data do not show (any more).</summary>
    public static IReadOnlyList<Contradiction> NotShown(IReadOnlyList<MatrixFinding> findings, IReadOnlyList<Contradiction> known) =>
        [.. known.Where(c => c.Row is not null && findings.All(f => f.Contradiction != c.Id))];

    /// <summary>What disagrees within a row.</summary>
    public static IEnumerable<MatrixFinding> Of(MatrixRow row)
    {
        if (row.Reading == CellReading.Mark) yield break;
        bool any = row.Numbers.Any(n => n is not null);
        if (row.Indicator.Length == 0 && (any || row.Baseline.Length > 0))
            yield return new(row, Disagreement.NoIndicator, new("cantidades sin indicador", "quantities without an indicator"));
        if (row.Aim is not { } goal)
        {
            if (row.Sum > 0) yield return new(row, Disagreement.NoGoal, new($"{Sum(row)} y ninguna meta", $"{Sum(row)} and no goal"));
            yield break;
        }
        double total = row.Base + row.Sum;
        if (row.Of == Counted.Countries && total > Countries)
            yield return new(row, Disagreement.TooManyCountries, new($"{Sum(row)} = {N(total)}, y hay {Countries} países", $"{Sum(row)} = {N(total)}, and there are {Countries} countries"));
        if (total != goal) yield return row.Reading == CellReading.Level ? Levels(row, goal, total) : Increments(row, goal, total);
        double left = goal - row.Base;
        if (row.Reading == CellReading.Increment && goal >= row.Base && row.Numbers.Any(n => n > left))
            yield return new(row, Disagreement.CellAboveGoal, new($"una celda de {N(row.Numbers.Max()!.Value)} donde falta {N(left)}", $"a cell of {N(row.Numbers.Max()!.Value)} where {N(left)} is left to do"));
    }

    private static MatrixFinding Levels(MatrixRow row, double goal, double total)
    {
        double last = row.Numbers.Last(n => n is not null)!.Value;
        return last == goal
            ? new(row, Disagreement.Levels, new($"las celdas son niveles hasta {N(goal)}; sumadas darían {N(total)}", $"the cells are levels up to {N(goal)}; added up they would give {N(total)}"))
            : new(row, Disagreement.LastLevel, new($"el último nivel es {N(last)} y la meta {N(goal)}", $"the last level is {N(last)} and the goal {N(goal)}"));
    }

    private static MatrixFinding Increments(MatrixRow row, double goal, double total)
    {
        if (row.Sum == 0)
            return new(row, Disagreement.NoYears, new($"base {N(row.Base)} y meta {N(goal)}, sin ningún año", $"base {N(row.Base)} and goal {N(goal)}, without any year"));
        if (row.Sum == goal)
            return new(row, Disagreement.GoalWithoutBase, new($"los añadidos solos suman la meta de {N(goal)}; con la base serían {N(total)}", $"the additions alone come to the goal of {N(goal)}; with the base it would be {N(total)}"));
        string sum = $"{Sum(row)} = {N(total)} ≠ {N(goal)}";
        if (total < goal) return new(row, Disagreement.Short, new($"{sum}; faltan {N(goal - total)}", $"{sum}; {N(goal - total)} short"));
        bool oneCell = row.Numbers.Any(n => n == total - goal);
        return new(row, Disagreement.Beyond, oneCell
            ? new($"{sum}; sobran {N(total - goal)}, tanto como una celda", $"{sum}; {N(total - goal)} too many, as much as one cell")
            : new($"{sum}; sobran {N(total - goal)}", $"{sum}; {N(total - goal)} too many"));
    }

    private static string Sum(MatrixRow row) => string.Join(" + ", row.Numbers.OfType<double>().Where(n => n != 0).Prepend(row.Base).Select(N));

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
