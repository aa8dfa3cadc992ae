using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Writes JSON Schemas of shapes. A shape with a name is written once and referred to afterwards.</summary>
public sealed class SchemaPen
{
    private readonly SortedDictionary<string, JsonObject> named = new(StringComparer.Ordinal);

    /// <summary>The schema of a shape, or a reference to it.</summary>
    public JsonObject Write(Shape shape)
    {
        if (shape.SchemaName is not { } name) return shape.WriteSchema(this);
        if (!named.ContainsKey(name))
        {
            named[name] = []; // Holds the place, should a shape contain itself.
            named[name] = shape.WriteSchema(this);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>The definitions referred to.</summary>
    public JsonObject Definitions() => new(named.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value)));
}
