using System.Diagnostics;
using System.Globalization;
using CorridorTwin.Dashboard.Runs;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CorridorTwin.Browser.Tests;

/// <summary>How fast pages are. They mean something only on a machine that does nothing else, so they are long tests; what they measured is printed.</summary>
[Collection(OneDashboard.Name)]
[Trait("Category", "Long")]
public sealed class SpeedTests(OpenDashboard dashboard, ITestOutputHelper output)
{
    private const int Readers = 50;
    private readonly Dictionary<string, List<double>> byPage = [];
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5), Watched = TimeSpan.FromSeconds(20);

    [BrowserFact]
    public async Task Pages_are_painted_and_drawn_at_once_and_weigh_little()
    {
        foreach (string path in dashboard.Pages)
        {
            // The first visit compiles the server's code and is not a reader's usual one.
            await using (await dashboard.Open(path, new Look())) { }
            var visits = new List<(double Painted, double Drawn, double Megabytes)>();
            for (int i = 0; i < 3; i++) visits.Add(await Visited(path));
            double painted = visits.Select(v => v.Painted).Order().ElementAt(1), drawn = visits.Select(v => v.Drawn).Order().ElementAt(1), megabytes = visits.Max(v => v.Megabytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: painted {painted:0.00} s, drawn {drawn:0.00} s (medians of 3 visits), {megabytes:0.00} MB"));
            Assert.True(painted < 0.5 && drawn < 1.5 && megabytes < 0.7, path);
        }
    }

    /// <summary>One visit with an empty cache.</summary>
    private async Task<(double Painted, double Drawn, double Megabytes)> Visited(string path)
    {
        await using Visit visit = await dashboard.Open("about:blank", new Look());
        var received = new List<Task<RequestSizesResult>>();
        visit.Page.RequestFinished += (_, request) => received.Add(request.SizesAsync());
        var watch = Stopwatch.StartNew();
        await visit.Page.GotoAsync(path);
        // A chart is drawn when it comes into view.
        if (await visit.Page.Locator("figure.chart").CountAsync() > 0)
        {
            await visit.Page.Locator("figure.chart").First.ScrollIntoViewIfNeededAsync();
            await visit.Page.Locator("figure.chart[data-ready]").First.WaitForAsync();
        }
        double drawn = watch.Elapsed.TotalSeconds;
        await visit.Page.WaitForFunctionAsync("performance.getEntriesByName('first-contentful-paint').length > 0");
        double painted = await visit.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000;
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (painted, drawn, (await Task.WhenAll(received)).Sum(s => (double)s.ResponseBodySize + s.ResponseHeadersSize) / 1e6);
    }

    [BrowserFact]
    public async Task The_slider_keeps_thirty_frames_a_second()
    {
        await using Visit visit = await dashboard.Open("/corridor?scenario=smart-border&day=2&t=08:20&rep=0", new Look());
        await visit.Page.Locator("[data-island=corridor][data-ready]").WaitForAsync(new() { Timeout = 120_000 });
        double seconds = await visit.Page.EvaluateAsync<double>("""
            () => new Promise(done => {
              const slider = document.querySelector(".scrub input[type=range]");
              let n = 0, begun = 0;
              const tick = now => {
                if (n === 0) begun = now;
                if (n++ === 150) return done((now - begun) / 1000);
                slider.value = String((n * 7) % 288);
                slider.dispatchEvent(new Event("input"));
                requestAnimationFrame(tick);
              };
              requestAnimationFrame(tick);
            })
            """);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{150 / seconds:0} frames a second"));
        Assert.True(150 / seconds >= 30);
    }

    [BrowserFact]
    public async Task Fifty_readers_wait_little_and_hold_a_run_up_little()
    {
        RunRecord shown = dashboard.Queue.Find(dashboard.Run)!;
        string run = dashboard.Queue.Ask(shown.Inputs with { Replications = 5000, Days = 28, WarmUpDays = 28, Seed = 99 }, RunKind.Asked).Id;
        while (dashboard.Queue.Find(run)!.Simulated < 10) await Task.Delay(100);
        double alone = await Pace(run, Watched);
        var waits = new List<double>();
        using var ends = new CancellationTokenSource();
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(i => Task.Run(() => Read(i, waits, ends.Token)))];
        double together = await Pace(run, Watched);
        await ends.CancelAsync();
        await Task.WhenAll(readers);
        dashboard.Queue.Stop(run);
        waits.Sort();
        double p95 = waits[(int)(0.95 * waits.Count)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waits.Count} pages for {Readers} readers: median {waits[waits.Count / 2] * 1000:0} ms, 95th percentile {p95 * 1000:0} ms; simulations a second {alone:0.00} alone, {together:0.00} with readers ({100 * (1 - together / alone):0} % slower)"));
        foreach ((string page, List<double> each) in byPage) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}: {each.Average() * 1000:0} ms on average, {each.Max() * 1000:0} at most"));
        Assert.True(p95 < 0.3 && together > 0.85 * alone);
    }

    private async Task<double> Pace(string run, TimeSpan time)
    {
        (int before, var watch) = (dashboard.Queue.Find(run)!.Simulated, Stopwatch.StartNew());
        await Task.Delay(time);
        return (dashboard.Queue.Find(run)!.Simulated - before) / watch.Elapsed.TotalSeconds;
    }

    private async Task Read(int number, List<double> waits, CancellationToken ends)
    {
        using var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) };
        string[] pages = [.. dashboard.Pages];
        lock (byPage) foreach (string page in pages) byPage.TryAdd(page, []);
        for (int k = number; !ends.IsCancellationRequested; k++)
        {
            // Readers do not all begin at once; each looks at a page for five seconds on average.
            await Task.Delay(Reading * Random.Shared.NextDouble() * 2, CancellationToken.None);
            var watch = Stopwatch.StartNew();
            using HttpResponseMessage answer = await client.GetAsync(pages[k % pages.Length]);
            answer.EnsureSuccessStatusCode();
            lock (waits) waits.Add(watch.Elapsed.TotalSeconds);
            lock (byPage) byPage[pages[k % pages.Length]].Add(watch.Elapsed.TotalSeconds);
        }
    }
}
