using System.Globalization;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>The rules by which a station fits staff and admits trucks, as one readable line: equal lines mean that a saved station is settled as it is.</summary>
internal static class StationRules
{
    public static string Of(NetworkModel model, int s)
    {
        ref StationRow row = ref model.Stations[s];
        var parts = new List<string> { $"shift end {row.ShiftEnd}", $"{row.Priorities.ToString(CultureInfo.InvariantCulture)} priorities" };
        if (row.Room.Any(r => r != int.MaxValue)) parts.Add($"room {string.Join('+', row.Room)}{(row.RejectsWhenFull ? ", else turned away" : "")}");
        foreach ((int from, int until, int staff, bool whenClosed) in row.Extra)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{staff} more from {from} until {until}{(whenClosed ? ", also closed" : "")}"));
        if (row.Extra.Length > 0 && row.WatchGroup >= 0)
            parts.Add($"watching {string.Join(", ", model.Groups[row.WatchGroup].Members.Select(m => model.StationNames[m]))}");
        return string.Join("; ", parts);
    }
}
