using System.Text.Json;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>Levels as JSON or CSV, in the shape of a comparison's breakdown, with the mean's interval.</summary>
public static class LevelsOutput
{
    /// <summary>One JSON object; never a NaN.</summary>
    public static void WriteJson(Levels levels, Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("definition", Comparison.Definition);
        json.WriteString("scenario", levels.Id);
        json.WriteBoolean("complete", levels.Complete);
        if (levels.Halves is { } halves) json.WriteBoolean("dependsOnRunLength", halves.Depends);
        else json.WriteNull("dependsOnRunLength");
        if (levels.Stopping is { } stopping) CertaintyJson.Stopped(json, stopping);
        json.WriteStartArray("breakdown");
        foreach (BreakdownRow row in levels.Rows)
        {
            json.WriteStartObject();
            ComparisonJson.Fields(json, levels.Corridor, row);
            json.WriteStartArray("meanCi95");
            ComparisonJson.Value(json, row.Mean.Low);
            ComparisonJson.Value(json, row.Mean.High);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ComparisonJson.Recoveries(json, levels.Corridor, levels.Recoveries);
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>One CSV row per stratum.</summary>
    public static void WriteCsv(Levels levels, TextWriter writer) => ComparisonCsv.WriteBreakdown(levels.Corridor, levels.Rows, writer);
}
