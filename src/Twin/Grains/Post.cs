using System.Collections.Immutable;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>A border post: which trucks are on its sides, and how many came, left and were counted out.</summary>
/// <param name="Key">The post.</param>
/// <param name="Trucks">Who is on its sides or was not long ago.</param>
/// <param name="Flows">By side and direction.</param>
public sealed record PostState(string Key, PostTrucks Trucks, ImmutableDictionary<SideKey, Flow> Flows);

/// <summary>The trucks of a post by passage and side. Those that left stay a while, so that what is told twice counts once; they are kept apart, because they are ten times as many.</summary>
/// <param name="Here">On a side now.</param>
/// <param name="Gone">Left, or counted out.</param>
public sealed record PostTrucks(ImmutableDictionary<SideVisit, AtPost> Here, ImmutableDictionary<SideVisit, AtPost> Gone)
{
    /// <summary>Nobody.</summary>
    public static PostTrucks None { get; } = new(ImmutableDictionary<SideVisit, AtPost>.Empty, ImmutableDictionary<SideVisit, AtPost>.Empty);

    /// <summary>All of them.</summary>
    public IEnumerable<AtPost> All => Here.Values.Concat(Gone.Values);

    /// <summary>A truck; null if it is not known.</summary>
    public AtPost? Of(SideVisit visit) => Here.GetValueOrDefault(visit) ?? Gone.GetValueOrDefault(visit);

    /// <summary>With a truck in place of what was known of it; forgotten if it is nowhere.</summary>
    public PostTrucks With(SideVisit visit, AtPost at) => at.Phase switch
    {
        null or Phase.None => new(Here.Remove(visit), Gone.Remove(visit)),
        Phase.Queue or Phase.Inside => new(Here.SetItem(visit, at), Gone.Remove(visit)),
        _ => new(Here.Remove(visit), Gone.SetItem(visit, at)),
    };
}

/// <summary>A passage on a side.</summary>
public readonly record struct SideVisit(string Trip, string Side);

/// <summary>A side in one direction.</summary>
public readonly record struct SideKey(string Side, Direction? Dir);

/// <summary>Trucks counted at a side. What came less what left and was counted out is there: <see cref="IsConserved"/>.</summary>
/// <param name="Entered">Came.</param>
/// <param name="Left">Left.</param>
/// <param name="Lost">Counted out.</param>
/// <param name="Queue">In the line before the first gate now.</param>
/// <param name="Inside">Past it now.</param>
public readonly record struct Flow(long Entered, long Left, long Lost, int Queue, int Inside)
{
    /// <summary>In less out is inside.</summary>
    public bool IsConserved => Entered - Left - Lost == Queue + Inside;
}

/// <summary>The post's grain. Keyed by the post.</summary>
public sealed class PostGrain : IGrain<PostState>
{
    /// <inheritdoc/>
    public static string Kind => "post";

    /// <inheritdoc/>
    public static bool Stays => true;

    /// <inheritdoc/>
    public static PostState Initial(string key) => new(key, PostTrucks.None, ImmutableDictionary<SideKey, Flow>.Empty);

    /// <inheritdoc/>
    public static PostState Step(PostState state, GrainMessage message, long now, Effects effects)
    {
        if (message is not AtPost at) return state;
        var visit = new SideVisit(at.Trip, at.Side);
        AtPost? before = state.Trucks.Of(visit);
        if (before == at) return state;
        ImmutableDictionary<SideKey, Flow> flows = state.Flows;
        if (at.Phase != null)
        {
            if (before != null) flows = Count(flows, before, -1);
            flows = Count(flows, at, 1);
        }
        return state with { Trucks = state.Trucks.With(visit, at), Flows = flows };
    }

    private static ImmutableDictionary<SideKey, Flow> Count(ImmutableDictionary<SideKey, Flow> flows, AtPost truck, int by)
    {
        if (truck.Phase is null or Phase.None) return flows;
        var side = new SideKey(truck.Side, truck.Dir);
        Flow flow = flows.GetValueOrDefault(side);
        flow = flow with { Entered = flow.Entered + by };
        return flows.SetItem(side, truck.Phase switch
        {
            Phase.Queue => flow with { Queue = flow.Queue + by },
            Phase.Inside => flow with { Inside = flow.Inside + by },
            Phase.Left => flow with { Left = flow.Left + by },
            _ => flow with { Lost = flow.Lost + by },
        });
    }
}
