using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin;

/// <summary>The corridor as the twin knows it at an instant.</summary>
public sealed record TwinView
{
    /// <summary>The twin's clock: everything up to here that the slowest live source has told is in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The sides, by post, direction and side.</summary>
    public required IReadOnlyList<SideView> Sides { get; init; }

    /// <summary>The lanes, by key.</summary>
    public required IReadOnlyList<LaneView> Lanes { get; init; }

    /// <summary>Trucks on a side now.</summary>
    public IEnumerable<TruckView> Trucks => Sides.SelectMany(s => s.Trucks);

    /// <summary>Hash of all this: equal states have equal hashes, whatever order the events came in.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text())))[..32];

    /// <summary>All this as text, in a fixed order.</summary>
    internal string Text()
    {
        var text = new StringBuilder();
        foreach (SideView s in Sides)
        {
            if (s.Flow == default && s.Trucks.Count == 0) continue;
            text.Append(s.Post).Append(' ').Append(s.Side).Append(' ').Append(s.Dir).Append(' ').Append(s.Flow).Append('\n');
            foreach (TruckView t in s.Trucks) text.Append(t.Trip).Append(' ').Append(t.Phase).Append(' ').Append(t.Since).Append(' ').Append(t.Facts).Append('\n');
        }
        foreach (LaneView l in Lanes)
        {
            if (l.Level == default && l.Queue.Count + l.InService.Count + l.Held.Count == 0) continue;
            text.Append(l.Key).Append(' ').Append(l.Level).Append('\n');
            foreach (AtLane a in l.Queue.Concat(l.InService).Concat(l.Held)) text.Append(a).Append('\n');
        }
        return text.ToString();
    }
}

/// <summary>A country's part of a post in one direction.</summary>
/// <param name="Post">The post.</param>
/// <param name="Side">The country.</param>
/// <param name="Dir">The direction.</param>
/// <param name="Flow">Trucks counted.</param>
/// <param name="Trucks">Who is there, in order of passage.</param>
public sealed record SideView(string Post, string Side, Direction? Dir, Flow Flow, IReadOnlyList<TruckView> Trucks)
{
    /// <summary>When a live source last told anything of this side; null: never. What is stale is not shown as if it were known.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Nothing has been heard for too long: the numbers are not to be shown.</summary>
    public bool NoData { get; init; }
}

/// <summary>A truck on a side.</summary>
public sealed record TruckView(string Trip, string Unit, Phase Phase, DateTimeOffset Since, Facts Facts);

/// <summary>A lane.</summary>
public sealed record LaneView(string Key, LaneLevel Level, Agency? Agency, IReadOnlyList<AtLane> Queue, IReadOnlyList<AtLane> InService, IReadOnlyList<AtLane> Held)
{
    /// <summary>The lane of a grain's state.</summary>
    public static LaneView Of(LaneState lane)
    {
        (IReadOnlyList<AtLane> queue, IReadOnlyList<AtLane> served, IReadOnlyList<AtLane> held) = lane.Standing();
        return new LaneView(lane.Key, lane.Levels, lane.Agency, queue, served, held);
    }
}
