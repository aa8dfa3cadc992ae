using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>An appraisal as one JSON object. Amounts in million US$ of the plan's price year, rates as fractions, payback in years; null where there is none.</summary>
public static class AppraisalJson
{
    /// <summary>Writes it.</summary>
    public static void Write(AppraisalResult result, Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("plan", result.Plan.Id);
        json.WriteStartArray("rates");
        foreach (RateResult rate in result.Rates)
        {
            json.WriteStartObject();
            json.WriteNumber("rate", rate.Rate);
            Number(json, "npv", rate.Npv);
            Number(json, "bcr", rate.Bcr);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("err");
        foreach (double err in result.Err) json.WriteNumberValue(err);
        json.WriteEndArray();
        Number(json, "payback", result.Payback);
        json.WriteStartObject("risk");
        json.WriteNumber("pNegative", result.Risk.PNegative);
        json.WriteNumber("p5", result.Risk.P5);
        json.WriteNumber("p50", result.Risk.P50);
        json.WriteNumber("p95", result.Risk.P95);
        json.WriteEndObject();
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v && double.IsFinite(v)) json.WriteNumber(name, v);
        else json.WriteNull(name);
    }
}
