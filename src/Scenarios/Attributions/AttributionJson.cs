using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>An attribution as one JSON object. Values are reductions; those of the shares add up to the total to the last digit written.</summary>
public static class AttributionJson
{
    private const int Decimals = 6;

    /// <summary>Writes it.</summary>
    public static void Write(ScenarioAttribution attribution, Stamp stamp, Stream stream)
    {
        decimal[] values = [.. attribution.Shares.Select(s => Rounded(s.Share.Mean))];
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("scenario", attribution.Request.Id);
        json.WriteString("indicator", attribution.Request.Indicator.Id);
        json.WriteString("unit", attribution.Request.Indicator.Unit);
        // The sum of what is written, so that equal shares stay equal: it differs from the exact total by some millionths at most.
        json.WriteNumber("total", values.Sum());
        json.WriteStartArray("shares");
        foreach ((ContributorShare share, decimal value) in attribution.Shares.Zip(values))
        {
            json.WriteStartObject();
            json.WriteString("measure", share.Contributor.Id);
            json.WriteNumber("value", value);
            Ends(json, share.Share);
            ComparisonJson.Number(json, "alone", share.Alone.Mean);
            ComparisonJson.Number(json, "lastIn", share.LastIn.Mean);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("interactions");
        foreach (ContributorPair pair in attribution.Interactions)
        {
            json.WriteStartObject();
            json.WriteStartArray("measures");
            json.WriteStringValue(pair.First.Id);
            json.WriteStringValue(pair.Second.Id);
            json.WriteEndArray();
            ComparisonJson.Number(json, "value", pair.Value.Mean);
            Ends(json, pair.Value);
            ComparisonJson.Number(json, "pHolm", pair.HolmP);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ComparisonJson.Stamped(json, stamp);
        Run(json, attribution);
        json.WriteEndObject();
    }

    /// <summary>What a reader of the numbers must know of how they came about.</summary>
    private static void Run(Utf8JsonWriter json, ScenarioAttribution attribution)
    {
        json.WriteStartObject("run");
        json.WriteBoolean("complete", attribution.Complete);
        json.WriteNumber("year", attribution.Request.Weeks.Year);
        ComparisonJson.Difference(json, "without", "withoutCi95", attribution.Before);
        ComparisonJson.Difference(json, "with", "withCi95", attribution.After);
        json.WriteStartArray("totalCi95");
        ComparisonJson.Value(json, attribution.Total.Low);
        ComparisonJson.Value(json, attribution.Total.High);
        json.WriteEndArray();
        json.WriteString("method", attribution.Request.Exact ? "exact" : "sampled");
        json.WriteNumber("coalitions", attribution.Coalitions);
        json.WriteNumber("models", attribution.Models);
        if (!attribution.Request.Exact) json.WriteNumber("ordersPerReplication", attribution.Orders);
        json.WriteStartArray("joinsAfter");
        foreach ((int contributor, int needs) in attribution.Needs)
        {
            json.WriteStartObject();
            json.WriteString("measure", attribution.Request.Contributors[contributor].Id);
            json.WriteString("needs", attribution.Request.Contributors[needs].Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notToldFromNothing");
        foreach (ContributorShare share in attribution.Shares.Where(s => !s.Told)) json.WriteStringValue(share.Contributor.Id);
        json.WriteEndArray();
        if (attribution.Halves is { } halves) json.WriteBoolean("dependsOnRunLength", halves.Depends);
        else json.WriteNull("dependsOnRunLength");
        CertaintyJson.Stopped(json, attribution.Stopping);
        json.WriteStartArray("warnings");
        foreach (Bilingual warning in attribution.Warnings) json.WriteStringValue(warning.En);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter json, Interval interval)
    {
        json.WriteStartArray("ci95");
        ComparisonJson.Value(json, interval.Low);
        ComparisonJson.Value(json, interval.High);
        json.WriteEndArray();
    }

    private static decimal Rounded(double value) => Math.Round((decimal)value, Decimals, MidpointRounding.AwayFromZero);
}
