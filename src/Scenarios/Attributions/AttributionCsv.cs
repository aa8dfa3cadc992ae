using CorridorTwin.Scenarios.Comparisons;
using CsvHelper;

namespace CorridorTwin.Scenarios.Attributions;

/// <summary>An attribution as CSV tables: shares with their total, and interactions.</summary>
public static class AttributionCsv
{
    /// <summary>One row per contributor, and the total.</summary>
    public static void WriteShares(ScenarioAttribution attribution, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, "scenario", "indicator", "unit", "measure", "pillar", "value", "ci95_low", "ci95_high", "p_holm", "alone", "alone_ci95_low", "alone_ci95_high", "last_in", "last_in_ci95_low", "last_in_ci95_high", "replications", "depends_on_run_length");
        (string scenario, string indicator, string unit) = (attribution.Request.Id, attribution.Request.Indicator.Id, attribution.Request.Indicator.Unit);
        string depends = attribution.Halves is { } halves ? halves.Depends ? "yes" : "no" : "";
        foreach (ContributorShare s in attribution.Shares)
            ComparisonCsv.Row(csv, scenario, indicator, unit, s.Contributor.Id, s.Contributor.Pillar, Number(s.Share.Mean), Number(s.Share.Low), Number(s.Share.High), Number(s.HolmP),
                Number(s.Alone.Mean), Number(s.Alone.Low), Number(s.Alone.High), Number(s.LastIn.Mean), Number(s.LastIn.Low), Number(s.LastIn.High), attribution.Replications, depends);
        ComparisonCsv.Row(csv, scenario, indicator, unit, "total", "", Number(attribution.Total.Mean), Number(attribution.Total.Low), Number(attribution.Total.High), "", "", "", "", "", "", "", attribution.Replications, depends);
    }

    /// <summary>One row per pair.</summary>
    public static void WriteInteractions(ScenarioAttribution attribution, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, "scenario", "indicator", "unit", "first", "second", "interaction", "ci95_low", "ci95_high", "p_holm");
        foreach (ContributorPair p in attribution.Interactions)
            ComparisonCsv.Row(csv, attribution.Request.Id, attribution.Request.Indicator.Id, attribution.Request.Indicator.Unit, p.First.Id, p.Second.Id, Number(p.Value.Mean), Number(p.Value.Low), Number(p.Value.High), Number(p.HolmP));
    }

    private static string Number(double value) => ComparisonCsv.Number(value);
}
