namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>A spreadsheet as data; <see cref="WorkbookWriter"/> makes the file.</summary>
/// <param name="Title">Its title, kept among the properties of the file.</param>
/// <param name="Sheets">Its sheets, in order; at least one, names unlike.</param>
public sealed record Workbook(string Title, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>Names that formulas use for cells.</summary>
    public IReadOnlyList<DefinedName> Names { get; init; } = [];
}

/// <summary>One sheet.</summary>
/// <param name="Name">At most 31 characters, none of <c>[ ] : * ? / \</c>.</param>
/// <param name="Rows">Its cells, row by row.</param>
public sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Widths of the first columns, in characters; others have the usual one.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>Rows at the top that stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>The row, from one, whose cells filter those below; zero for none.</summary>
    public int FilterRow { get; init; }
}

/// <summary>A name for a cell or range, as formulas may use it.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>.</c>; begins with a letter or <c>_</c> and does not look like a cell.</param>
/// <param name="Sheet">The sheet it is on.</param>
/// <param name="Range">The cell or range there, as <c>B3</c> or <c>B3:B20</c>.</param>
public sealed record DefinedName(string Name, string Sheet, string Range);
