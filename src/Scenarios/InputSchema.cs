using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts;

namespace CorridorTwin.Scenarios;

/// <summary>The JSON Schema of baseline and scenario files, for editors that check and complete while one types.</summary>
public static class InputSchema
{
    /// <summary>The schema as text, with the measures of a catalogue.</summary>
    public static string Write(IReadOnlyList<IMeasure> catalogue)
    {
        var pen = new SchemaPen();
        return Text(pen, new JsonObject
        {
            ["title"] = "CorridorTwin: baseline or scenario / línea base o escenario",
            ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
            ["then"] = pen.Write(ScenarioShapes.File(catalogue)),
            ["else"] = pen.Write(BaselineShapes.File),
        });
    }

    /// <summary>The schema of rollout files as text, with the measures of a catalogue.</summary>
    public static string WriteRollout(IReadOnlyList<IMeasure> catalogue)
    {
        var pen = new SchemaPen();
        JsonObject file = pen.Write(RolloutShapes.File(catalogue));
        return Text(pen, new JsonObject { ["title"] = "CorridorTwin: rollout / implementación", ["allOf"] = new JsonArray(file) });
    }

    private static string Text(SchemaPen pen, JsonObject content)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach ((string key, JsonNode? value) in content.ToArray())
        {
            content.Remove(key);
            schema[key] = value;
        }
        schema["$defs"] = pen.Definitions();
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
