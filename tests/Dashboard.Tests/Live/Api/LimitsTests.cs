using System.Net;
using CorridorTwin.Dashboard.Live.Api;
using CorridorTwin.Twin.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

public class LimitsTests
{
    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_its_connection_goes_on()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { LargestBody = 10_000 } });
        string good = LiveEvents.Lines(3);
        using var one = new RawClient(host.Address);
        one.Head(host.Key, 20_000);
        one.Send(new string('x', 20_000));
        Assert.Equal(413, await one.Status());
        one.Head(host.Key, good.Length);
        one.Send(good);
        Assert.Equal(200, await one.Status());
        // One that says that it is endless is not listened to.
        using var huge = new RawClient(host.Address);
        huge.Head(host.Key, 1L << 40);
        Assert.Equal(413, await huge.Status());
        using HttpClient client = host.Client(null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync("/api/v1/fork", ApiHost.Body(new string(' ', 70_000), "application/json"))).StatusCode);
        Assert.Equal(3, host.Room.Twin!.Events);
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(60.0, 1_000_000)]
    public async Task A_slow_sender_is_hung_up_on_and_nobody_else_notices(double within, double slowest)
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { BodyWithin = TimeSpan.FromSeconds(within), SlowestBody = slowest, SlowGrace = TimeSpan.FromSeconds(1.1) } });
        using var slow = new RawClient(host.Address);
        slow.Head(host.Key, 1000);
        slow.Send(LiveEvents.Lines(1)[..20]);
        Task<int> status = slow.Status();
        for (int i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await host.Send(LiveEvents.Lines(1, from: i))).StatusCode);
        Assert.False(status.IsCompleted);
        Assert.Equal(408, await status.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(5, host.Room.Twin!.Events);
    }

    [Fact]
    public async Task A_body_that_is_cut_off_is_not_taken()
    {
        await using ApiHost host = await ApiHost.Start();
        string lines = LiveEvents.Lines(2);
        using (var cut = new RawClient(host.Address))
        {
            cut.Head(host.Key, lines.Length + 100);
            cut.Send(lines);
            await Task.Delay(50);
        }
        await host.Send(LiveEvents.Lines(1, from: 7));
        Assert.Equal(1, host.Room.Twin!.Events);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait_and_others_do_not()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { KeyBurst = 5, KeyPerSecond = 1 } });
        string quiet = ApiHost.NewKey(host.Room.Path, "quiet", KeyScope.Ingest);
        var all = new List<HttpResponseMessage>();
        for (int i = 0; i < 12; i++) all.Add(await host.Send(LiveEvents.Lines(1, from: i)));
        Assert.Contains(HttpStatusCode.TooManyRequests, all.Select(a => a.StatusCode));
        Assert.All(all.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests), a => Assert.InRange(a.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10));
        Assert.Equal(HttpStatusCode.OK, (await host.Send(LiveEvents.Lines(1, from: 100), quiet)).StatusCode);
        Assert.Equal(all.Count(a => a.IsSuccessStatusCode) + 1, host.Room.Twin!.Events);
    }

    [Fact]
    public async Task Who_tries_keys_out_has_to_wait()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { WrongKeyBurst = 3 } });
        var all = new List<HttpStatusCode>();
        for (int i = 0; i < 8; i++) all.Add((await host.Send("", $"ctk_000000000000000{i}_x")).StatusCode);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], all[..4]);
        Assert.Equal(HttpStatusCode.OK, (await host.Send(LiveEvents.Lines(1))).StatusCode);
    }

    [Fact]
    public async Task When_all_places_are_taken_others_wait_and_when_too_many_wait_they_are_told_when_to_come_back()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { BodiesAtOnce = 2, BodiesAtOnceOfKey = 1, BodiesWaiting = 1 } });
        string[] keys = [.. Enumerable.Range(0, 4).Select(i => ApiHost.NewKey(host.Room.Path, $"source-{i}", KeyScope.Ingest))];
        string lines = LiveEvents.Lines(1);
        RawClient[] held = [new(host.Address), new(host.Address)];
        foreach ((RawClient client, string key) in held.Zip(keys)) client.Head(key, lines.Length);
        ApiTraffic traffic = host.Running.Services.GetRequiredService<ApiTraffic>();
        await RunningHost.Until(() => traffic.Line == (0, 2));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Send(lines, keys[0])).StatusCode);
        Task<HttpResponseMessage> waits = host.Send(LiveEvents.Lines(1, from: 1), keys[2]);
        await RunningHost.Until(() => traffic.Line == (1, 2));
        HttpResponseMessage full = await host.Send(lines, keys[3]);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (full.StatusCode, full.Headers.RetryAfter is not null));
        Assert.False(waits.IsCompleted);
        foreach (RawClient client in held)
        {
            client.Send(lines);
            Assert.Equal(200, await client.Status());
            client.Dispose();
        }
        Assert.Equal(HttpStatusCode.OK, (await waits).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Send(lines, keys[3])).StatusCode);
    }

    [Fact]
    public async Task Bursts_are_served_or_refused_and_a_good_source_goes_on()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { BodiesAtOnce = 4, BodiesWaiting = 4, KeyBurst = 30, KeyPerSecond = 5 } });
        string noisy = ApiHost.NewKey(host.Room.Path, "noisy", KeyScope.Ingest | KeyScope.Read);
        string good = ApiHost.NewKey(host.Room.Path, "good", KeyScope.Ingest);
        Task<HttpResponseMessage[]> burst = Task.WhenAll(Enumerable.Range(0, 120).Select(i => (i % 4) switch
        {
            0 => host.Send(LiveEvents.Lines(50, plate: $"N{i}-"), noisy),
            1 => host.Send("{\"a\":" + string.Concat(Enumerable.Repeat("[", 10_000)), noisy),
            2 => host.Send(new string('z', 200_000), noisy),
            _ => host.Send("x", "ctk_wrong"),
        }));
        for (int i = 0; i < 20; i++)
        {
            HttpResponseMessage answer = await host.Send(LiveEvents.Lines(5, from: 5 * i), good);
            // A place may not be free just then; a good source comes again, as it is told to.
            for (int again = 0; answer.StatusCode == HttpStatusCode.ServiceUnavailable && again < 50; again++)
            {
                await Task.Delay(50);
                answer = await host.Send(LiveEvents.Lines(5, from: 5 * i), good);
            }
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.All(await burst, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable }));
        Assert.Equal(100, host.Room.Twin!.Figures().Single(f => f.Name == "good").Counters["accepted"]);
    }

    /// <summary>Those who wait for the twin to be opened, or for its state, must not hold the threads that would serve them.</summary>
    [Fact]
    public async Task A_crowd_that_comes_before_the_twin_is_open_is_served()
    {
        string data = Directory.CreateTempSubdirectory("corridor-crowd-").FullName;
        try
        {
            string key;
            await using (ApiHost first = await ApiHost.Start(data: data))
            {
                key = first.Key;
                await first.Send(LiveEvents.Lines(3000));
            }
            await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { KeyBurst = 1000, BodiesAtOnceOfKey = 1000, BodiesWaiting = 1000 } }, data);
            using HttpClient client = host.Client(key);
            HttpResponseMessage[] all = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? client.GetAsync("/api/v1/state") : client.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(1, from: i))))).WaitAsync(TimeSpan.FromSeconds(40));
            Assert.All(all, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
