using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>One model of a run to compare.</summary>
/// <param name="Id">Of the scenario, or of the baseline.</param>
/// <param name="Title">Its name.</param>
/// <param name="Variant">Its replications.</param>
public sealed record Compared(string Id, Bilingual Title, VariantResult Variant)
{
    /// <summary>Mean over replications of a quantity of the row of all operations.</summary>
    public double Mean(Func<RowValue, double> of) => Variant.Replications.Count == 0 ? double.NaN : Variant.Replications.Average(r => of(r.Rows[RowKey.AllOperations]));
}

/// <summary>One model against the reference.</summary>
/// <param name="Of">The model.</param>
/// <param name="Against">Replications of the reference, those both have.</param>
/// <param name="Runs">Replications of the model, the same ones.</param>
/// <param name="Indicators">I1, p50, p95, cost, co2.</param>
public sealed record Contrast(Compared Of, IReadOnlyList<ReplicationSummary> Against, IReadOnlyList<ReplicationSummary> Runs, IReadOnlyList<IndicatorComparison> Indicators)
{
    /// <summary>An indicator by id.</summary>
    public IndicatorComparison this[string id] => Indicators.First(i => i.Id == id);

    /// <summary>The models pair by pair.</summary>
    public static Contrast Between(Compared reference, Compared other)
    {
        Dictionary<int, ReplicationSummary> before = reference.Variant.Replications.ToDictionary(r => r.Replication);
        ReplicationSummary[] runs = [.. other.Variant.Replications.Where(r => before.ContainsKey(r.Replication))];
        ReplicationSummary[] against = [.. runs.Select(r => before[r.Replication])];
        return new Contrast(other, against, runs, PairedReading.Indicators(against, runs));
    }
}
