using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Live.Api;

public class OpenApiTests
{
    [Fact]
    public async Task Every_route_that_answers_is_in_the_document_and_no_other()
    {
        await using RunningHost host = await RunningHost.Start();
        JsonNode document = await Document(host);
        string[] mapped = [.. host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (e, m) => $"{m} {e.RoutePattern.RawText}").Order()];
        string[] told = [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject(), (p, o) => $"{o.Key.ToUpperInvariant()} {p.Key}").Order()];
        Assert.True(mapped.Length >= 10);
        Assert.Equal(mapped, told);
    }

    /// <summary>What the specification of OpenAPI 3.1 asks of a document: fields that must be there, kinds they must have, references that lead somewhere.</summary>
    [Fact]
    public async Task The_document_is_built_as_OpenApi_wants()
    {
        await using RunningHost host = await RunningHost.Start();
        JsonNode document = await Document(host);
        Assert.Equal("3.1.0", (string?)document["openapi"]);
        Assert.False(string.IsNullOrEmpty((string?)document["info"]!["title"]) || string.IsNullOrEmpty((string?)document["info"]!["version"]));
        var ids = new HashSet<string>();
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            Assert.StartsWith("/", path, StringComparison.Ordinal);
            foreach ((string method, JsonNode? operation) in operations!.AsObject())
            {
                Assert.Contains(method, new[] { "get", "put", "post", "delete", "options", "head", "patch", "trace" });
                Assert.True(ids.Add((string)operation!["operationId"]!));
                Assert.NotEmpty(operation["responses"]!.AsObject());
                foreach ((string status, JsonNode? response) in operation["responses"]!.AsObject())
                {
                    Assert.Matches("^[1-5][0-9][0-9]$", status);
                    Assert.False(string.IsNullOrEmpty((string?)response!["description"]));
                    Assert.All(response["content"]!.AsObject(), c => Assert.Contains('/', c.Key));
                }
                foreach (JsonNode? parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    Assert.Equal("query", (string?)parameter!["in"]);
                    Assert.NotNull(parameter["schema"]);
                    Assert.False(string.IsNullOrEmpty((string?)parameter["name"]) || string.IsNullOrEmpty((string?)parameter["description"]));
                }
                foreach (JsonNode? security in operation["security"]!.AsArray())
                    Assert.All(security!.AsObject(), s => Assert.NotNull(document["components"]!["securitySchemes"]![s.Key]));
            }
        }
        Assert.All(References(document), r => Assert.NotNull(Find(document, r)));
        Assert.NotEmpty(References(document));
    }

    [Fact]
    public async Task Every_field_of_an_answer_says_what_it_is()
    {
        await using RunningHost host = await RunningHost.Start();
        JsonObject schemas = (await Document(host))["components"]!["schemas"]!.AsObject();
        JsonNode state = schemas["StateAnswer"]!;
        Assert.Contains("twin's clock", (string)state["properties"]!["at"]!["description"]!, StringComparison.Ordinal);
        Assert.Contains("5th percentile", (string)state["properties"]!["sides"]!["items"]!["properties"]!["queueLow"]!["description"]!, StringComparison.Ordinal);
        string[] silent = [.. schemas.SelectMany(s => s.Value!["properties"]!.AsObject().Where(p => p.Value!["description"] is null && p.Value["$ref"] is null && s.Key != "BandAnswer").Select(p => $"{s.Key}.{p.Key}"))];
        Assert.Empty(silent);
    }

    private static async Task<JsonNode> Document(RunningHost host)
    {
        using HttpClient client = host.Browser();
        HttpResponseMessage answer = await client.GetAsync("/api/v1/openapi.json");
        JsonNode document = await ApiHost.Json(answer);
        Assert.True(answer.IsSuccessStatusCode, document.ToJsonString());
        return document;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" ? [(string)p.Value!] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode document, string reference) =>
        reference[2..].Split('/').Aggregate<string, JsonNode?>(document, (n, part) => n is JsonArray a ? a[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : n?[part]);
}
