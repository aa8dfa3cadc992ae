using System.Text.Json;
using AngleSharp.Dom;

namespace CorridorTwin.Dashboard.Tests.Pages;

/// <summary>The pages that show results, over one short run.</summary>
public sealed class ResultPagesTests : IAsyncLifetime
{
    private RunningHost host = null!;
    private HttpClient browser = null!;
    private string run = "";

    public async Task InitializeAsync()
    {
        host = await RunningHost.Start();
        browser = host.Browser(language: "en");
        run = await host.ShortRun(browser, "3");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_comparison_answers_in_words_and_every_chart_has_its_table()
    {
        foreach (string path in new[] { $"/compare?run={run}", $"/compare?run={run}&a=advance-declaration&b=perishable-priority", $"/indicators?run={run}&cell=penas-blancas.CR.I2" })
        {
            IDocument page = await host.Page(path, browser);
            Assert.NotEmpty(page.QuerySelectorAll("figure.chart"));
            foreach (IElement chart in page.QuerySelectorAll("figure.chart"))
            {
                Assert.NotEmpty(chart.QuerySelectorAll("details table tbody tr"));
                using JsonDocument description = JsonDocument.Parse(chart.QuerySelector("script")!.TextContent);
                Assert.NotEqual(0, description.RootElement.GetProperty("data").GetArrayLength());
            }
            Assert.DoesNotContain("NaN", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(".stamp code"));
        }
        Assert.Contains("Against '2024 baseline'", (await host.Page($"/compare?run={run}", browser)).QuerySelector(".answer")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_a_comparison_round_turns_its_signs()
    {
        IDocument there = await host.Page($"/compare?run={run}&a=2024-baseline&b=advance-declaration", browser);
        IDocument back = await host.Page($"/compare?run={run}&a=advance-declaration&b=2024-baseline", browser);
        static string Mean(IDocument page) => page.QuerySelectorAll("section ~ .scroll table tbody td, main > .scroll table tbody td").First().TextContent;
        static string Turned(string change) => change.StartsWith('−') ? "+" + change[1..] : "−" + change.TrimStart('+');
        Assert.Equal(Turned(Mean(there)), Mean(back));
    }

    [Fact]
    public async Task The_parts_of_the_time_split_add_up()
    {
        IDocument page = await host.Page($"/compare?run={run}", browser);
        foreach (IElement row in page.QuerySelectorAll("#split tbody tr"))
        {
            double[] cells = [.. row.QuerySelectorAll("td").Select(c => double.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
            Assert.InRange(cells[..^1].Sum() - cells[^1], -0.04, 0.04);
        }
    }

    [Fact]
    public async Task Table_2_has_every_post_country_and_operation_and_each_opens()
    {
        IDocument page = await host.Page($"/indicators?run={run}", browser);
        Assert.Equal(10, page.QuerySelectorAll("table.cells tbody tr:not(.part)").Length);
        IElement[] links = [.. page.QuerySelectorAll("table.cells td a")];
        Assert.InRange(links.Length, 50, 60);
        IDocument open = await host.Page(links[0].GetAttribute("href")!, browser);
        Assert.NotNull(open.QuerySelector("#cell dl"));
        Assert.Equal("true", open.QuerySelectorAll("table.cells td a")[0].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_headline_is_the_ratio_of_sums_over_all_operations()
    {
        // The same number stands on the first line of the levels of the comparison.
        string big = (await host.Page($"/indicators?run={run}", browser)).QuerySelector(".headline .big")!.TextContent;
        IDocument compare = await host.Page($"/compare?run={run}", browser);
        IElement levels = compare.QuerySelectorAll("h2").First(h => h.TextContent == "Levels").NextElementSibling!;
        Assert.Equal(big.Replace(" h", "", StringComparison.Ordinal).Trim(), levels.QuerySelector("tbody td")!.TextContent);
    }
}
