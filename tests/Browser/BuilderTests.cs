using CorridorTwin.Scenarios;
using Microsoft.Playwright;

namespace CorridorTwin.Browser.Tests;

/// <summary>A scenario from nothing to saved, with what one types checked and kept on the way.</summary>
[Collection(OneDashboard.Name)]
public sealed class BuilderTests(OpenDashboard dashboard)
{
    [BrowserFact]
    public async Task With_the_mouse() => await Build(new Look(), (_, target) => target.ClickAsync(), "Mouse");

    [BrowserFact]
    public async Task On_a_phone() => await Build(new Look(Width: 390), (_, target) => target.ClickAsync(), "Phone");

    [BrowserFact]
    public async Task With_the_keyboard_alone() => await Build(new Look(), ByKeyboard, "Keys");

    [BrowserFact]
    public async Task Of_two_tabs_with_one_draft_the_later_is_told()
    {
        await using Visit one = await dashboard.Open("/scenarios/new", new Look());
        await Ready(one.Page);
        await one.Page.GetByLabel("Name in English").FillAsync("First");
        await one.Page.WaitForURLAsync("**/scenarios/new?draft=*");
        IPage two = await one.Context.NewPageAsync();
        await two.GotoAsync(one.Page.Url);
        await Ready(two);
        await two.GetByLabel("Name in English").FillAsync("Second");
        await two.Locator("#builder[data-settled='2']").WaitForAsync();
        await one.Page.GetByLabel("Name in English").FillAsync("Third");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Keep what this tab has" }).ClickAsync();
        await one.Page.Locator("#builder[data-settled='3']").WaitForAsync();
        await two.ReloadAsync();
        Assert.Equal("Third", await two.GetByLabel("Name in English").InputValueAsync());
    }

    private async Task Build(Look look, Func<IPage, ILocator, Task> use, string name)
    {
        await using Visit visit = await dashboard.Open("/scenarios/new", look);
        IPage page = visit.Page;
        await Ready(page);
        await use(page, page.GetByLabel("Name in English"));
        await page.Keyboard.TypeAsync(name);
        ILocator measure = page.Locator("[name='u5.on']"), strength = page.Locator("[name='u5.intensity']");
        await use(page, measure);
        await Assertions.Expect(page.Locator(".preview .sentence")).ToContainTextAsync("risk management at all five posts");
        await use(page, page.Locator("#use-5 > details > summary"));
        await use(page, strength);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("130");
        await Assertions.Expect(page.Locator("[id='error-u5.intensity']")).ToContainTextAsync("too high; expected 0 % to 100 %");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Use 100", Exact = true }));
        await Assertions.Expect(strength).ToHaveValueAsync("100");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Assertions.Expect(strength).ToHaveValueAsync("130");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Redo" }));
        await Assertions.Expect(strength).ToHaveValueAsync("100");
        await page.Locator("#builder[data-settled]").WaitForAsync();
        await page.WaitForURLAsync("**/scenarios/new?draft=*");
        await page.ReloadAsync();
        await Ready(page);
        await Assertions.Expect(page.GetByLabel("Name in English")).ToHaveValueAsync(name);
        // Steps can still be taken back.
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Assertions.Expect(strength).ToHaveValueAsync("130");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Redo" }));
        await Assertions.Expect(strength).ToHaveValueAsync("100");
        await use(page, page.GetByRole(AriaRole.Button, new() { Name = "Save scenario" }));
        await page.WaitForURLAsync($"**/scenarios/{name.ToLowerInvariant()}?saved=1");
        Scenario saved = dashboard.Scenarios.Find(name.ToLowerInvariant()).OrThrow();
        Assert.Equal("RiskManagement", Assert.Single(saved.Measures).Application.Measure);
        Assert.DoesNotContain(visit.Faults, f => !f.Contains("422", StringComparison.Ordinal));
    }

    private static Task Ready(IPage page) => page.Locator("#builder[data-ready]").WaitForAsync();

    /// <summary>Tabs until the element has the focus, and presses the key that uses it.</summary>
    private static async Task ByKeyboard(IPage page, ILocator target)
    {
        for (int i = 0; i < 300; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                string kind = await target.EvaluateAsync<string>("e => e.type === 'checkbox' ? 'Space' : e.tagName === 'BUTTON' || e.tagName === 'SUMMARY' ? 'Enter' : ''");
                if (kind.Length > 0) await page.Keyboard.PressAsync(kind);
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {target}.");
    }
}
