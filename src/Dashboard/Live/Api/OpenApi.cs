using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The document that says what the API takes and gives (OpenAPI 3.1), made of the routes themselves and of the records they answer with.</summary>
internal static partial class OpenApi
{
    private const string Key = "key";
    private const string Schemas = "#/components/schemas/";

    /// <summary>The route.</summary>
    public static ApiRoute Route { get; } = new(
        "GET", "/openapi.json", ApiNeed.Nothing, new("Este documento.", "This document."), context => ApiJson.Write(context, Document(ApiModule.Routes, Reader.Of(context))));

    /// <summary>The document, in the reader's language.</summary>
    public static JsonObject Document(IReadOnlyList<ApiRoute> routes, Reader reader)
    {
        var paths = new JsonObject();
        foreach (ApiRoute route in routes)
        {
            if (paths[ApiRoute.Root + route.Path] is not JsonObject path) paths[ApiRoute.Root + route.Path] = path = new JsonObject();
            path[route.Method.ToLowerInvariant()] = Operation(route, reader);
        }
        var schemas = new JsonObject { [nameof(ApiProblem)] = Schema(typeof(ApiProblem)) };
        foreach (Type type in routes.SelectMany(r => new[] { r.Answer, r.Body }).OfType<Type>().Distinct()) schemas[type.Name] = Schema(type);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "CorridorTwin", ["version"] = "1", ["description"] = reader.Say(About) },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { [Key] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = reader.Say(KeyAbout) } },
            },
        };
    }

    private static Bilingual About { get; } = new(
        "El gemelo del Corredor Pacífico: recibe eventos de frontera, dice cómo está y cómo estuvo el corredor, y lo pronostica. Los errores son application/problem+json, en el idioma de Accept-Language.",
        "The twin of the Pacific Corridor: takes border events, says how the corridor stands and stood, and forecasts it. Errors are application/problem+json, in the language of Accept-Language.");

    private static Bilingual KeyAbout { get; } = new(
        "Una clave de 'corridor twin key add'. Leer desde el mismo equipo no la necesita.",
        "A key of 'corridor twin key add'. Reading from the same machine needs none.");

    private static JsonObject Operation(ApiRoute route, Reader reader)
    {
        var operation = new JsonObject { ["operationId"] = route.Id, ["summary"] = reader.Say(route.Summary) };
        if (route.Parameters.Count > 0)
            operation["parameters"] = new JsonArray([.. route.Parameters.Select(p => new JsonObject { ["name"] = p.Name, ["in"] = "query", ["required"] = false, ["description"] = reader.Say(p.Purpose), ["schema"] = JsonNode.Parse(p.Schema) })]);
        if (route.BodyTypes.Count > 0)
        {
            var content = new JsonObject();
            foreach (string type in route.BodyTypes) content[type] = new JsonObject { ["schema"] = route.Body is null ? new JsonObject { ["type"] = "string" } : Ref(route.Body.Name) };
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content };
        }
        var answers = new JsonObject { ["200"] = Answer("OK", route.AnswerType.Split(';')[0], route.Answer is null ? new JsonObject() : Ref(route.Answer.Name)) };
        foreach (int status in Statuses(route))
            answers[$"{status}"] = status == 503 && route.Need == ApiNeed.Nothing && route.Answer is not null
                ? Answer(reader.Say(ApiTexts.Title(status)), route.AnswerType, Ref(route.Answer.Name))
                : Answer(reader.Say(ApiTexts.Title(status)), ApiProblem.MediaType, Ref(nameof(ApiProblem)));
        operation["responses"] = answers;
        operation["security"] = route.Need switch
        {
            ApiNeed.Nothing => new JsonArray(),
            ApiNeed.Ingest => new JsonArray(new JsonObject { [Key] = new JsonArray() }),
            // No key on the machine itself.
            _ => new JsonArray(new JsonObject { [Key] = new JsonArray() }, new JsonObject()),
        };
        return operation;
    }

    private static IEnumerable<int> Statuses(ApiRoute route)
    {
        IEnumerable<int> own = [400, .. route.Problems, 429];
        return (route.Need == ApiNeed.Nothing ? own : own.Concat([401, 403])).Order().Distinct();
    }

    private static JsonObject Answer(string what, string type, JsonNode schema) => new() { ["description"] = what, ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } } };

    private static JsonObject Ref(string name) => new() { ["$ref"] = Schemas + name };

    private static JsonNode Schema(Type type)
    {
        JsonNode schema = ApiJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
            {
                if (node is JsonObject o && Descriptions.Of(context) is { } says) o.Insert(0, "description", says);
                return node;
            },
        });
        // Within the document, a part of a schema has the schema's own place before it.
        return JsonNode.Parse(LocalRef().Replace(schema.ToJsonString(), $"\"$$ref\":\"{Schemas}{type.Name}$1\""))!;
    }

    [GeneratedRegex("\"\\$ref\":\"#([^\"]*)\"")]
    private static partial Regex LocalRef();
}
