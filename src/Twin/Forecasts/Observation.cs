using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Forecasts;

/// <summary>A truck of the observation, to be found again in the runs that start from it.</summary>
/// <param name="Trip">Its passage.</param>
/// <param name="Post">Where it is.</param>
/// <param name="Side">Where it is.</param>
/// <param name="Dir">Direction.</param>
/// <param name="Source">Number of the source it was put in.</param>
/// <param name="Ordinal">Its number there.</param>
/// <param name="Leg">Position of its present leg in the source's journey.</param>
public sealed record ObservedTrip(string Trip, string Post, string Side, Direction Dir, int Source, long Ordinal, int Leg);

/// <summary>What the twin sees, ready to run.</summary>
/// <param name="Start">The start of a run.</param>
/// <param name="Trips">The trucks on a side, to be followed.</param>
/// <param name="NotPlaced">Trucks for which the corridor has no place: a stage or journey it does not know.</param>
public sealed record Observed(ObservedStart Start, IReadOnlyList<ObservedTrip> Trips, IReadOnlyList<string> NotPlaced);

/// <summary>The twin's state in the words of the simulator: who is where, since when, in which line in which order. What was not read stays open and is drawn.</summary>
internal sealed class Observation
{
    private const long BridgeAtMost = 40 * 60_000;

    private readonly CorridorNetwork corridor;
    private readonly TraceAtlas atlas;
    private readonly long now;
    private readonly List<ObservedTruck> trucks = [];
    private readonly List<ObservedTrip> trips = [];
    private readonly Dictionary<int, long> ordinals = [];
    private readonly Dictionary<(string Post, Direction Dir, string Side, string Lane, string Trip, string Stage), int> orders = [];
    private readonly Dictionary<string, int> sources;
    private readonly long origin;

    private Observation(CorridorNetwork corridor, TraceAtlas atlas, long now)
    {
        (this.corridor, this.atlas, this.now) = (corridor, atlas, now);
        origin = Origin(now);
        sources = Enumerable.Range(0, corridor.Network.SourceNames.Count).ToDictionary(i => corridor.Network.SourceNames[i]);
    }

    /// <summary>The observation of a state.</summary>
    /// <param name="corridor">The corridor that is to run; its calendars are those of ordinary weeks, so any date has its weekday.</param>
    /// <param name="atlas">Its atlas.</param>
    /// <param name="now">The instant, Unix milliseconds.</param>
    /// <param name="states">The trucks.</param>
    /// <param name="lanes">The lanes.</param>
    public static Observed Of(CorridorNetwork corridor, TraceAtlas atlas, long now, IEnumerable<TruckState> states, IReadOnlyList<LaneView> lanes) =>
        new Observation(corridor, atlas, now).Build(states, lanes);

    /// <summary>
    /// Instant zero of the runs that start from an observation, Unix milliseconds: a Monday 00:00 at UTC−6, at least four weeks back.
    /// Weeks are alike in a corridor of ordinary weeks, so only the weekday and the hour count.
    /// </summary>
    public static long Origin(long now)
    {
        const long week = 7L * SimDuration.MillisecondsPerDay;
        long monday = TraceClock.Epoch.ToUnixTimeMilliseconds();
        return monday + (long)Math.Floor((now - monday) / (double)week) * week - 4 * week;
    }

    private Observed Build(IEnumerable<TruckState> states, IReadOnlyList<LaneView> lanes)
    {
        foreach (LaneView lane in lanes)
        {
            string[] key = lane.Key.Split('/');
            if (key.Length != 4 || !Enum.TryParse(key[1], out Direction dir)) continue;
            for (int i = 0; i < lane.Queue.Count; i++) orders[(key[0], dir, key[2], key[3], lane.Queue[i].Trip, lane.Queue[i].Stage)] = i;
        }
        var left = new List<string>();
        // By name: the same state gives the same trucks the same numbers, whatever order they are held in.
        foreach (TruckState truck in states.OrderBy(t => t.Unit, StringComparer.Ordinal))
            if (!Place(truck)) left.Add(truck.Unit);
        var start = new ObservedStart
        {
            Time = At(now),
            Trucks = trucks,
            Sources = [.. ordinals.Select(o => new ObservedSource(corridor.Network.SourceNames[o.Key], o.Value))],
            Broken = [.. lanes.Where(l => l.Level.Down > 0 && atlas.Failing.Contains(l.Key)).Select(l => new ObservedSince(l.Key, At(Math.Min(now, l.Level.DownSince))))],
        };
        return new Observed(start, trips, left);
    }

