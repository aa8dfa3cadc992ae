using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>What a study says of a figure.</summary>
public enum Finding
{
    /// <summary>Seen directly, and set.</summary>
    Measured,
    /// <summary>Found by the search, told by the data, and set.</summary>
    Calibrated,
    /// <summary>A service time found by the search and set, but for the number of staff the baseline has, which the data do not tell: it holds with that number only.</summary>
    Tied,
    /// <summary>The baseline's value lies within what the study allows: kept.</summary>
    Agrees,
    /// <summary>Too few observations to set it: kept.</summary>
    TooFew,
    /// <summary>The data cannot tell it: kept.</summary>
    NotIdentified,
    /// <summary>The data cannot tell the number of staff, but speak against the baseline's: set to the nearest that they allow.</summary>
    RuledOut,
}

/// <summary>One figure of the baseline before and after a calibration.</summary>
public sealed record CalibratedFigure
{
    /// <summary>Its place, as the baseline's file has it.</summary>
    public required string Path { get; init; }

    /// <summary>Its value before, as a file writes it.</summary>
    public required string Before { get; init; }

    /// <summary>Its value after; the one before where it is kept.</summary>
    public required string After { get; init; }

    /// <summary>The number before: of a law, its mean.</summary>
    public required double Old { get; init; }

    /// <summary>What the study says, set or not.</summary>
    public required double Estimate { get; init; }

    /// <summary>Lower end of the 95 % interval of the estimate; NaN if there is none.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Unit of the numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>Trucks, or observations, it rests on.</summary>
    public required int Count { get; init; }

    /// <summary>What was found.</summary>
    public required Finding Finding { get; init; }

    /// <summary>How well it fits, or why it is kept.</summary>
    public required Bilingual Fit { get; init; }

    /// <summary>Its value is another than before.</summary>
    public bool Set => Finding is Finding.Measured or Finding.Calibrated or Finding.Tied or Finding.RuledOut;

    /// <summary>The node that stands at the path after the calibration, without what is known of it; null where the value itself does.</summary>
    internal InputNode? Node { get; init; }
}
