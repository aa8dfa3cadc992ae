using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>A table of a report with its numbers as they are, unrounded: for spreadsheets, for programs, and to be computed again.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Sheet">Its name as a sheet.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Cells by column: a number, a text, a text in both languages, or null for nothing.</param>
public sealed record FigureTable(string Id, Bilingual Sheet, Bilingual Title, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>A column.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Head">Its head, with the unit.</param>
/// <param name="Format">How spreadsheets show its numbers.</param>
public sealed record FigureColumn(string Id, Bilingual Head, string Format = Formats.Two)
{
    /// <summary>Three columns: a figure and the ends of its 95 % interval.</summary>
    public static FigureColumn[] WithInterval(string id, Bilingual head) => [new(id, head), new($"{id}_low", new("desde (95 %)", "from (95 %)")), new($"{id}_high", new("hasta (95 %)", "to (95 %)"))];

    /// <summary>The cells of those columns.</summary>
    public static object?[] Cells(Interval interval) => [interval.Mean, interval.Low, interval.High];
}
