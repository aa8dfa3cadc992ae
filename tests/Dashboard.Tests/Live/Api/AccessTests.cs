using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CorridorTwin.Twin.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

public class AccessTests
{
    private const string Token = "a-token-of-some-length";

    [Fact]
    public async Task Sending_takes_a_key_that_is_good_and_allows_it()
    {
        await using ApiHost host = await ApiHost.Start();
        string reads = ApiHost.NewKey(host.Room.Path, "gates", KeyScope.Read), sends = ApiHost.NewKey(host.Room.Path, "gps", KeyScope.Ingest);
        using HttpClient none = host.Client(null), wrong = host.Client(host.Key[..^1] + (host.Key[^1] == 'A' ? 'B' : 'A'));
        foreach (HttpClient client in new[] { none, wrong })
        {
            HttpResponseMessage answer = await client.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(1)));
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, Assert.Single(answer.Headers.WwwAuthenticate).Scheme));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Send(LiveEvents.Lines(1), reads)).StatusCode);
        using HttpClient sender = host.Client(sends), reader = host.Client(reads);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.GetAsync("/api/v1/state")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.PostAsync("/api/v1/events?source=gates", ApiHost.Body(LiveEvents.Lines(1)))).StatusCode);
        Assert.Equal(0, host.Room.Twin!.Events);
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync("/api/v1/events?source=gps", ApiHost.Body(LiveEvents.Lines(1)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/state")).StatusCode);
        using (ApiKeys keys = ApiKeys.Open(host.Room.Path, make: false)) keys.Revoke("gps");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Send(LiveEvents.Lines(1), sends)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_gets_nothing_from_a_browser()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(1));
        using HttpClient browser = host.Client(null);
        foreach ((string header, string value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "http://elsewhere.example"), ("Origin", "null") })
            foreach (string path in new[] { "/api/v1/state", "/api/v1/forecast", "/api/v1/metrics" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { header, value } } };
                HttpResponseMessage answer = await browser.SendAsync(request);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            }
        using var own = new HttpRequestMessage(HttpMethod.Get, "/api/v1/state") { Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Origin", host.Address.GetLeftPart(UriPartial.Authority) } } };
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(own)).StatusCode);
        // What a form of another site can send without being asked first.
        foreach (string type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await browser.PostAsync("/api/v1/fork", ApiHost.Body("{}", type))).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too_and_every_answer_forbids_to_guess_what_it_is()
    {
        await using ApiHost host = await ApiHost.Start();
        using HttpClient client = host.Client(null);
        foreach ((string path, HttpStatusCode status) in new[] { ("nothing", HttpStatusCode.NotFound), ("events", HttpStatusCode.MethodNotAllowed), ("forecast?hours=0", HttpStatusCode.BadRequest), ("health", HttpStatusCode.OK), ("openapi.json", HttpStatusCode.OK) })
        {
            HttpResponseMessage answer = await client.GetAsync("/api/v1/" + path);
            Assert.Equal((status, status == HttpStatusCode.OK ? "application/json" : "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task Where_others_can_reach_it_reading_takes_the_token_or_a_key_that_reads()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Address = IPAddress.Any, Token = Token });
        await host.Send(LiveEvents.Lines(1));
        using HttpClient nobody = host.Client(null), token = host.Client(Token), key = host.Client(host.Key), browser = host.Client(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/state")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/api/v1/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync("/api/v1/state")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/v1/state")).StatusCode);
        await browser.GetAsync($"/?token={Token}");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/state")).StatusCode);
        // The token lets read, whoever it is; it is no source.
        foreach (HttpClient client in new[] { token, browser })
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/api/v1/events", ApiHost.Body(LiveEvents.Lines(1)))).StatusCode);
    }

    [Fact]
    public async Task Neither_log_nor_disk_tells_a_plate_or_a_key()
    {
        const string plate = "P123XYZ789";
        string data = Directory.CreateTempSubdirectory("corridor-privacy-").FullName;
        var heard = new Heard();
        string key;
        try
        {
            await using (ApiHost host = await ApiHost.Start(data: data))
            {
                key = host.Key;
                host.Running.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
                await host.Send(LiveEvents.Lines(5, plate: plate) + $"{{\"unit\":\"{plate}\"\n{plate}\n" + new string(plate[0], 70_000) + $"\n{{\"type\":\"{plate}\",\"t\":\"{plate}\"}}\n");
                await host.Send(ApiHost.Body(plate, encoding: "gzip"));
                await host.Send(plate, key + plate);
                using HttpClient client = host.Client(null);
                await client.GetAsync($"/api/v1/state?{plate}={plate}");
                await client.GetAsync($"/api/v1/{plate}");
                // What nobody has thought of: the file goes away under it.
                await host.Room.Twin!.CloseAsync();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Send(LiveEvents.Lines(3, from: 50, plate: plate))).StatusCode);
            }
            Assert.NotEmpty(heard.Lines);
            Assert.All(heard.Lines, l => Assert.True(!l.Contains(plate, StringComparison.OrdinalIgnoreCase) && !l.Contains(key[21..], StringComparison.Ordinal), l));
            foreach (string file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
            {
                byte[] all = File.ReadAllBytes(file);
                Assert.True(all.AsSpan().IndexOf(Encoding.UTF8.GetBytes(plate)) < 0 && all.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key[21..])) < 0, file);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
