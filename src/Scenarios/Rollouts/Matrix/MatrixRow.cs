using System.Globalization;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>How the cells of a row are to be read.</summary>
public enum CellReading
{
    /// <summary>Each cell is added to those before it and to the base.</summary>
    Increment,
    /// <summary>Each cell is what there is by then.</summary>
    Level,
    /// <summary>Cells hold marks (X), no quantities.</summary>
    Mark,
}

/// <summary>What a row counts.</summary>
public enum Counted
{
    /// <summary>Border posts, perhaps ports and airports.</summary>
    Posts,
    /// <summary>Countries of the region, of which there are six.</summary>
    Countries,
    /// <summary>Regional products: a mechanism, a plan, a system.</summary>
    Product,
    /// <summary>Binational plans.</summary>
    Plans,
    /// <summary>Studies.</summary>
    Studies,
    /// <summary>Per cent.</summary>
    Percent,
}

/// <summary>One row of the strategy's implementation matrix (ECFCC-2023, annex 2), every cell as printed.</summary>
/// <param name="Id">Pillar, measure, action, and what tells rows of one action apart.</param>
/// <param name="Pillar">Pillar, 1 to 5.</param>
/// <param name="Measure">Measure within the pillar.</param>
/// <param name="Action">Letter or number of the action.</param>
/// <param name="Indicator">Management indicator, shortened; empty where none is printed.</param>
/// <param name="Of">What is counted.</param>
/// <param name="Baseline">The base as printed.</param>
/// <param name="Cells">The cells of 2024 to 2030 as printed; that the first is 2024 is inferred.</param>
/// <param name="Goal">The goal as printed.</param>
/// <param name="Reading">How the cells are read.</param>
/// <param name="SourceLine">Line of the strategy's text.</param>
/// <param name="Note">What had to be decided to read the row; empty for nothing.</param>
/// <param name="Mark">Where it stands in the table.</param>
public sealed record MatrixRow(
    string Id, int Pillar, int Measure, string Action, string Indicator, Counted Of, string Baseline, IReadOnlyList<string> Cells, string Goal,
    CellReading Reading, int SourceLine, Bilingual Note, Mark Mark)
{
    /// <summary>First year that has a column.</summary>
    public const int FirstYear = 2024;

    /// <summary>Last year that has a column.</summary>
    public const int LastYear = 2030;

    /// <summary>Years that have a column.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1)];

    /// <summary>The base as a number; 0 where none is printed.</summary>
    public double Base => Number(Baseline) ?? 0;

    /// <summary>The goal as a number; null where none is printed, or words.</summary>
    public double? Aim => Number(Goal);

    /// <summary>The cells as numbers; null where nothing, or a mark, is printed.</summary>
    public IReadOnlyList<double?> Numbers => [.. Cells.Select(Number)];

    /// <summary>All cells together.</summary>
    public double Sum => Numbers.Sum(n => n ?? 0);

    /// <summary>A printed cell as a number, with or without a sign of per cent; null if it is none.</summary>
    public static double? Number(string cell) =>
        double.TryParse(cell.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : null;
}
