using System.Globalization;
using CorridorTwin.Scenarios.Statistics;
using CsvHelper;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>What an answer hangs on, as one CSV row per input asked about. Empty cells where there is no value.</summary>
public static class SensitivityCsv
{
    /// <summary>Writes it, the most important input first.</summary>
    public static void Write(SensitivityReport report, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteRecord(
        [
            "input", "name_es", "name_en", "kind", "value", "low", "high", "input_unit", "grade", "source", "indicator", "unit", "kind_mu_star", "mu_star", "mu_star_ci95_low", "mu_star_ci95_high", "mu", "sigma",
            "at_low", "at_low_ci95_low", "at_low_ci95_high", "at_high", "at_high_ci95_low", "at_high_ci95_high", "shift_low", "shift_high",
        ]);
        foreach (UncertainInput i in report.Result.Inputs.Select(e => e.Input).Concat(report.NotScreened))
        {
            MorrisEffect? effect = report.Result.Inputs.FirstOrDefault(e => e.Input == i)?.Effect;
            MorrisEffect? kind = report.Result.Kinds.FirstOrDefault(k => k.Kind.Id == i.Kind.Id)?.Effect;
            EndsEffect? ends = report.Result.Ends.FirstOrDefault(e => e.Input == i);
            csv.WriteRecord(
            [
                i.Id, i.Name.Es, i.Name.En, i.Kind.Id, Number(i.Value), Number(i.Low), Number(i.High), i.Unit, i.Grade.Id, i.Source ?? "", report.Request.Indicator.Id, report.Request.Indicator.Unit,
                Number(kind?.MuStar.Mean), Number(effect?.MuStar.Mean), Number(effect?.MuStar.Low), Number(effect?.MuStar.High), Number(effect?.Mu), Number(effect?.Sigma),
                Number(ends?.AtLow.Mean), Number(ends?.AtLow.Low), Number(ends?.AtLow.High), Number(ends?.AtHigh.Mean), Number(ends?.AtHigh.Low), Number(ends?.AtHigh.High),
                Number(ends?.Bar.Low.Mean), Number(ends?.Bar.High.Mean),
            ]);
        }
    }

    internal static string Number(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(v, 6).ToString(CultureInfo.InvariantCulture) : "";
}
