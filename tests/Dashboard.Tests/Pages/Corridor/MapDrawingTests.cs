using CorridorTwin.Dashboard.Pages.Corridor;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Corridor;

[Collection(nameof(CorridorHost))]
public class MapDrawingTests(CorridorHost corridor)
{
    [Fact]
    public void The_six_countries_and_the_five_posts_are_drawn_within_the_map()
    {
        var map = corridor.Host.Services.GetRequiredService<MapDrawing>();
        Assert.True(map.Exists);
        Assert.Equal(["CR", "GT", "HN", "NI", "PA", "SV"], map.Countries.Select(c => c.Id).OfType<string>().Order(StringComparer.Ordinal));
        Assert.All(map.Countries, c => Assert.StartsWith("M", c.Path, StringComparison.Ordinal));
        MapDrawing.Mark[] marks = [.. corridor.Baseline.Sides.Select(s => s.Post).Distinct().Select(p => map.Of(p)!)];
        Assert.Equal(5, marks.Length);
        // From north to south along the isthmus: each further east and further south than the one before but for the first step.
        Assert.Equal(marks.Select(m => m.X).Order(), marks.Select(m => m.X));
        Assert.All(marks, m => Assert.True(m.X > 0 && m.X < map.Width && m.Y > 0 && m.Y < map.Height));
        Assert.Null(map.Of("somewhere-else"));
    }

    [Fact]
    public void A_circle_touches_the_border_and_its_area_grows_with_the_trucks()
    {
        var mark = new MapDrawing.Mark(100, 100, (0, -1), (0, 1));
        Assert.Equal((100, 100, 0), mark.Circle(true, 0));
        (double x, double y, double radius) = mark.Circle(false, 400);
        Assert.Equal((100, 100 + radius), (x, y));
        Assert.Equal(2, radius / mark.Circle(false, 100).Radius, 9);
    }
}