    private SimTime At(long ms) => new(Math.Max(0, ms - origin));

    /// <summary>Puts a truck where it is; false if the corridor has no such place.</summary>
    private bool Place(TruckState truck)
    {
        TruckLeg? here = null, gone = null;
        foreach (TruckLeg leg in truck.Legs)
        {
            bool present = leg.Now.Phase is Phase.Queue or Phase.Inside || (leg.Now.Phase == Phase.None && leg.Now.Activities.Count > 0);
            if (present && (here == null || leg.Now.First > here.Now.First)) here = leg;
            if (leg.Now.Phase == Phase.Left && (gone == null || leg.Now.Since > gone.Now.Since)) gone = leg;
        }
        if (here != null) return OnSide(here, truck.Unit);
        return gone == null || OnRoad(gone, truck);
    }

    private bool OnSide(TruckLeg leg, string unit)
    {
        if (leg.Readings[^1].Place.Dir is not { } dir) return false;
        Facts facts = leg.Now.Facts;
        string place = $"{leg.Post}/{dir}/{leg.Side}";
        bool depot = facts.Vehicle == null && leg.Now.Phase == Phase.None;
        Func<string, bool> fits = facts.Vehicle != null ? p => p == $"{place}/{facts.Vehicle}"
            : depot ? p => p == $"{place}/yield"
            : p => IsSide(p, leg.Post, dir, leg.Side, facts.Op);
        (int source, int index) = Source(facts, fits);
        if (source < 0) return false;
        string procedure = corridor.Network.ProcedureNames[atlas.Journeys[source][index]];
        if (At(leg, procedure, place, dir) is not { } at) return false;
        long begun = leg.Now.Stamps[0] >= 0 ? leg.Now.Stamps[0] : leg.Now.First;
        SimTime legStart = At(Math.Min(begun, at.Since.Milliseconds + origin));
        long ordinal = Next(source);
        trucks.Add(new ObservedTruck
        {
            Source = corridor.Network.SourceNames[source],
            Ordinal = ordinal,
            Leg = index,
            Attributes = Attributes(facts),
            At = at,
            LegStart = legStart,
            Stamps = Enumerable.Range(0, 9).Where(i => i is not (0 or 2) && leg.Now.Stamps[i] >= 0 && leg.Now.Stamps[i] <= now).ToDictionary(i => i, i => At(leg.Now.Stamps[i])),
            Declaration = leg.Now.Accepted >= 0 && leg.Now.Accepted <= now ? DeclarationStatus.Accepted : DeclarationStatus.Unknown,
            Lodged = leg.Now.Stamps[2] >= 0 ? At(leg.Now.Stamps[2]) : null,
            Accepted = leg.Now.Accepted >= 0 && leg.Now.Accepted <= now ? At(leg.Now.Accepted) : null,
        });
        if (facts.Vehicle == null && !depot) trips.Add(new ObservedTrip(leg.Trip, leg.Post, leg.Side, dir, source, ordinal, index));
        return true;
    }

    /// <summary>A truck that left a side and has another before it is on its way there: on the road to the next post, or on the bridge.</summary>
    private bool OnRoad(TruckLeg leg, TruckState truck)
    {
        if (leg.Readings[^1].Place.Dir is not { } dir || now - leg.Now.Since > TwinRules.OnRoadAtMost) return true;
        Facts facts = leg.Now.Facts;
        // Where it goes was said on its first side; later readings need not say it again.
        string? destination = facts.Destination ?? truck.Legs.Select(l => l.Now.Facts.Destination).FirstOrDefault(d => d != null);
        string? origin = facts.Origin ?? truck.Legs.Select(l => l.Now.Facts.Origin).FirstOrDefault(o => o != null);
        if (destination == null || origin == null || facts.Op == Operation.Empty) return true;
        (int source, int index) = Source(facts with { Origin = origin, Destination = destination }, p => IsSide(p, leg.Post, dir, leg.Side, facts.Op));
        if (source < 0) return true;
        IReadOnlyList<int> journey = atlas.Journeys[source];
        if (index + 1 >= journey.Count) return true;
        string next = corridor.Network.ProcedureNames[journey[index + 1]];
        AtlasRow? way = atlas.Of(next).FirstOrDefault(r => r.Kind == AtlasKind.Delayed && (r.Stage == "bridge" || next.StartsWith("road/", StringComparison.Ordinal)));
        // Longer than a bridge takes: it stands in the line, unread.
        bool waits = !next.StartsWith("road/", StringComparison.Ordinal) && (way == null || now - leg.Now.Since > BridgeAtMost);
        AtlasRow? at = waits ? atlas.Of(next).FirstOrDefault(r => r.Kind == AtlasKind.Served && !r.Joint) : way;
        if (at == null) return true;
        trucks.Add(new ObservedTruck
        {
            Source = corridor.Network.SourceNames[source],
            Ordinal = Next(source),
            Leg = index + 1,
            Attributes = Attributes(facts),
            At = new ObservedPlace { Procedure = next, Stage = at.Stage, Standing = waits ? Standing.Queued : Standing.Delayed, Since = At(leg.Now.Since) },
        });
        return true;
    }

