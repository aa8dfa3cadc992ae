namespace CorridorTwin.Dashboard.Charts;

/// <summary>A chart as data, in the reader's language, with the table that says the same.</summary>
public sealed record Chart
{
    /// <summary>Id of its element, unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it, in a sentence or two.</summary>
    public required string Caption { get; init; }

    /// <summary>What is drawn, back to front.</summary>
    public required IReadOnlyList<Trace> Traces { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>The same in a table: every chart has one.</summary>
    public required ChartTable Table { get; init; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 320;

    /// <summary>Bars of one category stand on each other instead of side by side.</summary>
    public bool Stacked { get; init; }

    /// <summary>Whether names of traces are shown.</summary>
    public bool Legend { get; init; }
}

/// <summary>An axis.</summary>
/// <param name="Title">What it measures, with its unit; empty for none.</param>
public sealed record Axis(string Title = "")
{
    /// <summary>Names in order, for an axis of categories; null for one of numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The axis holds zero.</summary>
    public bool FromZero { get; init; }

    /// <summary>Runs from top to bottom, or from right to left.</summary>
    public bool Reversed { get; init; }

    /// <summary>Ends of the axis; null to fit what is drawn.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Where the axis is marked, with what is written there; null to leave it to the library.</summary>
    public IReadOnlyList<(double At, string Text)>? Ticks { get; init; }

    /// <summary>Logarithmic.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>A line where zero is.</summary>
    public bool ZeroLine { get; init; }
}

/// <summary>The table of a chart.</summary>
/// <param name="Heads">Heads of the columns; the first column names the rows.</param>
/// <param name="Rows">Cells as text, already written for the reader.</param>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
