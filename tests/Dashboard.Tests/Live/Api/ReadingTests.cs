using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

public class ReadingTests
{
    [Fact]
    public async Task The_state_counts_who_is_there_and_history_who_was()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(90));
        JsonNode state = await host.Get("/state?trucks=true");
        JsonNode side = Assert.Single(state["sides"]!.AsArray())!;
        Assert.Equal((90, 90, "CR", "S2N"), ((int)side["queue"]!, side["trucks"]!.AsArray().Count, (string?)side["side"], (string?)side["dir"]));
        Assert.InRange((int)side["queueLow"]!, 90, (int)side["queueHigh"]!);
        Assert.False((bool)state["simulated"]!);
        JsonNode history = await host.Get("/history?from=2024-03-04T08:29:30-06:00&hours=1&step=30");
        Assert.Equal([30, 60, 90], history["states"]!.AsArray().Select(s => (int)s!["sides"]![0]!["queue"]!));
        Assert.Equal(30, (int)(await host.Get("/state?at=2024-03-04T08:29:30-06:00"))["sides"]![0]!["queue"]!);
    }

    [Fact]
    public async Task The_state_at_a_time_is_as_it_was_known_at_another()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(10));
        string then = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await Task.Delay(20);
        // Events of the same ten minutes that came only now.
        await host.Send(LiveEvents.Lines(5, plate: "OTHER-"));
        const string at = "2024-03-04T08:30:00-06:00";
        Assert.Equal(15, (int)(await host.Get($"/state?at={at}"))["sides"]![0]!["queue"]!);
        Assert.Equal(10, (int)(await host.Get($"/state?at={at}&knownAt={then}"))["sides"]![0]!["queue"]!);
        Assert.Equal(10, (int)(await host.Get($"/history?from={at}&hours=1&knownAt={then}"))["states"]![0]!["sides"]![0]!["queue"]!);
    }

    [Fact]
    public async Task A_fork_tells_what_a_closure_costs_and_leaves_the_twin_as_it_was()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(120));
        string before = (string)(await host.Get("/state"))["hash"]!;
        using HttpClient client = host.Client(null);
        HttpResponseMessage answer = await client.PostAsync("/api/v1/fork", ApiHost.Body("""{"hours":3,"replications":10,"closures":[{"post":"penas-blancas","hours":3}]}""", "application/json"));
        JsonNode fork = await ApiHost.Json(answer);
        Assert.True(answer.IsSuccessStatusCode, fork.ToJsonString());
        JsonNode side = fork["sides"]!.AsArray().Single(s => (string?)s!["post"] == "penas-blancas" && (string?)s["side"] == "CR" && (string?)s["dir"] == "S2N")!;
        Assert.True((double)side["left"]!["high"]! < 0, side.ToJsonString());
        Assert.Equal(before, (string?)fork["unchanged"]!["state"]);
        Assert.Equal(before, (string?)(await host.Get("/state"))["hash"]);
        JsonNode forecast = await host.Get("/forecast?hours=3&replications=10&trucks=true");
        Assert.Equal(fork["unchanged"]!["sides"]!.ToJsonString(), forecast["sides"]!.ToJsonString());
        Assert.Equal(120, forecast["timeLeft"]!.AsArray().Count);
    }

    private static readonly (string Method, string Path, string? Body, string Expected)[] Wrong =
    [
        ("GET", "/state?at=noon", null, "query: at 'noon': is not a time; expected a time with its offset, such as 2024-03-04T14:00:00-06:00"),
        ("GET", "/state?knownat=2024-03-04T14:00:00Z", null, "query: knownat: unknown parameter; expected one of at, knownAt, estimate, trucks, lang; did you mean 'knownAt'?"),
        ("GET", "/forecast?hours=25", null, "query: hours '25': out of range; expected a whole number from 1 to 24; did you mean '24'?"),
        ("GET", "/history?hours=8784&step=1", null, "query: step '1': gives more than 2000 instants; did you mean '264'?"),
        ("POST", "/fork", "{}", "body: the change is missing; expected measures, closures or staff"),
        ("POST", "/fork", """{"closures":[{"hours":1,"pots":"x"}]}""", "body: closures[0].pots: is not understood as JSON of this question; expected what /api/v1/openapi.json says"),
        ("POST", "/fork", "{\"closures\":" + new string('[', 60_000), "body: closures"),
        ("POST", "/fork", """{"measures":[{"measure":"SmartBoarder"}]}""", "did you mean 'SmartBorder'?"),
        ("POST", "/fork", """{"closures":[{"post":"nowhere","hours":1}]}""", "There is no post 'nowhere'"),
    ];

    [Fact]
    public async Task A_wrong_question_gets_one_clear_line()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(1));
        using HttpClient client = host.Client(null);
        foreach ((string method, string path, string? body, string expected) in Wrong)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path) { Content = body is null ? null : ApiHost.Body(body, "application/json") };
            HttpResponseMessage answer = await client.SendAsync(request);
            JsonNode problem = await ApiHost.Json(answer);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
            Assert.Contains(expected, (string)problem["detail"]!, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', (string)problem["detail"]!);
        }
    }

    [Fact]
    public async Task Counters_tell_what_became_of_each_sources_lines_and_not_what_they_say()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(2, plate: "SECRET-PLATE-") + "{\"type\":\"queue.enter\",\"unit\":\"SECRET-PLATE-7\",\"t\":\"SECRET-PLATE-8\"}\n");
        JsonNode counters = await host.Get("/counters");
        JsonNode source = Assert.Single(counters["sources"]!.AsArray())!;
        Assert.Equal(("gates", 2, 1), ((string?)source["name"], (int)source["lines"]!["accepted"]!, (int)source["lines"]!["malformed"]!));
        Assert.Equal("malformed", (string?)counters["refusedLines"]![0]!["reason"]);
        Assert.DoesNotContain("SECRET", counters.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SECRET", (await host.Get("/state?trucks=true")).ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Those_who_watch_are_told_whether_it_lives_and_takes_events()
    {
        await using RunningHost bare = await RunningHost.Start();
        using HttpClient client = bare.Browser(language: "es");
        Assert.Equal("ok", (string?)(await ApiHost.Json(await client.GetAsync("/api/v1/health")))["status"]);
        HttpResponseMessage none = await client.GetAsync("/api/v1/readiness");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Absent"), (none.StatusCode, (string?)(await ApiHost.Json(none))["twin"]));
        HttpResponseMessage state = await client.GetAsync("/api/v1/state");
        Assert.Equal((HttpStatusCode.NotFound, "No existe"), (state.StatusCode, (string?)(await ApiHost.Json(state))["title"]));
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(5));
        JsonNode ready = await host.Get("/readiness");
        Assert.Equal((true, true, true, "Keeping"), ((bool)ready["ready"]!, (bool)ready["writable"]!, (bool)ready["log"]!, (string?)ready["twin"]));
    }

    [Fact]
    public async Task Metrics_count_lines_by_source_and_outcome_and_time_what_takes_time()
    {
        await using ApiHost host = await ApiHost.Start();
        string source = "metered-" + Guid.NewGuid().ToString("N")[..8];
        string key = ApiHost.NewKey(host.Room.Path, source, CorridorTwin.Twin.Keys.KeyScope.Ingest);
        await host.Send(LiveEvents.Lines(7) + "nonsense\n", key);
        await host.Send(LiveEvents.Lines(7), key);
        await host.Get("/state");
        await host.Get("/forecast?hours=1&replications=2");
        await host.Send("", "ctk_wrong");
        using HttpClient client = host.Client(null);
        HttpResponseMessage answer = await client.GetAsync("/api/v1/metrics");
        Assert.StartsWith("text/plain; version=0.0.4", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        string text = await answer.Content.ReadAsStringAsync();
        string[] lines = text.Split('\n');
        Assert.Contains($"corridor_twin_ingest_lines_total{{outcome=\"accepted\",source=\"{source}\"}} 7", lines);
        Assert.Contains($"corridor_twin_ingest_lines_total{{outcome=\"duplicate\",source=\"{source}\"}} 7", lines);
        Assert.Contains($"corridor_twin_ingest_lines_total{{outcome=\"malformed\",source=\"{source}\"}} 1", lines);
        foreach (string name in new[] { "corridor_twin_ingest_batch_duration_seconds_count", "corridor_twin_state_duration_seconds_count{kind=\"live\"}", "corridor_twin_forecast_duration_seconds_count{kind=\"forecast\"}", "corridor_twin_ingest_waiting", "corridor_twin_ingest_receiving", $"corridor_twin_source_age_seconds{{source=\"{source}\"}}", "corridor_api_refused_total{kind=\"no-key\"}", "http_server_request_duration_seconds_count" })
            Assert.True(lines.Any(l => l.StartsWith(name, StringComparison.Ordinal)), $"{name}\n{text}");
        Assert.All(lines.Where(l => l.Length > 0 && l[0] != '#'), l => Assert.Matches(@"^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*=""([^""\\\n]|\\.)*"",?)*\})? (NaN|[+-]?[0-9.]+(E[+-][0-9]+)?)$", l));
    }
}
