using System.Diagnostics;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Forecasts;
using CorridorTwin.Twin.Ingest;
using Xunit.Abstractions;

namespace CorridorTwin.Twin.Tests.Forecasts;

/// <summary>From the state of a simulated corridor that goes on in hiding: what the twin says of its future.</summary>
public class ForecastTests(ITestOutputHelper output)
{
    private static readonly TwinOptions WithCorridor = new() { Corridor = SyntheticCorridor.Model };
    private static readonly DateTimeOffset Noon = new(2024, 2, 13, 12, 0, 0, TimeSpan.FromHours(-6));

    private static TemporaryTwin Following(DateTimeOffset until)
    {
        var parser = new BorderEventParser();
        var twin = new TemporaryTwin(WithCorridor);
        twin.Ingest(TemporaryTwin.Feed.TakeWhile(l => parser.Parse(l).T <= until));
        return twin;
    }

    [Fact]
    public async Task The_present_of_every_replication_is_the_state()
    {
        await using TemporaryTwin twin = Following(Noon);
        Forecast forecast = twin.Twin.Forecast(new ForecastRequest { Hours = 3, Replications = 4 });
        TwinView state = twin.Twin.State();
        Assert.Empty(forecast.NotPlaced);
        int there = 0;
        foreach (SideFan side in forecast.Sides)
        {
            LaneView[] lanes = [.. state.Lanes.Where(l => l.Key.StartsWith($"{side.Post}/{side.Dir}/{side.Side}/", StringComparison.Ordinal))];
            int Present(Func<LaneView, bool> which) => lanes.Where(which).Sum(l => l.Queue.Count + l.InService.Count + l.Held.Count);
            static bool IsLine(LaneView l) => l.Key.EndsWith("/gate", StringComparison.Ordinal) || l.Key.EndsWith("/approach", StringComparison.Ordinal);
            // Whoever could be served at once is: what stands in a line may be at the next lane in the same instant, not elsewhere.
            Assert.Equal(Present(IsLine), side.Line[0].P05);
            Assert.Equal(Present(IsLine), side.Line[0].P95);
            Assert.Equal(Present(l => !IsLine(l) && !l.Key.EndsWith("/depot", StringComparison.Ordinal)), side.Inside[0].P50);
            there += Present(_ => true);
        }
        Assert.True(there > 10, $"{there} trucks");
        Assert.Equal(state.Trucks.Select(t => t.Trip).Order(StringComparer.Ordinal), forecast.TruckFans.Select(t => t.Trip).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_forecast_is_repeated_by_what_it_says_on_any_number_of_threads_and_touches_nothing()
    {
        await using TemporaryTwin twin = Following(Noon);
        string before = twin.Hash();
        Forecast one = twin.Twin.Forecast(new ForecastRequest { Hours = 6, Replications = 8, Threads = 1 });
        Forecast two = twin.Twin.Forecast(new ForecastRequest { Hours = 6, Replications = 8, Threads = 2 });
        Assert.Equal(one.Samples.Line, two.Samples.Line);
        Assert.Equal(one.Samples.Ends, two.Samples.Ends);
        twin.Twin.Fork(new ForecastRequest { Hours = 6, Replications = 4 }, new WhatIf { Closures = [new Closure(null, 1, 2)] });
        Assert.Equal(before, twin.Hash());
        // Also from the log, as of then, once the corridor has gone on.
        var parser = new BorderEventParser();
        twin.Ingest(TemporaryTwin.Feed.SkipWhile(l => parser.Parse(l).T <= one.From));
        Forecast then = twin.Twin.Forecast(new ForecastRequest { Hours = 6, Replications = 8, At = one.From });
        Assert.Equal(one.State, then.State);
        Assert.Equal(one.Samples.Line, then.Samples.Line);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_changes_nothing_and_a_closure_holds_the_trucks()
    {
        await using TemporaryTwin twin = Following(Noon);
        string post = SyntheticCorridor.Model.Posts[0].Id;
        var request = new ForecastRequest { Hours = 6, Replications = 20 };
        Fork nothing = twin.Twin.Fork(request, new WhatIf());
        Assert.Equal(nothing.Unchanged.Samples.Line, nothing.Changed.Samples.Line);
        Fork closed = twin.Twin.Fork(request, new WhatIf { Closures = [new Closure(post, 0, 5)] });
        SideDifference[] there = [.. closed.Sides.Where(s => s.Post == post)];
        Assert.True(there.Sum(s => s.Left.Mean) < 0 && there.Any(s => s.Left.High < 0), "fewer leave a closed post");
        Assert.True(there.Any(s => s.Line[4].Low > 0), "a line grows before it");
    }

    [Fact]
    public async Task More_officers_shorten_the_line_they_serve()
    {
        await using TemporaryTwin twin = Following(Noon);
        TwinView state = twin.Twin.State();
        LaneView busiest = state.Lanes.Where(l => l.Level.Staff > 0 && !l.Key.EndsWith("/depot", StringComparison.Ordinal)).MaxBy(l => l.Queue.Count)!;
        string[] key = busiest.Key.Split('/');
        Fork more = twin.Twin.Fork(new ForecastRequest { Hours = 4, Replications = 100 }, new WhatIf { Staff = [new StaffChange(key[0], key[2], Enum.Parse<Direction>(key[1]), key[3], 3, 0, 4)] });
        SideDifference side = more.Sides.Single(s => s.Post == key[0] && s.Side == key[2] && s.Dir.ToString() == key[1]);
        Assert.True(side.TruckHours.High < 0, $"{busiest.Key} with {busiest.Queue.Count} waiting: {side.TruckHours}");
        Assert.Contains("There is no lane 'gaet'", Assert.Throws<ArgumentException>(() => twin.Twin.Fork(new ForecastRequest(), new WhatIf { Staff = [new StaffChange(key[0], null, null, "gaet", 1, 0, 1)] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_reading_in_five_missing_it_still_starts_from_nearly_all_trucks()
    {
        var parser = new BorderEventParser();
        await using TemporaryTwin whole = Following(Noon);
        await using var twin = new TemporaryTwin(WithCorridor);
        twin.Ingest(TemporaryTwin.Feed.TakeWhile(l => parser.Parse(l).T <= Noon).Where(l => l.Contains("\"res.", StringComparison.Ordinal) || Simulation.Draws.Mix.HashName(l) % 5 != 0));
        var request = new ForecastRequest { Hours = 2, Replications = 20 };
        Forecast all = whole.Twin.Forecast(request), some = twin.Twin.Forecast(request);
        Assert.Empty(some.NotPlaced);
        // Some leave without being read and stay on the books for a while.
        Assert.InRange(some.Trucks, all.Trucks * 0.85, all.Trucks * 1.6);
    }

    [Fact]
    public async Task A_measure_can_be_tried_from_now()
    {
        await using TemporaryTwin twin = Following(Noon);
        Fork fork = twin.Twin.Fork(new ForecastRequest { Hours = 6, Replications = 10 }, new WhatIf { Measures = [new MeasureApplication("RiskManagement")] });
        Assert.NotEqual(fork.Unchanged.Model, fork.Changed.Model);
        Assert.Equal(fork.Unchanged.Trucks, fork.Changed.Trucks);
    }

    /// <summary>Residual service through the whole way from events to the run: uniform from 0 to 10 minutes, begun 4 minutes ago, has 3 left on average (and likewise for other laws, in the simulator's own tests).</summary>
    [Theory]
    [InlineData("uniform", 3)]
    [InlineData("exponential", 5)]
    [InlineData("deterministic", 6)]
    public async Task What_is_left_of_a_service_under_way_is_drawn_from_what_it_has_lasted(string law, double minutes)
    {
        TimeSpan Min(double m) => TimeSpan.FromMinutes(m);
        Simulation.Draws.Distribution service = law switch
        {
            "uniform" => Simulation.Draws.Distribution.Uniform(Min(0), Min(10)), "exponential" => Simulation.Draws.Distribution.Exponential(Min(5)), _ => Simulation.Draws.Distribution.Deterministic(Min(10)),
        };
        CorridorModel model = SyntheticCorridor.Model;
        BorderPost post = model.Posts[0];
        SideProcedure exit = post.Sides.First(s => s.Role == SideRole.Exit && s.Direction == Direction.N2S);
        Stage last = exit.Stages.Last(s => s.Kind == StageKind.Exit);
        model = model with
        {
            Posts = [post with { Sides = [.. post.Sides.Select(s => s != exit ? s : s with { Stages = [.. s.Stages.Select(x => x != last ? x : x with { Service = x.Service.ToDictionary(v => v.Key, _ => service) })] })] }, .. model.Posts.Skip(1)],
        };
        await using var twin = new TemporaryTwin(new TwinOptions { Corridor = model });
        LoadedStream stream = model.Demand.Loaded.First(l => l.Origin == post.North);
        string lane = last.Station!, side = $"\"post\":\"{post.Id}\",\"side\":\"{exit.Country}\",\"dir\":\"N2S\",\"unit\":\"A\",\"trip\":\"A1\",\"op\":\"EXPORT\",\"src\":\"SIM\"";
        twin.Ingest([
            $$"""{"type":"queue.enter","t":"2024-02-13T11:00:00-06:00",{{side}},"ext":{"origin":"{{stream.Origin}}","destination":"{{stream.Destination}}" } }""",
            $$"""{"type":"stage.start","t":"2024-02-13T11:56:00-06:00",{{side}},"stage":"exit","lane":"{{lane}}"}""",
            """{"type":"clock.heartbeat","t":"2024-02-13T12:00:00-06:00","src":"SIM"}""",
        ]);
        Forecast forecast = twin.Twin.Forecast(new ForecastRequest { Hours = 1, Replications = 4000 });
        double mean = forecast.TruckFans.Single().HoursLeft.Mean * 60;
        output.WriteLine($"{law}: {mean:F3} minutes left");
        Assert.InRange(mean, minutes - 0.3, minutes + 0.3);
    }
}
