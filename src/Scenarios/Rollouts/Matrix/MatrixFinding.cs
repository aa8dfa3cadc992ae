namespace CorridorTwin.Scenarios.Rollouts.Matrix;

/// <summary>In what way a row disagrees with itself.</summary>
public enum Disagreement
{
    /// <summary>Base and increments come to less than the goal.</summary>
    Short,
    /// <summary>They come to more.</summary>
    Beyond,
    /// <summary>The increments alone come to the goal: it leaves the base out.</summary>
    GoalWithoutBase,
    /// <summary>No year carries any of the goal.</summary>
    NoYears,
    /// <summary>The cells are levels where those of other rows are increments.</summary>
    Levels,
    /// <summary>The last level is not the goal.</summary>
    LastLevel,
    /// <summary>One cell alone is larger than all that the goal leaves to be done.</summary>
    CellAboveGoal,
    /// <summary>More countries than there are.</summary>
    TooManyCountries,
    /// <summary>Quantities without an indicator.</summary>
    NoIndicator,
    /// <summary>Quantities without a goal.</summary>
    NoGoal,
}

/// <summary>A disagreement between what a row prints and its goal, found by computing.</summary>
/// <param name="Row">The row.</param>
/// <param name="Kind">In what way.</param>
/// <param name="Text">In words, with the numbers.</param>
public sealed record MatrixFinding(MatrixRow Row, Disagreement Kind, Bilingual Text)
{
    /// <summary>The known contradiction this is, C1 to C19; null for one that nobody has listed.</summary>
    public string? Contradiction { get; init; }
}
