using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Nowcasts;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Live;

[Collection(nameof(LiveHost))]
public class LivePageTests(LiveHost live)
{
    [Fact]
    public async Task Every_side_shows_what_the_twin_knows_of_it()
    {
        IDocument page = await live.Page();
        TwinView state = live.Twin.State();
        IElement[] rows = [.. page.QuerySelectorAll(".posts tbody tr:not(.post)")];
        Assert.Equal(20, rows.Length);
        int shown = 0;
        foreach (SideView side in state.Sides.Where(s => !s.NoData))
        {
            string country = side.Side switch { "GT" => "Guatemala", "SV" => "El Salvador", "HN" => "Honduras", "NI" => "Nicaragua", "CR" => "Costa Rica", _ => "Panama" };
            IElement row = Assert.Single(rows, r => r.ParentElement!.QuerySelector(".post")!.TextContent.Contains(PostName(side.Post), StringComparison.Ordinal)
                && r.QuerySelector("th")!.TextContent.Contains(country, StringComparison.Ordinal) && r.QuerySelector("i.south") is not null == (side.Dir == Direction.N2S));
            Assert.Equal($"{side.Flow.Queue}", row.QuerySelectorAll("td")[0].TextContent.Split(' ')[0]);
            Assert.Equal($"{side.Flow.Inside}", row.QuerySelectorAll("td")[1].TextContent);
            shown++;
        }
        Assert.True(shown > 10, $"{shown}");
        Assert.Contains("prototype", page.QuerySelector(".simulated")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gates", page.QuerySelector("[aria-labelledby=sources] tbody")!.TextContent, StringComparison.Ordinal);
        // The map adds both sides of a post up.
        int south = state.Sides.Where(s => s is { Post: "penas-blancas", Dir: Direction.N2S }).Sum(s => s.Flow.Queue + s.Flow.Inside);
        Assert.Equal($"{south}", page.QuerySelector("[data-n='0.3.0.t']")!.TextContent);
    }

    [Fact]
    public async Task A_side_nobody_told_of_has_no_data_rather_than_old_numbers()
    {
        await using RunningHost host = await RunningHost.Start();
        TwinRoom room = host.Services.GetRequiredService<TwinRoom>();
        const string Early = """{"type":"queue.enter","t":"2024-03-04T01:00:00-06:00","post":"paso-canoas","side":"CR","dir":"N2S","unit":"A1","src":"LPR"}""";
        const string Later = """{"type":"queue.enter","t":"2024-03-04T08:00:00-06:00","post":"penas-blancas","side":"CR","dir":"S2N","unit":"A2","src":"LPR"}""";
        room.Ingest(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Early + "\n" + Later + "\n")), new IngestOptions { Source = "cameras" });
        room.Twin!.Settle();
        using HttpClient browser = host.Browser();
        IDocument page = await RunningHost.Parse(await browser.GetAsync("/corridor/live?lang=en"));
        IElement[] rows = [.. page.QuerySelectorAll(".posts tbody tr:not(.post)")];
        Assert.Equal(19, rows.Count(r => r.TextContent.Contains("no data", StringComparison.Ordinal)));
        // One truck was read there, and with so little known others may stand unseen.
        QueueEstimate line = room.Twin.Nowcast().Single(l => l is { Post: "penas-blancas", Dir: Direction.S2N, Side: "CR" });
        Assert.Equal($"{line.Quantile(0.5)} ({line.Quantile(0.05)}–{line.Quantile(0.95)})", rows.Single(r => !r.TextContent.Contains("no data", StringComparison.Ordinal)).QuerySelector("td")!.TextContent);
        Assert.Equal("–", page.QuerySelector("[data-n='0.4.0.t']")!.TextContent);
        Assert.Contains("shadow", page.QuerySelector(".notice:not([hidden])")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_told_the_page_says_how_to_begin()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        foreach (string language in new[] { "es", "en" })
        {
            IDocument page = await RunningHost.Parse(await browser.GetAsync("/corridor/live?lang=" + language));
            Assert.Contains($"corridor feed --speed 600 --to http://{browser.BaseAddress!.Authority}", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("#what-if"));
        }
        Assert.False(File.Exists(host.Services.GetRequiredService<TwinRoom>().Path));
    }

