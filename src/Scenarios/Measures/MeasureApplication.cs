using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>One use of a measure in a scenario: where, on what, how strongly.</summary>
/// <param name="Measure">Name of the measure.</param>
public sealed record MeasureApplication(string Measure)
{
    /// <summary>Border post ids; null for all.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>Countries whose sides are meant; null for both sides of each post.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Null for both directions.</summary>
    public IReadOnlyList<Direction>? Directions { get; init; }

    /// <summary>Null for exit and entry.</summary>
    public IReadOnlyList<SideRole>? Roles { get; init; }

    /// <summary>Null for every operation the measure acts on.</summary>
    public IReadOnlyList<Operation>? Operations { get; init; }

    /// <summary>Strength from 0 (nothing) to 1 (the full effect of its parameters).</summary>
    public double Intensity { get; init; } = 1;

    /// <summary>Parameters set otherwise than by default, by key.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; } = new Dictionary<string, ParameterValue>();

    /// <summary>Whether a side of a post is meant.</summary>
    public bool Covers(BorderPost post, SideProcedure side) =>
        (Posts is null || Posts.Contains(post.Id))
        && (Countries is null || Countries.Contains(side.Country))
        && (Directions is null || Directions.Contains(side.Direction))
        && (Roles is null || Roles.Contains(side.Role));
}
