namespace CorridorTwin.Scenarios.Inputs;

/// <summary>How far a figure can be trusted.</summary>
public enum Grade
{
    /// <summary>Nobody published it; chosen as plausible, with a range.</summary>
    Assumption,
    /// <summary>Read in a source.</summary>
    Read,
    /// <summary>Computed from figures that were read.</summary>
    Derived,
    /// <summary>Found by the calibration search.</summary>
    Calibrated,
    /// <summary>Seen directly by a study of one's own.</summary>
    Measured,
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Source">Row of the table of sources; null if none is named.</param>
/// <param name="Grade">How far it can be trusted; null if not said.</param>
/// <param name="Note">A remark; null if none.</param>
public sealed record Provenance(string? Source, Grade? Grade, string? Note)
{
    /// <summary>Nothing known.</summary>
    public static Provenance None { get; } = new(null, null, null);

    /// <summary>The days it is of, <c>2026-03-02/2026-03-08</c>; null if not said.</summary>
    public string? Date { get; init; }

    /// <summary>Observations it rests on; null if not said.</summary>
    public int? Sample { get; init; }

    /// <summary>How well it fits them; null if not said.</summary>
    public string? Fit { get; init; }
}

/// <summary>A number of an input file with all that is known of it.</summary>
/// <param name="Path">Place in the file, such as <c>defaults.exit.stages.gate.service.export</c>.</param>
/// <param name="Text">The value as written; a distribution includes its shape.</param>
/// <param name="Value">The number (of a distribution: its mean), in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit as written.</param>
/// <param name="Provenance">Source, grade and note.</param>
/// <param name="Range">Plausible lowest and highest value in <paramref name="Unit"/>; null if not given.</param>
/// <param name="SourceExpected">The declaration of the place asks for a source.</param>
/// <param name="Mark">File and line.</param>
public sealed record Figure(string Path, string Text, double Value, string Unit, Provenance Provenance, (double Low, double High)? Range, bool SourceExpected, Mark Mark)
{
    /// <summary>Only whole numbers make sense for it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How likely the values of its range are.</summary>
    public RangeLaw RangeLaw { get; init; }
}

/// <summary>How likely the values of a range are.</summary>
public enum RangeLaw
{
    /// <summary>Most likely near the value itself, less and less towards the ends.</summary>
    Triangular,
    /// <summary>All alike: written as a third word of the range, <c>range: [4 min, 15 min, uniform]</c>.</summary>
    Uniform,
}
