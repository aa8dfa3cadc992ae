using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Pages.Rollouts;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Dashboard.Tests.Pages.Rollouts;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Evidence;

/// <summary>The briefing and the indicators of the official years: asked for with a button, run by the queue, shown in both languages.</summary>
public sealed class EvidencePageTests
{
    [Fact]
    public async Task One_click_makes_the_briefing_and_another_the_indicators()
    {
        string folder = QuickRollout.Folder();
        try
        {
            await using RunningHost host = await RunningHost.Start(o => o with { Scenarios = folder });
            host.Services.GetRequiredService<RolloutRoom>().Replications = 2;
            using HttpClient browser = host.Browser(language: "en");
            RunQueue queue = host.Services.GetRequiredService<RunQueue>();
            Assert.Contains("Make the briefing", (await host.Page("/evidence", browser)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/evidence/result.xlsx")).StatusCode);
            await Run("/evidence", Study.Evidence);
            IDocument page = await host.Page("/evidence", browser);
            Assert.Equal("abcdefghijklmnopqr", string.Concat(page.QuerySelectorAll("section.answer").Select(s => s.Id)));
            Assert.Equal(5, page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Length);
            Assert.DoesNotContain("NaN", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("corridor evidence ecfcc", page.QuerySelector(".stamp code")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Las dieciocho preguntas", (await host.Page("/evidence?lang=es", browser)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(18, JsonDocument.Parse(await browser.GetStringAsync("/evidence/result.json")).RootElement.GetProperty("questions").GetArrayLength());

            await Run("/indicators/years", Study.Rollout);
            IDocument years = await host.Page("/indicators/years", browser);
            Assert.Equal(5, years.QuerySelectorAll("details > summary[translate=no]").Length);
            Assert.Equal(7, years.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length);
            Assert.Equal(["hours-N2S", "cost-N2S", "hours-S2N", "cost-S2N"], years.QuerySelectorAll("figure.chart").Select(c => c.Id));
            Assert.DoesNotContain("NaN", years.Body!.TextContent, StringComparison.Ordinal);
            byte[] book = await browser.GetByteArrayAsync("/indicators/years/result.xlsx");
            Assert.Equal("PK"u8, book.AsSpan(0, 2));
            // The rollout's own page needs no run of its own.
            Assert.NotEmpty((await host.Page("/rollout", browser)).QuerySelectorAll("figure.chart#years"));

            async Task Run(string address, Study study)
            {
                await RunningHost.Post(browser, address, address + "/run", ("rollout", "ecfcc"), ("reading", "as-printed"));
                await RunningHost.Until(() => queue.All().Any(r => r.Inputs.Study == study && r.State == RunState.Done));
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
