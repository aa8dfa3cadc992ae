using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Access;
using CorridorTwin.Dashboard.Printing;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Report;

public class ReportModuleTests
{
    private static async Task<string> Text(HttpClient browser, string path) => await (await browser.GetAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    /// <summary>Uploads a report as the page does, and waits for the verdict.</summary>
    private static async Task<IDocument> Verify(RunningHost host, HttpClient browser, byte[] file, string name)
    {
        HttpResponseMessage answer = await Send(browser, file, name);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        IDocument page = await RunningHost.Parse(answer);
        for (int i = 0; i < 600 && page.QuerySelector(".verdict") is null; i++)
        {
            await Task.Delay(100);
            page = await host.Page(path, browser);
        }
        return page;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, byte[] file, string name)
    {
        IDocument form = await RunningHost.Parse(await browser.GetAsync("/report/verify?lang=en"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector($"input[name='{Forgery.Field}']")!.GetAttribute("value")!), Forgery.Field }, { new ByteArrayContent(file), "file", name },
        };
        return await browser.PostAsync("/report/verify?lang=en", content);
    }

    [Fact]
    public async Task Without_a_run_the_page_says_what_to_do()
    {
        await using RunningHost host = await RunningHost.Start();
        IDocument page = await host.Page("/report?lang=en");
        Assert.Equal("There is nothing to report yet.", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/runs/new", StringComparison.Ordinal));
        using HttpClient browser = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/report/file.html")).StatusCode);
    }

    [Fact]
    public async Task A_report_is_made_in_every_form_and_each_bears_the_whole_stamp()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string run = await host.ShortRun(browser);
        string json = await Text(browser, $"/report/file.json?run={run}&lang=en");
        Proof proof = Proof.Read(json, "json");
        string[] stamp = [proof.Stamp.ScenarioHash, proof.Stamp.DataHash, proof.Stamp.Commit, proof.Stamp.Command, "corridor compare advance-declaration perishable-priority --replications 2 --days 1 --warmup-days 1 --seed 7"];
        string html = await Text(browser, $"/report/file.html?run={run}&lang=en");
        string csv = await Text(browser, $"/report/file.csv?run={run}&lang=en");
        IReadOnlyDictionary<string, string> cells = ReportFile.CellsOf(await browser.GetByteArrayAsync($"/report/file.xlsx?run={run}&lang=en"));
        IDocument page = await host.Page($"/report?run={run}&lang=en", browser);
        foreach (string part in stamp)
        {
            Assert.Contains(part, html);
            Assert.Contains(part, csv);
            Assert.Contains(part, json);
            Assert.Contains(part, page.QuerySelector("dl.proof")!.TextContent);
            Assert.Contains(cells, c => c.Key.StartsWith("Report!", StringComparison.Ordinal) && c.Value == part);
        }
        Assert.Equal(html, await Text(browser, $"/report/file.html?run={run}&lang=en"));
        Assert.StartsWith("# Simulation report", csv);
    }

