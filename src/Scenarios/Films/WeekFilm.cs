using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Films;

/// <summary>One simulated week of the five posts, a picture every five minutes: how many trucks stand where, and which lanes work.</summary>
/// <remarks>Picture i is the state at i · 5 minutes after Monday 00:00 at UTC−6, what happens at that very millisecond included.</remarks>
public sealed record WeekFilm
{
    /// <summary>Minutes between pictures.</summary>
    public const int Step = 5;

    /// <summary>Pictures of a day.</summary>
    public const int PicturesPerDay = 24 * 60 / Step;

    /// <summary>Pictures of the week.</summary>
    public const int Pictures = FilmSubject.Days * PicturesPerDay;

    /// <summary>Id of the scenario or baseline.</summary>
    public required string Scenario { get; init; }

    /// <summary>Seed and number of the replication.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc cref="Seed"/>
    public required int Replication { get; init; }

    /// <summary>The sides: four a post.</summary>
    public required IReadOnlyList<FilmSide> Sides { get; init; }

    /// <summary>The lanes.</summary>
    public required IReadOnlyList<FilmLane> Lanes { get; init; }

    /// <summary>What happened to lanes, in order of time.</summary>
    public required IReadOnlyList<FilmEvent> Events { get; init; }

    /// <summary>Trucks at a post in one direction, both sides: waiting for their first gate, and inside.</summary>
    public (int Queue, int Inside) At(string post, Direction direction, int picture) =>
        Sides.Where(s => s.Post == post && s.Direction == direction).Aggregate((Queue: 0, Inside: 0), (sum, s) => (sum.Queue + s.Queue[picture], sum.Inside + s.Inside[picture]));

    /// <summary>Mean number of trucks at some posts, waiting or inside, by weekday and hour.</summary>
    /// <param name="post">A post, or null for all.</param>
    /// <returns>Seven rows from Monday, 24 values each.</returns>
    public double[][] ByHour(string? post)
    {
        const int perHour = 60 / Step;
        FilmSide[] sides = [.. Sides.Where(s => post is null || s.Post == post)];
        return [.. Enumerable.Range(0, FilmSubject.Days).Select(day => Enumerable.Range(0, 24).Select(hour =>
            Enumerable.Range(day * PicturesPerDay + hour * perHour, perHour).Average(i => (double)sides.Sum(s => s.Queue[i] + s.Inside[i]))).ToArray())];
    }

    /// <summary>Mean hours that trucks took to cross a post in one direction: M_side of both sides, of those that left them in the week; NaN if none did.</summary>
    public double CrossingHours(string post, Direction direction) =>
        Sides.Where(s => s.Post == post && s.Direction == direction).Sum(s => s.LeftHours / s.Left);
}

/// <summary>One country's part of a post in one direction.</summary>
/// <param name="Post">The post's id.</param>
/// <param name="Country">ISO code.</param>
/// <param name="Direction">Which way the trucks go.</param>
/// <param name="Role">Left or entered.</param>
/// <param name="UtcOffsetMinutes">Offset of its clock.</param>
public sealed record FilmSide(string Post, string Country, Direction Direction, SideRole Role, int UtcOffsetMinutes)
{
    /// <summary>Trucks in the line before the first gate, by picture.</summary>
    public required ushort[] Queue { get; init; }

    /// <summary>Trucks past the first gate that have not left; at a side without a gate, all.</summary>
    public required ushort[] Inside { get; init; }

    /// <summary>Trucks that left in the week.</summary>
    public int Left { get; init; }

    /// <summary>The hours they took together, from joining the line to leaving (M_side).</summary>
    public double LeftHours { get; init; }
}

/// <summary>A lane, desk or scanner.</summary>
/// <param name="Side">Number of its side.</param>
/// <param name="Name">As the baseline file calls it.</param>
public sealed record FilmLane(int Side, string Name)
{
    /// <summary>How many may serve, by picture.</summary>
    public required ushort[] OnDuty { get; init; }

    /// <summary>Vehicles at its servers, those held by a full yard included.</summary>
    public required ushort[] Busy { get; init; }

    /// <summary>Vehicles in its line.</summary>
    public required ushort[] Waiting { get; init; }
}

/// <summary>Something that happened to a lane.</summary>
/// <param name="Minute">Whole minutes since Monday 00:00.</param>
/// <param name="Lane">Number of the lane.</param>
/// <param name="Kind">What.</param>
/// <param name="Value">How many: of staff now on duty, called in, or out of order.</param>
public sealed record FilmEvent(int Minute, int Lane, FilmEventKind Kind, int Value);

/// <summary>What happens to lanes.</summary>
public enum FilmEventKind
{
    /// <summary>Staff come where there was none.</summary>
    Opens,
    /// <summary>The last of the staff go.</summary>
    Closes,
    /// <summary>More or fewer staff than before.</summary>
    Staff,
    /// <summary>More staff are called in because the line is long.</summary>
    CalledIn,
    /// <summary>Staff called in go again.</summary>
    SentHome,
    /// <summary>A unit is out of order.</summary>
    BreaksDown,
    /// <summary>It works again.</summary>
    Repaired,
    /// <summary>Computers are out; work goes on by hand.</summary>
    OutageBegins,
    /// <summary>They work again.</summary>
    OutageEnds,
}
