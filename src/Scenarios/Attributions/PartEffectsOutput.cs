using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Statistics;
using CsvHelper;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>Effects by part of the time as JSON or CSV. Changes are after less before: below 0 is time saved.</summary>
public static class PartEffectsOutput
{
    /// <summary>One JSON object; never a NaN.</summary>
    public static void WriteJson(PartEffects effects, Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("definition", Comparison.Definition);
        json.WriteString("scenario", effects.Request.Id);
        json.WriteBoolean("complete", effects.Complete);
        json.WriteStartObject("before");
        ComparisonJson.Number(json, "time", effects.Before);
        for (int p = 0; p < TimePart.All.Count; p++) ComparisonJson.Number(json, TimePart.All[p].Id, effects.BeforeParts[p]);
        json.WriteEndObject();
        json.WriteStartArray("measures");
        foreach (PartEffect effect in effects.Effects)
        {
            json.WriteStartObject();
            json.WriteString("id", effect.Id);
            json.WriteNumber("sidesInForce", effect.InForce);
            ComparisonJson.Difference(json, "time", "timeCi95", effect.Time);
            for (int p = 0; p < TimePart.All.Count; p++) ComparisonJson.Difference(json, TimePart.All[p].Id, TimePart.All[p].Id + "Ci95", effect.Parts[p]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>One row per measure and part, the whole time first.</summary>
    public static void WriteCsv(PartEffects effects, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, "scenario", "measure", "part", "unit", "before", "change", "ci95_low", "ci95_high", "replications", "sides_in_force");
        foreach (PartEffect effect in effects.Effects)
        {
            Row(effect, "time", effects.Before, effect.Time);
            for (int p = 0; p < TimePart.All.Count; p++) Row(effect, TimePart.All[p].Id, effects.BeforeParts[p], effect.Parts[p]);
        }

        void Row(PartEffect effect, string part, double before, Interval change) => ComparisonCsv.Row(
            csv, effects.Request.Id, effect.Id, part, "h", ComparisonCsv.Number(before), ComparisonCsv.Number(change.Mean), ComparisonCsv.Number(change.Low), ComparisonCsv.Number(change.High), effects.Replications, effect.InForce);
    }
}