    private ObservedPlace? At(TruckLeg leg, string procedure, string place, Direction dir)
    {
        IReadOnlyList<AtlasRow> rows = atlas.Of(procedure);
        Activity[] joint = [.. leg.Now.Activities.Where(a => a.Joint)];
        if (joint.Length > 0 && rows.FirstOrDefault(r => r.Kind == AtlasKind.Parallel) is { } fork)
        {
            ObservedPlace[] tasks = [.. joint.Select(a => One(leg, a, rows, dir)).OfType<ObservedPlace>()];
            return tasks.Length == 0 ? null : new ObservedPlace { Procedure = procedure, Stage = fork.Stage, Standing = Standing.InParallel, Since = tasks.Min(t => t.Since), Tasks = tasks };
        }
        if (leg.Now.Activities.Count > 0) return One(leg, leg.Now.Activities[^1], rows, dir);
        long since = Math.Max(leg.Now.Last, 0);
        if (leg.Now.Done == null && rows.FirstOrDefault(r => r.Kind == AtlasKind.Delayed && r.Stage == "bridge") is { } bridge)
            return new ObservedPlace { Procedure = procedure, Stage = bridge.Stage, Standing = Standing.Delayed, Since = At(since) };
        // It does nothing that was read: it waits for the next thing.
        int done = leg.Now.Done?.Order ?? (leg.Now.Stamps[1] >= 0 ? StageOrder.Gate : 0);
        AtlasRow? next = rows.FirstOrDefault(r => r.Kind == AtlasKind.Served && !r.Joint && StageOrder.Of(r.Word) > done);
        return next == null ? null : new ObservedPlace { Procedure = procedure, Stage = next.Stage, Standing = Standing.Queued, Since = At(since) };
    }

    private ObservedPlace? One(TruckLeg leg, Activity a, IReadOnlyList<AtlasRow> rows, Direction dir)
    {
        SimTime since = At(a.Since);
        switch (a.Doing)
        {
            case Doing.AwaitingDocuments:
                return rows.FirstOrDefault(r => r.Kind == AtlasKind.Awaiting) is { } awaiting ? new ObservedPlace { Procedure = awaiting.Procedure, Stage = awaiting.Stage, Standing = Standing.AwaitingDocuments, Since = since } : null;
            case Doing.Blocked:
                AtlasRow? ahead = Best(leg, rows, a.Place.Stage, null, a.Joint);
                AtlasRow? held = a.Place.Lane != null ? rows.FirstOrDefault(r => r.Kind == AtlasKind.Served && r.Lanes.Contains(a.Place.Lane) && (leg.Now.Done == null || r.Word == leg.Now.Done.Stage)) ?? rows.FirstOrDefault(r => r.Kind == AtlasKind.Served && r.Lanes.Contains(a.Place.Lane))
                    : rows.FirstOrDefault(r => r.Kind == AtlasKind.Delayed) ?? rows.FirstOrDefault(r => r.Kind == AtlasKind.Passed);
                // A car before a full yard holds nothing: it stands at the end of the line.
                if (held == null) return ahead == null ? null : new ObservedPlace { Procedure = ahead.Procedure, Stage = ahead.Stage, Standing = Standing.Queued, Since = since };
                return new ObservedPlace
                {
                    Procedure = held.Procedure, Stage = held.Stage, Standing = Standing.Blocked, Since = since, Next = ahead?.Stage,
                    Station = held.Kind == AtlasKind.Served ? held.Stations[Index(held.Lanes, a.Place.Lane!)] : null,
                };
            default:
                if (Best(leg, rows, a.Place.Stage, a.Place.Lane, a.Joint) is not { } row) return null;
                if (row.Kind == AtlasKind.Delayed) return new ObservedPlace { Procedure = row.Procedure, Stage = row.Stage, Standing = Standing.Delayed, Since = since };
                return new ObservedPlace
                {
                    Procedure = row.Procedure, Stage = row.Stage, Standing = a.Doing == Doing.Queued ? Standing.Queued : Standing.InService, Since = since,
                    Station = a.Place.Lane != null && row.Lanes.Contains(a.Place.Lane) ? row.Stations[Index(row.Lanes, a.Place.Lane)] : null,
                    Order = a.Doing == Doing.Queued && orders.TryGetValue((leg.Post, dir, leg.Side, a.Place.Lane ?? "", leg.Trip, a.Place.Stage ?? ""), out int order) ? order : null,
                };
        }
    }

