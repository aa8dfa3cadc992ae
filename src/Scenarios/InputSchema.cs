using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios;

/// <summary>The JSON Schema of baseline and scenario files, for editors that check and complete while one types.</summary>
public static class InputSchema
{
    /// <summary>The schema as text, with the measures of a catalogue.</summary>
    public static string Write(IReadOnlyList<IMeasure> catalogue)
    {
        var pen = new SchemaPen();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "CorridorTwin: baseline or scenario / línea base o escenario",
            ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
            ["then"] = pen.Write(ScenarioShapes.File(catalogue)),
            ["else"] = pen.Write(BaselineShapes.File),
        };
        schema["$defs"] = pen.Definitions();
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