    [Fact]
    public async Task The_stream_brings_state_fans_and_the_answer_to_what_if_and_the_twin_stays_as_it_was()
    {
        string before = live.Twin.State().Hash();
        Dictionary<string, IDocument> parts = await Parts("place=penas-blancas/S2N/CR&hours=3&close=penas-blancas&in=0&for=120");
        Assert.Equal(["ahead", "fork", "now"], parts.Keys.Order());
        IDocument ahead = parts["ahead"];
        Assert.Equal(20, ahead.QuerySelectorAll("[aria-labelledby=all-sides] tbody tr").Length);
        Assert.NotNull(ahead.QuerySelector("#fan-line"));
        Forecast forecast = (await live.Room.Forecast(new ForecastRequest { Hours = 3, Replications = 100 }))!;
        SideFan fan = forecast.Sides.Single(s => s is { Post: "penas-blancas", Dir: Direction.S2N, Side: "CR" });
        Assert.Equal(fan.Line.Select(b => $"{b.P50:0}"), ahead.QuerySelectorAll("#fan-line tbody tr").Select(r => r.QuerySelector("td")!.TextContent));
        Fork fork = (await live.Room.Fork(new ForecastRequest { Hours = 3, Replications = 100 }, new WhatIf { Closures = [new Closure("penas-blancas", 0, 2)] }))!;
        Assert.NotEmpty(fork.Told);
        Assert.Equal(fork.Told.Count, parts["fork"].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Peñas Blancas", parts["fork"].QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("+", parts["fork"].QuerySelector("tbody td")!.TextContent);
        Assert.Equal(before, live.Twin.State().Hash());
    }

    [Fact]
    public async Task What_cannot_be_shown_is_said_with_the_nearest_that_can()
    {
        using HttpClient browser = live.Host.Browser();
        foreach ((string query, string nearest) in new[] { ("place=penas-blanca/S2N/CR", "penas-blancas/S2N/CR"), ("close=paso-canoa", "paso-canoas"), ("in=99999", "1440"), ("hours=5", "3"), ("measure=SmartBorde", "SmartBorder") })
        {
            HttpResponseMessage answer = await browser.GetAsync("/corridor/live?lang=en&" + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(nearest, (await RunningHost.Parse(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/corridor/live/events?" + query)).StatusCode);
        }
        IDocument page = await live.Page("place=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
    }

    private static string PostName(string id) => id switch { "pedro-de-alvarado" => "Pedro de Alvarado", "el-amatillo" => "El Amatillo", "guasaule" => "Guasaule", "penas-blancas" => "Peñas Blancas", _ => "Paso Canoas" };

    /// <summary>The first of each part that the stream brings.</summary>
    private async Task<Dictionary<string, IDocument>> Parts(string query)
    {
        using HttpClient browser = live.Host.Browser();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using Stream stream = await browser.GetStreamAsync($"/corridor/live/events?lang=en&{query}", enough.Token);
        using var reader = new StreamReader(stream);
        var parts = new Dictionary<string, IDocument>();
        string name = "", html = "";
        while (parts.Count < 3)
        {
            string line = await reader.ReadLineAsync(enough.Token) ?? throw new InvalidOperationException("The stream ended.");
            if (line.StartsWith("event: ", StringComparison.Ordinal)) (name, html) = (line[7..], "");
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) html += line[6..] + "\n";
            else if (line.Length == 0 && name.Length > 0) parts.TryAdd(name, new HtmlParser().ParseDocument(html));
        }
        return parts;
    }
}
