using System.Diagnostics;
using System.Text;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Tests;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace CorridorTwin.Twin.Tests;

/// <summary>How fast and how small, on a real disk, beside a bare insert loop in the same run.</summary>
[Trait("Category", "Long")]
public class SpeedTests(ITestOutputHelper output)
{
    private const int Events = 1_000_000;

    [Fact]
    public async Task A_million_events_are_taken_kept_and_replayed()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-speed-").FullName;
        string feed = Path.Combine(folder, "feed.jsonl"), path = Path.Combine(folder, "twin.db");
        CorridorModel model = BaselineFile.Load(Path.Combine(Repository.Root, "scenarios", "2024-baseline.yaml")).OrThrow().Model;
        int written = WriteFeed(model, feed);
        var options = new TwinOptions { Corridor = model };
        LiveTwin twin = LiveTwin.Open(path, options);
        var times = new List<double>();
        var finished = new CancellationTokenSource();
        Task asking = Task.Run(() =>
        {
            while (!finished.IsCancellationRequested)
            {
                var one = Stopwatch.StartNew();
                twin.State();
                times.Add(one.Elapsed.TotalMilliseconds);
                Thread.Sleep(50);
            }
        });
        var clock = Stopwatch.StartNew();
        IngestReport report;
        await using (FileStream stream = File.OpenRead(feed)) report = twin.Ingest(stream, new IngestOptions { Source = "speed" });
        double ingest = clock.Elapsed.TotalSeconds;
        finished.Cancel();
        await asking;
        twin.Settle();
        Assert.Equal((long)written, report.Accepted);
        string hash = twin.State().Hash();
        double bare = BareLoop(path, Path.Combine(folder, "bare.db"));
        times.Sort();
        output.WriteLine($"ingest {written / ingest:N0} events/s ({ingest:F1} s for {written:N0}); bare insert loop {written / bare:N0} events/s; ratio {ingest / bare:F2}");
        output.WriteLine($"state query while ingesting: p50 {times[times.Count / 2]:F1} ms, p99 {times[(int)(times.Count * 0.99)]:F1} ms, of {times.Count}");
        clock.Restart();
        TwinView replayed = twin.State(twin.State().At);
        double replay = clock.Elapsed.TotalSeconds;
        output.WriteLine($"replay of the log to state: {replay:F1} s");
        Assert.Equal(hash, replayed.Hash());
        clock.Restart();
        Assert.Null(twin.VerifyLog());
        output.WriteLine($"verify-log: {clock.Elapsed.TotalSeconds:F1} s");
        await twin.Close();
        clock.Restart();
        twin = LiveTwin.Open(path, options);
        output.WriteLine($"restart after a kill: {clock.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(hash, twin.State().Hash());
        await twin.DisposeAsync();
        Assert.True(written / ingest >= 20_000, "slower than 20,000 events a second");
        Assert.True(ingest / bare <= 2.5, $"{ingest / bare:F2} times a bare insert loop");
        Assert.True(replay <= 20, $"{replay:F1} s to replay a million events");
        Assert.True(times[(int)(times.Count * 0.99)] <= 50, "a state query waits for more than 50 ms");
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task Fifty_thousand_live_trucks_fit_in_half_a_gigabyte()
    {
        await using var twin = new TemporaryTwin();
        long before = GC.GetTotalMemory(true);
        var text = new StringBuilder();
        var start = new DateTimeOffset(2024, 2, 5, 0, 0, 0, TimeSpan.FromHours(-6));
        for (int i = 0; i < 50_000; i++)
        {
            string unit = $"T{i:x16}";
            DateTimeOffset t = start.AddSeconds(i);
            BorderEvent Event(string type, string? stage = null) => new() { Type = type, T = t, Post = "upper", Side = "GT", Dir = Direction.N2S, Unit = unit, Trip = $"{unit}@upper", Op = Operation.Export, Stage = stage, Lane = stage };
            foreach (BorderEvent e in (BorderEvent[])
            [
                Event("queue.enter"), Event("lane.enter", "gate"), Event("post.arrive"), Event("stage.start", "gate"), Event("stage.end", "gate"), Event("lane.enter", "migration"), Event("mig.start", "migration"),
                Event("mig.end", "migration"), Event("lane.enter", "customs"), Event("stage.start", "customs"), Event("stage.end", "customs"), Event("lane.enter", "inspection"),
            ]) text.Append(BorderEventJson.Text(e)).Append('\n');
            if (text.Length < 1 << 22) continue;
            twin.Ingest(text.ToString());
            text.Clear();
        }
        twin.Ingest(text.ToString());
        text = null;
        long bytes = GC.GetTotalMemory(true) - before;
        output.WriteLine($"50,000 live trucks: {bytes / 1e6:F0} MB, {bytes / 50_000.0:F0} bytes each; process {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB");
        Assert.Equal(50_000, twin.Twin.State().Trucks.Count());
        Assert.True(bytes < 500_000_000);
    }

    private static int WriteFeed(CorridorModel model, string path)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(model);
        int n = 0;
        using var stream = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        using var json = new BorderEventJson();
        using var enough = new CancellationTokenSource();
        TraceHeader? header = null;
        void Write(BorderEvent e)
        {
            if (n >= Events) enough.Cancel();
            if (n >= Events) return;
            stream.Write(json.Line(e with { Id = EventId.Of(e, json) }));
            stream.Write('\n');
            n++;
        }
        try
        {
            TraceRun.Tell(corridor, new TraceRequest { Seed = 1, From = SimTime.FromDays(14), To = SimTime.FromDays(24) }, h => header = h, e =>
            {
                if (n == 0) foreach (BorderEvent lane in header!.LanesAt(e.T.AddMilliseconds(-1))) Write(lane);
                Write(e);
            }, enough.Token);
        }
        catch (OperationCanceledException)
        {
        }
        return n;
    }

    /// <summary>The same rows into the same table with the same indexes, journal and batches, and nothing else.</summary>
    private static double BareLoop(string from, string to)
    {
        using var reader = new SqliteConnection($"Data Source={from};Pooling=false");
        reader.Open();
        var rows = reader.Query<(long Seq, byte[] Id, long T, long Rec, long Source, long Zone, long Standing, string? Own, byte[] Body)>("SELECT seq, id, t, rec, source, zone, standing, own, body FROM event ORDER BY seq", buffered: true).ToList();
        using var open = new SqliteConnection($"Data Source={to};Pooling=false");
        open.Open();
        open.Execute(TwinSql.Pragmas);
        open.Execute(TwinSql.Migrations[0]);
        using SqliteCommand command = open.CreateCommand();
        command.CommandText = TwinSql.Append;
        foreach (string name in (string[])["@seq", "@id", "@t", "@rec", "@source", "@zone", "@standing", "@own", "@body"]) command.Parameters.Add(new SqliteParameter(name, null));
        var clock = Stopwatch.StartNew();
        foreach (var batch in rows.Chunk(4096))
        {
            using SqliteTransaction transaction = open.BeginTransaction();
            command.Transaction = transaction;
            foreach (var r in batch)
            {
                SqliteParameterCollection p = command.Parameters;
                (p[0].Value, p[1].Value, p[2].Value, p[3].Value, p[4].Value, p[5].Value, p[6].Value, p[7].Value, p[8].Value) = (r.Seq, r.Id, r.T, r.Rec, r.Source, r.Zone, r.Standing, (object?)r.Own ?? DBNull.Value, r.Body);
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        return clock.Elapsed.TotalSeconds;
    }
}
