namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>Where the posts and the road between them lie, degrees, to a few kilometres: a map of Central America shows no more.</summary>
public static class PostPlaces
{
    /// <summary>The road from north to south: border posts by id, and towns between them.</summary>
    public static IReadOnlyList<(string? Post, double Longitude, double Latitude)> Road { get; } =
    [
        (null, -92.14, 14.68), (null, -91.50, 14.53), (null, -90.79, 14.30), (null, -90.38, 14.09),
        ("pedro-de-alvarado", -90.09, 13.86), (null, -89.80, 13.63), (null, -89.32, 13.49), (null, -88.87, 13.50), (null, -88.44, 13.35), (null, -87.95, 13.44),
        ("el-amatillo", -87.77, 13.60), (null, -87.49, 13.53), (null, -87.19, 13.30),
        ("guasaule", -86.94, 13.05), (null, -87.13, 12.63), (null, -86.88, 12.43), (null, -86.25, 12.12), (null, -86.05, 11.76), (null, -85.83, 11.44),
        ("penas-blancas", -85.61, 11.21), (null, -85.44, 10.63), (null, -85.10, 10.43), (null, -84.72, 9.99), (null, -84.16, 9.44), (null, -83.86, 9.25), (null, -83.46, 8.96),
        ("paso-canoas", -82.84, 8.53), (null, -82.43, 8.43), (null, -81.75, 8.25), (null, -80.98, 8.10), (null, -80.35, 8.52), (null, -79.75, 8.88), (null, -79.53, 8.98),
    ];

    /// <summary>Where each post's label stands, in units of the map from the post, and the corner of the label that stands there: the road and the other labels stay free.</summary>
    public static IReadOnlyDictionary<string, (double X, double Y, string Corner)> Labels { get; } = new Dictionary<string, (double, double, string)>
    {
        ["pedro-de-alvarado"] = (-168, 66, "nw"),
        ["el-amatillo"] = (-52, -48, "sw"),
        ["guasaule"] = (44, -24, "nw"),
        ["penas-blancas"] = (-62, 26, "ne"),
        ["paso-canoas"] = (34, -58, "sw"),
    };

    /// <summary>The part of a post's name that fits on a map, where the name holds both sides' towns.</summary>
    public static IReadOnlyDictionary<string, string> ShortNames { get; } = new Dictionary<string, string> { ["pedro-de-alvarado"] = "Pedro de Alvarado", ["penas-blancas"] = "Peñas Blancas" };

    /// <summary>Where each country's name stands, degrees.</summary>
    public static IReadOnlyDictionary<string, (double Longitude, double Latitude)> Countries { get; } = new Dictionary<string, (double, double)>
    {
        ["GT"] = (-90.7, 15.45), ["SV"] = (-88.93, 13.80), ["HN"] = (-84.55, 15.2), ["NI"] = (-84.9, 11.95), ["CR"] = (-84.05, 10.35), ["PA"] = (-80.5, 8.35),
    };
}
