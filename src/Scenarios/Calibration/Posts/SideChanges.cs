using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>Changes one side of one post in a model.</summary>
internal static class SideChanges
{
    /// <summary>The model with a side changed.</summary>
    public static CorridorModel On(CorridorModel model, string post, Direction direction, SideRole role, Func<SideProcedure, SideProcedure> change) => model with
    {
        Posts = [.. model.Posts.Select(p => p.Id != post ? p : p with { Sides = [.. p.Sides.Select(s => s.Direction == direction && s.Role == role ? change(s) : s)] })],
    };
}
