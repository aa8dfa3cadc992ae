using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>One row of the strategy's Table 2: an impact indicator, of the corridor or of one country's side of a post.</summary>
/// <param name="Id">I1 to I7.</param>
/// <param name="Name">Its name.</param>
/// <param name="Post">The post; null for the corridor.</param>
/// <param name="Country">The country; null for the corridor.</param>
/// <param name="Way">Direction of the trucks counted; null for both.</param>
/// <param name="Operation">Official operation; null for all.</param>
/// <param name="Keys">The rows of a replication whose operations it divides by.</param>
/// <param name="Printed">The rows whose times the printed formula adds up instead, where that is an evident error; null elsewhere.</param>
public sealed record IndicatorRow(
    string Id, Bilingual Name, BorderPost? Post, string? Country, Direction? Way, Operation? Operation, IReadOnlyList<RowKey> Keys, IReadOnlyList<RowKey>? Printed)
{
    /// <summary>The average over all operations.</summary>
    public const string Headline = "I1";

    /// <summary>As files and addresses name it: <c>I1</c>, <c>I2</c>, <c>penas-blancas.CR.I2</c>.</summary>
    public string Key => Post is null ? Id : $"{Post.Id}.{Country}.{Id}";

    /// <summary>Whether it is of the whole corridor.</summary>
    public bool IsCorridor => Post is null;

    /// <summary>I1, then I2 to I7 of the corridor, then of every country's side of every post from the north.</summary>
    public static IReadOnlyList<IndicatorRow> Of(CorridorModel corridor)
    {
        StrategyCell[] cells = [.. StrategyCell.Of(corridor)];
        return
        [
            new(Headline, new("Todas las operaciones", "All operations"), null, null, null, null, [RowKey.AllOperations], null),
            .. StrategyIndicator.All.Select(i => new IndicatorRow(i.Id, i.Name, null, null, i.Way, i.Operation, KeysOf(cells.Where(c => c.Indicator == i)), PrintedKeys(cells, i))),
            .. cells.Select(c => new IndicatorRow(
                c.Indicator.Id, c.Indicator.Name, c.Post, c.Country, c.Row.Direction, c.Indicator.Operation, [c.Row], PrintedKeys(cells.Where(o => o.Post == c.Post && o.Country == c.Country), c.Indicator))),
        ];
    }

    // Table 2 prints the sum of import times over the number of export operations.
    private static IReadOnlyList<RowKey>? PrintedKeys(IEnumerable<StrategyCell> cells, StrategyIndicator indicator) =>
        indicator.Operation == CorridorTwin.Simulation.Corridor.Operation.Export ? KeysOf(cells.Where(c => c.Indicator.Operation == CorridorTwin.Simulation.Corridor.Operation.Import)) : null;

    private static IReadOnlyList<RowKey> KeysOf(IEnumerable<StrategyCell> cells) => [.. cells.Select(c => c.Row)];
}
