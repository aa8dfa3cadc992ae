using CorridorTwin.Dashboard.Runs;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>From a question to an answer: choose, run, stop, resume, compare, report, verify.</summary>
[Collection(OneDashboard.Name)]
public sealed class JourneyTests(OpenDashboard dashboard)
{
    [BrowserFact]
    public async Task With_the_mouse() => await Travel(new Look(), (_, target) => target.ClickAsync(), seed: 11);

    [BrowserFact]
    [Trait("Category", "Long")]
    public async Task On_a_phone() => await Travel(new Look(Width: 390), (_, target) => target.ClickAsync(), seed: 12);

    [BrowserFact]
    [Trait("Category", "Long")]
    public async Task With_the_keyboard_alone() => await Travel(new Look(), ByKeyboard, seed: 13);

    private async Task Travel(Look look, Func<IPage, ILocator, Task> use, int seed)
    {
        await using Visit visit = await dashboard.Open("/runs", look);
        IPage page = visit.Page;
        await use(page, page.GetByRole(AriaRole.Link, new() { Name = "New run" }).First);
        await page.WaitForURLAsync("**/runs/new*");
        // Long enough to be stopped on a fast machine: verifying simulates it all once more.
        await Fill(page, use, "Replications", "24");
        await Fill(page, use, "Days measured", "2");
        await Fill(page, use, "Days of warm-up", "1");
        await Fill(page, use, "Seed", $"{seed}");
        // The estimate follows the form.
        await Assertions.Expect(page.Locator("#cost .answer")).ToContainTextAsync("simulations are still to run");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }));
        await page.WaitForURLAsync(u => new Uri(u).Segments.Length == 3 && !u.EndsWith("/new", StringComparison.Ordinal));
        string id = new Uri(page.Url).Segments[2];
        await Until(() => dashboard.Queue.Find(id) is { Done: > 10 });
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Stop" }));
        await Assertions.Expect(page.Locator(".tag").First).ToHaveTextAsync("stopped", new() { Timeout = 60_000 });
        Assert.Equal(RunState.Stopped, dashboard.Queue.Find(id)!.State);
        // The page asks for itself anew when the run ends; what can be done then stands there only after that.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".tag").First).ToHaveTextAsync("stopped");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Resume" }));
        await Until(() => dashboard.Queue.Find(id) is { IsActive: true } or { State: RunState.Done });
        // The open page hears of the end by itself.
        await Assertions.Expect(page.Locator(".tag").First).ToHaveTextAsync("done", new() { Timeout = 300_000 });
        await use(page, page.GetByRole(AriaRole.Link, new() { Name = "See the comparison" }));
        await Assertions.Expect(page.Locator("p.answer")).ToContainTextAsync("Against '2024 baseline'");
        await visit.Draw();
        await Report(page, use);
        Assert.Empty(visit.Faults);
    }

    /// <summary>Saves the report and has it verified.</summary>
    private static async Task Report(IPage page, Func<IPage, ILocator, Task> use)
    {
        await use(page, page.GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }));
        IDownload download = await page.RunAndWaitForDownloadAsync(() => use(page, page.GetByRole(AriaRole.Link, new() { Name = "HTML, English" })));
        await use(page, page.GetByRole(AriaRole.Link, new() { Name = "Verify a report" }));
        await page.GetByLabel("Report", new() { Exact = true }).SetInputFilesAsync((await download.PathAsync())!);
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Verify" }));
        await Assertions.Expect(page.Locator(".verdict")).ToHaveTextAsync("Reproduced bit for bit.", new() { Timeout = 300_000 });
    }

    private static async Task Fill(IPage page, Func<IPage, ILocator, Task> use, string label, string value)
    {
        ILocator field = page.GetByLabel(label, new() { Exact = true });
        await use(page, field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(value);
    }

    /// <summary>Tabs until the element has the focus, and presses Enter on what can be pressed.</summary>
    private static async Task ByKeyboard(IPage page, ILocator target)
    {
        for (int i = 0; i < 200; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                if (await target.EvaluateAsync<bool>("e => e.tagName !== 'INPUT'")) await page.Keyboard.PressAsync("Enter");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {target}.");
    }

    private static async Task Until(Func<bool> holds)
    {
        for (int i = 0; i < 12_000 && !holds(); i++) await Task.Delay(50);
        Assert.True(holds());
    }
}
