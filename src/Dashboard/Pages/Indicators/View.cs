using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Dashboard.Pages.Compare;
using CorridorTwin.Dashboard.Runs;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Dashboard.Pages.Indicators;

/// <summary>Which run's which model, and which cell is open, as the address says it.</summary>
/// <param name="Choice">The run and its models.</param>
/// <param name="Of">The model shown; null if there is none.</param>
/// <param name="Open">The cell that is open; null for none.</param>
public sealed record View(Choice Choice, Compared? Of, StrategyCell? Open)
{
    /// <summary>Reads <c>?run=…&amp;of=…&amp;cell=…</c>.</summary>
    public static View Read(IQueryCollection query, RunQueue queue, RunResults results)
    {
        Choice choice = Choice.Read(query, queue, results);
        Compared? of = choice.All.FirstOrDefault(c => c.Id == query["of"].LastOrDefault()) ?? choice.All.FirstOrDefault();
        StrategyCell? open = of is null ? null : StrategyCell.Of(of.Variant.Model).FirstOrDefault(c => c.Id == query["cell"].LastOrDefault());
        return new View(choice, of, open);
    }

    /// <summary>The mean of a row over replications, with its interval.</summary>
    public Interval Mean(RowKey row) => Interval.Of([.. Values(row).Select(v => v.Mean)]);

    /// <summary>A row in every replication that has it.</summary>
    public IEnumerable<RowValue> Values(RowKey row) => Of!.Variant.Replications.Where(r => r.Rows.ContainsKey(row)).Select(r => r.Rows[row]);

    /// <summary>The address of a cell.</summary>
    public string Link(StrategyCell cell) => $"/indicators?run={Choice.Run!.Id}&of={Of!.Id}&cell={cell.Id}#cell";
}
