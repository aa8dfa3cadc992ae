namespace CorridorTwin.Dashboard.Charts;

/// <summary>One series of a chart.</summary>
public abstract record Trace
{
    /// <summary>Its name in the legend; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its colour.</summary>
    public Ink Ink { get; init; } = Ink.Accent;

    /// <summary>What the pointer is told at each place; null for the bare numbers.</summary>
    public IReadOnlyList<string>? Says { get; init; }
}

/// <summary>Places along an axis: names or numbers.</summary>
public sealed record Places
{
    /// <summary>Names; null if they are numbers.</summary>
    public IReadOnlyList<string>? Names { get; private init; }

    /// <summary>Numbers; null if they are names.</summary>
    public IReadOnlyList<double>? Numbers { get; private init; }

    /// <summary>Categories.</summary>
    public static Places Of(IEnumerable<string> names) => new() { Names = [.. names] };

    /// <summary>Numbers.</summary>
    public static Places Of(IEnumerable<double> numbers) => new() { Numbers = [.. numbers] };
}

/// <summary>Bars, upright or lying.</summary>
public sealed record Bars(Places X, Places Y) : Trace
{
    /// <summary>Where each bar begins; null for zero.</summary>
    public IReadOnlyList<double>? From { get; init; }

    /// <summary>They lie: lengths along the horizontal axis.</summary>
    public bool Lying { get; init; }

    /// <summary>Bars touch, as those of a histogram do.</summary>
    public bool Touching { get; init; }
}

/// <summary>Points with their intervals.</summary>
public sealed record Dots(Places X, Places Y) : Trace
{
    /// <summary>Half-widths of the intervals along the horizontal axis; null for none.</summary>
    public IReadOnlyList<double>? HalfX { get; init; }

    /// <summary>Half-widths along the vertical axis; null for none.</summary>
    public IReadOnlyList<double>? HalfY { get; init; }

    /// <summary>A colour for each point; null for one for all.</summary>
    public IReadOnlyList<Ink>? Inks { get; init; }

    /// <summary>Open circles.</summary>
    public bool Hollow { get; init; }
}

/// <summary>A line.</summary>
public sealed record Line(Places X, Places Y) : Trace
{
    /// <summary>Broken.</summary>
    public bool Dashed { get; init; }

    /// <summary>In steps: a value holds until the next.</summary>
    public bool Stepped { get; init; }
}

/// <summary>The area between two lines.</summary>
public sealed record Band(IReadOnlyList<double> X, IReadOnlyList<double> Low, IReadOnlyList<double> High) : Trace;

/// <summary>Boxes from quantiles: the samples themselves stay on the server.</summary>
/// <param name="X">One place per box.</param>
/// <param name="Quantiles">5th, 25th, 50th, 75th and 95th percentile of each.</param>
public sealed record Boxes(Places X, IReadOnlyList<(double P5, double P25, double P50, double P75, double P95)> Quantiles) : Trace
{
    /// <summary>They lie.</summary>
    public bool Lying { get; init; }
}

/// <summary>A table of colours.</summary>
/// <param name="X">Columns.</param>
/// <param name="Y">Rows.</param>
/// <param name="Values">Row by row; NaN for nothing.</param>
public sealed record Heat(Places X, Places Y, IReadOnlyList<IReadOnlyList<double>> Values) : Trace
{
    /// <summary>What the colours mean, with the unit.</summary>
    public string Scale { get; init; } = "";
}
