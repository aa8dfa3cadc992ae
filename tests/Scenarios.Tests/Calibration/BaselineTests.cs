using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Calibration;

/// <summary>The shipped baseline holds to what was published, is stationary, and does not depend on the warm-up.</summary>
public class BaselineTests
{
    private static readonly CorridorModel Model = Shipped.Folder.Baselines[0].Model;
    private static readonly RowKey PenasBlancasExport = new(3, Direction.S2N, SideRole.Exit, null, TruckKind.Pair, null);

    [Fact]
    public void Every_reference_holds()
    {
        var problems = new Problems();
        IReadOnlyList<ReferenceRow> rows = ReferenceTable.Load(Path.Combine(Repository.Scenarios, "data", "references.csv"), Model, problems);
        Assert.False(problems.Any);
        List<ReplicationSummary> runs = Run(new ExperimentOptions { Replications = 16 });
        foreach (ReferenceResult result in ReferenceCheck.Of(rows, Model, runs))
            Assert.True(result.Passes, $"{result.Row}: {result.Simulated.Mean:F2} ± {result.Simulated.HalfWidth:F2} is {result.Verdict}");
        Interval line = Interval.Of([.. runs.Select(r => r.Rows[PenasBlancasExport].Mean)]);
        Assert.InRange(line.Mean, 17.3 * 0.9, 17.3 * 1.1);
        Assert.True(line.HalfWidth <= 0.05 * line.Mean);
        Assert.All(runs, r => Assert.True(r.Rows[PenasBlancasExport] is var x && (x.Service + x.Move) / x.Mean < 0.05));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Weeks_5_to_8_and_25_to_28_agree() => Agree(new ExperimentOptions { Replications = 20, WarmUpDays = 28 }, new ExperimentOptions { Replications = 20, WarmUpDays = 168 });

    [Fact]
    [Trait("Category", "Long")]
    public void Doubling_the_warm_up_moves_no_indicator_beyond_its_interval() =>
        Agree(new ExperimentOptions { Replications = 20 }, new ExperimentOptions { Replications = 20, WarmUpDays = 56 });

    /// <summary>Means of two windows of the same replications: the paired difference holds zero, with all indicators tested together (Bonferroni).</summary>
    private static void Agree(ExperimentOptions early, ExperimentOptions late)
    {
        List<ReplicationSummary> a = Run(early);
        List<ReplicationSummary> b = Run(late);
        (string Name, Func<ReplicationSummary, double> Of)[] indicators =
        [
            ("I1", r => r.Rows[RowKey.AllOperations].Mean),
            ("p50", r => r.Rows[RowKey.AllOperations].P50),
            ("p95", r => r.Rows[RowKey.AllOperations].P95),
            ("cost", r => r.Cost.Total / r.Crossings),
            ("co2", r => r.Cost.Co2 / r.Days),
            ("Peñas Blancas export", r => r.Rows[PenasBlancasExport].Mean),
        ];
        foreach ((string name, Func<ReplicationSummary, double> of) in indicators)
        {
            Interval change = Interval.Paired([.. a.OrderBy(r => r.Replication).Select(of)], [.. b.OrderBy(r => r.Replication).Select(of)], 1 - 0.05 / indicators.Length);
            Assert.False(change.ExcludesZero, $"{name} moves by {change.Mean:F3} [{change.Low:F3}, {change.High:F3}]");
        }
    }

    private static List<ReplicationSummary> Run(ExperimentOptions options)
    {
        var runs = new List<ReplicationSummary>();
        new LocalExecutor().Run([new Variant("baseline", Model, options.Replications)], options, f => runs.Add(f.Summary), default);
        Assert.All(runs, r => Assert.Equal(0, r.CohortInside));
        return runs;
    }
}
