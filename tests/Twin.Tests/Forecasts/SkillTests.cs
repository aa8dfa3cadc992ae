using System.Diagnostics;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Grains;
using CorridorTwin.Twin.Hosting;
using CorridorTwin.Twin.Ingest;
using CorridorTwin.Twin.Tests.Grains;
using Xunit.Abstractions;

namespace CorridorTwin.Twin.Tests.Forecasts;

/// <summary>Forecasts of a hidden simulation of the shipped corridor, beside what anybody could say without a model.</summary>
public class SkillTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task It_beats_the_same_as_now_and_the_same_hour_last_week()
    {
        const int Replications = 60;
        CorridorModel model = BaselineFile.Load(Repository.Baseline).OrThrow().Model;
        CorridorNetwork corridor = CorridorCompiler.Compile(model);
        await using var host = new LocalGrainHost(new MemoryGrainStore());
        var router = new EventRouter();
        TraceReplay hidden = null!;
        DateTimeOffset from = default, check = default;
        var lines = new Dictionary<(DateTimeOffset, string, Direction, string), int>();
        var forecasts = new List<(DateTimeOffset From, Samples Samples)>();
        TraceRun.Tell(corridor, new TraceRequest { Seed = 5, From = SimTime.FromDays(21), To = SimTime.FromDays(32) }, h =>
        {
            hidden = new TraceReplay(h);
            from = check = h.From;
            IdenticalTwinTests.OpenLanes(host, h).GetAwaiter().GetResult();
        }, e =>
        {
            for (; e.T > check; check = check.AddHours(1)) Check();
            hidden.Apply(e);
            if (router.Of(e) is { } to) host.TellAsync(to, router.Tell(e, IdenticalTwinTests.KeyOf(e))).AsTask().GetAwaiter().GetResult();
        });
        foreach (int ahead in (int[])[1, 3, 6])
        {
            var twin = new List<double>();
            List<double> now = [], week = [];
            foreach ((DateTimeOffset at, Samples samples) in forecasts)
                for (int s = 0; s < samples.Sides.Count; s++)
                {
                    (string post, Direction dir, string side) = samples.Sides[s];
                    int truth = lines[(at.AddHours(ahead), post, dir, side)];
                    twin.Add(Scores.Crps(samples.At(samples.Line, s, ahead).ToArray(), truth));
                    now.Add(Math.Abs(lines[(at, post, dir, side)] - truth));
                    week.Add(Math.Abs(lines[(at.AddHours(ahead - 168), post, dir, side)] - truth));
                }
            output.WriteLine($"{ahead} h ahead, {forecasts.Count} forecasts of {corridor.Corridor.Posts.Count * 4} lines: CRPS twin {twin.Average():F2}, same as now {now.Average():F2}, same hour last week {week.Average():F2} trucks");
            Assert.True(twin.Average() < now.Average(), $"{ahead} h: not better than the same as now");
            Assert.True(twin.Average() < week.Average(), $"{ahead} h: not better than the same hour last week");
        }

        void Check()
        {
            foreach (TraceSide side in hidden.Header.Sides)
                lines[(check, side.Post, side.Dir, side.Side)] = side.Lanes.Where(l => l.Lane is "gate" or "approach").Sum(l => hidden.Lane(new LaneKey(side.Post, side.Side, side.Dir, l.Lane)).Present);
            double hours = (check - from).TotalHours;
            if (hours < 192 || hours > 11 * 24 - 7 || hours % 7 != 0) return;
            host.DrainAsync().AsTask().GetAwaiter().GetResult();
            long t = EventRouter.Milliseconds(check);
            CorridorNetwork ahead = CorridorCompiler.Compile(model, new SimDuration(t - Observation.Origin(t)));
            LaneView[] lanes = [.. host.PeekAll<Twin.Grains.LaneState>(LaneGrain.Kind).Select(l => LaneView.Of(l))];
            Observed seen = Observation.Of(ahead, new TraceAtlas(ahead), t, host.PeekAll<TruckState>(TruckGrain.Kind), lanes);
            Assert.Empty(seen.NotPlaced);
            forecasts.Add((check, Samples.Run(ahead, ahead, seen, new ForecastRequest { Hours = 6, Replications = Replications }, default)));
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Twelve_hours_of_the_corridor_two_hundred_times()
    {
        CorridorModel model = BaselineFile.Load(Repository.Baseline).OrThrow().Model;
        CorridorNetwork corridor = CorridorCompiler.Compile(model);
        await using var twin = new TemporaryTwin(new TwinOptions { Corridor = model });
        var text = new System.Text.StringBuilder();
        TraceHeader header = null!;
        TraceRun.Tell(corridor, new TraceRequest { Seed = 5, From = SimTime.FromDays(21), To = SimTime.FromHours(21 * 24 + 30) }, h => header = h, e =>
        {
            if (text.Length == 0) foreach (BorderEvent lane in header.LanesAt(e.T.AddMilliseconds(-1))) text.Append(BorderEventJson.Text(lane)).Append('\n');
            text.Append(BorderEventJson.Text(e)).Append('\n');
        });
        twin.Ingest(text.ToString());
        var clock = Stopwatch.StartNew();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Forecast forecast = twin.Twin.Forecast(new ForecastRequest { Hours = 12, Replications = 200 });
        output.WriteLine($"12 h, 200 replications, from {forecast.Trucks} vehicles: {clock.Elapsed.TotalSeconds:F1} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of processor, {Environment.ProcessorCount} cores");
        Assert.Empty(forecast.NotPlaced);
        Assert.True(clock.Elapsed.TotalSeconds <= 10, "longer than ten seconds");
    }
}
