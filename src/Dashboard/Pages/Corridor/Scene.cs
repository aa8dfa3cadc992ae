using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>The baseline or a scenario as the page shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Subject">What is filmed.</param>
/// <param name="State">The film, or how far it is.</param>
/// <param name="Times">Crossing times.</param>
public sealed record Scene(string Id, Bilingual Title, FilmSubject Subject, FilmState State, CrossingTimes Times)
{
    /// <summary>The posts.</summary>
    public IReadOnlyList<BorderPost> Posts => Subject.Model.Posts;

    /// <summary>Trucks at all posts.</summary>
    public (int Queue, int Inside) All(int picture) => Posts.SelectMany(p => Ways.Select(d => State.Film!.At(p.Id, d, picture)))
        .Aggregate((Queue: 0, Inside: 0), (sum, at) => (sum.Queue + at.Queue, sum.Inside + at.Inside));

    /// <summary>Post and direction with the longest line before the gate; the northernmost of equals.</summary>
    public (BorderPost Post, Direction Direction, int Queue) Longest(int picture) => Posts
        .SelectMany(p => Ways.Select(d => (Post: p, Direction: d, State.Film!.At(p.Id, d, picture).Queue)))
        .MaxBy(p => p.Queue);

    /// <summary>Trucks at each post by direction; null while there is no film.</summary>
    public Func<string, Direction, (int Queue, int Inside)?>? Counts(int picture) => State.Film is { } film ? (post, way) => film.At(post, way, picture) : null;

    /// <summary>Southbound, then northbound.</summary>
    public static IReadOnlyList<Direction> Ways { get; } = [Direction.N2S, Direction.S2N];
}

/// <summary>Mean crossing times by post and direction, hours.</summary>
/// <param name="Hours">The times; without an interval if they come from the film alone.</param>
/// <param name="Replications">Replications they come from; 0 for the film's week.</param>
public sealed record CrossingTimes(IReadOnlyDictionary<(string Post, Direction Direction), Interval> Hours, int Replications);
