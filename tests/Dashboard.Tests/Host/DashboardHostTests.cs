using System.Net;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Navigation;

namespace CorridorTwin.Dashboard.Tests.Host;

public class DashboardHostTests
{
    [Fact]
    public async Task Every_page_of_the_navigation_answers_in_both_languages()
    {
        await using RunningHost host = await RunningHost.Start();
        foreach (PageLink link in PageModules.Links)
            foreach (string language in new[] { "es", "en" })
            {
                IDocument page = await host.Page($"{link.Path}?lang={language}");
                Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
                Assert.Equal(link.Title.In(language), page.QuerySelector("nav.pages [aria-current=page]")?.TextContent);
                Assert.NotNull(page.QuerySelector("main h1"));
            }
    }

    [Fact]
    public async Task Styles_and_scripts_are_served_whole_also_compressed()
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page("/");
        using HttpClient browser = host.Browser();
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        foreach (string path in page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            HttpResponseMessage answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_the_readers_language()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage answer = await browser.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("There is no page here.", (await RunningHost.Parse(answer)).QuerySelector("main h1")?.TextContent);
    }
}
