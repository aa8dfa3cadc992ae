namespace CorridorTwin.Scenarios.Experiments;

/// <summary>One number that a replication gives for the corridor as a whole: what scenarios are compared by. Less is better for all of them.</summary>
/// <param name="Id">As in commands and files.</param>
/// <param name="Unit">h, USD or t.</param>
/// <param name="Name">In words, with its article.</param>
/// <param name="Of">Its value in a replication.</param>
public sealed record Indicator(string Id, string Unit, Bilingual Name, Func<ReplicationSummary, double> Of)
{
    private const double DaysPerYear = 365;

    /// <summary>All, in the order of tables.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("I1", "h", new("el tiempo medio de despacho", "the mean clearance time"), s => s.Rows[RowKey.AllOperations].Mean),
        new("p50", "h", new("la mediana del tiempo de despacho", "the median clearance time"), s => s.Rows[RowKey.AllOperations].P50),
        new("p95", "h", new("el percentil 95 del tiempo de despacho", "the 95th percentile of clearance time"), s => s.Rows[RowKey.AllOperations].P95),
        new("cost", "USD", new("el costo por cruce", "the cost per crossing"), s => s.Cost.Total / s.Crossings),
        new("co2", "t", new("el CO2 al año", "the CO2 a year"), s => s.Cost.Co2 / s.Days * DaysPerYear),
    ];

    /// <summary>The strategy's headline indicator.</summary>
    public static Indicator Headline => All[0];

    /// <summary>Ids, in the same order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(i => i.Id)];

    /// <summary>The indicator with an id, or null.</summary>
    public static Indicator? Find(string id) => All.FirstOrDefault(i => i.Id == id);
}
