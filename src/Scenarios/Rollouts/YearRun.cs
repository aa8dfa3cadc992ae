using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Weeks of a year as simulated.</summary>
/// <param name="Weeks">Which.</param>
/// <param name="Simulated">From when on, with the demand of which year.</param>
/// <param name="Model">The corridor.</param>
/// <param name="Replications">The replications that all years have, in order: the i-th of every list shares its luck.</param>
public sealed record WeekRun(RepresentativeWeeks Weeks, Weeks Simulated, CorridorModel Model, IReadOnlyList<ReplicationSummary> Replications)
{
    /// <summary>Its days are alike: whole weeks in each half and no holiday among them, so that its halves can be held against each other.</summary>
    public bool IsPlain => Weeks.Steady && Weeks.Days % 14 == 0 && (Simulated.Start is not { } first || HolidayDates.Within(Model.Holidays, first, Weeks.Days).Count == 0);

    /// <summary>How often its measured days stand for the year: multiplies counts and hours.</summary>
    public double Weight => Weeks.StandsFor / Weeks.Days;
}

/// <summary>One year of one case, by the weeks that stand for it.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Case">With or without.</param>
/// <param name="Weeks">Its weeks.</param>
/// <param name="Notes">What measures said when they were applied.</param>
public sealed record YearRun(int Year, RolloutCase Case, IReadOnlyList<WeekRun> Weeks, IReadOnlyList<MeasureNote> Notes)
{
    /// <summary>How many replications there are.</summary>
    public int Replications => Weeks[0].Replications.Count;

    /// <summary>Operations and clearance hours of a row in the whole year, in one replication.</summary>
    /// <param name="replication">Its place in the lists, from 0.</param>
    /// <param name="key">The row.</param>
    public YearTotal Total(int replication, RowKey key)
    {
        var total = default(YearTotal);
        foreach (WeekRun week in Weeks)
            if (week.Replications[replication].Rows.TryGetValue(key, out RowValue? row))
                total += new YearTotal(week.Weight * row.Count, week.Weight * row.Count * row.Mean);
        return total;
    }

    /// <summary>A number that counts over the whole run, such as deferred trucks, for the whole year in one replication.</summary>
    public double PerYear(int replication, Func<ReplicationSummary, double> of) =>
        Weeks.Sum(w => w.Weeks.StandsFor * of(w.Replications[replication]) / (w.Weeks.WarmUpDays + w.Weeks.Days));

    /// <summary>Mean clearance time of a row in the year, by replication: a ratio of sums over the weeks, hours.</summary>
    public IReadOnlyList<double> Means(RowKey key) => [.. Enumerable.Range(0, Replications).Select(r => Total(r, key).Mean)];

    /// <summary>Weeks whose queues still grow while they are measured: a level of this year would hang on how long one looks, and is refused.</summary>
    public IReadOnlyList<WeekRun> Growing => growing ??= [.. Weeks.Where(w => w.Weeks.Steady && Settling.Grows(Settling.Drift(w.Replications, Confidence)))];

    private IReadOnlyList<WeekRun>? growing;

    /// <summary>Seven years, two cases and two kinds of weeks are looked at together (Bonferroni).</summary>
    private const double Confidence = 1 - 0.05 / 28;

    /// <summary>I1 of the year with its interval, hours.</summary>
    public Interval I1 => Interval.Of(Means(RowKey.AllOperations));
}

/// <summary>Operations and the hours they took together.</summary>
/// <param name="Operations">How many.</param>
/// <param name="Hours">Sum of their clearance times.</param>
public readonly record struct YearTotal(double Operations, double Hours)
{
    /// <summary>Hours of one; NaN without any.</summary>
    public double Mean => Hours / Operations;

    /// <summary>Both together.</summary>
    public static YearTotal operator +(YearTotal a, YearTotal b) => new(a.Operations + b.Operations, a.Hours + b.Hours);
}
