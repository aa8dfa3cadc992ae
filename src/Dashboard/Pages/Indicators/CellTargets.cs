using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>Figures the baseline is held to that speak of one cell.</summary>
public static class CellTargets
{
    /// <summary>Targets with their sources.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="corridor">The posts.</param>
    /// <param name="folder">Directory of the run's input files.</param>
    public static IReadOnlyList<(ReferenceRow, SourceRow?)> Of(StrategyCell cell, CorridorModel corridor, string folder)
    {
        string references = Path.Combine(folder, "data", "references.csv");
        if (!File.Exists(references)) return [];
        // What is wrong with the tables is told where they are checked; here it only means that there is less to show.
        IReadOnlyList<SourceRow> sources = SourceTable.Load(Path.Combine(folder, "data", "sources.csv"), new Problems()) ?? [];
        return [.. ReferenceTable.Load(references, corridor, new Problems())
            .Where(r => r.Quantity == "M_side" && r.Post == cell.Post.Id && r.Role == cell.Row.Role && (r.Direction is null || r.Direction == cell.Row.Direction) && r.Operation == cell.Indicator.Operation)
            .Select(r => (r, sources.FirstOrDefault(s => s.Id == r.Source)))];
    }
}
