using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Collects one replication of the corridor: clearance times by stratum, costs, examinations.</summary>
public sealed class CorridorCollector : RunObserver
{
    private readonly CorridorNetwork corridor;
    private readonly StratumTimes?[] sides;
    private readonly StratumTimes?[] crossings;
    private readonly Dictionary<(int Source, long Ordinal), ExitSide> open = [];
    private readonly int classes;
    private readonly CargoClass[] cargoOf;
    private readonly TruckKind[] kindOf;
    private readonly double[] hitRate;
    private CrossingCost cost;
    private double detections;
    private long count;
    private readonly DailyTimes daily = new();
    private PresenceLog? presence;
    private SimDuration beginning;
    private long divertedBefore;

    private readonly record struct ExitSide(long Start, long Service, long Documents, long Closed, long Blocked, long Queue, long Move, bool Examined);

    /// <summary>A collector for one replication of a corridor.</summary>
    public CorridorCollector(CorridorNetwork corridor)
    {
        this.corridor = corridor;
        classes = corridor.Network.Classes.Count;
        cargoOf = [.. Enumerable.Range(0, classes).Select(c => Enum.Parse<CargoClass>(corridor.Network.Classes[c][CorridorCompiler.Cargo]))];
        int posts = corridor.Corridor.Posts.Count;
        kindOf = [.. corridor.Streams.SelectMany(s => corridor.Corridor.Posts.Select(s.KindAt))];
        hitRate = [.. corridor.Legs.Select(l => l.IsSide ? corridor.Corridor.Posts[l.PostIndex].Side(l.Direction, l.Role).Risk.HitRate : 0)];
        sides = new StratumTimes?[corridor.Legs.Count * 3 * 4];
        crossings = new StratumTimes?[posts * 2 * 3 * 4];
    }

    /// <summary>Runs one replication and collects it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CorridorResult Run(CorridorNetwork corridor, RunOptions options, CancellationToken cancellation = default)
        => Run(corridor, options, observer => new Replication(corridor.Network, options, observer), cancellation);

    /// <summary>Runs one replication from where it begins, such as a saved state, and collects what happens from then on.</summary>
    /// <param name="corridor">The corridor.</param>
    /// <param name="options">Warm-up and window count from the beginning.</param>
    /// <param name="begin">The replication, with its clock at the beginning, that tells the observer given.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CorridorResult Run(CorridorNetwork corridor, RunOptions options, Func<RunObserver, Replication> begin, CancellationToken cancellation = default)
    {
        var collector = new CorridorCollector(corridor);
        Replication replication = begin(collector);
        collector.beginning = new SimDuration(replication.Now.Milliseconds);
        if (corridor.Corridor.Disruptions.Count > 0)
            collector.presence = new PresenceLog(corridor.Corridor.Posts.Count, (collector.beginning + options.WarmUp).Milliseconds, (int)(options.Length.Milliseconds / SimDuration.MillisecondsPerHour));
        // A saved run counts whoever had gone before it was saved.
        if (replication.Restored is not null) collector.divertedBefore = collector.DivertedIn(replication.Result());
        replication.RunToEnd(cancellation);
        return collector.Result(replication.Result(), options);
    }

    /// <inheritdoc/>
    public override void LegEnded(in LegRecord leg)
    {
        LegMeaning meaning = corridor.Legs[leg.Procedure];
        ref readonly Track track = ref leg.Track;
        presence?.Add(meaning.PostIndex, track.Start, leg.End);
        if (!leg.Measured) return;
        CargoClass cargo = cargoOf[leg.ClassIndex];
        TruckKind kind = kindOf[track.Source * corridor.Corridor.Posts.Count + meaning.PostIndex];
        bool examined = track.Stamps[4] >= 0;
        StratumTimes side = sides[(leg.Procedure * 3 + (int)kind) * 4 + (int)cargo] ??= new StratumTimes();
        side.Add(leg.Duration);
        side.Service += track.Service;
        side.Documents += track.Documents;
        side.Closed += track.Closed;
        side.Blocked += track.Blocked;
        side.Queue += track.Queue;
        side.Move += track.Move;
        long gate = track.Stamps[1] >= 0 ? track.Stamps[1] : track.Start;
        side.Gate += leg.End - gate;
        side.Release += (track.Stamps[7] >= 0 ? track.Stamps[7] : leg.End) - gate;
        if (examined)
        {
            side.Examined++;
            detections += hitRate[leg.Procedure];
        }
        if (meaning.Role == SideRole.Exit)
        {
            daily.Add(track.Start, leg.Duration);
            open[(track.Source, track.Ordinal)] = new ExitSide(track.Start, track.Service, track.Documents, track.Closed, track.Blocked, track.Queue, track.Move, examined);
            return;
        }
        bool whole = open.Remove((track.Source, track.Ordinal), out ExitSide exit);
        // Both sides of a crossing belong to the day its truck came: the cohort is that of the crossing.
        daily.Add(whole ? exit.Start : track.Start, leg.Duration);
        if (whole) Crossed(meaning, kind, cargo, exit, track, leg.End);
    }

