using System.Text.Json;
using System.Text.Json.Serialization;

namespace CorridorTwin.Simulation.State;

/// <summary>A state as JSON text. Any System.Text.Json settings work; these are strict on reading, and leave out what is absent.</summary>
public static class CorridorStateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The state as one line of JSON.</summary>
    public static string Write(CorridorState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>Reads a state; whether it fits a model shows when it is restored.</summary>
    /// <exception cref="CorridorStateException">The text is not a state.</exception>
    public static CorridorState Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CorridorState>(json, Options) ?? throw new CorridorStateException("The state is empty.");
        }
        catch (JsonException e)
        {
            // Another version may well have another shape: say that rather than which field came first.
            if (SchemaOf(json) is { } schema && schema != CorridorState.CurrentSchema)
                throw new CorridorStateException($"The state has schema version {schema}; this program reads version {CorridorState.CurrentSchema}.", e);
            throw new CorridorStateException($"The text is not a corridor state: {e.Message}", e);
        }
    }

    private static int? SchemaOf(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out JsonElement schema) && schema.TryGetInt32(out int version) ? version : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
