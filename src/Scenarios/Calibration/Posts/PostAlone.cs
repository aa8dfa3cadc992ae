using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Calibration.Posts;

/// <summary>
/// One border post on its own: its trucks come as in the whole corridor, but cross the other posts without stopping. A calibration tries hundreds of
/// candidates for the figures of one post, and the lines elsewhere are no concern of it.
/// </summary>
/// <remarks>
/// Trucks whose journey begins here come as they do in the whole corridor, truck by truck. Those from further away are held up at the posts before this one, and come when
/// these let them: by the hours of the week at which the whole corridor brings them (<see cref="ThroughTraffic"/>), at random within each.
/// </remarks>
public static class PostAlone
{
    /// <summary>The corridor with the procedures of one post only, and the trucks that cross it.</summary>
    /// <param name="model">The whole corridor.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="direction">Keep the trucks of one direction only; null for both.</param>
    /// <param name="through">Relative arrivals of the direction's through trucks at the post in each hour of the week; null if they are not held up elsewhere. Only with a direction.</param>
    public static CorridorModel Of(CorridorModel model, string post, Direction? direction = null, IReadOnlyList<double>? through = null)
    {
        int at = model.Posts.ToList().FindIndex(p => p.Id == post);
        if (at < 0) throw new ArgumentException($"The model has no post '{post}'.", nameof(post));
        string[] chain = [.. model.Posts.Select(p => p.North), model.Posts[^1].South];
        bool Crosses(LoadedStream s)
        {
            int from = Array.IndexOf(chain, s.Origin), to = Array.IndexOf(chain, s.Destination);
            return Math.Min(from, to) <= at && Math.Max(from, to) > at && (direction is null || (from < to) == (direction == Direction.N2S));
        }
        // The hours are those at this post: nobody drives on the way to it.
        bool Before(int road) => through is not null && (direction == Direction.N2S ? road < at : road >= at);
        return model with
        {
            Posts = [.. model.Posts.Select((p, i) => p with
            {
                Yield = i == at ? p.Yield : YieldRule.None,
                Sides = [.. p.Sides.Select(s => i == at && (direction is null || s.Direction == direction) ? s : Open(s))],
            })],
            Roads = [.. model.Roads.Select((r, i) => Before(i) ? r with { Travel = Distribution.Deterministic(TimeSpan.Zero) } : r)],
            Demand = model.Demand with
            {
                Loaded = [.. model.Demand.Loaded.Where(Crosses).Select(s => through is not null && s.Origin != model.Posts[at].CountryOf(direction!.Value, SideRole.Exit) ? s with { Hours = through } : s)],
                Empty = [.. model.Demand.Empty.Where(e => e.Post == post && (direction is null || e.Direction == direction))],
            },
        };
    }

    /// <summary>A side that lets all pass.</summary>
    private static SideProcedure Open(SideProcedure side) => side with { Stages = [], Stations = [], Background = [], Bridge = null, ApproachLanes = [], SingleStop = false };
}
