using CorridorTwin.Dashboard.Live;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Live;

public class TwinRoomTests
{
    [Fact]
    public async Task There_is_no_twin_until_something_is_told_and_looking_makes_no_file()
    {
        await using RunningHost host = await RunningHost.Start();
        TwinRoom room = host.Services.GetRequiredService<TwinRoom>();
        Assert.Null(room.Twin);
        Assert.Null(await room.Forecast(new ForecastRequest { Hours = 1, Replications = 2 }));
        Assert.Equal(TwinStanding.Absent, room.Standing);
        Assert.False(File.Exists(room.Path));
        Task<long> changed = room.Changed(room.Version, CancellationToken.None);
        Assert.Equal(2, room.Ingest(LiveEvents.Stream(2), new IngestOptions { Source = "gates" }).Accepted);
        Assert.Equal(TwinStanding.Keeping, room.Standing);
        Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(20)) > 0);
        Assert.Equal(2, room.Twin!.Events);
    }

    [Fact]
    public async Task A_file_that_another_process_writes_is_only_read()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-room-").FullName;
        try
        {
            string path = Path.Combine(folder, "twin.db");
            await using LiveTwin other = LiveTwin.Open(path);
            other.Ingest(LiveEvents.Stream(3), new IngestOptions { Source = "gates" });
            await using RunningHost host = await RunningHost.Start(o => o with { Twin = path });
            TwinRoom room = host.Services.GetRequiredService<TwinRoom>();
            Assert.Equal(3, room.Twin!.Events);
            Assert.True(room.InUse);
            Assert.Contains(path, room.Problem!.Es, StringComparison.Ordinal);
            Assert.Throws<TwinRefusedException>(() => room.Ingest(LiveEvents.Stream(1), new IngestOptions { Source = "gates" }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Whoever_finds_the_file_taken_is_told_where_to_send_instead()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-room-").FullName;
        try
        {
            string path = Path.Combine(folder, "twin.db");
            await using (RunningHost host = await RunningHost.Start(o => o with { Twin = path }))
            {
                host.Services.GetRequiredService<TwinRoom>().Ingest(LiveEvents.Stream(1), new IngestOptions { Source = "gates" });
                InputProblem taken = Assert.Single(Assert.Throws<InputException>(() => LiveTwin.Open(path)).Problems);
                Assert.Equal($"{path}: is kept by the dashboard at {host.Address}: send the events there (POST {host.Address}api/v1/events, with a key of 'corridor twin key add')", taken.Render("en"));
            }
            await using LiveTwin free = LiveTwin.Open(path);
            Assert.Equal("is being written by another process", Assert.Single(Assert.Throws<InputException>(() => LiveTwin.Open(path)).Problems).Message.En);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_told_is_there_again_after_a_restart()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-room-").FullName;
        try
        {
            string hash;
            await using (RunningHost host = await RunningHost.Start(data: folder))
            {
                TwinRoom room = host.Services.GetRequiredService<TwinRoom>();
                room.Ingest(LiveEvents.Stream(50), new IngestOptions { Source = "gates" });
                room.Twin!.Settle();
                hash = room.Twin.State().Hash();
            }
            await using RunningHost again = await RunningHost.Start(data: folder);
            Assert.Equal(hash, again.Services.GetRequiredService<TwinRoom>().Twin!.State().Hash());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Fifty_readers_cost_one_forecast()
    {
        await using RunningHost host = await RunningHost.Start();
        TwinRoom room = host.Services.GetRequiredService<TwinRoom>();
        room.Ingest(LiveEvents.Stream(20), new IngestOptions { Source = "gates" });
        room.Twin!.Settle();
        var request = new ForecastRequest { Hours = 1, Replications = 4 };
        Forecast?[] all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => room.Forecast(request)));
        Assert.Single(all.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Same(all[0], await room.Forecast(request));
        room.Ingest(LiveEvents.Stream(21), new IngestOptions { Source = "gates" });
        room.Twin.Settle();
        Assert.NotSame(all[0], await room.Forecast(request));
    }
}
