using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>The networks of docs/networks.md, as they stand there: <see cref="DocumentedNetworksTests"/> compares the text and runs them.</summary>
internal static class DocumentedNetworks
{
    public static RunResult TwoDesks(ulong seed)
    {
        // snippet: two desks
        var b = new NetworkBuilder();
        StationBuilder desk = b.Station("desk").Servers(2);
        StageBuilder service = b.Stage("service", desk, Distribution.Exponential(TimeSpan.FromMinutes(10)));
        b.Source("trucks").Poisson(perHour: 10).To(service);

        RunResult result = Replication.Run(b.Build(), new RunOptions
        {
            Seed = seed,
            WarmUp = SimDuration.FromDays(7),
            Length = SimDuration.FromDays(2000),
        });
        double waiting = result.Station("desk").MeanQueue; // 3.79 in theory
        // end
        Assert.InRange(waiting, 3, 5);
        return result;
    }

    public static RunResult Feedback(ulong seed)
    {
        // snippet: routes by chance
        var b = new NetworkBuilder();
        StageBuilder papers = b.Stage("papers", b.Station("customs").Servers(3), Distribution.Exponential(TimeSpan.FromMinutes(15)));
        StageBuilder scan = b.Stage("scan", b.Station("scanner"), Distribution.Exponential(TimeSpan.FromMinutes(12)));
        StageBuilder inspection = b.Stage("inspection", b.Station("bay").Servers(2), Distribution.Exponential(TimeSpan.FromMinutes(40)));
        papers.Route((scan, 0.4), (inspection, 0.1)); // the other half leaves
        scan.Route((inspection, 0.2)).Then(papers);   // what was scanned goes back to the desk
        inspection.Then(b.Exit("inspected"));
        b.Source("trucks").Poisson(perHour: 5).To(papers);
        // end
        return Replication.Run(b.Build(), new RunOptions { Seed = seed, WarmUp = SimDuration.FromDays(7), Length = SimDuration.FromDays(2000) });
    }

    public static RunResult Blocking(ulong seed)
    {
        // snippet: blocking
        var b = new NetworkBuilder();
        StationBuilder gate = b.Station("gate").WaitingRoom(20).TurnAwayWhenFull();
        StationBuilder yard = b.Station("yard").WaitingRoom(0);
        StageBuilder inside = b.Stage("inside", yard, Distribution.Exponential(TimeSpan.FromHours(1)));
        StageBuilder enter = b.Stage("enter", gate, Distribution.Exponential(TimeSpan.FromHours(1))).Then(inside);
        b.Source("trucks").Poisson(perHour: 3).To(enter);
        // end
        return Replication.Run(b.Build(), new RunOptions { Seed = seed, WarmUp = SimDuration.FromDays(7), Length = SimDuration.FromDays(2000) });
    }

    public static (RunResult, WaitByClass) PriorityAndHours(ulong seed)
    {
        // snippet: priority and hours
        var b = new NetworkBuilder();
        b.Attribute("cargo", ("perishable", 0.2), ("general", 0.8));
        var day = CapacityCalendar.Steps(
            SimDuration.FromHours(24).Milliseconds,
            (SimTime.Zero, 0), (SimTime.FromHours(6), 3), (SimTime.FromHours(22), 0));
        StationBuilder desk = b.Station("desk").Scheduled(day, Corridor.ShiftEnd.Finish).Priorities(2);
        StageBuilder service = b.Stage("service", desk, Distribution.Lognormal(TimeSpan.FromMinutes(12), cv: 0.8))
            .PriorityBy(truck => truck.Is("cargo", "perishable") ? 0 : 1);
        (SimDuration, double)[] rates = [(SimDuration.Zero, 3), (SimDuration.FromHours(8), 12), (SimDuration.FromHours(18), 3)];
        b.Source("trucks").Poisson(SimDuration.FromHours(24), rates).To(service);

        NetworkModel model = b.Build();
        var waits = new WaitByClass(model);
        RunResult result = Replication.Run(model, new RunOptions { Seed = seed, Length = SimDuration.FromDays(500) }, waits);
        // end
        return (result, waits);
    }
}

// snippet: observer
internal sealed class WaitByClass(NetworkModel model) : RunObserver
{
    public long[] Trucks { get; } = new long[model.Classes.Count];
    public long[] Queue { get; } = new long[model.Classes.Count];
    public long[] Closed { get; } = new long[model.Classes.Count];

    public override void LegEnded(in LegRecord leg)
    {
        if (!leg.Measured) return;
        Trucks[leg.ClassIndex]++;
        Queue[leg.ClassIndex] += leg.Track.Queue;   // milliseconds in line while somebody was on duty
        Closed[leg.ClassIndex] += leg.Track.Closed; // milliseconds in line while nobody was
    }
}
// end
