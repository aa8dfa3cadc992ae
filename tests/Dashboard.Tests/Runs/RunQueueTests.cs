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
}
