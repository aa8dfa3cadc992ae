using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>What an answer hangs on, as one JSON object.</summary>
public static class SensitivityJson
{
    /// <summary>Writes it.</summary>
    public static void Write(SensitivityReport report, Stamp stamp, Stream stream)
    {
        SensitivityRequest request = report.Request;
        SensitivityResult result = report.Result;
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("scenario", request.Id);
        json.WriteString("indicator", request.Indicator.Id);
        json.WriteString("unit", request.Indicator.Unit);
        json.WriteString("of", request.Of == ResponseKind.Change ? "change" : "level");
        ComparisonJson.Difference(json, "answer", "ci95", result.Answer);
        json.WriteStartArray("ends");
        foreach (EndsEffect ends in result.Ends)
        {
            json.WriteStartObject();
            json.WriteString("input", ends.Input.Id);
            Range(json, ends.Input);
            ComparisonJson.Difference(json, "atLow", "atLowCi95", ends.AtLow);
            ComparisonJson.Difference(json, "atHigh", "atHighCi95", ends.AtHigh);
            ComparisonJson.Difference(json, "shiftLow", "shiftLowCi95", ends.Bar.Low);
            ComparisonJson.Difference(json, "shiftHigh", "shiftHighCi95", ends.Bar.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (InputEffect effect in result.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("input", effect.Input.Id);
            Range(json, effect.Input);
            Effect(json, effect.Effect);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("kinds");
        foreach (KindEffect kind in result.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Kind.Id);
            Name(json, kind.Kind.Name);
            json.WriteNumber("members", kind.Members);
            Effect(json, kind.Effect);
            json.WriteBoolean("lookedInto", kind.LookedInto);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notScreened");
        foreach (UncertainInput input in report.NotScreened) json.WriteStringValue(input.Id);
        json.WriteEndArray();
        ComparisonJson.Stamped(json, stamp);
        Run(json, report);
        json.WriteEndObject();
    }

    /// <summary>An input's name, value, range and grade.</summary>
    internal static void Range(Utf8JsonWriter json, UncertainInput input)
    {
        Name(json, input.Name);
        json.WriteString("kind", input.Kind.Id);
        ComparisonJson.Number(json, "value", input.Value);
        ComparisonJson.Number(json, "low", input.Low);
        ComparisonJson.Number(json, "high", input.High);
        json.WriteString("inputUnit", input.Unit);
        json.WriteString("grade", input.Grade.Id);
        json.WriteString("source", input.Source);
    }

    private static void Name(Utf8JsonWriter json, Bilingual name)
    {
        json.WriteStartObject("name");
        json.WriteString("es", name.Es);
        json.WriteString("en", name.En);
        json.WriteEndObject();
    }

    private static void Effect(Utf8JsonWriter json, MorrisEffect effect)
    {
        ComparisonJson.Difference(json, "muStar", "muStarCi95", effect.MuStar);
        ComparisonJson.Number(json, "mu", effect.Mu);
        ComparisonJson.Number(json, "sigma", effect.Sigma);
        json.WriteNumber("paths", effect.Effects.Count);
    }

    private static void Run(Utf8JsonWriter json, SensitivityReport report)
    {
        SensitivityOptions how = report.Request.Thoroughness;
        json.WriteStartObject("run");
        json.WriteBoolean("complete", report.Result.Complete);
        json.WriteNumber("year", report.Request.Weeks.Year);
        json.WriteNumber("inputsAsked", report.Result.Asked.Count);
        json.WriteNumber("paths", how.Paths);
        json.WriteNumber("levels", how.Levels);
        json.WriteNumber("reach", how.Reach);
        json.WriteNumber("overloadedRuns", report.Result.Overloaded);
        json.WriteNumber("screeningReplications", how.ScreeningReplications);
        json.WriteNumber("endReplications", how.EndReplications);
        json.WriteNumber("warmUpDays", report.Request.Options.WarmUpDays);
        json.WriteStartArray("missing");
        foreach (Bilingual missing in report.Result.Missing) json.WriteStringValue(missing.En);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
