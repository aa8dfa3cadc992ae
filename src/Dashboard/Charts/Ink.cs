namespace CorridorTwin.Dashboard.Charts;

/// <summary>Colours by their part; the style sheet says which they are in light, dark and print.</summary>
public enum Ink
{
    /// <summary>What the chart is about.</summary>
    Accent,
    /// <summary>The baseline.</summary>
    Baseline,
    /// <summary>Less time or cost.</summary>
    Good,
    /// <summary>More time or cost.</summary>
    Bad,
    /// <summary>Cannot be told from chance.</summary>
    Muted,
    /// <summary>Series side by side.</summary>
    Series1,
    /// <inheritdoc cref="Series1"/>
    Series2,
    /// <inheritdoc cref="Series1"/>
    Series3,
    /// <inheritdoc cref="Series1"/>
    Series4,
    /// <inheritdoc cref="Series1"/>
    Series5,
    /// <inheritdoc cref="Series1"/>
    Series6,
    /// <inheritdoc cref="Series1"/>
    Series7,
}
