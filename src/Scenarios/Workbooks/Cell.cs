namespace CorridorTwin.Scenarios.Workbooks;

/// <summary>One cell of a sheet.</summary>
public abstract record Cell
{
    /// <summary>How it looks.</summary>
    public Look Look { get; init; }

    /// <summary>An empty cell.</summary>
    public static Cell Empty { get; } = new TextCell("");

    /// <summary>A text. It stays text, whatever it begins with.</summary>
    public static Cell Text(string text, Look look = Look.Plain) => new TextCell(text) { Look = look };

    /// <summary>A number, shown by a number format of spreadsheets (<c>0.0</c>, <c>#,##0</c>, <c>0.0%</c>).</summary>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static Cell Number(double value, string format = Formats.General, Look look = Look.Plain) =>
        double.IsFinite(value) ? new NumberCell(value, format) { Look = look } : throw new ArgumentException($"A cell holds no {value}.", nameof(value));

    /// <summary>A number, or an empty cell where there is none.</summary>
    public static Cell NumberOrEmpty(double? value, string format = Formats.General, Look look = Look.Plain) =>
        value is { } v && double.IsFinite(v) ? Number(v, format, look) : Text("", look);

    /// <summary>A day.</summary>
    public static Cell Date(DateOnly day, string format = Formats.Day, Look look = Look.Plain) => new DateCell(day, format) { Look = look };

    /// <summary>A formula, without the equals sign, with the number it comes to now; a number that is not finite is written as the error <c>#NUM!</c>.</summary>
    public static Cell Formula(string formula, double cached, string format = Formats.General, Look look = Look.Plain) => new FormulaCell(formula, cached, null, format) { Look = look };

    /// <summary>A formula whose value is text.</summary>
    public static Cell Formula(string formula, string cached, Look look = Look.Plain) => new FormulaCell(formula, double.NaN, cached, Formats.General) { Look = look };

    /// <summary>A text that leads to a cell of this workbook.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="sheet">Name of the sheet it leads to.</param>
    /// <param name="cell">The cell there.</param>
    public static Cell Link(string text, string sheet, string cell = "A1") => new LinkCell(text, sheet, cell) { Look = Look.Link };
}

/// <summary>A text.</summary>
internal sealed record TextCell(string Words) : Cell;

/// <summary>A number.</summary>
internal sealed record NumberCell(double Value, string Format) : Cell;

/// <summary>A day.</summary>
internal sealed record DateCell(DateOnly Day, string Format) : Cell;

/// <summary>A formula with the value it has now: words, else a number.</summary>
internal sealed record FormulaCell(string Expression, double Value, string? Words, string Format) : Cell;

/// <summary>A text that leads elsewhere in the workbook.</summary>
internal sealed record LinkCell(string Words, string Sheet, string Target) : Cell;
