using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Pages.Rollouts;
using CorridorTwin.Dashboard.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Rollouts;

/// <summary>The rollout page: what needs no simulation is there at once, the years when the queue has run them.</summary>
public sealed class RolloutsPageTests
{
    private const string Address = "/rollout?rollout=ecfcc&reading=as-printed";

    [Fact]
    public async Task Years_are_simulated_by_the_queue_when_the_reader_says_so_and_shown_in_both_languages()
    {
        string folder = QuickRollout.Folder();
        try
        {
            await using RunningHost host = await RunningHost.Start(o => o with { Scenarios = folder });
            host.Services.GetRequiredService<RolloutRoom>().Replications = 2;
            using HttpClient browser = host.Browser(language: "en");
            IDocument before = await host.Page(Address, browser);
            Assert.Contains("Not simulated yet", before.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("up to 84 simulations", before.Body.TextContent, StringComparison.Ordinal);
            Assert.Equal(10, before.QuerySelectorAll("table.rollout tbody tr").Length);
            Assert.NotEmpty(before.QuerySelectorAll("table.rollout li.slipped .tag"));
            Assert.Contains("6 + 2 + 3 + 3 + 3 + 3 = 20 ≠ 17", before.Body.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rollout/result.xlsx?rollout=ecfcc&reading=as-printed")).StatusCode);

            await RunningHost.Post(browser, Address, "/rollout/run", ("rollout", "ecfcc"), ("reading", "as-printed"));
            RunQueue queue = host.Services.GetRequiredService<RunQueue>();
            await RunningHost.Until(() => queue.All().Any(r => r.Inputs.Study == Study.Rollout && !r.IsActive));
            Assert.Equal(RunState.Done, Assert.Single(queue.All()).State);

            IDocument page = await host.Page(Address, browser);
            Assert.Equal(["years", "causes", "strata"], page.QuerySelectorAll("figure.chart").Select(c => c.Id).Take(3));
            Assert.DoesNotContain("NaN", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("corridor rollout ecfcc --reading as-printed", page.QuerySelector(".stamp code")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Con la estrategia y sin ella", (await host.Page(Address + "&lang=es", browser)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Not simulated yet", (await host.Page("/rollout?rollout=ecfcc&reading=own&lang=en", browser)).Body!.TextContent, StringComparison.Ordinal);
            byte[] book = await browser.GetByteArrayAsync("/rollout/result.xlsx?rollout=ecfcc&reading=as-printed");
            Assert.Equal("PK"u8, book.AsSpan(0, 2));
            Assert.Equal(7, JsonDocument.Parse(await browser.GetStringAsync("/rollout/result.json?rollout=ecfcc&reading=as-printed")).RootElement.GetProperty("years").GetArrayLength());

            // The history has it, and leads back.
            IDocument run = await host.Page($"/runs/{queue.All()[0].Id}", browser);
            Assert.Contains("The strategy year by year", run.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(run.QuerySelectorAll("a.button"), a => a.GetAttribute("href")!.StartsWith("/rollout?", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public async Task Faults_and_no_rollout_at_all_are_told()
    {
        string folder = QuickRollout.Folder(text => text.Replace("as: share-of-programme", "as: share-of-program", StringComparison.Ordinal));
        try
        {
            await using RunningHost host = await RunningHost.Start(o => o with { Scenarios = folder });
            using HttpClient browser = host.Browser(language: "en");
            Assert.Contains("did you mean 'share-of-programme'?", (await host.Page("/rollout", browser)).QuerySelector(".notice.fault")!.TextContent, StringComparison.Ordinal);
            Directory.Delete(Path.Combine(folder, "rollouts"), true);
            Assert.Contains("There is no rollout", (await host.Page("/rollout", browser)).Body!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
