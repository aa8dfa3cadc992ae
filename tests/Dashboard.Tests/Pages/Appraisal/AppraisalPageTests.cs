using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Pages.Appraisal;
using CorridorTwin.Scenarios.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Appraisal;

/// <summary>The appraisal page: what is missing is said, simulated when asked for, and shown with its tables.</summary>
public sealed class AppraisalPageTests
{
    private static readonly ExperimentOptions Brief = new() { Replications = 2, Days = 2, WarmUpDays = 1 };

    private static async Task<RunningHost> Start(string? scenarios = null)
    {
        RunningHost host = await RunningHost.Start(o => scenarios is null ? o : o with { Scenarios = scenarios });
        host.Services.GetRequiredService<AppraisalRoom>().Options = Brief;
        return host;
    }

    [Fact]
    public async Task A_plan_is_simulated_when_the_reader_says_so_and_shown_in_both_languages()
    {
        await using RunningHost host = await Start();
        using HttpClient browser = host.Browser(language: "en");
        const string Address = "/appraisal?plan=hours-24";
        IDocument before = await host.Page(Address, browser);
        Assert.Contains("Stored: 0 of 16 replications.", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(before.QuerySelectorAll("figure.chart"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/appraisal/annex.xlsx?plan=hours-24")).StatusCode);

        await RunningHost.Post(browser, Address, "/appraisal/run", ("plan", "hours-24"));
        await RunningHost.Until(() => JsonDocument.Parse(browser.GetStringAsync("/appraisal/progress?plan=hours-24").Result).RootElement.GetProperty("ready").GetBoolean());
        IDocument page = await host.Page(Address, browser);
        Assert.Equal(["risk", "composition", "tornado", "who"], page.QuerySelectorAll("figure.chart").Select(c => c.Id));
        foreach (IElement chart in page.QuerySelectorAll("figure.chart"))
        {
            Assert.NotEmpty(chart.QuerySelectorAll("details table tbody tr"));
            using JsonDocument description = JsonDocument.Parse(chart.QuerySelector("script")!.TextContent);
            Assert.NotEqual(0, description.RootElement.GetProperty("data").GetArrayLength());
        }
        Assert.DoesNotContain("NaN", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(15, page.QuerySelectorAll("table.checklist tbody tr").Length);
        Assert.Contains("corridor appraise hours-24", page.QuerySelector(".stamp code")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quién gana y quién paga", (await host.Page(Address + "&lang=es", browser)).Body!.TextContent, StringComparison.Ordinal);

        byte[] annex = await browser.GetByteArrayAsync("/appraisal/annex.xlsx?plan=hours-24");
        Assert.Equal("PK"u8, annex.AsSpan(0, 2));
        JsonElement json = JsonDocument.Parse(await browser.GetStringAsync("/appraisal/result.json?plan=hours-24")).RootElement;
        Assert.Equal(["plan", "rates", "err", "payback", "risk", "stamp"], json.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_plan_with_faults_and_no_plan_at_all_are_told()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.Copy(Path.Combine(Repository.Root, "scenarios", "2024-baseline.yaml"), Path.Combine(folder, "2024-baseline.yaml"));
            await using RunningHost host = await Start(folder);
            using HttpClient browser = host.Browser(language: "en");
            Assert.Equal("There is no plan", (await host.Page("/appraisal", browser)).QuerySelector("h1")!.TextContent);
            Directory.CreateDirectory(Path.Combine(folder, "appraisals"));
            File.WriteAllText(Path.Combine(folder, "appraisals", "bad.yaml"), "id: bad\nwithout: 2024-baseline\nwith: {measures: []}\nlife: -2 years\n");
            string said = (await host.Page("/appraisal", browser)).QuerySelector(".notice.fault")!.TextContent;
            Assert.Contains("life '-2 years': negative", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
