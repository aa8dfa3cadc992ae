using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Appraisal.Reports.Annex;

/// <summary>
/// The annex of an appraisal as a spreadsheet that calculates: from what was simulated (by side, operation and cargo class) and unit values to
/// flows, and from flows and the discount rate to the net present value. Every formula carries the value it has now.
/// </summary>
public static class AnnexBook
{
    /// <summary>Name of the cell of the main discount rate; of those that follow from it.</summary>
    public const string Rate = "DiscountRate", Npv = "NPV", Err = "ERR", Bcr = "BCR";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(AppraisalResult result, Stamp stamp, Tongue tongue)
    {
        var names = new AnnexNames(tongue);
        var values = ValuesSheet.Of(result, names, tongue, Sources(result));
        var detail = DetailSheet.Of(result, names, tongue);
        var savings = SavingsSheet.Of(result, names, tongue, detail);
        var costs = CostsSheet.Of(result, names, tongue, values);
        var flows = FlowsSheet.Of(result, names, tongue, values, savings, costs);
        var summary = SummarySheet.Of(result, stamp, names, tongue, flows);
        return WorkbookWriter.Write(new Workbook(tongue.Say(result.Plan.Title), [
            summary.Sheet, ReadingSheets.Checklist(result, stamp, names, tongue), flows.Sheet, costs.Sheet, savings.Sheet, values.Sheet,
            ReadingSheets.Sensitivity(result, names, tongue), ReadingSheets.Risk(result, names, tongue), ReadingSheets.Who(result, names, tongue), ReadingSheets.Alternatives(result, names, tongue), detail.Sheet])
        {
            Names = summary.Names,
        });
    }

    private static IReadOnlyList<SourceRow> Sources(AppraisalResult result)
    {
        string table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(result.Plan.Baseline.Mark.File)) ?? ".", "data", "sources.csv");
        return File.Exists(table) ? SourceTable.Load(table, new Problems()) ?? [] : [];
    }
}

/// <summary>Names of the sheets.</summary>
internal sealed class AnnexNames(Tongue tongue)
{
    public string Summary { get; } = tongue.Say("Resumen", "Summary");
    public string Checklist { get; } = tongue.Say("Lista del revisor", "Reviewer's checklist");
    public string Flows { get; } = tongue.Say("Flujos", "Flows");
    public string Costs { get; } = tongue.Say("Costos", "Costs");
    public string Savings { get; } = tongue.Say("Ahorros simulados", "Simulated savings");
    public string Values { get; } = tongue.Say("Valores unitarios", "Unit values");
    public string Sensitivity { get; } = tongue.Say("Sensibilidad", "Sensitivity");
    public string Risk { get; } = tongue.Say("Riesgo", "Risk");
    public string Who { get; } = tongue.Say("Quién gana", "Who gains");
    public string Alternatives { get; } = tongue.Say("Alternativas", "Alternatives");
    public string Detail { get; } = tongue.Say("Detalle simulado", "Simulated detail");

    /// <summary>The sheet behind a key of the checklist.</summary>
    public string Of(string key) => key switch
    {
        "savings" => Savings, "alternatives" => Alternatives, "who" => Who, "costs" => Costs, "values" => Values, "sensitivity" => Sensitivity, _ => Summary,
    };
}