    [Fact]
    public async Task The_page_to_send_on_asks_nothing_of_anyone_and_is_whole_without_script()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string run = await host.ShortRun(browser);
        foreach (string language in new[] { "es", "en" })
        {
            IDocument page = await RunningHost.Parse(await browser.GetAsync($"/report/file.html?run={run}&lang={language}"));
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.QuerySelectorAll("[src], link, form, a[href]"));
            Assert.StartsWith("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
            Assert.Equal(3, page.QuerySelectorAll("figure.chart").Length);
            Assert.All(page.QuerySelectorAll("figure.chart"), f => Assert.NotEmpty(f.QuerySelectorAll("tbody td")));
            Assert.True(page.QuerySelectorAll("table").Length > 8);
            Assert.Contains(page.QuerySelectorAll("script"), s => s.TextContent.Length > 1_000_000);
        }
        // Both languages are of the same figures.
        JsonElement Results(string json) => JsonDocument.Parse(json).RootElement.GetProperty("results");
        Assert.Equal(Results(await Text(browser, $"/report/file.json?run={run}&lang=es")).GetRawText(), Results(await Text(browser, $"/report/file.json?run={run}&lang=en")).GetRawText());
    }

    [Fact]
    public async Task Reports_are_reproduced_though_the_files_they_were_made_from_have_changed()
    {
        string scenarios = Directory.CreateTempSubdirectory("corridor-scenarios-").FullName;
        string data = Directory.CreateTempSubdirectory("corridor-dashboard-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "scenarios"), "*.yaml")) File.Copy(file, Path.Combine(scenarios, Path.GetFileName(file)));
            Directory.CreateDirectory(Path.Combine(scenarios, "data"));
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "scenarios", "data"), "*.csv")) File.Copy(file, Path.Combine(scenarios, "data", Path.GetFileName(file)));
            byte[][] files;
            await using (RunningHost host = await RunningHost.Start(o => o with { Scenarios = scenarios }, data))
            {
                using HttpClient browser = host.Browser();
                string run = await host.ShortRun(browser);
                string baseline = Path.Combine(scenarios, "2024-baseline.yaml");
                File.WriteAllText(baseline, File.ReadAllText(baseline) + "\n# edited afterwards\n");
                File.Delete(Path.Combine(scenarios, "advance-declaration.yaml"));
                files = [.. await Task.WhenAll(new[] { "html", "json", "xlsx" }.Select(k => browser.GetByteArrayAsync($"/report/file.{k}?run={run}&a=advance-declaration&b=perishable-priority&lang=es")))];
            }
            await using RunningHost other = await RunningHost.Start();
            using HttpClient elsewhere = other.Browser();
            foreach (byte[] file in files)
            {
                IDocument page = await Verify(other, elsewhere, file, "report");
                Assert.Equal("Reproduced bit for bit.", page.QuerySelector(".verdict")?.TextContent);
            }
        }
        finally
        {
            Directory.Delete(scenarios, true);
            Directory.Delete(data, true);
        }
    }

    [Fact]
    public async Task A_number_changed_on_the_page_is_found_even_under_a_new_seal()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        string run = await host.ShortRun(browser);
        string html = await Text(browser, $"/report/file.html?run={run}&lang=en");
        string changed = html.Replace("<td class=\"good\">", "<td class=\"good\">9");
        Assert.NotEqual(html, changed);
        IDocument careless = await Verify(host, browser, Encoding.UTF8.GetBytes(changed), "changed.html");
        Assert.Contains("seal", careless.QuerySelector(".findings")!.TextContent);
        IDocument forged = await Verify(host, browser, Encoding.UTF8.GetBytes(Seal.Close(Seal.Open(changed))), "forged.html");
        Assert.Contains("the page, line", forged.QuerySelector(".findings")!.TextContent);
        Assert.Equal("Does not agree: there is 1 difference.", forged.QuerySelector(".verdict")!.TextContent);
    }

    [Fact]
    public async Task A_stopped_run_has_a_report_that_says_so_and_is_reproduced()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        RunQueue queue = host.Services.GetRequiredService<RunQueue>();
        HttpResponseMessage answer = await RunningHost.Post(browser, "/runs/new", "/runs", RunningHost.Short("60"));
        string run = answer.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1];
        await RunningHost.Until(() => queue.Find(run) is { Done: >= 12 });
        queue.Stop(run);
        await RunningHost.Until(() => queue.Find(run) is { IsActive: false });
        Assert.Equal(RunState.Stopped, queue.Find(run)!.State);
        byte[] file = await browser.GetByteArrayAsync($"/report/file.html?run={run}&lang=en");
        Assert.Contains("Provisional: the run had not finished", Encoding.UTF8.GetString(file));
        Assert.Equal("Reproduced bit for bit.", (await Verify(host, browser, file, "partial.html")).QuerySelector(".verdict")?.TextContent);
    }

    [Fact]
    public async Task What_is_no_report_is_refused_with_a_sentence()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser();
        HttpResponseMessage answer = await Send(browser, "%PDF-1.4"u8.ToArray(), "report.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("is not a report that can be verified", (await RunningHost.Parse(answer)).QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/report/verify", new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "x" } })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/report/verify/nothing")).StatusCode);
    }

    [Fact]
    public async Task The_pdf_is_tagged_and_says_its_language()
    {
        await using RunningHost host = await RunningHost.Start();
        if (host.Services.GetRequiredService<Chromium>().Program is null) return;
        using HttpClient browser = host.Browser();
        string run = await host.ShortRun(browser);
        foreach (string language in new[] { "es", "en" })
        {
            string pdf = Encoding.Latin1.GetString(await browser.GetByteArrayAsync($"/report/file.pdf?run={run}&lang={language}"));
            Assert.StartsWith("%PDF-", pdf);
            Assert.Contains("/StructTreeRoot", pdf);
            Assert.Contains($"/Lang ({language})", pdf);
            Assert.Contains("/Outlines", pdf);
            Assert.Contains("/S /Table", pdf);
            Assert.Contains("/S /H1", pdf);
        }
    }
}
