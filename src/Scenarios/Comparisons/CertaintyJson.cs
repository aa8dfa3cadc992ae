using System.Text.Json;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>How sure a result is, as JSON. What is infinite or not defined is null.</summary>
internal static class CertaintyJson
{
    /// <summary>What pairing was worth, and how sure a change is.</summary>
    public static void Of(Utf8JsonWriter json, PairedComparison? paired, double holmP)
    {
        json.WriteStartObject("certainty");
        ComparisonJson.Number(json, "pHolm", holmP);
        ComparisonJson.Number(json, "better", paired?.MeanBetter);
        ComparisonJson.Number(json, "betterInOneRun", paired?.PredictedBetter);
        ComparisonJson.Number(json, "varianceReduction", paired?.VarianceReduction);
        if (paired is null) json.WriteNull("moreReplicationsToHalve");
        else json.WriteNumber("moreReplicationsToHalve", paired.ToHalve);
        json.WriteEndObject();
    }

    /// <summary>Every scenario with every other.</summary>
    public static void Pairs(Utf8JsonWriter json, IReadOnlyList<ScenarioPair> pairs)
    {
        json.WriteStartArray("pairs");
        foreach (ScenarioPair pair in pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteString("indicator", pair.Indicator.Id);
            json.WriteString("unit", pair.Indicator.Unit);
            ComparisonJson.Difference(json, "difference", "ci95", pair.Paired.Difference);
            json.WriteBoolean("toldApart", pair.ToldApart);
            Of(json, pair.Paired, pair.HolmP);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Why the runs ended, and how precise they were by then.</summary>
    public static void Stopped(Utf8JsonWriter json, Stopping stopping)
    {
        json.WriteStartObject("stopping");
        json.WriteString("reason", stopping.End switch { RunEnd.Precise => "precision", RunEnd.OutOfTime => "budget", RunEnd.Cancelled => "cancelled", _ => "replications" });
        json.WriteNumber("replications", stopping.Replications);
        json.WriteNumber("most", stopping.Most);
        json.WriteBoolean("precisionMissed", stopping.Missed);
        json.WriteString("leastPrecise", stopping.Widest?.Name.En);
        ComparisonJson.Number(json, "halfWidth", stopping.HalfWidth);
        json.WriteString("unit", stopping.Widest?.Unit);
        json.WriteEndObject();
    }
}
