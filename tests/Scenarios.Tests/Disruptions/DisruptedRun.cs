using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Tests.Disruptions;

/// <summary>One replication of the shipped corridor with what is wrong with it, told event by event. A week of warm-up, a week measured.</summary>
internal sealed class DisruptedRun : RunObserver
{
    public const long Hour = SimDuration.MillisecondsPerHour;
    public static readonly SimDuration WarmUp = SimDuration.FromDays(7);

    /// <summary>The baseline without outages of its own, so that whatever happens was asked for.</summary>
    public static CorridorModel Usually { get; } = Shipped.Folder.Baselines[0].Model with
    {
        Posts = [.. Shipped.Folder.Baselines[0].Model.Posts.Select(p => p with { Outage = null })],
    };

    private readonly List<TraceRecord> records = [];

    private DisruptedRun(CorridorModel model) => Corridor = CorridorCompiler.Compile(model, WarmUp);

    public CorridorNetwork Corridor { get; }
    public RunResult Result { get; private set; } = null!;
    public IReadOnlyList<TraceRecord> Records => records;
    public override bool WantsTrace => true;

    public static DisruptedRun Of(params Disruption[] disruptions)
    {
        var run = new DisruptedRun(Usually with { Disruptions = disruptions });
        run.Result = Replication.Run(run.Corridor.Network, new RunOptions { Seed = 5, WarmUp = WarmUp, Length = SimDuration.FromDays(7) }, run);
        return run;
    }

    public override void Traced(in TraceRecord record)
    {
        if (record.Kind is TraceKind.Start or TraceKind.End or TraceKind.Join or TraceKind.LegStart) records.Add(record);
    }

    /// <summary>Milliseconds of an instant after the warm-up.</summary>
    public static long After(double hours) => WarmUp.Milliseconds + (long)(hours * Hour);

    /// <summary>Whether a station is an officer's or machine's at a post, not the road before it.</summary>
    public bool At(int station, string post) => station >= 0 && Corridor.Corridor.Posts[Corridor.Stations[station].PostIndex].Id == post && Corridor.Stations[station].Lane is not ("approach" or "depot");

    /// <summary>Numbers of a post's stations.</summary>
    public IEnumerable<int> StationsOf(string post) => Enumerable.Range(0, Corridor.Stations.Count).Where(s => At(s, post));

    /// <summary>Length of every service, by truck and stage, with when and where it began.</summary>
    public Dictionary<(string Source, long Ordinal, int Row), (long Start, long Length, int Station)> Services()
    {
        var open = new Dictionary<(int, long, int), (long At, int Station)>();
        var services = new Dictionary<(string, long, int), (long, long, int)>();
        foreach (TraceRecord r in records)
        {
            if (r.Kind == TraceKind.Start) open[(r.Source, r.Ordinal, r.Row)] = (r.Time, r.Station);
            if (r.Kind == TraceKind.End && open.Remove((r.Source, r.Ordinal, r.Row), out (long At, int Station) begun))
                services.Add((Corridor.Network.SourceNames[r.Source], r.Ordinal, r.Row), (begun.At, r.Time - begun.At, begun.Station));
        }
        return services;
    }

    /// <summary>Nobody is lost, and Little's law holds to the millisecond.</summary>
    public void AssertSound()
    {
        Assert.Equal(0, Result.CohortInside);
        Assert.Empty(Result.LittleViolations);
        Assert.Equal(Result.Created.Sum(), Result.LeftBy.Sum() + Result.Inside);
    }
}
