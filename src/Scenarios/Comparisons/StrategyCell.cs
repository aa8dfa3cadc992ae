using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>An indicator of the strategy's Table 2, I2 to I7.</summary>
/// <param name="Id">I2 to I7.</param>
/// <param name="Name">Its name.</param>
/// <param name="Operation">Official operation.</param>
/// <param name="Way">Direction; null where the operation itself fixes it for each country.</param>
public sealed record StrategyIndicator(string Id, Bilingual Name, Operation Operation, Direction? Way)
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<StrategyIndicator> All { get; } =
    [
        new("I2", new("Exportación", "Export"), Operation.Export, null),
        new("I3", new("Importación", "Import"), Operation.Import, null),
        new("I4", new("Tránsito N–S", "Transit N–S"), Operation.Transit, Direction.N2S),
        new("I5", new("Tránsito S–N", "Transit S–N"), Operation.Transit, Direction.S2N),
        new("I6", new("Vacíos N–S", "Empties N–S"), Operation.Empty, Direction.N2S),
        new("I7", new("Vacíos S–N", "Empties S–N"), Operation.Empty, Direction.S2N),
    ];
}

/// <summary>One cell of the table: an indicator at one country's side of a post.</summary>
/// <param name="Post">Post.</param>
/// <param name="Country">Country.</param>
/// <param name="Indicator">Indicator.</param>
/// <param name="Row">The row of the results that holds it.</param>
public sealed record StrategyCell(BorderPost Post, string Country, StrategyIndicator Indicator, RowKey Row)
{
    /// <summary>As addresses name it.</summary>
    public string Id => $"{Post.Id}.{Country}.{Indicator.Id}";

    /// <summary>All, by post and country.</summary>
    public static IEnumerable<StrategyCell> Of(CorridorModel corridor) =>
        from p in Enumerable.Range(0, corridor.Posts.Count)
        let post = corridor.Posts[p]
        from country in new[] { post.North, post.South }
        from indicator in StrategyIndicator.All
        let side = Side(post, country, indicator)
        select new StrategyCell(post, country, indicator, new RowKey(p, side.Direction, side.Role, indicator.Operation, null, null));

    /// <summary>The cell in every replication of a model that has it.</summary>
    public IEnumerable<RowValue> In(Compared model) => model.Variant.Replications.Where(r => r.Rows.ContainsKey(Row)).Select(r => r.Rows[Row]);

    private static (Direction Direction, SideRole Role) Side(BorderPost post, string country, StrategyIndicator indicator)
    {
        bool north = country == post.North;
        // A country's exports leave by its own side as the exit, its imports come in by it.
        if (indicator.Operation == Operation.Export) return (north ? Direction.N2S : Direction.S2N, SideRole.Exit);
        if (indicator.Operation == Operation.Import) return (north ? Direction.S2N : Direction.N2S, SideRole.Entry);
        Direction way = indicator.Way!.Value;
        return (way, north == (way == Direction.N2S) ? SideRole.Exit : SideRole.Entry);
    }
}
