using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

public class IngestEndpointTests
{
    [Fact]
    public async Task Events_are_counted_by_what_became_of_them()
    {
        await using ApiHost host = await ApiHost.Start();
        string lines = LiveEvents.Lines(3) + "{\"type\":\"queue.enter\"\n" + LiveEvents.Lines(1) + new string('x', 70_000) + "\n" + LiveEvents.Lines(1, from: 9)[..^40];
        HttpResponseMessage sent = await host.Send(lines);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        JsonNode answer = await ApiHost.Json(sent);
        Assert.Equal((3, 1, 1, 1, 3), ((int)answer["accepted"]!, (int)answer["duplicate"]!, (int)answer["refused"]!["malformed"]!, (int)answer["refused"]!["too-long"]!, (int)answer["events"]!));
        Assert.Equal("gates", (string?)answer["source"]);
        int bad = Encoding.UTF8.GetByteCount(LiveEvents.Lines(3));
        Assert.Equal(bad, (int)answer["refusedLines"]![0]!["offset"]!);
        int torn = Encoding.UTF8.GetByteCount(lines) - Encoding.UTF8.GetByteCount(LiveEvents.Lines(1, from: 9)[..^40]);
        Assert.Equal((torn, torn), ((int)answer["tornAt"]!, (int)answer["bytes"]!));
        JsonNode rest = await ApiHost.Json(await host.Send(LiveEvents.Lines(1, from: 9)));
        Assert.Equal((1, 4), ((int)rest["accepted"]!, (int)rest["events"]!));
    }

    [Fact]
    public async Task What_is_too_late_is_told_and_kept()
    {
        await using ApiHost host = await ApiHost.Start();
        await host.Send(LiveEvents.Lines(1, from: 600));
        JsonNode answer = await ApiHost.Json(await host.Send(LiveEvents.Lines(1, from: 5)));
        Assert.Equal((0, 1, 2), ((int)answer["accepted"]!, (int)answer["late"]!, (int)answer["events"]!));
    }

    [Fact]
    public async Task Csv_and_gzip_say_the_same()
    {
        await using ApiHost host = await ApiHost.Start();
        const string csv = "type,t,post,side,dir,unit,src\nqueue.enter,2024-03-04T08:00:00-06:00,penas-blancas,CR,S2N,PLT-00000,LPR\n";
        Assert.Equal(1, (int)(await ApiHost.Json(await host.Send(ApiHost.Body(csv, "text/csv"))))["accepted"]!);
        JsonNode packed = await ApiHost.Json(await host.Send(ApiHost.Body(Packed(LiveEvents.Lines(2)), encoding: "gzip")));
        Assert.Equal((1, 1), ((int)packed["accepted"]!, (int)packed["duplicate"]!));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_whole()
    {
        await using ApiHost host = await ApiHost.Start();
        foreach ((string type, string? encoding, HttpStatusCode status) in new[] { ("image/png", null, HttpStatusCode.UnsupportedMediaType), ("text/csv", "br", HttpStatusCode.UnsupportedMediaType), ("text/csv", "gzip", HttpStatusCode.BadRequest) })
        {
            HttpResponseMessage answer = await host.Send(ApiHost.Body(LiveEvents.Lines(1), type, encoding));
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
        Assert.Equal(0, host.Room.Twin!.Events);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused_whole()
    {
        await using ApiHost host = await ApiHost.Start(o => o with { Limits = o.Limits with { LargestUnpacked = 100_000 } });
        HttpResponseMessage answer = await host.Send(ApiHost.Body(Packed(LiveEvents.Lines(2000)), encoding: "gzip"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(0, host.Room.Twin!.Events);
    }

    [Fact]
    public async Task Deep_json_is_one_line_set_aside()
    {
        await using ApiHost host = await ApiHost.Start();
        string deep = "{\"type\":\"queue.enter\",\"ext\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5001) + "\n";
        JsonNode answer = await ApiHost.Json(await host.Send(deep + LiveEvents.Lines(1)));
        Assert.Equal((1, 1), ((int)answer["refused"]!["malformed"]!, (int)answer["accepted"]!));
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
