using AngleSharp.Dom;

namespace CorridorTwin.Dashboard.Tests.Language;

public class ReaderTests
{
    [Theory]
    [InlineData("", "es")]
    [InlineData("en-GB,en;q=0.9,es;q=0.5", "en")]
    [InlineData("pt-BR,es-CR;q=0.8,en;q=0.7", "es")]
    [InlineData("fr", "es")]
    public async Task The_browser_says_which_language(string accepts, string expected)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: accepts);
        Assert.Equal(expected, (await host.Page("/", browser)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_numbers_and_colours_are_three_settings_and_remembered()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "es");
        await browser.GetAsync("/?lang=en&numbers=comma&theme=dark");
        IElement root = (await host.Page("/runs", browser)).DocumentElement;
        Assert.Equal(("en", "comma", "dark"), (root.GetAttribute("lang"), root.GetAttribute("data-numbers"), root.GetAttribute("data-theme")));
    }

    [Fact]
    public async Task Costa_Rica_reads_a_decimal_comma_in_either_language()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string id = await host.ShortRun(browser);
        foreach (string language in new[] { "es", "en" })
        {
            IDocument point = await host.Page($"/compare?run={id}&lang={language}&numbers=point", browser);
            IDocument comma = await host.Page($"/compare?run={id}&lang={language}&numbers=comma", browser);
            string[] with = [.. point.QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
            Assert.Contains(with, c => c.Contains('.', StringComparison.Ordinal));
            Assert.Equal(with.Select(c => c.Replace('.', ',')), comma.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        }
    }
}
