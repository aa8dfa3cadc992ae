using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Network;

/// <summary>Describes a station: how many serve when, who goes first, how many may wait.</summary>
public sealed class StationBuilder
{
    internal StationBuilder(string name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The station's name: also its identity for draws and saved states.</summary>
    public string Name { get; }

    internal int Index { get; }
    internal CapacityCalendar Calendar { get; private set; } = CapacityCalendar.Constant(1);
    internal int PriorityLevels { get; private set; } = 1;
    internal int[]? Rooms { get; private set; }
    internal bool Rejects { get; private set; }
    internal ShiftEnd Policy { get; private set; } = ShiftEnd.Finish;
    internal List<(int From, int Until, int Staff, bool WhenClosed)> ExtraStaff { get; } = [];
    internal LineBuilder? Watched { get; private set; }
    internal (Distribution Life, Distribution Repair, bool Busy)? Failures { get; private set; }
    internal int LevelSlots { get; private set; }

    /// <summary>The same number of servers for ever.</summary>
    public StationBuilder Servers(int count) => Scheduled(CapacityCalendar.Constant(count));

    /// <summary>Servers by calendar, and what happens to running service when they go.</summary>
    public StationBuilder Scheduled(CapacityCalendar calendar, ShiftEnd atEnd = ShiftEnd.Finish)
    {
        Calendar = calendar;
        Policy = atEnd;
        return this;
    }

    /// <summary>Non-preemptive priority levels; level 0 goes first, and within a level it is first come, first served.</summary>
    public StationBuilder Priorities(int levels)
    {
        if (levels is < 1 or > 16) throw new ArgumentOutOfRangeException(nameof(levels), levels, $"Station '{Name}': priority levels go from 1 to 16.");
        PriorityLevels = levels;
        return this;
    }

    /// <summary>Trucks that may wait; when it is full, trucks coming from a stage are blocked there.</summary>
    public StationBuilder WaitingRoom(int places) => WaitingRooms([places]);

    /// <summary>Trucks that may wait in each priority level's lane.</summary>
    public StationBuilder WaitingRooms(params int[] places)
    {
        if (places.Any(p => p < 0)) throw new ArgumentOutOfRangeException(nameof(places), $"Station '{Name}': a waiting room cannot be negative.");
        Rooms = places;
        return this;
    }

    /// <summary>When the waiting room is full trucks are turned away (or, if one of higher priority comes, the last of the lowest is).</summary>
    public StationBuilder TurnAwayWhenFull()
    {
        Rejects = true;
        return this;
    }

    /// <summary>Staff called in when a line reaches a length, and sent away when it falls below another. Several rules stack, in ascending order.</summary>
    /// <param name="from">Trucks waiting at which they come.</param>
    /// <param name="until">Trucks waiting below which they leave, at most <paramref name="from"/>.</param>
    /// <param name="staff">How many.</param>
    /// <param name="alsoWhenClosed">They come even when nobody is scheduled.</param>
    public StationBuilder CallIn(int from, int until, int staff, bool alsoWhenClosed = false)
    {
        if (until > from || from < 1 || staff < 1) throw new ArgumentException($"Station '{Name}': extra staff come at a length of 1 or more and leave at or below it.", nameof(from));
        if (ExtraStaff.Count > 0 && from <= ExtraStaff[^1].From) throw new ArgumentException($"Station '{Name}': rules for extra staff must ascend.", nameof(from));
        ExtraStaff.Add((from, until, staff, alsoWhenClosed));
        return this;
    }

    /// <summary>The line that the extra staff watch; their own queue if none is named.</summary>
    public StationBuilder Watching(LineBuilder line)
    {
        Watched = line;
        return this;
    }

    /// <summary>One unit fails and is repaired; the truck it was serving waits and is then finished.</summary>
    /// <param name="life">Time to failure: of the clock, or of work done.</param>
    /// <param name="repair">Time to repair.</param>
    /// <param name="whileBusy">Life is counted in busy time.</param>
    public StationBuilder Fails(Distribution life, Distribution repair, bool whileBusy = false)
    {
        Failures = (life, repair, whileBusy);
        return this;
    }

    /// <summary>Records the share of time with 0, 1, … trucks present, up to a number.</summary>
    public StationBuilder TrackLevels(int upTo)
    {
        LevelSlots = upTo + 1;
        return this;
    }
}
