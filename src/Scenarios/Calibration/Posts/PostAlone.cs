using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// One border post on its own: its trucks come as in the whole corridor, but cross the other posts without stopping. A calibration tries hundreds of
/// candidates for the figures of one post, and the lines elsewhere are no concern of it.
/// </summary>
/// <remarks>
/// Every truck, draw and road stays what it is in the whole corridor, so candidates share their luck with it. What is left out: through trucks are
/// not held up at the posts before this one, so they arrive at other hours. Trucks whose journey begins here are not affected.
/// </remarks>
public static class PostAlone
{
    /// <summary>The corridor with the procedures of one post only, and the trucks that cross it.</summary>
    /// <param name="model">The whole corridor.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="direction">Keep the trucks of one direction only; null for both.</param>
    public static CorridorModel Of(CorridorModel model, string post, Direction? direction = null)
    {
        int at = model.Posts.ToList().FindIndex(p => p.Id == post);
        if (at < 0) throw new ArgumentException($"The model has no post '{post}'.", nameof(post));
        string[] chain = [.. model.Posts.Select(p => p.North), model.Posts[^1].South];
        bool Crosses(LoadedStream s)
        {
            int from = Array.IndexOf(chain, s.Origin), to = Array.IndexOf(chain, s.Destination);
            return Math.Min(from, to) <= at && Math.Max(from, to) > at && (direction is null || (from < to) == (direction == Direction.N2S));
        }
        return model with
        {
            Posts = [.. model.Posts.Select((p, i) => p with
            {
                Yield = i == at ? p.Yield : YieldRule.None,
                Sides = [.. p.Sides.Select(s => i == at && (direction is null || s.Direction == direction) ? s : Open(s))],
            })],
            Demand = model.Demand with
            {
                Loaded = [.. model.Demand.Loaded.Where(Crosses)],
                Empty = [.. model.Demand.Empty.Where(e => e.Post == post && (direction is null || e.Direction == direction))],
            },
        };
    }

    /// <summary>A side that lets all pass.</summary>
    private static SideProcedure Open(SideProcedure side) => side with { Stages = [], Stations = [], Background = [], Bridge = null, ApproachLanes = [], SingleStop = false };
}
