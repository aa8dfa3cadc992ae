using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CsvHelper;

namespace CorridorTwin.Scenarios.Appraisal.Reports;

/// <summary>An appraisal as CSV tables: flows by year, and what each stratum saves.</summary>
public static class AppraisalCsv
{
    /// <summary>One row per year and kind of flow, million US$ of the price year; costs are negative, so that a year's rows add up to its net flow.</summary>
    public static void WriteFlows(AppraisalResult result, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, "plan", "t", "year", "flow", "million_usd", "price_year");
        void Rows(string name, CashFlow flow, int sign)
        {
            for (int t = 0; t <= flow.Last; t++)
                if (flow[t] != 0) ComparisonCsv.Row(csv, result.Plan.Id, t, result.Plan.Start + t, name, ComparisonCsv.Number(sign * flow[t]), result.Plan.Prices.PriceYear!.Value);
        }

        foreach ((BenefitKind kind, CashFlow flow) in result.Benefits) Rows(Names.Key(kind), flow, 1);
        Rows("capital", result.Flows.Capital, -1);
        Rows("operating", result.Flows.Operating, -1);
        Rows("residual", result.Flows.Residual, 1);
        Rows("net", result.Flows.Net, 1);
    }

    /// <summary>One row per simulated year, side, operation, cargo class and kind of benefit, before ramp and delay.</summary>
    public static void WriteSavings(AppraisalResult result, TextWriter writer)
    {
        using CsvWriter csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        ComparisonCsv.Row(csv, "plan", "year", "post", "direction", "side", "country", "operation", "class", "trucks", "hours_saved_per_truck", "benefit", "beneficiary", "million_usd");
        foreach (SavingCell cell in result.Cells)
            foreach ((BenefitKind kind, double amount) in cell.Kinds)
                ComparisonCsv.Row(csv, result.Plan.Id, cell.Year, result.Plan.Baseline.Model.Posts[cell.Stratum.Post!.Value].Id, cell.Stratum.Direction!.Value, Names.Key(cell.Stratum.Role!.Value), cell.Country,
                    Names.Key(cell.Stratum.Operation!.Value), cell.Stratum.Cargo is { } cargo ? Names.Key(cargo) : "", ComparisonCsv.Number(cell.Saved.Trucks),
                    ComparisonCsv.Number(cell.Saved.Trucks > 0 ? cell.Saved.Hours / cell.Saved.Trucks : null), Names.Key(kind), Names.Key(AppraisalWords.BeneficiaryOf(kind, result.Plan)), ComparisonCsv.Number(amount));
    }
}
