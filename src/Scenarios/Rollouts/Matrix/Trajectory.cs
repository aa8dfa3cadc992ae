namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>Which numbers of the matrix hold where they contradict each other.</summary>
public enum MatrixReading
{
    /// <summary>Cells as printed, whatever the goal says.</summary>
    AsPrinted,
    /// <summary>The printed years, scaled so that they come to the goal.</summary>
    ScaledToGoal,
    /// <summary>The user's own levels, year by year; rows without any are as printed.</summary>
    Own,
}

/// <summary>What there is of what a row counts, year by year.</summary>
public static class Trajectory
{
    /// <summary>Levels at the end of 2024 to 2030, unrounded.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reading">Which numbers hold.</param>
    /// <param name="own">The user's own levels by year; a year without one holds what the year before has. Null for none.</param>
    public static IReadOnlyList<double> Of(MatrixRow row, MatrixReading reading, IReadOnlyDictionary<int, double>? own = null)
    {
        if (reading == MatrixReading.Own && own is { Count: > 0 }) return Held(row, [.. MatrixRow.Years.Select(y => own.TryGetValue(y, out double level) ? level : (double?)null)]);
        if (row.Reading == CellReading.Mark) return [.. row.Cells.Select(_ => row.Base)];
        double[] printed = row.Reading == CellReading.Level ? Held(row, row.Numbers) : Added(row);
        return reading != MatrixReading.ScaledToGoal || row.Aim is not { } goal || printed[^1] == goal ? printed : Scaled(row, printed, goal);
    }

    private static double[] Held(MatrixRow row, IReadOnlyList<double?> levels)
    {
        var held = new double[levels.Count];
        for (int i = 0; i < held.Length; i++) held[i] = levels[i] ?? (i == 0 ? row.Base : held[i - 1]);
        return held;
    }

    private static double[] Added(MatrixRow row)
    {
        var levels = new double[row.Cells.Count];
        for (int i = 0; i < levels.Length; i++) levels[i] = (i == 0 ? row.Base : levels[i - 1]) + (row.Numbers[i] ?? 0);
        return levels;
    }

    /// <summary>The same years, so much of the way from base to goal; without any printed year the goal is reached in the last one.</summary>
    private static double[] Scaled(MatrixRow row, double[] printed, double goal) =>
        printed[^1] == row.Base
            ? [.. printed[..^1], goal]
            : [.. printed.Select(level => row.Base + (goal - row.Base) * (level - row.Base) / (printed[^1] - row.Base))];
}
