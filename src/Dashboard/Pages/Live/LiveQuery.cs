using System.Globalization;
using CorridorTwin.Dashboard.Pages.Corridor;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Pages.Live;

/// <summary>What the live page is asked to show and to try. The address says it all.</summary>
public sealed record LiveQuery
{
    /// <summary>Futures that are simulated for a page: intervals that readers can use, in a second or two.</summary>
    private const int Futures = 100;

    /// <summary>Hours ahead that can be chosen.</summary>
    public static IReadOnlyList<int> Reaches { get; } = [3, 6, 12, 24];

    /// <summary>Every post, among closures.</summary>
    public const string EveryPost = "all";

    /// <summary>The side that is looked at more closely; null for the one with the longest line.</summary>
    public Spot? Place { get; init; }

    /// <summary>Hours ahead.</summary>
    public int Hours { get; init; } = 6;

    /// <summary>Post to close, or <see cref="EveryPost"/>; null for none.</summary>
    public string? Close { get; init; }

    /// <summary>Lane of <see cref="Place"/> whose staff changes; null for none.</summary>
    public string? Lane { get; init; }

    /// <summary>By how many officers or lanes.</summary>
    public int By { get; init; } = 1;

    /// <summary>Measure tried; null for none.</summary>
    public string? Measure { get; init; }

    /// <summary>Minutes until the change begins.</summary>
    public int In { get; init; } = 30;

    /// <summary>Minutes the change lasts.</summary>
    public int For { get; init; } = 240;

    /// <summary>What of the address could not be used, and what would be right.</summary>
    public IReadOnlyList<Bilingual> Problems { get; init; } = [];

    /// <summary>The forecast that is shown.</summary>
    public ForecastRequest Request => new() { Hours = Hours, Replications = Futures };

    /// <summary>The change that is tried; null if none is asked for.</summary>
    public WhatIf? Change => Close is null && Measure is null && (Lane is null || Place is null) ? null : new WhatIf
    {
        Closures = Close is null ? [] : [new Closure(Close == EveryPost ? null : Close, In / 60.0, For / 60.0)],
        Staff = Lane is null || Place is null ? [] : [new StaffChange(Place.Post, Place.Side, Place.Direction, Lane, By, In / 60.0, For / 60.0)],
        Measures = Measure is null ? [] : [new MeasureApplication(Measure)],
    };

    /// <summary>The side that is looked at: the one asked for, else the one with the longest line, else the first.</summary>
    public Spot At(Now now) => Place ?? Spot.All(now.Corridor).MaxBy(s => now.Side(s) is { NoData: false } side ? side.Flow.Queue : -1)!;

    /// <summary>The address of this view, below another path.</summary>
    public string Address(string path)
    {
        (string, string?)[] fields =
        [
            ("place", Place?.ToString()), ("hours", $"{Hours}"), ("close", Close), ("lane", Lane), ("by", Lane is null ? null : $"{By}"), ("measure", Measure),
            ("in", Change is null ? null : $"{In}"), ("for", Change is null ? null : $"{For}"),
        ];
        return path + "?" + string.Join('&', fields.Where(f => f.Item2 is not null).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2!).Replace("%2F", "/", StringComparison.Ordinal)}"));
    }

    /// <summary>Reads an address.</summary>
    public static LiveQuery Read(IQueryCollection query, CorridorModel corridor)
    {
        var problems = new List<Bilingual>();
        var plain = new LiveQuery();
        string? Named(string field, IReadOnlyList<string> names)
        {
            if (CorridorQuery.Given(query, field) is not { } given) return null;
            if (names.Contains(given)) return given;
            problems.Add(CorridorQuery.Wrong(field, given, Wording.OneOf(names), Nearest.To(given, names)));
            return null;
        }

        int Minutes(string field, int low, int usual) => CorridorQuery.Whole(query, field, low, 1440, usual, new($"minutos, de {low} a 1440", $"minutes, from {low} to 1440"), problems);
        Spot[] places = [.. Spot.All(corridor)];
        Spot? place = Named("place", [.. places.Select(p => p.ToString())]) is { } at ? places.First(p => p.ToString() == at) : null;
        return new LiveQuery
        {
            Place = place,
            Hours = Named("hours", [.. Reaches.Select(h => h.ToString(CultureInfo.InvariantCulture))]) is { } hours ? int.Parse(hours, CultureInfo.InvariantCulture) : plain.Hours,
            Close = Named("close", [EveryPost, .. corridor.Posts.Select(p => p.Id)]),
            Lane = place is null ? null : Named("lane", [.. Lanes(place, corridor)]),
            By = CorridorQuery.Whole(query, "by", -20, 20, plain.By, new("de -20 a 20", "from -20 to 20"), problems),
            Measure = Named("measure", MeasureCatalog.Names),
            In = Minutes("in", 0, plain.In),
            For = Minutes("for", 1, plain.For),
            Problems = problems,
        };
    }

    /// <summary>Lanes of a side whose staff can be changed.</summary>
    public static IEnumerable<string> Lanes(Spot place, CorridorModel corridor) => place.Of(corridor).Stations.Select(s => s.Name).Where(LaneTexts.IsDesk);
}
