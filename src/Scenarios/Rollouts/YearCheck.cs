using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>Holds the weeks that stand for a year against the year itself, simulated whole.</summary>
/// <param name="Year">The year.</param>
/// <param name="Case">With or without.</param>
/// <param name="Whole">I1 of 52 weeks from its first Monday on, hours.</param>
/// <param name="Represented">I1 by the weeks that stand for it.</param>
/// <param name="Error">Represented less whole, pair by pair.</param>
/// <param name="Percent">The same in per cent.</param>
public sealed record YearCheck(int Year, RolloutCase Case, Interval Whole, Interval Represented, Interval Error, Interval Percent)
{
    private const int WarmUpDays = 28;
    private const int Days = 364;

    /// <summary>Checks a year, with and without.</summary>
    /// <param name="run">A run that has the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="executor">Where the whole year is simulated.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended before any replication was finished.</exception>
    public static IReadOnlyList<YearCheck> Run(RolloutRun run, int year, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        (YearRun Without, YearRun With) represented = run.Years.First(y => y.Without.Year == year);
        var length = new RunLength(WarmUpDays, Days);
        var first = new DateOnly(year, 1, 1);
        var weeks = Weeks.From(first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7));
        RolloutCase[] cases = Enum.GetValues<RolloutCase>();
        CommonRun whole = CommonRun.Of(
            [.. cases.Select(c => new Variant($"{year} {c}", YearModels.Of(run.Plan, c, year, weeks).Model, run.Replications) { Length = length })],
            RolloutRun.OptionsOf(run.Request), executor, progress, cancellation);
        if (whole.Replications.Count == 0) throw new OperationCanceledException();
        return [.. cases.Select((c, i) => Of(c, whole.Of(i), c == RolloutCase.With ? represented.With : represented.Without))];

        YearCheck Of(RolloutCase at, IReadOnlyList<ReplicationSummary> full, YearRun by)
        {
            double[] exact = [.. full.Select(Indicator.Headline.Of)];
            double[] estimate = [.. full.Select(f => by.Total(by.Weeks[0].Replications.ToList().FindIndex(r => r.Replication == f.Replication), RowKey.AllOperations).Mean)];
            return new YearCheck(year, at, Interval.Of(exact), Interval.Of(estimate), Interval.Paired(exact, estimate), Interval.PairedPercent(exact, estimate));
        }
    }
}
