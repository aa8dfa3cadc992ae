namespace CorridorTwin.Scenarios.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Done">Replications finished, of all variants.</param>
/// <param name="Total">Replications to run; under a stopping rule, as many as it seems to take.</param>
public readonly record struct RunProgress(int Done, int Total)
{
    /// <summary>Half of the widest interval watched so far; null before there is any.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>Unit of <see cref="HalfWidth"/>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Time left of a budget; null without one.</summary>
    public TimeSpan? Budget { get; init; }
}
