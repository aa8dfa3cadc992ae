using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>All that the page shows.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Scenes">The baseline, and the scenario beside it if one was asked for.</param>
/// <param name="Scenarios">Scenarios to choose from.</param>
public sealed record CorridorView(CorridorQuery Query, IReadOnlyList<Scene> Scenes, IReadOnlyList<Scenario> Scenarios)
{
    /// <summary>Which weeks are simulated.</summary>
    public Bilingual Weeks => (Query.Scenario?.Weeks ?? default).Say(CorridorTwin.Scenarios.Films.FilmSubject.Days);

    /// <summary>All films are there.</summary>
    public bool IsReady => Scenes.All(s => s.State.Film is not null);

    /// <summary>Share of all films that is made.</summary>
    public double Progress => Scenes.Average(s => s.State.Progress);

    /// <summary>Why a film cannot be made; null if all is well.</summary>
    public Bilingual? Problem => Scenes.Select(s => s.State.Problem).FirstOrDefault(p => p is not null);

    /// <summary>Minutes by which the clock of the corridor's far end is ahead of the others'; zero if all agree.</summary>
    public int Ahead => Scenes[0].State.Film is { } film ? film.Sides.Max(s => s.UtcOffsetMinutes) - film.Sides.Min(s => s.UtcOffsetMinutes) : 0;

    /// <summary>The address of this view with other fields.</summary>
    public string Address(string path, params (string Field, string? Value)[] changed)
    {
        (string Field, string? Value)[] fields =
        [
            ("scenario", Query.Scenario?.Id), ("day", $"{Query.Day}"), ("t", Query.Time), ("rep", $"{Query.Replication}"), ("post", Query.Post),
        ];
        var all = fields.Select(f => (f.Field, Value: changed.Any(c => c.Field == f.Field) ? changed.First(c => c.Field == f.Field).Value : f.Value))
            .Concat(changed.Where(c => fields.All(f => f.Field != c.Field)));
        return path + "?" + string.Join('&', all.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Field}={Uri.EscapeDataString(f.Value!).Replace("%3A", ":", StringComparison.Ordinal)}"));
    }
}
