using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>A day's events in sentences. What happens to several lanes of a post at once is one event.</summary>
/// <param name="Minute">Minute of the day.</param>
/// <param name="Post">Where.</param>
/// <param name="Text">What.</param>
public sealed record News(int Minute, BorderPost Post, string Text)
{
    private const int LanesNamed = 2;

    /// <summary>The events of a day, in order.</summary>
    public static IReadOnlyList<News> Of(Scene scene, int day, string? post, Reader reader)
    {
        WeekFilm film = scene.State.Film!;
        int from = (day - 1) * 1440;
        return
        [
            .. film.Events.Where(e => e.Minute >= from && e.Minute < from + 1440 && LaneTexts.IsDesk(film.Lanes[e.Lane].Name))
                .GroupBy(e => (e.Minute, film.Sides[film.Lanes[e.Lane].Side].Post, e.Kind))
                .Where(g => post is null || g.Key.Post == post)
                .Select(g => new News(g.Key.Minute - from, scene.Subject.Model.Post(g.Key.Post), Sentence(film, g.Key.Kind, [.. g], reader))),
        ];
    }

    private static string Sentence(WeekFilm film, FilmEventKind kind, FilmEvent[] events, Reader reader)
    {
        int value = events.Sum(e => e.Value);
        if (kind is FilmEventKind.OutageBegins) return reader.Say($"caen los sistemas: se atiende a mano ({Desks(events.Length).Es})", $"computers go down: work goes on by hand ({Desks(events.Length).En})");
        if (kind is FilmEventKind.OutageEnds) return reader.Say("vuelven los sistemas", "computers are back");
        string where = string.Join(", ", events.Take(LanesNamed).Select(e => Lane(film, e, reader)));
        int more = events.Length - LanesNamed;
        if (more > 0) where += reader.Say($" y {more} más", $" and {more} more");
        string what = kind switch
        {
            FilmEventKind.Opens => reader.Say("abre", "opens"),
            FilmEventKind.Closes => reader.Say("cierra", "closes"),
            FilmEventKind.Staff => reader.Say("cambia de turno", "changes shift"),
            FilmEventKind.CalledIn => reader.Say($"refuerzo por la fila (+{value})", $"more staff for the line (+{value})"),
            FilmEventKind.SentHome => reader.Say($"termina el refuerzo (−{value})", $"extra staff leave (−{value})"),
            FilmEventKind.BreaksDown => reader.Say("fuera de servicio", "out of order"),
            _ => reader.Say("reparado", "repaired"),
        };
        return $"{where}: {what}";
    }

    private static (string Es, string En) Desks(int count) => count == 1 ? ("1 puesto de atención", "1 desk") : ($"{count} puestos de atención", $"{count} desks");

    private static string Lane(WeekFilm film, FilmEvent e, Reader reader)
    {
        FilmLane lane = film.Lanes[e.Lane];
        FilmSide side = film.Sides[lane.Side];
        return $"{(LaneTexts.Of(lane.Name) is { } words ? reader.Say(words) : lane.Name)} ({side.Country}, {reader.Say(Words.Of(side.Direction))})";
    }
}
