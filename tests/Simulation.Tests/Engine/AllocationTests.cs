using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;
using static CorridorTwin.Simulation.Tests.KnownAnswers.Times;

namespace CorridorTwin.Simulation.Tests.Engine;

/// <summary>Once the arrays have grown, events cost no memory: not the queues, the draws, the wheel, the calendars or the side tasks.</summary>
public class AllocationTests
{
    [Fact]
    public void NoByteForAnEventAfterWarmUp()
    {
        var replication = new Replication(Everything().Build(), new RunOptions { WarmUp = Span(24), Length = SimDuration.FromDays(36500) }, new Quiet());
        replication.RunEvents(2_000_000);
        var allocated = new long[20];
        for (int i = 0; i < allocated.Length; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long events = replication.RunEvents(50_000);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(50_000, events);
        }
        Assert.False(replication.Finished);
        // A record number of pending events may double an array once more; what an event cost would show in every block.
        Assert.True(allocated.Count(a => a > 0) <= 1 && allocated.Sum() < 50_000, $"Bytes in blocks of 50,000 events: {string.Join(' ', allocated)}");
    }

    /// <summary>A station of every kind, in a loop short enough to be stable.</summary>
    private static NetworkBuilder Everything()
    {
        var b = new NetworkBuilder();
        b.Attribute("cargo", ("general", 0.7), ("perishable", 0.3));
        ProcedureBuilder main = b.Procedure("main");
        var day = CapacityCalendar.Steps(SimDuration.FromHours(24).Milliseconds, (SimTime.Zero, 1), (Clock(8), 3), (Clock(20), 1));
        StationBuilder gate = b.Station("gate").Servers(2).Priorities(2).TrackLevels(10);
        StationBuilder customs = b.Station("customs").Scheduled(day, ShiftEnd.SuspendResume).CallIn(5, 2, 2).WaitingRoom(30);
        StationBuilder scanner = b.Station("scanner").Servers(2).Fails(Exp(10), Exp(0.5), whileBusy: true);
        StationBuilder sps = b.Station("sps").Scheduled(day, ShiftEnd.DoNotStart).Fails(Exp(100), Exp(1));
        StationBuilder other = b.Station("exit 2");
        b.Disturbance("outage").Slows(1.5, customs, gate).AtRandom(Exp(100), Exp(3));
        StageBuilder leave = main.Stage("leave", b.Station("exit 1"), Unif(0.05, 0.1)).OrAt(other);
        StageBuilder release = main.Stage("release", customs, Distribution.Gamma(Hours(0.2), 0.7));
        StageBuilder joint = main.InParallel("joint", main.Stage("scan", scanner, Distribution.Lognormal(Hours(0.3), 1)), main.Stage("spray", sps, Distribution.Triangular(Hours(0.1), Hours(0.2), Hours(0.4))));
        joint.Then(release);
        release.Route((joint, 0.1)).Then(leave);
        StageBuilder wait = main.AwaitDocuments("await").Then(release);
        StageBuilder lodge = main.Lodge("lodge", new DocumentTrack("papers", _ => 0.5, Exp(10), _ => Exp(1), day)).Then(wait);
        StageBuilder enter = main.Stage("enter", gate, Exp(0.2)).PriorityBy(c => c.Is("cargo", "perishable") ? 0 : 1);
        enter.Route((joint, 0.3)).Then(lodge);
        StageBuilder look = main.Pass("look");
        look.LeaveByNumber(gate, main.Exit("balked"), 0, 0, 0, 0, 0.2).Then(enter);
        b.Source("by the hour").Poisson(Span(24), [(Span(0), 0.5), (Span(6), 2), (Span(18), 0.5)]).To(look);
        b.Source("convoys").Renewal(Distribution.Erlang(Hours(5), 2)).Batches(0.5, 0.3, 0.2).To(enter);
        return b;
    }

    private sealed class Quiet : RunObserver
    {
        private long records;

        public override bool WantsTrace => true;

        public override void LegEnded(in LegRecord leg) => records += leg.Duration;

        public override void Traced(in TraceRecord record) => records++;
    }
}
