using System.Globalization;
using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Statistics;
using CsvHelper;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>A comparison under uncertain inputs as JSON and CSV; never a NaN.</summary>
public static class UncertainOutput
{
    /// <summary>One JSON object.</summary>
    public static void WriteJson(UncertainComparison comparison, Stamp stamp, Stream stream)
    {
        UncertainRequest request = comparison.Request;
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("definition", Comparison.Definition);
        json.WriteString("baseline", request.Baseline.Id);
        json.WriteBoolean("complete", comparison.Complete);
        json.WriteNumber("draws", comparison.Draws);
        json.WriteNumber("replicationsPerDraw", request.Options.Replications);
        json.WriteNumber("inputs", request.Inputs.Count);
        json.WriteNumber("overloadedRuns", comparison.Overloaded);
        json.WriteStartArray("scenarios");
        foreach (UncertainScenario scenario in comparison.Scenarios)
        {
            json.WriteStartObject();
            json.WriteString("id", scenario.Id);
            json.WriteNumber("year", scenario.Weeks.Year);
            json.WriteStartArray("indicators");
            foreach (UncertainChange change in scenario.Changes)
            {
                TwoLevel parts = change.Parts;
                json.WriteStartObject();
                json.WriteString("id", change.Indicator.Id);
                json.WriteString("unit", change.Indicator.Unit);
                ComparisonJson.Difference(json, "mean", "ci95", parts.Mean);
                ComparisonJson.Number(json, "p5", change.P5);
                ComparisonJson.Number(json, "p50", change.P50);
                ComparisonJson.Number(json, "p95", change.P95);
                ComparisonJson.Number(json, "pBetter", change.ShareBetter);
                json.WriteStartObject("input");
                ComparisonJson.Number(json, "halfWidth", parts.InputHalfWidth);
                ComparisonJson.Difference(json, "deviation", "deviationCi95", parts.InputDeviationInterval);
                ComparisonJson.Number(json, "shareOfVariance", Share(change));
                json.WriteEndObject();
                json.WriteStartObject("simulation");
                ComparisonJson.Number(json, "halfWidth", parts.SimulationHalfWidth);
                ComparisonJson.Number(json, "deviation", Math.Sqrt(parts.RunVariance));
                ComparisonJson.Number(json, "shareOfVariance", 1 - Share(change));
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("drawn");
        foreach (UncertainInput input in request.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("input", input.Id);
            SensitivityJson.Range(json, input);
            json.WriteString("law", Inputs.Names.Key(input.Law));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>One row per scenario and indicator.</summary>
    public static void WriteCsv(UncertainComparison comparison, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteRecord(
        [
            "scenario", "year", "indicator", "unit", "mean", "ci95_low", "ci95_high", "p5", "p50", "p95", "p_better", "input_half_width", "simulation_half_width", "input_share", "draws", "replications_per_draw",
        ]);
        foreach (UncertainScenario s in comparison.Scenarios)
            foreach (UncertainChange c in s.Changes)
            {
                string Number(double value) => SensitivityCsv.Number(value);
                csv.WriteRecord(
                [
                    s.Id, s.Weeks.Year.ToString(CultureInfo.InvariantCulture), c.Indicator.Id, c.Indicator.Unit, Number(c.Parts.Mean.Mean), Number(c.Parts.Mean.Low), Number(c.Parts.Mean.High), Number(c.P5), Number(c.P50), Number(c.P95),
                    Number(c.ShareBetter), Number(c.Parts.InputHalfWidth), Number(c.Parts.SimulationHalfWidth), Number(Share(c)), comparison.Draws.ToString(CultureInfo.InvariantCulture),
                    comparison.Request.Options.Replications.ToString(CultureInfo.InvariantCulture),
                ]);
            }
    }

    private static double Share(UncertainChange change) => change.Parts.InputShare;
}
