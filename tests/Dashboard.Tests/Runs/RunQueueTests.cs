using System.Diagnostics;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Store;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Runs;

public class RunQueueTests
{
    [Fact]
    public async Task On_a_full_disk_the_run_goes_on_and_says_so()
    {
        await using RunningHost host = await RunningHost.Start();
        using (SqliteConnection open = host.Services.GetRequiredService<ReplicationStore>().Connect())
        {
            // What SQLite meets on a full disk: a write that is refused.
            open.Execute("CREATE TRIGGER full_disk BEFORE INSERT ON replication BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        }
        using HttpClient browser = host.Browser(language: "en");
        string id = await host.ShortRun(browser);
        Assert.Equal(RunState.Done, host.Services.GetRequiredService<RunQueue>().Find(id)!.State);
        var page = await host.Page($"/runs/{id}", browser);
        Assert.Contains("disk is full", page.QuerySelector(".notice.fault")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Advance declaration", page.QuerySelector("table.changes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_dashboard_may_not_take_the_same_directory()
    {
        string data = Directory.CreateTempSubdirectory("corridor-dashboard-").FullName;
        await using (RunningHost host = await RunningHost.Start(data: data))
        {
            var e = await Assert.ThrowsAsync<CorridorTwin.Scenarios.Inputs.InputException>(() => RunningHost.Start(data: data));
            Assert.Contains("another dashboard uses that directory", e.Message, StringComparison.Ordinal);
        }
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_killed_program_loses_nothing_that_was_finished()
    {
        string data = Directory.CreateTempSubdirectory("corridor-dashboard-").FullName;
        try
        {
            string id = await KilledDuringARun(data);
            await using RunningHost host = await RunningHost.Start(data: data);
            RunQueue queue = host.Services.GetRequiredService<RunQueue>();
            RunRecord run = queue.Find(id)!;
            Assert.Equal(RunState.Interrupted, run.State);
            Assert.InRange(run.Done, 1, run.Total - 1);
            (int done, int simulated) = (run.Done, run.Simulated);
            Assert.True(queue.Resume(id));
            await RunningHost.Until(() => queue.Find(id)!.Simulated > simulated);
            run = queue.Find(id)!;
            // What it had finished is at hand and was not simulated again; only its last second had not been counted.
            Assert.InRange(run.Done, done + run.Simulated - simulated, run.Total);
            queue.Stop(id);
            await RunningHost.Until(() => queue.Find(id) is { IsActive: false });
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> KilledDuringARun(string data)
    {
        using Process program = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(Program).Assembly.Location, "--port", "0", "--data", data, "--scenarios", Repository.Scenarios, "--no-pilot"]) { RedirectStandardOutput = true })!;
        try
        {
            string first = await program.StandardOutput.ReadLineAsync() ?? "";
            using var browser = new HttpClient { BaseAddress = new Uri(first[first.IndexOf("http", StringComparison.Ordinal)..].Trim()) };
            HttpResponseMessage asked = await RunningHost.Post(browser, "/runs/new", "/runs", RunningHost.Short("200"));
            string path = asked.RequestMessage!.RequestUri!.AbsolutePath;
            string progress = "0";
            // Past the second at which its progress is kept.
            for (int i = 0; i < 600 && int.Parse(progress, System.Globalization.CultureInfo.InvariantCulture) < 20; i++)
            {
                await Task.Delay(200);
                progress = (await RunningHost.Parse(await browser.GetAsync(path))).QuerySelector("progress")?.GetAttribute("value") ?? "20";
            }
            await Task.Delay(1500);
            return path.Split('/')[^1];
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }
}
