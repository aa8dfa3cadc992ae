using CorridorTwin.Dashboard.Language;
using CorridorTwin.Dashboard.Pages.Corridor;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>One country's side of a post in one direction.</summary>
/// <param name="Post">Id of the post.</param>
/// <param name="Direction">Direction.</param>
/// <param name="Side">ISO code of the country.</param>
public sealed record Spot(string Post, Direction Direction, string Side)
{
    /// <summary>As addresses have it: <c>penas-blancas/S2N/CR</c>.</summary>
    public override string ToString() => $"{Post}/{Direction}/{Side}";

    /// <summary>All of a corridor, from north to south, in the order trucks pass them.</summary>
    public static IEnumerable<Spot> All(CorridorModel corridor) => corridor.Posts.SelectMany(p => Scene.Ways.SelectMany(d => p.Sides.Where(s => s.Direction == d).OrderBy(s => s.Role).Select(s => new Spot(p.Id, d, s.Country))));

    /// <summary>Its procedure.</summary>
    public SideProcedure Of(CorridorModel corridor) => corridor.Post(Post).Sides.First(s => s.Direction == Direction && s.Country == Side);

    /// <summary>What readers call it: <c>Peñas Blancas, hacia el norte, Costa Rica (salida)</c>.</summary>
    public string Say(CorridorModel corridor, Reader reader) =>
        $"{CorridorMap.ShortName(corridor.Post(Post), reader)}, {reader.Say(Words.Of(Direction))}, {Country(corridor, reader)}";

    /// <summary>Country and part: <c>Costa Rica (salida)</c>.</summary>
    public string Country(CorridorModel corridor, Reader reader) =>
        corridor.Country(Side) is var c ? $"{reader.Say(c.NameEs, c.NameEn)} ({reader.Say(Words.Of(Of(corridor).Role))})" : Side;

    /// <summary>An instant by the side's clock: <c>14:05</c>.</summary>
    public string Clock(CorridorModel corridor, DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(corridor.Country(Side).UtcOffsetHours)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
