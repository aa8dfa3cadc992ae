using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Tests.Pages.Corridor;

[Collection(nameof(CorridorHost))]
public class CorridorPageTests(CorridorHost corridor)
{
    [Fact]
    public async Task Without_script_the_page_stands_at_the_instant_of_its_address()
    {
        foreach ((int day, string time, int picture) in new[] { (2, "08:20", 100), (6, "00:00", 0), (7, "23:55", 287) })
        {
            IDocument page = await corridor.Page($"lang=en&day={day}&t={time}&rep=0");
            int at = (day - 1) * WeekFilm.PicturesPerDay + picture;
            Assert.Equal($"{corridor.Baseline.Sides.Sum(s => s.Queue[at] + s.Inside[at])}", page.QuerySelector("[data-n='0.*.*.t']")?.TextContent);
            Assert.Equal($"{corridor.Baseline.At("penas-blancas", Direction.S2N, at).Queue}", page.QuerySelector(".posts [data-n='0.3.1.q']")?.TextContent);
            Assert.Equal($"{corridor.Baseline.At("penas-blancas", Direction.S2N, at).Inside}", page.QuerySelector(".posts [data-n='0.3.1.i']")?.TextContent);
            Assert.Equal(time, page.QuerySelector("input[name=t]")?.GetAttribute("value"));
            Assert.Contains("Simulated", page.QuerySelector(".simulated")!.TextContent);
        }
    }

    [Fact]
    public async Task Every_number_of_the_page_is_bound_to_a_series_of_the_day_that_says_the_same()
    {
        const string query = "scenario=smart-border&day=4&t=13:05&rep=0";
        IDocument page = await corridor.Page(query + "&lang=es");
        using HttpClient browser = corridor.Host.Browser();
        JsonElement[] days = [await Day(0), await Day(1)];
        int compared = 0;
        foreach (IElement bound in page.QuerySelectorAll("[data-n]"))
        {
            string[] parts = bound.GetAttribute("data-n")!.Split('.');
            JsonElement day = days[int.Parse(parts[0])];
            int value = parts.Length == 3
                ? day.GetProperty("lanes")[int.Parse(parts[1])].GetProperty(parts[2] switch { "d" => "duty", "b" => "busy", _ => "waiting" })[157].GetInt32()
                : day.GetProperty("sides").EnumerateArray()
                    .Where(s => (parts[1] == "*" || parts[1] == $"{s.GetProperty("post")}") && (parts[2] == "*" || parts[2] == $"{s.GetProperty("way")}"))
                    .Sum(s => (parts[3] != "i" ? s.GetProperty("queue")[157].GetInt32() : 0) + (parts[3] != "q" ? s.GetProperty("inside")[157].GetInt32() : 0));
            Assert.Equal($"{value}", bound.TextContent);
            compared++;
        }
        Assert.True(compared > 900, $"{compared}");

        async Task<JsonElement> Day(int scene) => JsonDocument.Parse(await browser.GetStringAsync($"/corridor/day.json?{query}&scene={scene}")).RootElement;
    }

    [Fact]
    public async Task A_circles_area_is_the_number_of_trucks()
    {
        IDocument page = await corridor.Page("day=2&t=08:20");
        int at = WeekFilm.PicturesPerDay + 100;
        (int queue, int inside) = corridor.Baseline.At("penas-blancas", Direction.S2N, at);
        double Radius(string kind) => double.Parse(page.QuerySelector($"circle[data-c='0.3.1.{kind}']")!.GetAttribute("r")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(queue / (double)(queue + inside), Math.Pow(Radius("q") / Radius("t"), 2), 2);
        Assert.Equal(5, page.QuerySelectorAll("svg circle.post").Length);
        Assert.Equal(20, page.QuerySelectorAll("svg circle.trucks").Length);
        Assert.NotNull(page.QuerySelector("svg[role=img] > title"));
        Assert.NotNull(page.QuerySelector("svg[role=img] > desc"));
    }

    [Fact]
    public async Task The_week_has_a_table_that_says_what_the_colours_say()
    {
        IDocument page = await corridor.Page("lang=en&post=guasaule");
        double[][] hours = corridor.Baseline.ByHour("guasaule");
        Assert.Equal(7 * 24, page.QuerySelectorAll(".heat > i").Length);
        IElement[] rows = [.. page.QuerySelectorAll(".week .twin tbody tr")];
        for (int h = 0; h < 24; h++)
            Assert.Equal(hours.Select(d => $"{Math.Round(d[h], MidpointRounding.AwayFromZero)}"), rows[h].QuerySelectorAll("td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Events_shown_are_the_last_before_the_instant()
    {
        IDocument page = await corridor.Page("lang=es&day=2&t=06:10");
        IElement[] shown = [.. page.QuerySelectorAll(".news li:not([hidden])")];
        Assert.Equal(8, shown.Length);
        Assert.All(shown, e => Assert.InRange(int.Parse(e.GetAttribute("data-minute")!), 0, 370));
        Assert.All(page.QuerySelectorAll(".news li"), e => Assert.DoesNotContain("depot", e.TextContent));
    }

    [Theory]
    [InlineData("t=99:99", "t '99:99': cannot be shown; expected a time from 00:00 to 23:55")]
    [InlineData("day=9", "day '9': cannot be shown; expected a day from 1 (Monday) to 7 (Sunday); did you mean '7'?")]
    [InlineData("rep=-1", "rep '-1': cannot be shown; expected a replication from 0 to 999; did you mean '0'?")]
    [InlineData("post=penas-blanca", "did you mean 'penas-blancas'?")]
    [InlineData("scenario=smart-boarder", "did you mean 'smart-border'?")]
    [InlineData("day=two", "expected a day from 1 (Monday) to 7 (Sunday)")]
    public async Task An_address_that_is_wrong_is_told_what_would_be_right(string query, string expected)
    {
        IDocument page = await corridor.Page("lang=en&" + query, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(expected, page.QuerySelector(".notice.fault")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-n='0.*.*.t']"));
    }

    [Fact]
    public async Task Both_languages_say_all()
    {
        string[] Words(IDocument page) => [.. page.QuerySelectorAll("main *").Where(e => e.Closest("[translate=no], code, script, option") is null)
            .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Text.Trim())).Where(t => t.Count(char.IsLetter) > 2).Distinct()];
        string[] spanish = Words(await corridor.Page("lang=es&scenario=smart-border"));
        string[] english = Words(await corridor.Page("lang=en&scenario=smart-border"));
        Assert.True(spanish.Length > 60);
        Assert.Empty(spanish.Intersect(english));
    }

    [Fact]
    public async Task Times_come_from_the_store_once_there_are_replications()
    {
        IDocument page = await corridor.Page("lang=en");
        Assert.Contains("one replication, without an interval", page.QuerySelector(".posts")!.TextContent);
        double hours = corridor.Baseline.CrossingHours("penas-blancas", Direction.S2N);
        Assert.InRange(hours, 12, 40);
        Assert.Contains(page.QuerySelectorAll(".posts td"), c => double.TryParse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture, out double shown) && Math.Abs(shown - hours) < 0.6);
    }
}
