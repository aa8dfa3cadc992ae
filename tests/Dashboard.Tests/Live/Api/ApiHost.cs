using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CorridorTwin.Dashboard.Host;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Twin.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

/// <summary>A running dashboard with a key of one source, and those who send and read.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly RunningHost host;

    private ApiHost(RunningHost host, string key) => (this.host, Key) = (host, key);

    /// <summary>The key of the source <c>gates</c>: sends and reads.</summary>
    public string Key { get; }

    public TwinRoom Room => host.Services.GetRequiredService<TwinRoom>();

    public Uri Address => host.Address;

    public RunningHost Running => host;

    public static async Task<ApiHost> Start(Func<DashboardOptions, DashboardOptions>? change = null, string? data = null)
    {
        RunningHost host = await RunningHost.Start(change, data);
        return new ApiHost(host, NewKey(host.Services.GetRequiredService<TwinRoom>().Path, "gates", KeyScope.Ingest | KeyScope.Read));
    }

    /// <summary>Makes a key as the command line does.</summary>
    public static string NewKey(string path, string source, KeyScope scope)
    {
        using ApiKeys keys = ApiKeys.Open(path, make: true);
        return keys.Add(source, scope);
    }

    /// <summary>Somebody who shows a key; null for none.</summary>
    public HttpClient Client(string? key, string language = "en")
    {
        HttpClient client = host.Browser(language: language);
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public static ByteArrayContent Body(string lines, string type = "application/x-ndjson", string? encoding = null) => Body(Encoding.UTF8.GetBytes(lines), type, encoding);

    public static ByteArrayContent Body(byte[] bytes, string type = "application/x-ndjson", string? encoding = null)
    {
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return content;
    }

    public Task<HttpResponseMessage> Send(string lines, string? key = null) => Send(Body(lines), key);

    public async Task<HttpResponseMessage> Send(HttpContent content, string? key = null)
    {
        using HttpClient client = Client(key ?? Key);
        return await client.PostAsync("/api/v1/events", content);
    }

    public async Task<JsonNode> Get(string path)
    {
        using HttpClient client = Client(null);
        HttpResponseMessage answer = await client.GetAsync("/api/v1" + path);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
