using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Grains;

/// <summary>An agency on one side of a post: its lanes in numbers.</summary>
/// <param name="Key">Post, side, agency.</param>
/// <param name="Lanes">By lane.</param>
public sealed record AgencyState(string Key, ImmutableSortedDictionary<string, LaneReport> Lanes)
{
    /// <summary>Officers who can serve now.</summary>
    [JsonIgnore]
    public int OnDuty => Lanes.Values.Sum(l => Math.Max(0, l.Staff + l.Extra - l.Down));

    /// <summary>Vehicles they serve.</summary>
    [JsonIgnore]
    public int InService => Lanes.Values.Sum(l => l.InService);

    /// <summary>Vehicles that wait for them.</summary>
    [JsonIgnore]
    public int Waiting => Lanes.Values.Sum(l => l.Waiting);
}

/// <summary>The agency's grain. Keyed by post, side and agency.</summary>
public sealed class AgencyGrain : IGrain<AgencyState>
{
    /// <inheritdoc/>
    public static string Kind => "agency";

    /// <inheritdoc/>
    public static bool Stays => true;

    /// <summary>The agency of a lane.</summary>
    public static string KeyOf(string lane, Agency agency)
    {
        string[] parts = lane.Split('/');
        return $"{parts[0]}/{parts[2]}/{agency}";
    }

    /// <inheritdoc/>
    public static AgencyState Initial(string key) => new(key, ImmutableSortedDictionary.Create<string, LaneReport>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public static AgencyState Step(AgencyState state, GrainMessage message, long now, Effects effects) =>
        message is LaneReport report ? state with { Lanes = state.Lanes.SetItem(report.Lane, report) } : state;
}
