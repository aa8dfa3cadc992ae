using System.Globalization;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using CsvHelper;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>A comparison as two CSV tables: indicators, and the breakdown by stratum. Empty cells where there is no value.</summary>
public static class ComparisonCsv
{
    /// <summary>One row per scenario and indicator.</summary>
    public static void WriteIndicators(Comparison comparison, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        Row(csv, "scenario", "year", "indicator", "unit", "definition", "baseline", "scenario_value", "difference", "ci95_low", "ci95_high", "percent", "percent_ci95_low", "percent_ci95_high", "replications", "period",
            "p_holm", "better", "variance_reduction", "more_replications_to_halve", "depends_on_run_length");
        foreach (ScenarioComparison s in comparison.Scenarios)
        {
            foreach (IndicatorComparison i in s.Indicators)
                Row(csv, s.Id, s.Year, i.Id, i.Unit, Comparison.Definition, Number(i.Baseline), Number(i.Scenario), Number(i.Difference.Mean), Number(i.Difference.Low), Number(i.Difference.High),
                    Number(i.Percent.Mean), Number(i.Percent.Low), Number(i.Percent.High), comparison.Replications, s.Weeks.Interval(comparison.Options.Days),
                    Number(i.HolmP), Number(i.Paired?.MeanBetter), Number(i.Paired?.VarianceReduction), Number(i.Paired?.ToHalve), s.Halves is { } halves ? halves.Depends ? "yes" : "no" : "");
            // Against the same scenario undisturbed, which has nothing to recover from.
            foreach (Recovery r in s.Recoveries)
                Row(csv, s.Id, s.Year, $"recovery.{comparison.Corridor.Posts[r.Post].Id}", "h", "recovery", "0", Number(r.Hours.Mean), Number(r.Hours.Mean), Number(r.Hours.Low), Number(r.Hours.High),
                    "", "", "", r.Values.Count, s.Weeks.Interval(comparison.Options.Days), "", "", "", "", "");
        }
    }

    /// <summary>One row per scenario and stratum.</summary>
    public static void WriteBreakdown(Comparison comparison, TextWriter writer) => WriteBreakdown(comparison.Corridor, comparison.Breakdown, writer);

    internal static void WriteBreakdown(CorridorModel corridor, IReadOnlyList<BreakdownRow> rows, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        Row(csv, "scenario", "post", "direction", "side", "operation", "class", "n", "mean", "mean_ci95_low", "mean_ci95_high", "p50", "p95", "service", "documents", "closed", "blocked", "queue", "move");
        foreach (BreakdownRow r in rows)
        {
            BorderPost post = corridor.Posts[r.Row.Post!.Value];
            string side = r.Row.Role is { } role ? post.CountryOf(r.Row.Direction!.Value, role) : "";
            RowValue? v = r.Value;
            Row(csv, r.Scenario, post.Id, r.Row.Direction!.Value, side, r.Operation.ToString().ToLowerInvariant(), r.Row.Cargo?.ToString().ToLowerInvariant() ?? "",
                Number(r.Count), Number(v?.Mean), Number(r.Mean.Low), Number(r.Mean.High), Number(v?.P50), Number(v?.P95), Number(v?.Service), Number(v?.Documents), Number(v?.Closed), Number(v?.Blocked), Number(v?.Queue), Number(v?.Move));
        }
    }

    /// <summary>One row per disturbance that hit a post, and scenario.</summary>
    public static void WriteRecoveries(CorridorModel corridor, IEnumerable<(string Scenario, Recovery Recovery)> recoveries, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        Row(csv, "scenario", "post", "kinds", "from_hour", "to_hour", "recovery_hours", "ci95_low", "ci95_high", "unfinished", "replications", "peak_trucks", "peak_ci95_low", "peak_ci95_high");
        foreach ((string scenario, Recovery r) in recoveries)
            Row(csv, scenario, corridor.Posts[r.Post].Id, string.Join(" ", r.Kinds.Select(Inputs.Names.Key)), Number(r.FromHour), Number(r.ToHour), Number(r.Hours.Mean), Number(r.Hours.Low), Number(r.Hours.High),
                r.Unfinished, r.Values.Count, Number(r.Peak.Mean), Number(r.Peak.Low), Number(r.Peak.High));
    }

    internal static string Number(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(v, 6).ToString(CultureInfo.InvariantCulture) : "";

    internal static void Row(CsvWriter csv, params object[] fields) =>
        csv.WriteRecord([.. fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture) ?? "")]);
}
