using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Runs;

/// <summary>What lies behind a change: asked for from a comparison, run like any run, shown with it.</summary>
public sealed partial class StudiesTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("corridor-studies-").FullName;
    private RunningHost host = null!;
    private HttpClient browser = null!;
    private string run = "";

    private RunQueue Queue => host.Services.GetRequiredService<RunQueue>();

    public async Task InitializeAsync()
    {
        host = await RunningHost.Start(data: data);
        browser = host.Browser(language: "en");
        HttpResponseMessage answer = await RunningHost.Post(browser, "/runs/new", "/runs", ("sent", "1"), ("scenario", "six-measures"), ("replications", "2"), ("days", "1"), ("warmup", "1"), ("seed", "7"), ("year", ""));
        run = answer.RequestMessage!.RequestUri!.Segments[^1];
        await RunningHost.Until(() => Queue.Find(run) is { IsActive: false });
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Shares_stand_on_the_comparison_and_add_up_to_the_printed_total()
    {
        string study = await Ask(Study.Attribution);
        Assert.Equal(study, await Ask(Study.Attribution)); // The same question is the same run.
        Shares(await host.Page(Comparison, browser));
        Assert.Contains("What each measure of six-measures brings", (await host.Page("/runs", browser)).Body!.TextContent, StringComparison.Ordinal);
        // A study is no comparison, and is offered nowhere as one.
        Assert.DoesNotContain(study, (await host.Page("/compare", browser)).Body!.InnerHtml, StringComparison.Ordinal);

        // After a restart it is read from the store, and nothing is simulated.
        await host.DisposeAsync();
        host = await RunningHost.Start(data: data);
        browser = host.Browser(language: "en");
        Shares(await host.Page(Comparison, browser));
        Assert.Contains("Advance declaration contributes", (await host.Page($"/runs/{study}", browser)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_change_hangs_on_orders_the_assumptions()
    {
        Assert.Empty((await host.Page("/assumptions", browser)).QuerySelectorAll("#ranked table"));
        await Ask(Study.Sensitivity);
        IDocument page = await host.Page(Comparison, browser);
        string[] widest = [.. page.QuerySelectorAll("#tornado table tbody tr th").Select(h => h.TextContent)];
        Assert.InRange(widest.Length, 2, 8);
        IDocument assumptions = await host.Page("/assumptions?by=six-measures", browser);
        string[] ranked = [.. assumptions.QuerySelectorAll("#ranked tbody tr th").Select(h => h.TextContent)];
        Assert.Equal(widest, ranked[..widest.Length]);
        // The link of the first one that is a figure leads to the form for a value of one's own.
        string figure = assumptions.QuerySelector("#ranked tbody a")!.GetAttribute("href")!;
        Assert.NotNull((await host.Page(figure, browser)).QuerySelector("form.figure-form"));
        Assert.Contains("De qué depende", (await host.Page($"{Comparison}&lang=es", browser)).QuerySelector("#behind")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "six-measures", "Attribution", HttpStatusCode.NotFound)]
    [InlineData(null, "smart-border", "Attribution", HttpStatusCode.NotFound)]
    [InlineData(null, "six-measures", "Comparison", HttpStatusCode.BadRequest)]
    [InlineData(null, "six-measures", "9", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_asked_is_refused(string? of, string scenario, string study, HttpStatusCode expected) =>
        Assert.Equal(expected, (await RunningHost.Post(browser, Comparison, "/compare/study", ("run", of ?? run), ("scenario", scenario), ("study", study))).StatusCode);

    private string Comparison => $"/compare?run={run}&b=six-measures";

    private async Task<string> Ask(Study study)
    {
        HttpResponseMessage answer = await RunningHost.Post(browser, Queue.All().Count == 1 ? Comparison : "/runs/new", "/compare/study", ("run", run), ("scenario", "six-measures"), ("study", $"{study}"));
        string id = answer.RequestMessage!.RequestUri!.Segments[^1];
        await RunningHost.Until(() => Queue.Find(id) is { IsActive: false });
        Assert.Equal(RunState.Done, Queue.Find(id)!.State);
        return id;
    }

    private static void Shares(IDocument page)
    {
        string[] shares = [.. page.QuerySelectorAll("#waterfall table tbody tr td:nth-child(2)").Select(c => Mean().Match(c.TextContent.Replace('−', '-')).Value)];
        decimal[] values = [.. shares.Select(s => decimal.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(7, values.Length);
        Assert.Equal(values[^1], values[..^1].Sum());
        Assert.Contains("Advance declaration contributes", page.QuerySelector("#behind")!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[+-]?\d+(\.\d+)?")]
    private static partial Regex Mean();
}
