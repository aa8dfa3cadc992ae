using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>The simulated day is moved through by mouse and keyboard, and shows at each instant what the server shows there.</summary>
[Collection(OneDashboard.Name)]
public sealed class CorridorTests(OpenDashboard dashboard)
{
    private const string Both = "/corridor?scenario=smart-border&day=2&t=08:20&rep=0";

    [BrowserFact]
    public async Task The_slider_moves_by_keyboard_and_shows_what_the_server_shows_there()
    {
        await using Visit visit = await Opened(Both + "&lang=en");
        ILocator slider = visit.Page.Locator(".scrub input[type=range]");
        await slider.FocusAsync();
        foreach ((string key, string time) in new[] { ("ArrowRight", "08:25"), ("ArrowLeft", "08:20"), ("PageUp", "09:20"), ("PageDown", "08:20"), ("End", "23:55"), ("Home", "00:00") })
        {
            await visit.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(visit.Page.Locator(".simulated b[data-clock]")).ToHaveTextAsync(time);
            await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex($"^Tuesday {time}: \\d+ trucks"));
            await visit.Page.WaitForURLAsync(u => u.Contains("t=" + time, StringComparison.Ordinal));
            await using Visit server = await dashboard.Open($"{Both[..Both.IndexOf("&t=", StringComparison.Ordinal)]}&t={time}&rep=0&lang=en", new Look(Script: false));
            Assert.Equal(await Said(server.Page), await Said(visit.Page));
        }
        Assert.Empty(visit.Faults);
    }

    [BrowserFact]
    public async Task The_slider_moves_by_mouse_and_the_day_plays_and_halts()
    {
        await using Visit visit = await Opened(Both + "&lang=en");
        ILocator slider = visit.Page.Locator(".scrub input[type=range]");
        LocatorBoundingBoxResult box = (await slider.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.3f, box.Y + box.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.75f, box.Y + box.Height / 2, new() { Steps = 20 });
        await visit.Page.Mouse.UpAsync();
        string dragged = await Clock(visit.Page);
        Assert.InRange(dragged, "17:00", "19:00");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Play the day" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".simulated b[data-clock]")).Not.ToHaveTextAsync(dragged);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        string halted = await Clock(visit.Page);
        await visit.Page.WaitForTimeoutAsync(400);
        Assert.Equal(halted, await Clock(visit.Page));
        Assert.True(string.CompareOrdinal(halted, dragged) > 0);
        Assert.Empty(visit.Faults);
    }

    /// <summary>Thirty frames a second leave 33 ms for each. Counted is the page's own work (time of its thread), so that other work on the machine does not count.</summary>
    [BrowserFact]
    public async Task Scrubbing_leaves_time_for_thirty_frames_a_second()
    {
        await using Visit visit = await Opened(Both);
        ICDPSession session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        double before = await Work(session);
        int frames = await visit.Page.EvaluateAsync<int>("""
            () => new Promise(done => {
              const slider = document.querySelector(".scrub input[type=range]");
              let n = 0;
              const tick = () => {
                if (++n > 150) return done(n - 1);
                slider.value = String((n * 7) % 288);
                slider.dispatchEvent(new Event("input"));
                requestAnimationFrame(tick);
              };
              requestAnimationFrame(tick);
            })
            """);
        double each = 1000 * (await Work(session) - before) / frames;
        Assert.True(each < 33, string.Create(CultureInfo.InvariantCulture, $"{each:0.0} ms a frame"));
    }

    [BrowserFact]
    public async Task Without_script_a_form_leads_to_another_instant()
    {
        await using Visit visit = await dashboard.Open("/corridor?lang=en", new Look(Script: false));
        Assert.False(await visit.Page.Locator(".scrub").IsVisibleAsync());
        await visit.Page.Locator("input[name=t]").FillAsync("17:35");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Contains("17:35", await visit.Page.Locator(".simulated").InnerTextAsync());
        Assert.True(await visit.Page.Locator("svg[role=img]").IsVisibleAsync());
    }

    private async Task<Visit> Opened(string path)
    {
        Visit visit = await dashboard.Open(path, new Look());
        await visit.Page.Locator("[data-island=corridor][data-ready]").WaitForAsync(new() { Timeout = 120_000 });
        return visit;
    }

    private static async Task<string> Clock(IPage page) => await page.Locator(".simulated b[data-clock]").InnerTextAsync();

    /// <summary>Every number outside what is closed, every circle and every event shown.</summary>
    private static async Task<string[]> Said(IPage page) => await page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll("[data-n]")].filter(e => !e.closest("details") || e.closest("details").open).map(e => e.dataset.n + "=" + e.textContent)
          .concat([...document.querySelectorAll("circle[data-c]")].map(e => e.dataset.c + "=" + Math.round((e.getAttribute("r") / e.dataset.at.split(" ")[4]) ** 2)))
          .concat([...document.querySelectorAll(".news li:not([hidden])")].map(e => e.textContent))
          .concat([...document.querySelectorAll("[data-longest], [data-longest-count]")].map(e => e.textContent))
        """);

    private static async Task<double> Work(ICDPSession session)
    {
        JsonElement metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return metrics.EnumerateArray().First(m => m.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }
}
