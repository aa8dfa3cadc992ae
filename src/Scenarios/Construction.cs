using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>What building hinders.</summary>
public static class Construction
{
    /// <summary>The model with a part of all staff's work lost at some places; the same object if nothing is lost.</summary>
    /// <param name="model">The corridor.</param>
    /// <param name="where">Posts, each with the country on whose side is built; null for both.</param>
    /// <param name="lost">Share of the work that cannot be done.</param>
    public static CorridorModel Hinder(CorridorModel model, IEnumerable<(string Post, string? Country)> where, double lost)
    {
        var sites = where.ToHashSet();
        return lost == 0 || sites.Count == 0 ? model : model with { Posts = [.. model.Posts.Select(p => p with { Sides = [.. p.Sides.Select(s => Hindered(p, s))] })] };

        SideProcedure Hindered(BorderPost post, SideProcedure side) =>
            sites.Contains((post.Id, null)) || sites.Contains((post.Id, side.Country)) ? side with { ConstructionLoss = Math.Max(side.ConstructionLoss, lost) } : side;
    }
}
