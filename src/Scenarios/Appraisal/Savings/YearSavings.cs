using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Appraisal.Savings;

/// <summary>One simulated year, replication by replication: what is spent without, and what the case with saves of it.</summary>
public sealed record YearSavings
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Crossings in the year, without.</summary>
    public required double Crossings { get; init; }

    /// <summary>Saved by stratum, in each replication.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<RowKey, Physical>> ByReplication { get; init; }

    /// <summary>Saved in all, in each replication.</summary>
    public required IReadOnlyList<Physical> Totals { get; init; }

    /// <summary>Spent without, mean over replications.</summary>
    public required Physical Without { get; init; }

    /// <summary>Mean clearance hours of an operation, without and with.</summary>
    public required (Interval Without, Interval With) Level { get; init; }

    /// <summary>Examinations and expected finds per 1,000 crossings, without and with: savings by looking less are no savings.</summary>
    public required (double Without, double With) Examined { get; init; }

    /// <inheritdoc cref="Examined"/>
    public required (double Without, double With) Found { get; init; }

    /// <summary>How much longer the second half of the measured days takes than the first, relatively, without and with.</summary>
    public required (Interval Without, Interval With) Drift { get; init; }

    /// <summary>Whether the queues of either case still grow while they are measured: demand is beyond capacity, and a saving then hangs on how long one looks.</summary>
    public bool Unsettled => Settling.Grows(Drift.Without) || Settling.Grows(Drift.With);

    /// <summary>Saved by stratum, mean over replications.</summary>
    public IReadOnlyDictionary<RowKey, Physical> Mean => mean ??= ByReplication.SelectMany(r => r.Keys).Distinct().ToDictionary(k => k, k => Physical.Mean([.. ByReplication.Select(r => r.GetValueOrDefault(k))]));

    private IReadOnlyDictionary<RowKey, Physical>? mean;

    /// <summary>Reads two sets of replications, pair by pair.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="without">The case without, by replication.</param>
    /// <param name="with">The case with, the same replications.</param>
    /// <param name="graceHours">Hours at the border that do perishables no harm.</param>
    public static YearSavings Of(int year, IReadOnlyList<ReplicationSummary> without, IReadOnlyList<ReplicationSummary> with, double graceHours)
    {
        var pairs = without.Zip(with).AsParallel().AsOrdered().Select(p => (A: BorderTimes.Of(p.First, graceHours), B: BorderTimes.Of(p.Second, graceHours))).ToArray();
        IReadOnlyDictionary<RowKey, Physical>[] saved = [.. pairs.Select(p => p.A.Where(a => p.B.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => Physical.Saved(a.Key, a.Value, p.B[a.Key])))];
        return new YearSavings
        {
            Year = year,
            Crossings = without.Average(r => r.Crossings * BorderTimes.DaysPerYear / r.Days),
            ByReplication = saved,
            Totals = [.. saved.Select(s => s.Values.Aggregate(default(Physical), (a, b) => a + b))],
            Without = Physical.Mean([.. pairs.Select(p => p.A.Aggregate(default(Physical), (sum, a) => sum + Physical.Of(a.Key, a.Value)))]),
            Level = (LevelOf(without), LevelOf(with)),
            Examined = (Per1000(without, r => r.Examined), Per1000(with, r => r.Examined)),
            Found = (Per1000(without, r => r.Detections), Per1000(with, r => r.Detections)),
            Drift = (Settling.Drift(without), Settling.Drift(with)),
        };
    }

    private static Interval LevelOf(IReadOnlyList<ReplicationSummary> runs) => Interval.Of([.. runs.Select(r => r.Rows[RowKey.AllOperations].Mean)]);

    private static double Per1000(IReadOnlyList<ReplicationSummary> runs, Func<ReplicationSummary, double> of) => runs.Average(r => 1000 * of(r) / r.Crossings);
}
