using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Rollouts;

/// <summary>Years put together from their weeks, pairs and splits, with replications whose answers are known.</summary>
public class RolloutRunTests
{
    private static readonly RowKey A = new(0, Direction.N2S, SideRole.Exit, Operation.Export, null, null), B = new(1, Direction.S2N, SideRole.Entry, Operation.Import, null, null);

    private static RolloutRun Run(Given given, params int[] years) =>
        RolloutRun.Run(new RolloutRequest { Rollout = TestRollout.Shipped, Years = years, Options = new ExperimentOptions { Replications = 3 } }, given);

    [Fact]
    public void A_year_is_the_ratio_of_its_weeks_sums_by_the_days_they_stand_for()
    {
        RolloutRun run = Run(new Given((name, _) => name.Contains("ordinary", StringComparison.Ordinal) ? (100, 4) : name.Contains("holy", StringComparison.Ordinal) ? (50, 9) : (120, 6)), 2024);
        double expected = (297 * 100 * 4 + 61 * 120 * 6 + 7 * 50 * 9.0) / (297 * 100 + 61 * 120 + 7 * 50);
        Assert.Equal(expected, run.Years[0].Without.I1.Mean, 9);
        Assert.Equal(297 * 100 + 61 * 120 + 7 * 50, YearReading.Of(run)[0].Operations, 6);
        Assert.Equal(2 * 3 * 3, RolloutRun.Expected(run.Request));
    }

    [Fact]
    public void Weeks_have_their_own_lengths()
    {
        var given = new Given((_, _) => (100, 4));
        Run(given, 2024);
        Assert.Equal([new RunLength(28, 7), new RunLength(28, 28), new RunLength(28, 56)], given.Lengths.Distinct().OrderBy(l => l.Days));
    }

    [Fact]
    public void Both_splits_add_up_to_the_change_as_printed()
    {
        RolloutRun run = Run(new Given((name, r) => (100, (name.StartsWith("2024", StringComparison.Ordinal) ? 5 : 6) + r / 3.0 - (name.Contains("with ", StringComparison.Ordinal) ? 0.77777 : 0))), 2024, 2027);
        YearReading year = YearReading.Of(run)[1];
        foreach (int decimals in new[] { 1, 2, 3, 6 })
        {
            (decimal Value, double Half)[] parts = [.. RolloutTables.Rounded(year.Split!, decimals)];
            Assert.Equal(parts[0].Value, parts[1].Value + parts[2].Value);
            Assert.Equal(parts[0].Value, parts[3].Value + parts[4].Value);
            Assert.Equal(Math.Round((decimal)year.Split!.Change.Mean, decimals, MidpointRounding.AwayFromZero), parts[0].Value);
        }
        Assert.Equal(1, year.Split!.Demand.Mean, 9);
        Assert.Equal(year.I1.With.Mean - YearReading.Of(run)[0].I1.With.Mean, year.Split.Change.Mean, 9);
        Assert.Null(YearReading.Of(run)[0].Split);
    }

    [Fact]
    public void A_change_of_mix_alone_is_mix()
    {
        // Half of the operations at 10 h and half at 2 h; then three tenths at 10 h: 6 h become 4.4 h, and no time has changed.
        RolloutRun run = Run(new Given((_, _) => (100, 0)) { Share = name => name.StartsWith("2024", StringComparison.Ordinal) ? 0.5 : 0.3 }, 2024, 2027);
        ChangeSplit split = YearReading.Of(run)[1].Split!;
        Assert.Equal((-1.6, 0, -1.6), (Math.Round(split.Change.Mean, 9), Math.Round(split.Within.Mean, 9), Math.Round(split.Mix.Mean, 9)));
    }

    [Fact]
    public void A_year_whose_queues_grow_is_refused_with_a_reason_and_no_number_is_given_for_it()
    {
        RolloutRun run = Run(new Given((_, _) => (100, 4)) { Grows = name => name.StartsWith("2030 without november", StringComparison.Ordinal) }, 2024, 2030);
        IReadOnlyList<YearReading> years = YearReading.Of(run);
        Assert.Null(years[0].Refused);
        Assert.Contains("2030 without the strategy: in November and December the second half of the days takes", years[1].Refused!.En, StringComparison.Ordinal);
        object?[] row = [.. RolloutTables.Years(years).Rows[1]];
        Assert.All(row[2..14], Assert.Null);
        Assert.Empty(RolloutTables.Splits(years).Rows);
        Assert.Contains(RolloutNotes.Warnings(run, years), w => w.En.StartsWith("Refused: 2030", StringComparison.Ordinal));
    }

    [Fact]
    public void Trucks_that_give_way_are_told_by_the_year()
    {
        RolloutRun run = Run(new Given((_, _) => (100, 4)) { Deferred = 10 }, 2024);
        // Ten in each run of 28 days before and 28, 56 or 7 measured.
        Assert.Equal(10 * (297 / 56.0 + 61 / 84.0 + 7 / 35.0), YearReading.Of(run)[0].Unmet.Without.Deferred, 9);
        Assert.Equal("62 / 0 / 0", YearReading.Of(run)[0].Unmet.Without.Text);
    }

    [Fact]
    public void What_was_interrupted_is_given_as_far_as_all_years_have_it()
    {
        RolloutRun run = Run(new Given((_, _) => (100, 4)) { Until = 2 * 2 * 3 * 2 + 5 }, 2024, 2027);
        Assert.Equal((2, false), (run.Replications, run.Complete));
        Assert.Throws<OperationCanceledException>(() => Run(new Given((_, _) => (100, 4)) { Until = 5 }, 2024, 2027));
    }

    /// <summary>Gives replications of two strata, by replication and then by variant as the machine does.</summary>
    /// <param name="of">Operations a day, and mean hours, by variant and replication.</param>
    private sealed class Given(Func<string, int, (int PerDay, double Hours)> of) : IExecutor
    {
        public List<RunLength> Lengths { get; } = [];

        public Func<string, bool> Grows { get; init; } = _ => false;

        /// <summary>Share of operations at 10 h where the others take 2 h; null for one time for all.</summary>
        public Func<string, double>? Share { get; init; }

        public int Until { get; init; } = int.MaxValue;

        public int Deferred { get; init; }

        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
        {
            int done = 0;
            for (int r = 0; r < variants[0].Replications; r++)
                for (int v = 0; v < variants.Count; v++)
                {
                    if (done++ == Until) return false;
                    Lengths.Add(variants[v].Length!.Value);
                    finished(new Finished(v, Summary(variants[v].Name, r, variants[v].Under(options).Days)));
                }
            return true;
        }

        private ReplicationSummary Summary(string name, int replication, int days)
        {
            (int perDay, double hours) = of(name, replication);
            int all = perDay * days, few = (int)(all * (Share?.Invoke(name) ?? 0.25));
            (double a, double b) = Share is null ? (hours, hours) : (10, 2);
            ReplicationSummary summary = Tests.Experiments.FormulaExecutor.Summary(replication, (few * a + (all - few) * b) / all, days);
            RowValue Row(int count, double mean) => summary.Rows[RowKey.AllOperations] with { Count = count, Mean = mean };
            double daily = Grows(name) ? 0.05 : 0;
            return summary with
            {
                Rows = new Dictionary<RowKey, RowValue> { [RowKey.AllOperations] = Row(all, (few * a + (all - few) * b) / all), [A] = Row(few, a), [B] = Row(all - few, b) },
                ByDay = [.. Enumerable.Range(0, days).Select(d => new DayValue(100, 100 * (4 + daily * d * 4 + 0.001 * replication)))],
                Deferred = Deferred,
            };
        }
    }
}
