using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>The strategy's indicators without the replications they were found by: small enough to be held and shown again.</summary>
public sealed record StrategyReport
{
    private static readonly Interval None = new(double.NaN, double.NaN, double.NaN, 0);

    /// <summary>The rows of Table 2.</summary>
    public required IReadOnlyList<IndicatorRow> Rows { get; init; }

    /// <summary>The years, in order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>What a reader must be told.</summary>
    public required IReadOnlyList<Bilingual> Notes { get; init; }

    /// <summary>All of it as tables.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }

    /// <summary>The way through the corridor, by year, case and direction.</summary>
    public required IReadOnlyList<CorridorProfile> Profiles { get; init; }

    /// <summary>What the rollout assumes.</summary>
    public required IReadOnlyList<OutcomeIndicator> Outcomes { get; init; }

    /// <summary>What drives perception, by year and case.</summary>
    public required IReadOnlyList<(PerceptionDriver Driver, int Year, RolloutCase Case, Interval Value)> Drivers { get; init; }

    private Dictionary<(string, int, RolloutCase), (Interval Mean, Interval Median, Interval P90)> Levels { get; init; } = [];

    private Dictionary<(string, int), Interval> Effects { get; init; } = [];

    /// <summary>The mean of a row, hours; without a number where its year is refused or there are no such trucks.</summary>
    public Interval Mean(IndicatorRow row, int year, RolloutCase at) => Levels.TryGetValue((row.Key, year, at), out var level) ? level.Mean : None;

    /// <summary>Its median and 90th percentile.</summary>
    public (Interval Median, Interval P90) Spread(IndicatorRow row, int year, RolloutCase at) => Levels.TryGetValue((row.Key, year, at), out var level) ? (level.Median, level.P90) : (None, None);

    /// <summary>What the strategy changes in a year, per cent.</summary>
    public Interval Percent(IndicatorRow row, int year) => Effects.TryGetValue((row.Key, year), out Interval effect) ? effect : None;

    /// <summary>The report of a run.</summary>
    public static StrategyReport Of(RolloutRun run)
    {
        var table = StrategyTable.Of(run);
        var levels = new Dictionary<(string, int, RolloutCase), (Interval, Interval, Interval)>();
        var effects = new Dictionary<(string, int), Interval>();
        foreach (IndicatorRow row in table.Rows)
            foreach (int year in table.Years)
            {
                foreach (RolloutCase at in Enum.GetValues<RolloutCase>().Where(c => !table.Refused(year, c)))
                {
                    IndicatorValue v = table.Value(row, year, at);
                    levels[(row.Key, year, at)] = (v.Mean, v.Median, v.P90);
                }
                if (!table.Refused(year, RolloutCase.With) && !table.Refused(year, RolloutCase.Without)) effects[(row.Key, year)] = table.PercentByStrategy(row, year);
            }
        return new StrategyReport
        {
            Rows = table.Rows, Years = table.Years, Notes = StrategyNotes.Of(table), Tables = StrategyFigures.Of(table), Profiles = [.. StrategyFigures.Profiles(run)], Outcomes = OutcomeIndicator.Of(run.Plan),
            Drivers =
            [
                .. from d in PerceptionDriver.All
                   where d.Of is not null
                   from y in run.Years
                   from year in new[] { y.Without, y.With }
                   select (d, year.Year, year.Case, Interval.Of(d.Of!(year))),
            ],
            Levels = levels, Effects = effects,
        };
    }
}
