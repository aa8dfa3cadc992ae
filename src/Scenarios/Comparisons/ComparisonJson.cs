using System.Text.Json;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>A comparison as one JSON object. An empty stratum has n 0 and nulls; there is never a NaN.</summary>
public static class ComparisonJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Comparison comparison, Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("definition", Comparison.Definition);
        json.WriteString("baseline", comparison.Baseline);
        json.WriteBoolean("complete", comparison.Complete);
        json.WriteStartArray("warnings");
        foreach (Bilingual warning in comparison.Warnings) json.WriteStringValue(warning.En);
        json.WriteEndArray();
        json.WriteStartArray("scenarios");
        foreach (ScenarioComparison scenario in comparison.Scenarios) Scenario(json, comparison, scenario);
        json.WriteEndArray();
        if (comparison.Pairs.Count > 0) CertaintyJson.Pairs(json, comparison.Pairs);
        if (comparison.Stopping is { } stopping) CertaintyJson.Stopped(json, stopping);
        json.WriteStartArray("breakdown");
        foreach (BreakdownRow row in comparison.Breakdown) Row(json, comparison.Corridor, row);
        json.WriteEndArray();
        Stamped(json, stamp);
        json.WriteEndObject();
    }

    /// <summary>Writes a stamp.</summary>
    public static void Stamped(Utf8JsonWriter json, Stamp stamp)
    {
        json.WriteStartObject("stamp");
        json.WriteString("scenarioHash", stamp.ScenarioHash);
        json.WriteString("dataHash", stamp.DataHash);
        json.WriteString("commit", stamp.Commit);
        json.WriteNumber("seed", stamp.Seed);
        json.WriteNumber("replications", stamp.Replications);
        json.WriteNumber("days", stamp.Days);
        json.WriteString("period", stamp.Period.En);
        json.WriteString("command", stamp.Command);
        if (stamp.Validation.Count > 0)
        {
            json.WriteStartArray("validation");
            foreach (Bilingual line in stamp.Validation) json.WriteStringValue(line.En);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Scenario(Utf8JsonWriter json, Comparison comparison, ScenarioComparison scenario)
    {
        CorridorModel corridor = comparison.Corridor;
        json.WriteStartObject();
        json.WriteString("id", scenario.Id);
        json.WriteNumber("year", scenario.Year);
        json.WriteString("period", scenario.Weeks.Interval(comparison.Options.Days));
        json.WriteStartArray("indicators");
        foreach (IndicatorComparison i in scenario.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("id", i.Id);
            json.WriteString("unit", i.Unit);
            Number(json, "baseline", i.Baseline);
            Number(json, "scenario", i.Scenario);
            Difference(json, "difference", "ci95", i.Difference);
            Difference(json, "percent", "percentCi95", i.Percent);
            CertaintyJson.Of(json, i.Paired, i.HolmP);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (scenario.Halves is { } halves) json.WriteBoolean("dependsOnRunLength", halves.Depends);
        else json.WriteNull("dependsOnRunLength");
        json.WriteStartArray("worseOff");
        foreach (WorseOffRow worse in scenario.WorseOff)
        {
            json.WriteStartObject();
            Where(json, corridor, worse.Row, worse.Row.Operation!.Value);
            Difference(json, "difference", "ci95", worse.Difference);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("guards");
        foreach (GuardComparison guard in scenario.Guards)
        {
            json.WriteStartObject();
            json.WriteString("id", Camel(guard.Kind.ToString()));
            json.WriteString("unit", guard.Unit);
            Number(json, "baseline", guard.Baseline);
            Number(json, "scenario", guard.Scenario);
            Difference(json, "difference", "ci95", guard.Difference);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (scenario.Sensitivity is { } s)
        {
            json.WriteStartObject("capacitySensitivity");
            Difference(json, "percentAt98", "ci95At98", s.Less);
            Difference(json, "percentAt102", "ci95At102", s.More);
            json.WriteNumber("replications", s.Replications);
            json.WriteEndObject();
        }
        Recoveries(json, corridor, scenario.Recoveries);
        json.WriteEndObject();
    }

    /// <summary>Recoveries; nothing for a scenario without disturbances.</summary>
    internal static void Recoveries(Utf8JsonWriter json, CorridorModel corridor, IReadOnlyList<Recovery> recoveries)
    {
        if (recoveries.Count == 0) return;
        json.WriteStartArray("recoveries");
        foreach (Recovery recovery in recoveries)
        {
            json.WriteStartObject();
            json.WriteString("post", corridor.Posts[recovery.Post].Id);
            json.WriteString("kinds", string.Join(" ", recovery.Kinds.Select(Inputs.Names.Key)));
            Number(json, "fromHour", recovery.FromHour);
            Number(json, "toHour", recovery.ToHour);
            Difference(json, "hours", "hoursCi95", recovery.Hours);
            json.WriteNumber("unfinished", recovery.Unfinished);
            Difference(json, "peakTrucks", "peakTrucksCi95", recovery.Peak);
            json.WriteStartArray("values");
            foreach (double value in recovery.Values) Value(json, value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, CorridorModel corridor, BreakdownRow row)
    {
        json.WriteStartObject();
        Fields(json, corridor, row);
        json.WriteEndObject();
    }

    internal static void Fields(Utf8JsonWriter json, CorridorModel corridor, BreakdownRow row)
    {
        json.WriteString("scenario", row.Scenario);
        Where(json, corridor, row.Row, row.Operation);
        RowValue? v = row.Value;
        Number(json, "mean", v?.Mean);
        Number(json, "p50", v?.P50);
        Number(json, "p95", v?.P95);
        Number(json, "n", row.Count);
        Number(json, "service", v?.Service);
        Number(json, "documents", v?.Documents);
        Number(json, "closed", v?.Closed);
        Number(json, "blocked", v?.Blocked);
        Number(json, "queue", v?.Queue);
        Number(json, "move", v?.Move);
    }

    private static void Where(Utf8JsonWriter json, CorridorModel corridor, RowKey row, Operation operation)
    {
        BorderPost post = corridor.Posts[row.Post!.Value];
        json.WriteString("post", post.Id);
        json.WriteString("direction", row.Direction!.Value.ToString());
        if (row.Role is { } role) json.WriteString("side", post.CountryOf(row.Direction.Value, role));
        else json.WriteNull("side");
        json.WriteString("operation", operation.ToString().ToLowerInvariant());
        if (row.Cargo is { } cargo) json.WriteString("class", cargo.ToString().ToLowerInvariant());
        else json.WriteNull("class");
    }

    internal static void Difference(Utf8JsonWriter json, string name, string interval, Interval value)
    {
        Number(json, name, value.Mean);
        json.WriteStartArray(interval);
        Value(json, value.Low);
        Value(json, value.High);
        json.WriteEndArray();
    }

    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    internal static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is { } v && double.IsFinite(v)) json.WriteNumberValue(Math.Round(v, 6));
        else json.WriteNullValue();
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