    private static int Index(IReadOnlyList<string> lanes, string lane)
    {
        for (int i = 0; i < lanes.Count; i++)
            if (lanes[i] == lane) return i;
        return 0;
    }

    /// <summary>The stage of the procedure that events call so; where it has a variant for those who declared in advance, the one that fits.</summary>
    private static AtlasRow? Best(TruckLeg leg, IReadOnlyList<AtlasRow> rows, string? word, string? lane, bool joint)
    {
        bool advance = leg.Now.Stamps[2] >= 0 && (leg.Now.Stamps[0] < 0 || leg.Now.Stamps[2] < leg.Now.Stamps[0]);
        return rows.Where(r => r.Word == word && r.Joint == joint && r.Kind is AtlasKind.Served or AtlasKind.Delayed)
            .OrderByDescending(r => lane == null || r.Lanes.Contains(lane))
            .ThenByDescending(r => r.Stage.EndsWith("-in-advance", StringComparison.Ordinal) == advance)
            .FirstOrDefault();
    }

    /// <summary>The source whose trucks go through a leg, with what is known of where they come from and go to; the busiest of those that fit.</summary>
    private (int Source, int Leg) Source(Facts facts, Func<string, bool> fits)
    {
        (int Source, int Leg) best = (-1, -1);
        double most = -1;
        for (int s = 0; s < atlas.Journeys.Count; s++)
        {
            StreamMeaning stream = corridor.Streams[s];
            if (stream.Background != (facts.Vehicle != null)) continue;
            if (facts.Op is { } op && stream.Empty != (op == Operation.Empty)) continue;
            if ((facts.Origin != null && facts.Origin != stream.Origin) || (facts.Destination != null && facts.Destination != stream.Destination)) continue;
            double perDay = atlas.PerDay(s);
            if (perDay <= most) continue;
            for (int leg = 0; leg < atlas.Journeys[s].Count; leg++)
                if (fits(corridor.Network.ProcedureNames[atlas.Journeys[s][leg]])) (best, most) = ((s, leg), perDay);
        }
        return best;
    }

    private bool IsSide(string procedure, string post, Direction dir, string side, Operation? op)
    {
        string place = $"{post}/{dir}/{side}/";
        if (!procedure.StartsWith(place, StringComparison.Ordinal) || procedure.EndsWith("/yield", StringComparison.Ordinal)) return false;
        string rest = procedure[place.Length..];
        return op == null ? !rest.Contains('/') : rest == op.ToString() || rest.StartsWith($"{op}-after-", StringComparison.Ordinal);
    }

    private long Next(int source) => (ordinals[source] = ordinals.GetValueOrDefault(source) + 1) - 1;

    private static Dictionary<string, string> Attributes(Facts facts)
    {
        if (facts.Vehicle != null || facts.Op is null or Operation.Empty) return [];
        return new Dictionary<string, string>
        {
            ["cargo"] = facts.Cls.HasFlag(CargoFlags.Perishable) ? nameof(CargoClass.Perishable) : facts.Cls.HasFlag(CargoFlags.Hazardous) ? nameof(CargoClass.Dangerous) : facts.Cls.HasFlag(CargoFlags.Relief) ? nameof(CargoClass.Relief) : nameof(CargoClass.General),
            ["aeo"] = facts.Cls.HasFlag(CargoFlags.Aeo) ? "yes" : "no",
            ["msme"] = facts.Cls.HasFlag(CargoFlags.Msme) ? "yes" : "no",
        };
    }
}
