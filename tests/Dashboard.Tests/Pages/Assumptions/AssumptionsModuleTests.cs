using System.Net;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios.Baseline;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Assumptions;

public class AssumptionsModuleTests
{
    [Fact]
    public async Task Every_figure_of_the_baseline_is_there_and_the_address_searches()
    {
        await using RunningHost host = await RunningHost.Start();
        BaselineFile baseline = host.Services.GetRequiredService<ScenarioLibrary>().Baseline!;
        Assert.Equal(baseline.Figures.Count, (await host.Page("/assumptions")).QuerySelectorAll("table.assumptions tbody tr").Length);
        IDocument found = await host.Page("/assumptions?q=aduana+EXPORTACION&grade=assumption&lang=es");
        Assert.NotEmpty(found.QuerySelectorAll("table.assumptions tbody tr"));
        Assert.All(found.QuerySelectorAll("table.assumptions tbody th"), e => Assert.Contains("aduana", e.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Ninguna cifra coincide", (await host.Page("/assumptions?q=zzz&lang=es")).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task A_figure_of_ones_own_is_used_marked_taken_back_and_undone()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        ScenarioLibrary library = host.Services.GetRequiredService<ScenarioLibrary>();
        await browser.Send("/assumptions/figure", (await Form(host, browser)).With("value", "4 %/year").With("source", "Central Bank").With("date", "2026-03-31"));
        Assert.Equal(0.04, library.Baseline!.Model.Demand.GrowthPerYear);
        Assert.All(library.Folder.Scenarios, s => Assert.Equal(0.04, s.Baseline.Model.Demand.GrowthPerYear));
        Assert.Single((await host.Page("/assumptions?show=own", browser)).QuerySelectorAll("tr.mine"));
        Assert.NotNull((await host.Page("/scenarios", browser)).QuerySelector(".own-figures"));
        Assert.Contains("2024 baseline + 1 figure of your own", (await host.Page("/scenarios/smart-border", browser)).QuerySelector(".answer")!.TextContent);
        await browser.Send("/assumptions/undo", await Form(host, browser));
        Assert.Equal(0.03, library.Baseline!.Model.Demand.GrowthPerYear);
        await browser.Send("/assumptions/figure", (await Form(host, browser)).With("value", "4 %/year").With("source", "Central Bank"));
        await browser.Send("/assumptions/figure", (await Form(host, browser)).With("back", "1"));
        Assert.Equal(0.03, library.Baseline!.Model.Demand.GrowthPerYear);
    }

    [Theory]
    [InlineData("value", "40 %/year", "too high; expected -20 %/year to 20 %/year; nearest valid value: 20 %/year")]
    [InlineData("value", "4", "unit missing")]
    [InlineData("value", "", "a value is missing")]
    [InlineData("source", "", "where it comes from is missing")]
    [InlineData("date", "yesterday", "not well formed")]
    public async Task A_wrong_value_is_said_at_its_field_and_nothing_changes(string field, string value, string said)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage answer = await browser.Send("/assumptions/figure", (await Form(host, browser)).With("value", "4 %/year").With("source", "Central Bank").With(field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, (await RunningHost.Parse(answer)).GetElementById("error-" + field)!.TextContent);
        Assert.Equal(0.03, host.Services.GetRequiredService<ScenarioLibrary>().Baseline!.Model.Demand.GrowthPerYear);
    }

    private static async Task<List<KeyValuePair<string, string>>> Form(RunningHost host, HttpClient browser) => Posting.Fields((await host.Page("/assumptions/figure?path=demand.growth", browser)).QuerySelector("form.figure-form")!);
}
