using System.Globalization;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>What the page is asked to show. The address says it all, so that an instant can be linked to.</summary>
public sealed record CorridorQuery
{
    private const int MostReplications = 1000;

    /// <summary>Scenario beside the baseline; null for the baseline alone.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Day of the week, 1 for Monday.</summary>
    public int Day { get; init; } = 2;

    /// <summary>Picture of the day.</summary>
    public int Picture { get; init; } = 100;

    /// <summary>Number of the replication.</summary>
    public int Replication { get; init; }

    /// <summary>Post whose lanes and hours are shown; null for all.</summary>
    public string? Post { get; init; }

    /// <summary>What of the address could not be used, and what would be right.</summary>
    public IReadOnlyList<Bilingual> Problems { get; init; } = [];

    /// <summary>Picture of the week.</summary>
    public int PictureOfWeek => (Day - 1) * WeekFilm.PicturesPerDay + Picture;

    /// <summary>The time, as clocks show it.</summary>
    public string Time => Clock(Picture);

    /// <summary>A picture's time of day.</summary>
    public static string Clock(int picture) => string.Create(CultureInfo.InvariantCulture, $"{picture * WeekFilm.Step / 60:00}:{picture * WeekFilm.Step % 60:00}");

    /// <summary>Reads an address.</summary>
    /// <param name="query">Its fields.</param>
    /// <param name="folder">Scenarios there are.</param>
    /// <param name="posts">Ids of the posts.</param>
    public static CorridorQuery Read(IQueryCollection query, ScenarioFolder folder, IReadOnlyList<string> posts)
    {
        var problems = new List<Bilingual>();
        var plain = new CorridorQuery();
        return new CorridorQuery
        {
            Scenario = Given(query, "scenario") is { } id && folder.Baselines.All(b => b.Id != id) ? Find(folder, id, problems) : null,
            Day = Whole(query, "day", 1, FilmSubject.Days, plain.Day, new("un día de 1 (lunes) a 7 (domingo)", "a day from 1 (Monday) to 7 (Sunday)"), problems),
            Picture = Instant(query, plain.Picture, problems),
            Replication = Whole(query, "rep", 0, MostReplications - 1, 0, new($"una réplica de 0 a {MostReplications - 1}", $"a replication from 0 to {MostReplications - 1}"), problems),
            Post = Named(query, posts, problems),
            Problems = problems,
        };
    }

    internal static string? Given(IQueryCollection query, string field) => query[field].LastOrDefault() is { Length: > 0 } value ? value : null;

    private static Scenario? Find(ScenarioFolder folder, string id, List<Bilingual> problems)
    {
        Loaded<Scenario> found = folder.Find(id);
        foreach (InputProblem problem in found.Value is null ? found.Problems : []) problems.Add(new(problem.Render("es"), problem.Render("en")));
        return found.Value;
    }

    internal static int Whole(IQueryCollection query, string field, int low, int high, int plain, Bilingual expected, List<Bilingual> problems)
    {
        if (Given(query, field) is not { } text) return plain;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            problems.Add(Wrong(field, text, expected, null));
            return plain;
        }
        if (value < low || value > high) problems.Add(Wrong(field, text, expected, $"{Math.Clamp(value, low, high)}"));
        return Math.Clamp(value, low, high);
    }

    private static int Instant(IQueryCollection query, int plain, List<Bilingual> problems)
    {
        if (Given(query, "t") is not { } text) return plain;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
            return (time.Hour * 60 + time.Minute) / WeekFilm.Step;
        problems.Add(Wrong("t", text, new("una hora de 00:00 a 23:55", "a time from 00:00 to 23:55"), null));
        return plain;
    }

    private static string? Named(IQueryCollection query, IReadOnlyList<string> posts, List<Bilingual> problems)
    {
        if (Given(query, "post") is not { } id) return null;
        if (posts.Contains(id)) return id;
        problems.Add(Wrong("post", id, Wording.OneOf(posts), Nearest.To(id, posts)));
        return null;
    }

    internal static Bilingual Wrong(string field, string given, Bilingual expected, string? nearest)
    {
        var problem = new InputProblem(Mark.Whole("/corridor"), field, given, new("no se puede mostrar", "cannot be shown"), expected, nearest);
        return new(problem.Render("es"), problem.Render("en"));
    }
}
