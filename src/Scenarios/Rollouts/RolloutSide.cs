using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>One country's half of a post, in both directions: what a country decides to reform.</summary>
/// <param name="Post">Border post id.</param>
/// <param name="Country">Country code.</param>
public readonly record struct RolloutSide(string Post, string Country)
{
    /// <summary>As files write it: <c>penas-blancas/CR</c>.</summary>
    public override string ToString() => $"{Post}/{Country}";

    /// <summary>As written in a checked file.</summary>
    public static RolloutSide Of(string text) => text.Split('/') is [var post, var country] ? new(post, country) : throw new ArgumentException($"'{text}' is no side.", nameof(text));

    /// <summary>All of a corridor, from the north: ten of five posts.</summary>
    public static IReadOnlyList<RolloutSide> All(CorridorModel corridor) => [.. corridor.Posts.SelectMany(p => new[] { new RolloutSide(p.Id, p.North), new RolloutSide(p.Id, p.South) })];

    /// <summary>In how many of its parts (leaving one way, entering the other) a measure is in force in a model.</summary>
    public (int InForce, int Of) Parts(CorridorModel corridor, string measure)
    {
        string country = Country;
        SideProcedure[] parts = [.. corridor.Post(Post).Sides.Where(s => s.Country == country)];
        return (parts.Count(s => InForceLevels.Stands(s, measure)), parts.Length);
    }
}
