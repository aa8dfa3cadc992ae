using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace CorridorTwin.Dashboard.Tests.Pages.Scenarios;

public class ScenariosModuleTests
{
    private const string Own = "id: mine\ntitle: {es: Mío, en: Mine}\nextends: advance-declaration\n# kept as written\nyear: 2030\n";

    [Fact]
    public async Task The_library_shows_every_shipped_scenario_with_its_sentence_and_says_what_to_do_first()
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page("/scenarios?lang=en");
        Assert.Equal(16, page.QuerySelectorAll("article.card").Length);
        Assert.Contains("2024 baseline: advance declaration at all five posts.", page.QuerySelectorAll(".card .sentence").Select(e => e.TextContent));
        Assert.Contains("You have none yet", page.QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task A_scenarios_page_says_mechanism_evidence_and_where_it_changes_nothing()
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page("/scenarios/advance-declaration?lang=en");
        string text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("More trucks arrive with their declaration already lodged", text);
        Assert.Contains("Where it changes nothing, and why", text);
        Assert.NotEmpty(page.QuerySelectorAll("table.changes tbody tr"));
        Assert.Equal(3, page.QuerySelectorAll(".measure-part tbody tr").Length);
    }

    [Fact]
    public async Task An_imported_file_is_kept_as_written_exported_deleted_and_brought_back()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        Assert.EndsWith("/scenarios/mine?saved=1", (await Import(host, browser, Own)).RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(Own, await browser.GetStringAsync("/scenarios/mine/yaml"));
        HttpResponseMessage gone = await browser.Send("/scenarios/mine/delete", [await Token(host, browser)]);
        Assert.Equal("/scenarios?deleted=mine", gone.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/scenarios/mine")).StatusCode);
        await browser.Send("/scenarios/mine/restore", [await Token(host, browser)]);
        Assert.Equal(Own, await browser.GetStringAsync("/scenarios/mine/yaml"));
    }

    [Fact]
    public async Task A_file_whose_id_is_taken_opens_as_a_copy_and_touches_nothing()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage answer = await Import(host, browser, Own.Replace("id: mine", "id: smart-border", StringComparison.Ordinal));
        IDocument page = await RunningHost.Parse(answer);
        Assert.Equal("smart-border-2", page.QuerySelector("#id")!.GetAttribute("value"));
        Assert.Contains("Automatic reading of vehicles", await browser.GetStringAsync("/scenarios/smart-border/yaml"));
    }

    [Theory]
    [InlineData("id: mine\ntitle: {es: x, en: x}\nextends: nowhere\n", "mine.yaml:3: extends 'nowhere': no such scenario")]
    [InlineData("id: mine\ntitle: {es: x, en: x}\nextends: 2024-baseline\nmeasures: [{measure: SmartBorde}]\n", "mine.yaml:4: measures[0].measure 'SmartBorde': no such measure")]
    [InlineData("\tid: mine\n", "mine.yaml:1: indented with a tab; use spaces")]
    [InlineData("", "Choose a file first.")]
    [InlineData("id: ../../etc\ntitle: {es: x, en: x}\nextends: 2024-baseline\n", "id '../../etc': not well formed")]
    [InlineData("id: own-figures\ntitle: {es: x, en: x}\nextends: 2024-baseline\n", "only small letters")]
    [InlineData("id: con\ntitle: {es: x, en: x}\nextends: 2024-baseline\n", "only small letters")]
    [InlineData("[1, 2]", "not a scenario")]
    [InlineData("id: x\nposts: {}\n", "a baseline, not a scenario")]
    public async Task A_wrong_file_is_refused_in_the_readers_own_words(string text, string said)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage answer = await Import(host, browser, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, (await RunningHost.Parse(answer)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Bombs_and_depths_end_in_one_line()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) bomb.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        foreach (string text in new[] { bomb.ToString(), new string('[', 5000), "a: " + new string('{', 400) })
        {
            HttpResponseMessage answer = await Import(host, browser, text);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Single((await RunningHost.Parse(answer)).QuerySelectorAll("[role=alert] li"));
        }
    }

    [Theory]
    [InlineData("/scenarios/advance-declaration/delete")]
    [InlineData("/scenarios/nobody/delete")]
    [InlineData("/scenarios/..%2f..%2fetc%2fpasswd/delete")]
    [InlineData("/scenarios/nobody/restore")]
    public async Task What_is_not_the_readers_cannot_be_taken_away(string path)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(path, [await Token(host, browser)])).StatusCode);
        Assert.True(File.Exists(Path.Combine(Repository.Scenarios, "advance-declaration.yaml")));
    }

    [Theory]
    [InlineData("/scenarios/new")]
    [InlineData("/scenarios/form")]
    [InlineData("/scenarios/validate")]
    [InlineData("/scenarios/import")]
    [InlineData("/scenarios/drafts/0123456789ab")]
    [InlineData("/assumptions/figure")]
    [InlineData("/assumptions/undo")]
    public async Task Posts_of_elsewhere_are_turned_away(string path)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(path, [new("title-es", "x")])).StatusCode);
    }

    private static async Task<KeyValuePair<string, string>> Token(RunningHost host, HttpClient browser) =>
        new("forgery-token", (await host.Page("/scenarios", browser)).QuerySelector("input[name=forgery-token]")!.GetAttribute("value")!);

    private static async Task<HttpResponseMessage> Import(RunningHost host, HttpClient browser, string text) =>
        await browser.PostAsync("/scenarios/import", new MultipartFormDataContent { { new StringContent((await Token(host, browser)).Value), "forgery-token" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "mine.yaml" } });
}
