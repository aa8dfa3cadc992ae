using CorridorTwin.Benchmarks;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.Benchmark;

public class Corr1Tests
{
    private static readonly NetworkModel Network = Corr1Network.Build();

    [Fact]
    public void OneDayHasTheStoredFingerprint()
    {
        RunResult result = Replication.Run(Network, Corr1Network.Options(1, 0, days: 1));

        Assert.Equal(0x5841A1319694FEB7UL, result.Fingerprint);
    }

    [Fact]
    public void SlicesOfTheRunLeaveTheFingerprintAsItIs()
    {
        RunResult whole = Replication.Run(Network, Corr1Network.Options(1, 0, days: 1));
        var sliced = new Replication(Network, Corr1Network.Options(1, 0, days: 1));
        while (!sliced.Finished) sliced.RunEvents(7);

        Assert.Equal(whole.Fingerprint, sliced.Fingerprint);
        Assert.Equal(whole.Events, sliced.Events);
    }

    [Fact]
    public void EveryTruckLeavesAndLittleHoldsAtEveryStation()
    {
        var times = new TimesInSystem(Network, 20_000);
        RunResult result = Replication.Run(Network, Corr1Network.Options(2, 3, days: 2), times);

        Assert.Empty(result.LittleViolations);
        Assert.Equal(0, result.Inside);
        Assert.Equal(0, times.Unbalanced);
        Assert.Equal(result.Created.Sum(), Enumerable.Range(0, Corr1Network.Classes.Length).Sum(c => times.Times(c).Length));
    }

    // After five days the arrays have grown to the longest queues; from then on an event costs no memory.
    [Fact]
    public void EventsAllocateNothingAfterWarmUp()
    {
        var times = new TimesInSystem(Network, 60_000);
        var replication = new Replication(Network, Corr1Network.Options(1, 0, days: 10), times);
        while (replication.Now < SimTime.FromDays(5)) replication.RunEvents(1000);
        long events = replication.Events;

        long before = GC.GetAllocatedBytesForCurrentThread();
        replication.RunToEnd();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(replication.Events - events, 300_000, 400_000);
        Assert.Equal(0, allocated);
    }
}
