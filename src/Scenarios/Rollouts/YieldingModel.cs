using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Lays what gives way over a model: trucks that defer or divert, officers who come where the line grows.</summary>
internal static class YieldingModel
{
    /// <summary>The model with the rule at posts that have none of their own, and with officers who come beyond those that each station calls in already.</summary>
    public static CorridorModel Of(CorridorModel model, Yielding? yield)
    {
        if (yield is null) return model;
        CorridorModel staffed = model.EditSides((_, side) => side.EditStations(s => Staffed(s, yield)));
        return staffed with { Posts = [.. staffed.Posts.Select(p => p with { Yield = Ruled(p.Yield, yield) })] };
    }

    private static YieldRule Ruled(YieldRule own, Yielding yield) => new(
        own.DeferShare > 0 ? own.DeferFromQueue : yield.DeferFrom, own.DeferShare > 0 ? own.DeferShare : yield.DeferShare, own.DeferShare > 0 ? own.DeferHours : yield.DeferHours,
        own.DivertShare > 0 ? own.DivertFromQueue : yield.DivertFrom, own.DivertShare > 0 ? own.DivertShare : yield.DivertShare);

    /// <summary>
    /// At the line the rule says, or at twice that of the station's own last rule if that is longer; where the yard before the station is smaller, when
    /// it is full. They stay until the line is half as long.
    /// </summary>
    private static StationSpec Staffed(StationSpec station, Yielding yield)
    {
        if (yield.ExtraFrom is not { } line) return station;
        int own = station.Extra.Count > 0 ? station.Extra[^1].FromQueue : 0;
        int from = Math.Max(own + 1, Math.Min(Math.Max(line, 2 * own), station.WaitingRoom ?? int.MaxValue));
        return station with { Extra = [.. station.Extra, new ExtraStaff(from, Math.Max(1, from / 2), yield.ExtraStaff, yield.WhenClosed)] };
    }
}
