using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Library;
using CorridorTwin.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Scenarios;

public class BuilderModuleTests
{
    [Fact]
    public async Task A_scenario_is_built_without_script()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "es");
        HttpResponseMessage saved = await browser.Send("/scenarios/new", (await Form(host, browser, "/scenarios/new")).With("title-es", "Más ágil").With("u5.on", "1").With("u5.posts", "guasaule", "el-amatillo").With("u5.intensity", "50").With("year", "2030"));
        Assert.Equal("/scenarios/mas-agil?saved=1", saved.RequestMessage!.RequestUri!.PathAndQuery);
        Scenario scenario = host.Services.GetRequiredService<ScenarioLibrary>().Folder.Find("mas-agil").OrThrow();
        Assert.Equal(("Más ágil", "Más ágil", 2030), (scenario.Title.Es, scenario.Title.En, scenario.Year));
        Assert.Equal(("RiskManagement", 0.5), (scenario.Measures.Single().Application.Measure, scenario.Measures.Single().Application.Intensity));
    }

    [Theory]
    [InlineData("u1.intensity", "130", "demasiado alto", "100")]
    [InlineData("u1.p.compliance", "-5", "negativo", "0")]
    [InlineData("year", "2019", "demasiado bajo", "2024")]
    [InlineData("period", "2026-12-02", "es miércoles", "2026-11-30")]
    [InlineData("growth", "abc", "no es un número", null)]
    [InlineData("added", "1,5", "coma en un número", "1.5")]
    [InlineData("title-es", "", "falta el nombre", null)]
    [InlineData("id", "Mal Id", "solo minúsculas", "mal-id")]
    [InlineData("id", "smart-border", "ya hay un escenario", "smart-border-2")]
    [InlineData("extends", "nada", "escenario desconocido", null)]
    public async Task What_is_wrong_is_said_at_its_field_with_the_nearest_valid_value_and_nothing_is_lost(string field, string value, string said, string? nearest)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "es");
        var fields = (await Form(host, browser, "/scenarios/new")).With("title-es", "Prueba").With("u1.on", "1").With(field, value);
        HttpResponseMessage answer = await browser.Send("/scenarios/new", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        IDocument page = await RunningHost.Parse(answer);
        IElement error = page.GetElementById("error-" + field)!;
        Assert.Contains(said, error.TextContent);
        if (nearest is not null) Assert.Contains("más cercano: " + nearest, error.TextContent);
        Assert.Equal(fields.Where(f => f.Key != "forgery-token").Order(Pairs), Posting.Fields(page.QuerySelector("#builder")!).Where(f => f.Key != "forgery-token").Order(Pairs));
        IDocument part = await RunningHost.Parse(await browser.Send("/scenarios/validate", fields));
        Assert.Equal(nearest, part.QuerySelector($".problems [data-field='{field}']")!.GetAttribute("data-nearest"));
    }

    [Fact]
    public async Task A_decimal_comma_is_read_and_shown_where_the_reader_writes_one_and_the_file_has_a_point()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        await browser.GetAsync("/?numbers=comma");
        await browser.Send("/scenarios/new", (await Form(host, browser, "/scenarios/new")).With("title-es", "Coma").With("growth", "2,5"));
        Assert.Contains("growth: 2.5 %/year", await browser.GetStringAsync("/scenarios/coma/yaml"));
        Assert.Equal("2,5", (await host.Page("/scenarios/coma/edit", browser)).QuerySelector("#growth")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Lines_are_added_and_removed_without_script()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        var fields = await Form(host, browser, "/scenarios/new");
        IDocument page = await RunningHost.Parse(await browser.Send("/scenarios/form", fields.With("add", "RiskManagement")));
        Assert.Equal(2, page.QuerySelectorAll("input[value=RiskManagement][type=hidden]").Length);
        page = await RunningHost.Parse(await browser.Send("/scenarios/form", fields.With("add", "disturbance")));
        Assert.NotNull(page.QuerySelector("[name='d0.kind']"));
        page = await RunningHost.Parse(await browser.Send("/scenarios/form", Posting.Fields(page.QuerySelector("#builder")!).With("remove", "0")));
        Assert.Null(page.QuerySelector("[name='d0.kind']"));
    }

    [Fact]
    public async Task A_draft_outlives_the_program_and_a_later_one_of_another_tab_is_not_overwritten_silently()
    {
        string data = Directory.CreateTempSubdirectory("corridor-drafts-").FullName;
        try
        {
            string key;
            await using (RunningHost host = await RunningHost.Start(data: data))
            {
                using HttpClient browser = host.Browser();
                var one = (await Form(host, browser, "/scenarios/new")).With("title-es", "Primera");
                key = one.First(f => f.Key == "draft").Value;
                Assert.Equal(1, await Revision(await browser.Send($"/scenarios/drafts/{key}", one)));
                var other = one.With("title-es", "Otra").With("revision", "1");
                Assert.Equal(2, await Revision(await browser.Send($"/scenarios/drafts/{key}", other)));
                Assert.Equal(HttpStatusCode.Conflict, (await browser.Send($"/scenarios/drafts/{key}", one.With("revision", "1"))).StatusCode);
            }
            await using (RunningHost host = await RunningHost.Start(data: data))
            {
                using HttpClient browser = host.Browser();
                Assert.Equal("Otra", (await host.Page($"/scenarios/new?draft={key}", browser)).QuerySelector("#title-es")!.GetAttribute("value"));
                Assert.Contains("Otra", (await host.Page("/scenarios", browser)).QuerySelector(".drafts")!.TextContent);
                await browser.Send($"/scenarios/drafts/{key}/discard", await Form(host, browser, "/scenarios/new"));
                Assert.Null((await host.Page("/scenarios", browser)).QuerySelector(".drafts"));
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Who_saves_later_from_another_tab_is_told_and_may_decide()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        await browser.Send("/scenarios/new", (await Form(host, browser, "/scenarios/new")).With("title-en", "Shared"));
        var one = await Form(host, browser, "/scenarios/shared/edit");
        await browser.Send("/scenarios/shared/edit", one.With("year", "2027"));
        HttpResponseMessage late = await browser.Send("/scenarios/shared/edit", one.With("year", "2030"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        IDocument page = await RunningHost.Parse(late);
        Assert.Equal("2030", page.QuerySelector("#year")!.GetAttribute("value"));
        Assert.Contains("year: 2027", await browser.GetStringAsync("/scenarios/shared/yaml"));
        string over = page.QuerySelector("button[name=over]")!.GetAttribute("value")!;
        await browser.Send("/scenarios/shared/edit", one.With("year", "2030").With("over", over));
        Assert.Contains("year: 2030", await browser.GetStringAsync("/scenarios/shared/yaml"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'&<>%{{}}")]
    [InlineData("a: b # c\n- d")]
    [InlineData("*x &y !!z")]
    public async Task A_hostile_name_is_only_a_name(string name)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        await browser.Send("/scenarios/new", (await Form(host, browser, "/scenarios/new")).With("title-es", name).With("id", "hostile"));
        Scenario scenario = host.Services.GetRequiredService<ScenarioLibrary>().Folder.Find("hostile").OrThrow();
        Assert.Equal(name, scenario.Title.Es.ReplaceLineEndings("\n"));
        foreach (string path in new[] { "/scenarios", "/scenarios/hostile", "/scenarios/hostile/edit" })
            Assert.DoesNotContain("<script>alert", await browser.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_label_belongs_to_a_field_and_every_id_stands_once(string language)
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page($"/scenarios/new?from=ecfcc-2030&lang={language}");
        string[] ids = [.. page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.DoesNotContain(page.QuerySelectorAll("label[for]").Select(l => l.GetAttribute("for")!), id => page.GetElementById(id) is null);
        Assert.DoesNotContain(page.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')), id => page.GetElementById(id) is null);
    }

    private static readonly Comparer<KeyValuePair<string, string>> Pairs = Comparer<KeyValuePair<string, string>>.Create((a, b) => string.CompareOrdinal(a.Key + "=" + a.Value, b.Key + "=" + b.Value));

    private static async Task<List<KeyValuePair<string, string>>> Form(RunningHost host, HttpClient browser, string path) => Posting.Fields((await host.Page(path, browser)).QuerySelector("#builder")!);

    private static async Task<int> Revision(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("revision").GetInt32();
}
