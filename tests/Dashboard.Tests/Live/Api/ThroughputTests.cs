using System.Diagnostics;
using System.Globalization;
using System.Text;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Keys;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

/// <summary>How fast events are taken through HTTP, beside the same events taken without it, and how long readers wait meanwhile.</summary>
public class ThroughputTests
{
    private const int Size = 4096;

    [Fact]
    [Trait("Category", "Long")]
    public async Task Http_costs_little_beside_the_disk()
    {
        byte[][] bodies = Day();
        int events = bodies.Sum(b => b.Count(c => c == '\n'));
        double alone = await Alone(bodies);
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { KeyBurst = 100_000, AddressBurst = 100_000 } });
        using HttpClient client = host.Client(host.Key), reader = host.Client(null);
        List<double> waited = [], estimated = [];
        using var end = new CancellationTokenSource();
        Task reading = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                long began = Stopwatch.GetTimestamp();
                bool estimate = waited.Count > 2 * estimated.Count;
                (await reader.GetAsync(estimate ? "/api/v1/state" : "/api/v1/state?estimate=false")).EnsureSuccessStatusCode();
                (estimate ? estimated : waited).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(20);
            }
        });
        var clock = Stopwatch.StartNew();
        foreach (byte[] body in bodies) Assert.Empty((await ApiHost.Json(await client.PostAsync("/api/v1/events", ApiHost.Body(body))))["refused"]!.AsObject());
        double through = events / clock.Elapsed.TotalSeconds;
        await end.CancelAsync();
        await reading;
        Assert.Equal(events, host.Room.Twin!.Events);
        string[] names = [.. Enumerable.Range(0, 200).Select(i => $"small-{i}")];
        string small = ApiHost.NewKey(host.Room.Path, "small", KeyScope.Ingest);
        using HttpClient one = host.Client(small);
        clock.Restart();
        foreach (string name in names) Assert.True((await one.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(1, plate: name)))).IsSuccessStatusCode);
        double single = names.Length / clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"HTTP ingest: {through:N0} events/s durably in bodies of {Size} (without HTTP {alone:N0}); one event a request {single:N0}/s; state queries meanwhile: {Told(waited)}; with lines estimated: {Told(estimated)}"));
        Assert.True(through > alone / 3, $"{through:F0} of {alone:F0}");
    }

    private static string Told(List<double> waited)
    {
        double[] sorted = [.. waited.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted.Length}, p50 {sorted[sorted.Length / 2]:F0} ms, p99 {sorted[(int)(0.99 * (sorted.Length - 1))]:F0} ms");
    }

    /// <summary>A simulated day of the corridor.</summary>
    private static byte[][] Day()
    {
        CorridorModel model = CorridorTwin.Scenarios.ScenarioFolder.Load(Repository.Scenarios).Baselines[0].Model;
        using var json = new BorderEventJson();
        var lines = new List<string>();
        TraceRun.Tell(CorridorCompiler.Compile(model, SimDuration.FromDays(2), SimDuration.FromDays(1)), new TraceRequest { Seed = 1, Scenario = "day", From = SimTime.FromDays(2), To = SimTime.FromDays(3) }, _ => { }, e => lines.Add(json.Line(e with { Id = EventId.Of(e, json) }).ToString()), CancellationToken.None);
        return [.. lines.Chunk(Size).Select(c => Encoding.UTF8.GetBytes(string.Concat(c.Select(l => l + "\n"))))];
    }

    /// <summary>The same events into a twin of this process.</summary>
    private static async Task<double> Alone(byte[][] bodies)
    {
        string folder = Directory.CreateTempSubdirectory("corridor-alone-").FullName;
        try
        {
            await using LiveTwin twin = LiveTwin.Open(Path.Combine(folder, "twin.db"), new TwinOptions { Corridor = CorridorTwin.Scenarios.ScenarioFolder.Load(Repository.Scenarios).Baselines[0].Model });
            var clock = Stopwatch.StartNew();
            foreach (byte[] body in bodies) twin.Ingest(new MemoryStream(body), new IngestOptions { Source = "gates" });
            return twin.Events / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
