using System.Text;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Ingest;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>The live page in a browser, while a simulated corridor tells the twin what happens.</summary>
[Collection(OneDashboard.Name)]
public sealed class LiveTests(OpenDashboard dashboard)
{
    [BrowserFact]
    public async Task The_page_follows_the_twin_forecasts_and_answers_what_if_without_being_loaded_again()
    {
        TwinRoom room = dashboard.Service<TwinRoom>();
        string[] hours = Events(3);
        await using Visit visit = await dashboard.Open("/corridor/live?hours=3&lang=en", new Look());
        Assert.Contains("corridor feed", await visit.Page.Locator(".empty").TextContentAsync());
        // The first events turn the empty page into a full one.
        Tell(room, hours[0]);
        await visit.Page.WaitForSelectorAsync(".posts table");
        string first = (await visit.Page.Locator("b.now").TextContentAsync())!;
        await visit.Page.EvaluateAsync("window.stays = true");
        Tell(room, hours[1]);
        await visit.Page.WaitForFunctionAsync("first => document.querySelector('b.now').textContent !== first", first);
        room.Twin!.Settle();
        await visit.Page.WaitForFunctionAsync("n => document.querySelector('.notice.simulated').textContent.replace(/\\D/g, '').endsWith(n)", $"{room.Twin.Events}");
        await visit.Page.WaitForSelectorAsync("#fan-line");
        await visit.Page.Locator("#fan-line").ScrollIntoViewIfNeededAsync();
        await visit.Page.WaitForSelectorAsync("#fan-line[data-ready] .plot svg");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stays === true"));
        // What the reader opened stays open when the part is rendered anew.
        await visit.Page.Locator("#fan-line summary").ClickAsync();
        Tell(room, hours[2]);
        string second = (await visit.Page.Locator("#ahead ~ [data-part=ahead] > p").First.TextContentAsync())!;
        await visit.Page.WaitForFunctionAsync("was => document.querySelector('[data-part=ahead] > p').textContent !== was", second, new() { Timeout = 90_000 });
        Assert.True(await visit.Page.Locator("#fan-line details").EvaluateAsync<bool>("d => d.open"));
        // By keyboard alone.
        await visit.Page.Locator("#close").FocusAsync();
        await visit.Page.Locator("#close").SelectOptionAsync("penas-blancas");
        await visit.Page.Locator("#in").FillAsync("0");
        await visit.Page.Locator("#in").PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("[data-part=fork] tbody tr", new() { Timeout = 90_000 });
        Assert.Contains("Peñas Blancas", await visit.Page.Locator("[data-part=fork] tbody").TextContentAsync());
        Assert.Empty(visit.Faults);
        string address = visit.Page.Url;
        foreach (Look look in new[] { new Look(), new Look("es", 390, true) })
        {
            await using Visit again = await dashboard.Open(address[dashboard.Address.Length..].Replace("lang=en", $"lang={look.Language}", StringComparison.Ordinal), look);
            await again.Page.WaitForSelectorAsync("[data-part=fork] tbody tr, [data-part=fork] .notice");
            Assert.Empty(await PageTour.Obstacles(again.Page));
            Assert.True(await again.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"wider than the window: {look}");
        }
    }

    private static void Tell(TwinRoom room, string events) => room.Ingest(new MemoryStream(Encoding.UTF8.GetBytes(events)), new IngestOptions { Source = "simulated" });

    /// <summary>A simulated morning of the shipped corridor, hour by hour.</summary>
    private string[] Events(int hours)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(dashboard.Service<ScenarioLibrary>().Baseline!.Model, SimDuration.FromDays(1), SimDuration.FromDays(1));
        TraceHeader header = null!;
        var told = new List<BorderEvent>();
        TraceRun.Tell(corridor, new TraceRequest { Seed = 3, From = SimTime.FromHours(24 + 9), To = SimTime.FromHours(24 + 9 + hours) }, h => header = h, told.Add);
        StringBuilder[] text = [.. Enumerable.Range(0, hours).Select(_ => new StringBuilder())];
        foreach (BorderEvent lane in header.LanesAt(told[0].T.AddMilliseconds(-1))) text[0].Append(BorderEventJson.Text(lane)).Append('\n');
        // Trucks that stood there before are told of with the first hour.
        foreach (BorderEvent e in told) text[Math.Clamp(hours - 1 - (int)(told[^1].T - e.T).TotalHours, 0, hours - 1)].Append(BorderEventJson.Text(e)).Append('\n');
        return [.. text.Select(t => t.ToString())];
    }
}
