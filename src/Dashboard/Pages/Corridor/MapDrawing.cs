using System.Globalization;
using System.Text.Json;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>The map as lines: countries clipped from Natural Earth at build, the road, and where each post stands.</summary>
public sealed class MapDrawing
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Outline? outline;

    /// <summary>Reads what the build drew.</summary>
    public MapDrawing(IWebHostEnvironment host)
    {
        var file = host.WebRootFileProvider.GetFileInfo("dist/corridor-map.json");
        if (!file.Exists) return;
        using Stream stream = file.CreateReadStream();
        outline = JsonSerializer.Deserialize<Outline>(stream, Web);
    }

    /// <summary>False if the dashboard was built without its scripts and styles: there is no map then, and the list says all.</summary>
    public bool Exists => outline is not null;

    /// <summary>Width in the map's own units.</summary>
    public double Width => outline!.Width;

    /// <summary>Height in the same units.</summary>
    public double Height => outline!.Height;

    /// <summary>Outlines; those of countries outside the corridor have no id.</summary>
    public IReadOnlyList<Country> Countries => outline!.Countries;

    /// <summary>The road.</summary>
    public string Road => "M" + string.Join(' ', PostPlaces.Road.Select(p => Place(p.Longitude, p.Latitude)).Select(p => $"{Number(p.X)} {Number(p.Y)}"));

    /// <summary>A post's mark; null if the map does not know the post.</summary>
    public Mark? Of(string post)
    {
        int at = PostPlaces.Road.ToList().FindIndex(p => p.Post == post);
        if (at < 0) return null;
        (double x, double y) = Place(at);
        return new Mark(x, y, Towards(at, at - 1), Towards(at, at + 1));
    }

    /// <summary>A point in the map's units.</summary>
    public (double X, double Y) Place(double longitude, double latitude) =>
        ((longitude - outline!.West) / (outline.East - outline.West) * Width, (outline.North - latitude) / (outline.North - outline.South) * Height);

    /// <summary>A length or place as SVG has it.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A part of the map's width or height in per cent.</summary>
    public static string Percent(double part) => (100 * part).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private (double X, double Y) Place(int at) => Place(PostPlaces.Road[at].Longitude, PostPlaces.Road[at].Latitude);

    private (double X, double Y) Towards(int from, int to)
    {
        (double x, double y) = Place(from);
        (double tx, double ty) = Place(to);
        double length = Math.Sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y));
        return ((tx - x) / length, (ty - y) / length);
    }

    /// <summary>A country.</summary>
    public sealed record Country(string? Id, string Path);

    /// <summary>A post on the map, and the directions in which the road leaves it.</summary>
    public sealed record Mark(double X, double Y, (double X, double Y) North, (double X, double Y) South)
    {
        /// <summary>Units of radius per root of a truck: a circle's area is the number of trucks.</summary>
        public const double Scale = 2.6;

        /// <summary>The circle of so many trucks that wait on one side of the border: it touches the border and lies on the road they come by.</summary>
        public (double X, double Y, double Radius) Circle(bool southbound, int trucks)
        {
            (double x, double y) = southbound ? North : South;
            double radius = Scale * Math.Sqrt(trucks);
            return (X + x * radius, Y + y * radius, radius);
        }
    }

    private sealed record Outline(double West, double East, double South, double North, double Width, double Height, IReadOnlyList<Country> Countries);
}
