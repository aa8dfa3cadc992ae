using System.Net;
using System.Text;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Access;
using CorridorTwin.Dashboard.Pages.Reality;
using CorridorTwin.Scenarios.Baseline;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Reality;

public class RealityModuleTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "scenarios", "data", "studies", RealityModule.Sample);

    private static async Task<HttpResponseMessage> Send(HttpClient browser, byte[] file, string name, string language = "en")
    {
        IDocument form = await RunningHost.Parse(await browser.GetAsync("/model-and-reality?lang=en"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector($"input[name='{Forgery.Field}']")!.GetAttribute("value")!), Forgery.Field }, { new ByteArrayContent(file), "file", name },
        };
        return await browser.PostAsync($"/model-and-reality?lang={language}", content);
    }

    [Fact]
    public async Task Without_a_study_the_page_says_what_to_do_and_offers_a_sample()
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page("/model-and-reality?lang=es");
        Assert.Equal("Modelo y realidad", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("muestra (simulado)", page.QuerySelector(".empty button")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/model-and-reality/sample?lang=es", page.QuerySelector(".empty form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_study_is_read_judged_charted_and_its_verdicts_can_be_carried_off()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string[] lines = File.ReadAllLines(Sample);
        lines[5] = lines[5].Replace("guasaule", "gausaule", StringComparison.Ordinal);
        HttpResponseMessage answer = await Send(browser, Encoding.UTF8.GetBytes(string.Join('\n', lines)), "semana 2.csv");
        string path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        StudyCheck check = host.Services.GetRequiredService<StudyRoom>().Find(path.Split('/')[^1])!;
        await RunningHost.Until(() => !check.IsActive);
        Assert.Null(check.Ended);

        IDocument page = await host.Page($"{path}?lang=en", browser);
        Assert.Contains("SIMULATED", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(13, page.QuerySelectorAll("table caption").Single(c => c.TextContent == "Guasaule").ParentElement!.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["quantiles-N2S", "quantiles-S2N", "bands", "drift"], page.QuerySelectorAll("figure.chart").Select(f => f.Id!));
        Assert.Contains("Drift, Guasaule: ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Every chart has its numbers in a table.
        Assert.Equal(6 * 19, page.QuerySelectorAll("#quantiles-N2S tbody tr").Length);
        Assert.Contains("1 rejected", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["6", "post", "gausaule", "unknown; 'guasaule'?"], page.QuerySelectorAll("details[open] tbody tr").Single().Children.Select(c => c.TextContent));
        Assert.Contains("6,post,gausaule,unknown", await browser.GetStringAsync($"{path}/file.rejected.csv"), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await browser.GetByteArrayAsync($"{path}/file.xlsx"))[..2]);

        string carried = Path.Combine(Directory.CreateTempSubdirectory("carried-").FullName, "baseline.yaml");
        File.WriteAllText(carried, await browser.GetStringAsync($"{path}/file.yaml"));
        CarriedValidation validation = BaselineFile.Load(carried).OrThrow().Validation!;
        Directory.Delete(Path.GetDirectoryName(carried)!, true);
        Assert.Equal(("semana 2.csv", true, 13), (validation.Study, validation.Simulated, validation.Verdicts.Count));
        Assert.Contains(path, (await host.Page("/model-and-reality", browser)).QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_study_whose_columns_are_not_known_is_refused_and_can_be_mapped()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        HttpResponseMessage answer = await Send(browser, "Sitio,Estado,operasion,llegada,salida\nGuasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00\n"u8.ToArray(), "mine.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        IDocument page = await RunningHost.Parse(answer);
        Assert.Contains("mine.csv:1: post: column missing", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("operasion", page.QuerySelector("#map-operation option[selected]")!.TextContent);
        string action = page.QuerySelector("form[action*='/mapping']")!.GetAttribute("action")!, path = action[..action.LastIndexOf("/mapping", StringComparison.Ordinal)];
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        List<KeyValuePair<string, string>> fields = Posting.Fields(page.QuerySelector("form[action*='/mapping']")!).With("post", "Sitio").With("side", "Estado");
        HttpResponseMessage read = await browser.Send($"{path}/mapping?lang=en", fields);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        host.Services.GetRequiredService<StudyRoom>().Find(path.Split('/')[^1])!.Cancellation.Cancel();
        Assert.Contains("1 rows used", (await RunningHost.Parse(read)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_hears_the_limit_and_the_way_for_larger_studies()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        foreach ((string language, string limit) in new[] { ("en", "at most 5 MB"), ("es", "como máximo 5 MB") })
        {
            Assert.Contains(language == "en" ? "up to 5 MB" : "hasta 5 MB", (await host.Page($"/model-and-reality?lang={language}", browser)).QuerySelector("#file-hint")!.TextContent, StringComparison.Ordinal);
            HttpResponseMessage answer = await Send(browser, new byte[6_000_000], "study.csv", language);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            string said = await answer.Content.ReadAsStringAsync();
            Assert.Contains(limit, said, StringComparison.Ordinal);
            Assert.Contains("corridor validate --data", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_study_no_form_of_ours_or_not_there_is_turned_away()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        HttpResponseMessage answer = await Send(browser, "%PDF-1.4\0"u8.ToArray(), "study.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("neither text nor a spreadsheet", (await RunningHost.Parse(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/model-and-reality", new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "x" } })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/model-and-reality/nothing")).StatusCode);
    }
}