    private void Crossed(LegMeaning meaning, TruckKind kind, CargoClass cargo, in ExitSide exit, in Track entry, long end)
    {
        StratumTimes crossing = crossings[((meaning.PostIndex * 2 + (int)meaning.Direction) * 3 + (int)kind) * 4 + (int)cargo] ??= new StratumTimes();
        long duration = end - exit.Start;
        long waiting = exit.Documents + exit.Closed + exit.Blocked + exit.Queue + entry.Documents + entry.Closed + entry.Blocked + entry.Queue;
        crossing.Add(duration);
        crossing.Service += exit.Service + entry.Service;
        crossing.Documents += exit.Documents + entry.Documents;
        crossing.Closed += exit.Closed + entry.Closed;
        crossing.Blocked += exit.Blocked + entry.Blocked;
        crossing.Queue += exit.Queue + entry.Queue;
        crossing.Move += exit.Move + entry.Move;
        if (exit.Examined || entry.Stamps[4] >= 0) crossing.Examined++;
        count++;
        bool loaded = kind != TruckKind.Empty;
        const double hour = SimDuration.MillisecondsPerHour;
        cost += CrossingCost.Of(corridor.Corridor.Costs, duration / hour, waiting / hour, loaded, loaded && cargo == CargoClass.Perishable);
    }

    private CorridorResult Result(RunResult run, RunOptions options)
    {
        var strata = new Dictionary<Stratum, StratumTimes>();
        for (int i = 0; i < sides.Length; i++)
        {
            if (sides[i] is not { } times) continue;
            LegMeaning leg = corridor.Legs[i / 12];
            var key = new Stratum(leg.PostIndex, leg.Direction, leg.Role, leg.Operation, (TruckKind)(i / 4 % 3), (CargoClass)(i % 4));
            // Entry legs are compiled once for each operation on the exit side; the truck kind keeps them apart except for through trucks.
            strata[key] = strata.TryGetValue(key, out StratumTimes? other) ? Merge(other, times) : times;
        }
        for (int i = 0; i < crossings.Length; i++)
            if (crossings[i] is { } times)
                strata[new Stratum(i / 24, (Direction)(i / 12 % 2), null, null, (TruckKind)(i / 4 % 3), (CargoClass)(i % 4))] = times;
        return new CorridorResult
        {
            Strata = strata,
            Crossings = count,
            Cost = cost,
            Detections = detections,
            Deferred = Enumerable.Range(0, corridor.Stations.Count).Where(s => corridor.Stations[s].Lane == "depot").Sum(s => run.Stations[s].Started),
            Diverted = DivertedIn(run) - divertedBefore,
            Days = options.Length.Hours / 24,
            ByDay = daily.Between(beginning + options.WarmUp, beginning + options.WarmUp + options.Length),
            Presence = presence?.Counts() ?? [],
            Run = run,
        };
    }

    private long DivertedIn(RunResult run) => corridor.Network.ExitNames.Select((name, i) => name == CorridorCompiler.Diverted ? run.LeftBy[i] : 0).Sum();

    /// <summary>Two groups as one.</summary>
    public static StratumTimes Merge(StratumTimes a, StratumTimes b)
    {
        var both = new StratumTimes();
        both.Take(a);
        both.Take(b);
        return both;
    }
}
