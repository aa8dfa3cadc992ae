using System.Net;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Runs;

public class RunsTests
{
    [Fact]
    public async Task The_same_inputs_are_one_run_for_two_readers()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient one = host.Browser(follow: false);
        using HttpClient other = host.Browser(follow: false);
        HttpResponseMessage first = await RunningHost.Post(one, "/runs/new", "/runs", RunningHost.Short());
        HttpResponseMessage second = await RunningHost.Post(other, "/runs/new", "/runs", RunningHost.Short());
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(host.Services.GetRequiredService<RunQueue>().All());
    }

    [Fact]
    public async Task A_finished_run_shows_its_changes_its_stamp_and_what_repeats_it()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        string id = await host.ShortRun(browser);
        IDocument page = await host.Page($"/runs/{id}", browser);
        Assert.Equal("done", page.QuerySelector(".tag")?.TextContent);
        Assert.Contains("Advance declaration", page.QuerySelector("table.changes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("corridor compare advance-declaration perishable-priority --replications 2 --days 1 --warmup-days 1 --seed 7", page.QuerySelector(".stamp code")?.TextContent);
        Assert.Contains("All of it is simulated and kept already", (await host.Page($"/runs/new?sent=1&scenario=advance-declaration&replications=2&days=1&warmup=1&seed=7", browser)).QuerySelector(".answer")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stopped_is_kept_and_goes_on()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        RunQueue queue = host.Services.GetRequiredService<RunQueue>();
        HttpResponseMessage asked = await RunningHost.Post(browser, "/runs/new", "/runs", RunningHost.Short("40"));
        string path = asked.RequestMessage!.RequestUri!.AbsolutePath;
        string id = path.Split('/')[^1];
        await RunningHost.Until(() => queue.Find(id) is { Done: >= 6 });
        await RunningHost.Post(browser, path, $"{path}/stop");
        await RunningHost.Until(() => queue.Find(id) is { IsActive: false });
        RunRecord stopped = queue.Find(id)!;
        Assert.Equal(RunState.Stopped, stopped.State);
        Assert.InRange(stopped.Done, 6, stopped.Total - 1);
        Assert.Equal("stopped", (await host.Page(path, browser)).QuerySelector(".tag")?.TextContent);

        await RunningHost.Post(browser, path, $"{path}/resume");
        await RunningHost.Until(() => queue.Find(id) is { State: RunState.Done });
        RunRecord done = queue.Find(id)!;
        Assert.Equal(done.Total, done.Done);
        // Nothing was simulated twice.
        Assert.Equal(done.Total, done.Simulated);
    }

    [Fact]
    public async Task A_run_cut_short_by_the_end_of_the_program_says_so_and_goes_on_where_it_was()
    {
        string data = Directory.CreateTempSubdirectory("corridor-dashboard-").FullName;
        try
        {
            string id;
            int done;
            await using (RunningHost host = await RunningHost.Start(data: data))
            {
                using HttpClient browser = host.Browser();
                HttpResponseMessage asked = await RunningHost.Post(browser, "/runs/new", "/runs", RunningHost.Short("40"));
                id = asked.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1];
                await RunningHost.Until(() => host.Services.GetRequiredService<RunQueue>().Find(id) is { Done: >= 6 });
            }
            await using (RunningHost host = await RunningHost.Start(data: data))
            {
                RunQueue queue = host.Services.GetRequiredService<RunQueue>();
                RunRecord run = queue.Find(id)!;
                Assert.Equal(RunState.Interrupted, run.State);
                done = run.Done;
                Assert.InRange(done, 6, run.Total - 1);
                using HttpClient browser = host.Browser(language: "en");
                Assert.Equal("interrupted", (await host.Page($"/runs/{id}", browser)).QuerySelector(".tag")?.TextContent);
                await RunningHost.Post(browser, $"/runs/{id}", $"/runs/{id}/resume");
                await RunningHost.Until(() => queue.Find(id) is { State: RunState.Done });
                Assert.Equal(run.Total, queue.Find(id)!.Simulated);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_reader_who_follows_a_run_is_told_until_it_ends()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage asked = await RunningHost.Post(browser, "/runs/new", "/runs", RunningHost.Short("6"));
        string events = await browser.GetStringAsync(asked.RequestMessage!.RequestUri!.AbsolutePath + "/events");
        Assert.EndsWith("event: end", events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1].Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("table class=\"changes\"", events, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replications", "1", "A whole number from 2 to 1000 is expected; the nearest is 2.")]
    [InlineData("days", "soon", "A whole number from 1 to 366 is expected.")]
    [InlineData("year", "1999", "A whole number from 2024 to 2040 is expected; the nearest is 2024.")]
    [InlineData("scenario", "smart-bordre", "There is no scenario 'smart-bordre'; did you mean 'smart-border'?")]
    public async Task A_wrong_field_is_named_with_what_is_right_and_the_rest_stays(string field, string value, string expected)
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        HttpResponseMessage answer = await RunningHost.Post(browser, "/runs/new", "/runs", [.. RunningHost.Short().Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        IDocument page = await RunningHost.Parse(answer);
        Assert.Equal(expected, page.QuerySelector(".error")?.TextContent);
        Assert.Equal("7", page.QuerySelector("#seed")?.GetAttribute("value"));
        Assert.Empty(host.Services.GetRequiredService<RunQueue>().All());
    }

    [Fact]
    public async Task Two_runs_differ_in_what_was_asked_differently()
    {
        await using RunningHost host = await RunningHost.Start();
        using HttpClient browser = host.Browser(language: "en");
        string first = await host.ShortRun(browser, "2");
        string second = await host.ShortRun(browser, "3");
        IDocument page = await host.Page($"/runs/diff?run={first}&run={second}", browser);
        IElement row = Assert.Single(page.QuerySelectorAll("main tbody tr"));
        Assert.Equal(["replications", "2", "3"], row.Children.Select(c => c.TextContent));
    }
}
