using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>The strategy's Table 2 from a simulated rollout: every indicator in every year, with the strategy and without.</summary>
public sealed class StrategyTable
{
    private readonly Dictionary<(string Row, int Year, RolloutCase Case), IndicatorValue> values = [];

    private StrategyTable(RolloutRun run, IReadOnlyList<IndicatorRow> rows) => (Run, Rows) = (run, rows);

    /// <summary>Years in which the strategy wants its indicators.</summary>
    public static IReadOnlyList<int> OfficialYears { get; } = [2024, 2027, 2030];

    /// <summary>What was simulated.</summary>
    public RolloutRun Run { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IndicatorRow> Rows { get; }

    /// <summary>The years, in order; the first is the one that changes are counted from.</summary>
    public IReadOnlyList<int> Years => [.. Run.Years.Select(y => y.With.Year)];

    /// <summary>Makes the table.</summary>
    public static StrategyTable Of(RolloutRun run)
    {
        var table = new StrategyTable(run, IndicatorRow.Of(run.Request.Rollout.Baseline.Model));
        (YearRun Year, IndicatorRow Row)[] cells = [.. run.Years.SelectMany(y => new[] { y.Without, y.With }).SelectMany(y => table.Rows.Select(r => (y, r)))];
        foreach (((YearRun year, IndicatorRow row), IndicatorValue value) in cells.AsParallel().AsOrdered().Select(c => (c, IndicatorValue.Of(c.Year, c.Row))).AsSequential())
            table.values[(row.Key, year.Year, year.Case)] = value;
        return table;
    }

    /// <summary>A row by its key.</summary>
    public IndicatorRow Row(string key) => Rows.First(r => r.Key == key);

    /// <summary>A value.</summary>
    public IndicatorValue Value(IndicatorRow row, int year, RolloutCase at) => values[(row.Key, year, at)];

    /// <summary>Whether a year's queues still grow while it is measured, so that its levels are none.</summary>
    public bool Refused(int year, RolloutCase at) => YearOf(year, at).Growing.Count > 0;

    /// <summary>Change from the first year to another with the strategy, hours: replication by replication.</summary>
    public Interval SinceFirst(IndicatorRow row, int year) => Paired(row, Years[0], year, Interval.Paired);

    /// <summary>The same in per cent of the first year.</summary>
    public Interval PercentSinceFirst(IndicatorRow row, int year) => Paired(row, Years[0], year, Interval.PairedPercent);

    /// <summary>What the strategy changes in a year, against the same year without it, hours.</summary>
    public Interval ByStrategy(IndicatorRow row, int year) => Paired(row, year, year, Interval.Paired);

    /// <summary>The same in per cent of the year without.</summary>
    public Interval PercentByStrategy(IndicatorRow row, int year) => Paired(row, year, year, Interval.PairedPercent);

    private Interval Paired(IndicatorRow row, int from, int to, Func<IReadOnlyList<double>, IReadOnlyList<double>, double, Interval> of)
    {
        IReadOnlyList<double> before = Value(row, from, RolloutCase.Without).Means, after = Value(row, to, RolloutCase.With).Means;
        (double Before, double After)[] both = [.. before.Zip(after).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second))];
        return of([.. both.Select(b => b.Before)], [.. both.Select(b => b.After)], 0.95);
    }

    private YearRun YearOf(int year, RolloutCase at)
    {
        (YearRun without, YearRun with) = Run.Years.First(y => y.With.Year == year);
        return at == RolloutCase.With ? with : without;
    }
}
