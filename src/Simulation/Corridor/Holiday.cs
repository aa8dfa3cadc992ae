using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>A day, or a few, on which staff and traffic of some countries are not as usual. In force only in runs that have dates.</summary>
public sealed record Holiday
{
    public required string Id { get; init; }
    public required string NameEs { get; init; }
    public required string NameEn { get; init; }

    /// <summary>ISO codes of the countries that keep it.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Its first day, in local time from midnight to midnight.</summary>
    public required DayRule On { get; init; }

    /// <summary>How many days it lasts.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Who is there: of these lines the first that fits a station holds; a station that none fits keeps its roster.</summary>
    public IReadOnlyList<HolidayStaff> Staff { get; init; } = [];

    /// <summary>Whether brokers and the declaration desk work.</summary>
    public bool DeskOpen { get; init; } = true;

    /// <summary>Trucks that set out in the country, relative to an ordinary day.</summary>
    public double Traffic { get; init; } = 1;

    /// <summary>Whether a local date is part of it.</summary>
    public bool Covers(DateOnly date)
    {
        for (int year = date.Year - 1; year <= date.Year + 1; year++)
            if (On.In(year) is { } first && first <= date && date.DayNumber < first.DayNumber + Days) return true;
        return false;
    }
}

/// <summary>How much of the staff works on a holiday, and where. A list that is null holds for all.</summary>
/// <param name="Present">Share of the officers of a shift that begins on the holiday, 0 for closed.</param>
public sealed record HolidayStaff(double Present)
{
    public IReadOnlyList<string>? Posts { get; init; }
    public IReadOnlyList<string>? Countries { get; init; }
    public IReadOnlyList<Direction>? Directions { get; init; }
    public IReadOnlyList<SideRole>? Roles { get; init; }
    public IReadOnlyList<Agency>? Agencies { get; init; }

    /// <summary>Names of stations.</summary>
    public IReadOnlyList<string>? Stations { get; init; }

    /// <summary>Names of stations it is not about.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Whether it is about a station.</summary>
    public bool Fits(string post, SideProcedure side, StationSpec station) =>
        Posts?.Contains(post) != false && Countries?.Contains(side.Country) != false && Directions?.Contains(side.Direction) != false
        && Roles?.Contains(side.Role) != false && Agencies?.Contains(station.Agency) != false && Stations?.Contains(station.Name) != false
        && !Except.Contains(station.Name);
}
