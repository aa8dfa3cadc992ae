using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Tests.Experiments;

namespace CorridorTwin.Scenarios.Tests.Comparisons;

public class RunHalvesTests
{
    /// <summary>Twelve replications of seven days; the middle day, of neither half, is far off.</summary>
    private static ReplicationSummary[] Runs(double first, double second) =>
    [
        .. Enumerable.Range(0, 12).Select(r =>
        {
            double noise = 0.1 * ((r * 7 + 3) % 11 - 5);
            double Day(int d) => (d < 3 ? first : d == 3 ? 1000 : second) + noise * (d % 2 == 0 ? 1 : 0.5);
            return FormulaExecutor.Summary(r, 10, 7) with { ByDay = [.. Enumerable.Range(0, 7).Select(d => new DayValue(10 + d, (10 + d) * Day(d)))] };
        }),
    ];

    private static readonly Interval Result = new(10, 9.5, 10.5, 12);

    [Fact]
    public void A_level_that_rises_beyond_its_interval_is_marked()
    {
        RunHalves halves = RunHalves.Of(Runs(10, 11), Result, 1)!;
        Assert.True(halves.Depends);
        Assert.InRange(halves.Change.Mean, 0.9, 1.1);
    }

    [Fact]
    public void One_that_rises_within_its_interval_is_not() => Assert.False(RunHalves.Of(Runs(10, 10.4), Result, 1)!.Depends);

    [Fact]
    public void A_difference_is_marked_by_its_own_halves()
    {
        Assert.False(RunHalves.Of(Runs(10, 12), Runs(8, 10), Result, 1)!.Depends);
        Assert.True(RunHalves.Of(Runs(10, 10), Runs(8, 10), Result, 1)!.Depends);
    }

    [Fact]
    public void Without_two_days_or_replications_nothing_is_said()
    {
        Assert.Null(RunHalves.Of(Runs(10, 11)[..1], Result, 1));
        Assert.Null(RunHalves.Of([.. Runs(10, 11).Select(r => r with { ByDay = [r.ByDay[0]] })], Result, 1));
    }
}
