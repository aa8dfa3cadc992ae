using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

[Collection(OneDashboard.Name)]
public sealed class PagesTests(OpenDashboard dashboard)
{
    private static readonly Look Phone = new(Width: 390, Dark: true);

    // Light and dark, desktop and phone, each seen once: the other two looks add little and cost as much again.
    [BrowserFact]
    public async Task No_page_has_an_obstacle_to_accessibility() => await Obstacles(new Look(), Phone);

    [BrowserFact]
    [Trait("Category", "Long")]
    public async Task Nor_in_the_other_looks() => await Obstacles(new Look(Dark: true), new Look(Width: 390));

    private async Task Obstacles(params Look[] looks)
    {
        var found = new List<string>();
        foreach (Look look in looks)
            foreach (Seen seen in await dashboard.Tour.Round(look, checker: true))
                found.AddRange(seen.Obstacles.Select(o => $"{seen.Path} {look}: {o}"));
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [BrowserFact]
    public async Task Nothing_is_asked_of_other_machines_and_no_script_fails()
    {
        foreach (Seen seen in await dashboard.Tour.Round(new Look(), checker: true)) Assert.True(seen.Faults.Count == 0, $"{seen.Path}: {string.Join("; ", seen.Faults)}");
    }

    [BrowserFact]
    public async Task Charts_offer_no_upload()
    {
        await using Visit visit = await dashboard.Open($"/compare?run={dashboard.Run}", new Look());
        await visit.Draw();
        string[] buttons = [.. await visit.Page.Locator(".modebar-btn").EvaluateAllAsync<string[]>("b => b.map(e => e.dataset.title)")];
        Assert.NotEmpty(buttons);
        Assert.DoesNotContain(buttons, b => b.Contains("cloud", StringComparison.OrdinalIgnoreCase) || b.Contains("Share", StringComparison.OrdinalIgnoreCase) || b.Contains("Edit", StringComparison.OrdinalIgnoreCase));
    }

    [BrowserFact]
    public async Task Without_script_pages_show_their_numbers_and_tables()
    {
        foreach (string path in dashboard.Pages.Where(p => p.Contains(dashboard.Run, StringComparison.Ordinal)))
        {
            await using Visit visit = await dashboard.Open(path, new Look(Script: false));
            Assert.True(await visit.Page.Locator("main table").First.IsVisibleAsync());
            Assert.True(await visit.Page.Locator("main td", new() { HasTextRegex = new(@"\d") }).First.IsVisibleAsync());
            foreach (ILocator table in await visit.Page.Locator("figure.chart details table").AllAsync()) Assert.True(await table.IsVisibleAsync());
            foreach (ILocator plot in await visit.Page.Locator("figure.chart .plot").AllAsync()) Assert.False(await plot.IsVisibleAsync());
        }
    }

    [BrowserFact]
    public async Task No_page_is_wider_than_a_phone()
    {
        // In English the round the accessibility checker goes anyway; colours make nothing wider.
        Seen[] seen = [.. await dashboard.Tour.Round(Phone, checker: true), .. await dashboard.Tour.Round(new Look("es", 390), checker: false)];
        Assert.Equal(2 * dashboard.Pages.Count, seen.Length);
        foreach (Seen s in seen) Assert.False(s.Wider, $"{s.Path} in {s.Look.Language}");
    }

    [BrowserFact]
    public async Task Scripts_pass_the_type_checker()
    {
        string tests = Path.Combine(Repository.Root, "tests", "Browser");
        using Process check = Process.Start(new ProcessStartInfo("node", [Path.Combine(tests, "node_modules", "typescript", "bin", "tsc"), "-p", Path.Combine(Repository.Root, "src", "Dashboard", "tsconfig.json")]) { RedirectStandardOutput = true })!;
        string said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.True(check.ExitCode == 0, said);
    }

    /// <summary>Not a check: takes a picture of every page for whoever wants to look. CORRIDOR_PICTURES names the directory.</summary>
    [BrowserFact]
    [Trait("Category", "Long")]
    public async Task Pictures()
    {
        if (Environment.GetEnvironmentVariable("CORRIDOR_PICTURES") is not { Length: > 0 } folder) return;
        foreach (string language in new[] { "es", "en" })
            foreach (Look look in Look.All(language))
                foreach (string path in dashboard.Pages)
                {
                    await using Visit visit = await dashboard.Open(path, look);
                    await visit.Draw();
                    string name = Regex.Replace(path.Replace(dashboard.Run, "run", StringComparison.Ordinal).Replace(dashboard.Brief, "brief", StringComparison.Ordinal).Replace(dashboard.Studied, "study", StringComparison.Ordinal).Trim('/'), "[^A-Za-z0-9]+", "-");
                    await visit.Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, $"{(name.Length > 0 ? name : "home")}-{language}-{look.Width}-{(look.Dark ? "dark" : "light")}.png") });
                }
    }
}
