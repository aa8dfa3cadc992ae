using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Experiments;

public class ByDayTests
{
    private static ReplicationSummary Run(int warmUp, int days) => ReplicationSummary.Of(0, CorridorCollector.Run(
        CorridorCompiler.Compile(Shipped.Folder.Baselines[0].Model, SimDuration.FromDays(warmUp)),
        new RunOptions { Seed = 5, WarmUp = SimDuration.FromDays(warmUp), Length = SimDuration.FromDays(days) }));

    [Fact]
    public void The_days_hold_every_operation_once()
    {
        ReplicationSummary run = Run(2, 5);
        RowValue all = run.Rows[RowKey.AllOperations];
        Assert.Equal(5, run.ByDay.Count);
        Assert.All(run.ByDay, d => Assert.True(d.Count > 0));
        Assert.Equal(all.Count, run.ByDay.Sum(d => d.Count));
        Assert.Equal(all.Mean, run.ByDay.Sum(d => d.Hours) / all.Count, 1e-9);
    }

    [Fact]
    public void A_later_window_holds_the_same_days()
    {
        // The corridor does not know when it is measured: the third day of a run is the first after two of warm-up.
        IReadOnlyList<DayValue> whole = Run(0, 4).ByDay;
        IReadOnlyList<DayValue> later = Run(2, 2).ByDay;
        Assert.Equal(whole.Skip(2), later);
    }
}
