using System.Buffers;
using System.Text.Json;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>One day of a film as the browser plays it: numbers only, by picture.</summary>
public static class DayJson
{
    /// <summary>The day.</summary>
    /// <param name="film">The week.</param>
    /// <param name="posts">Ids of the posts from the north: sides name them by number.</param>
    /// <param name="day">1 for Monday.</param>
    public static ReadOnlyMemory<byte> Of(WeekFilm film, IReadOnlyList<string> posts, int day)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 17);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("step", WeekFilm.Step);
            json.WriteStartArray("sides");
            foreach (FilmSide side in film.Sides)
            {
                json.WriteStartObject();
                json.WriteNumber("post", posts.ToList().IndexOf(side.Post));
                json.WriteNumber("way", side.Direction == Direction.N2S ? 0 : 1);
                Series(json, "queue", side.Queue, day);
                Series(json, "inside", side.Inside, day);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("lanes");
            foreach (FilmLane lane in film.Lanes)
            {
                json.WriteStartObject();
                Series(json, "duty", lane.OnDuty, day);
                Series(json, "busy", lane.Busy, day);
                Series(json, "waiting", lane.Waiting, day);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void Series(Utf8JsonWriter json, string name, ushort[] week, int day)
    {
        json.WriteStartArray(name);
        foreach (ushort value in week.AsSpan((day - 1) * WeekFilm.PicturesPerDay, WeekFilm.PicturesPerDay)) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
