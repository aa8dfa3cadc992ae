using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.State;

/// <summary>Makes saved trucks of observed ones.</summary>
internal sealed class ObservedTrucks
{
    private const long LongestPast = 3650L * SimDuration.MillisecondsPerDay;

    private readonly NetworkModel model;
    private readonly ObservedStart start;
    private readonly ulong runKey;
    private readonly Func<long, SavedEvent> due;
    private readonly Func<int, long, double> slowdown;
    private readonly long clock;
    private readonly ModelPlaces places;
    private readonly ClassMap classes;
    private readonly ObservedDocuments documents;
    private readonly long[] ordinals;
    private readonly long[] counts;
    private readonly long[] next;
    private readonly ObservedQueues queues;

    public ObservedTrucks(NetworkModel model, ObservedStart start, ulong runKey, Func<long, SavedEvent> due, Func<int, long, double> slowdown)
    {
        this.model = model;
        this.start = start;
        this.runKey = runKey;
        this.due = due;
        this.slowdown = slowdown;
        clock = start.Time.Milliseconds;
        places = model.Places;
        classes = new ClassMap(model);
        documents = new ObservedDocuments(model, clock);
        counts = new long[model.Sources.Length];
        next = new long[model.Sources.Length];
        ordinals = Identities();
        queues = new ObservedQueues(model, start);
    }

    /// <summary>Trucks of a source inside, and the ordinal of its next.</summary>
    public (long Inside, long Next) Counts(int source) => (counts[source], next[source]);

    public IReadOnlyList<SavedTruck> Build() => [.. start.Trucks.Select(Truck)];

    /// <summary>Gives trucks without an ordinal the next ones after all that are known, in order of the list.</summary>
    private long[] Identities()
    {
        foreach (ObservedSource known in start.Sources) next[Source(known.Name, "The observation")] = known.NextOrdinal ?? 0;
        var taken = new HashSet<(int, long)>();
        var given = new long[start.Trucks.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int t = 0; t < given.Length; t++)
            {
                ObservedTruck truck = start.Trucks[t];
                if (truck.Ordinal == null == (pass == 0)) continue;
                int source = Source(truck.Source, Who(truck));
                given[t] = truck.Ordinal ?? next[source];
                if (given[t] < 0) throw new CorridorStateException($"{Who(truck)} has an ordinal below 0.");
                if (!taken.Add((source, given[t]))) throw new CorridorStateException($"{Who(truck)} is observed twice.");
                next[source] = Math.Max(next[source], given[t] + 1);
                counts[source]++;
            }
        }
        return given;
    }

    private SavedTruck Truck(ObservedTruck truck, int number)
    {
        string who = Who(truck);
        int source = places.Sources[truck.Source];
        ulong key = Mix.Combine(Mix.Combine(runKey, model.Sources[source].Key), (ulong)ordinals[number]);
        int[] known = classes.Known(truck.Attributes, foreign => throw new CorridorStateException($"{who} has '{foreign}', which is no attribute of the model's trucks, or no value of one."));
        short classIndex = classes.Draw(known, source, key);
        int row = Row(truck.At, who);
        int[] journey = model.Journeys[source].Procedures;
        int leg = truck.Leg ?? Array.IndexOf(journey, model.Rows[row].Procedure);
        if (leg < 0 || leg >= journey.Length || journey[leg] != model.Rows[row].Procedure)
            throw new CorridorStateException($"{who} is in procedure '{truck.At.Procedure}', which is not {(truck.Leg == null ? "a" : $"the {truck.Leg}th")} leg of its source's journey.");
        long since = truck.At.Since.Milliseconds;
        long begun = truck.LegStart?.Milliseconds ?? (truck.Stamps.TryGetValue(0, out SimTime t0) ? t0.Milliseconds : since);
        if (begun > since || clock - begun > LongestPast) throw new CorridorStateException($"{who} began its leg at {new SimTime(begun)}, which does not fit a wait or service since {truck.At.Since} seen at {start.Time}.");
        (long lodged, long accepted) = documents.Draw(truck, begun, row, classIndex, key);
        return new SavedTruck
        {
            Source = truck.Source,
            Ordinal = ordinals[number],
            Class = model.Classes.Attributes.Select((a, i) => (a.Name, a.Values[model.Classes.ValueIndex(classIndex, i)])).ToDictionary(),
            Leg = leg,
            Measured = start.MeasurePresent,
            Track = new SavedTrack { Start = begun, Split = Split(truck, since - begun, who), Stamps = Stamps(truck, begun, lodged, who), Lodged = lodged, Accepted = accepted },
            At = Place(truck.At, classIndex, key, accepted, who),
        };
    }

    private long[] Split(ObservedTruck truck, long length, string who)
    {
        var split = new long[6];
        foreach ((TimePart part, SimDuration spent) in truck.Spent)
            split[part switch { TimePart.Service => 0, TimePart.Documents => 1, TimePart.Closed => 2, TimePart.Blocked => 3, TimePart.Queue => 4, _ => 5 }] = spent.Milliseconds;
        long rest = length - split.Sum();
        if (rest < 0 || split.Any(p => p < 0)) throw new CorridorStateException($"{who} has spent more time on its leg than has passed.");
        split[4] += rest;
        return split;
    }

    private long[] Stamps(ObservedTruck truck, long begun, long lodged, string who)
    {
        var stamps = new long[Engine.Stamps.Count];
        Array.Fill(stamps, -1);
        stamps[0] = begun;
        if (lodged != begun) stamps[2] = lodged;
        foreach ((int stamp, SimTime time) in truck.Stamps)
        {
            if (stamp is < 0 or >= Engine.Stamps.Count || time > start.Time) throw new CorridorStateException($"{who} has no time stamp t{stamp} of {time}.");
            stamps[stamp] = time.Milliseconds;
        }
        return stamps;
    }

    private int Row(ObservedPlace at, string who)
    {
        if (at.Since > start.Time || clock - at.Since.Milliseconds > LongestPast) throw new CorridorStateException($"{who} is said to be there since {at.Since}; it was seen at {start.Time}.");
        if (!places.Rows.TryGetValue(new StageName(at.Procedure, at.Stage), out int row)) throw new CorridorStateException($"{who} is at stage '{at.Procedure}: {at.Stage}', which the model does not have.");
        RowKind? needs = at.Standing switch
        {
            Standing.Queued or Standing.InService => RowKind.Serve,
            Standing.Delayed => RowKind.Delay,
            Standing.AwaitingDocuments => RowKind.Await,
            Standing.InParallel => RowKind.Fork,
            _ => null,
        };
        if (needs != null && model.Rows[row].Kind != needs) throw new CorridorStateException($"{who} cannot be {at.Standing} at stage '{at.Stage}'.");
        return row;
    }

    private Whereabouts Place(ObservedPlace at, short classIndex, ulong key, long accepted, string who)
    {
        int row = Row(at, who);
        ref StageRow stage = ref model.Rows[row];
        long since = at.Since.Milliseconds;
        var place = new Whereabouts { Stage = places.StageNames[row], Standing = at.Standing, Since = since };
        switch (at.Standing)
        {
            case Standing.Queued:
                int lane = queues.Lane(at, row, classIndex, who);
                int priority = model.PriorityTable[stage.PriorityBase + classIndex];
                return place with { Station = model.StationNames[lane], Priority = priority, Position = queues.Position(at), ClosedMark = -Closed(model.Stations[lane].Calendar, since) };
            case Standing.InService:
                int desk = queues.Lane(at, row, classIndex, who);
                return place with
                {
                    Station = model.StationNames[desk],
                    Priority = model.PriorityTable[stage.PriorityBase + classIndex],
                    Due = due(clock + Rest(stage, classIndex, key, since, slowdown(desk, since))),
                    Visits = Visited(stage),
                };
            case Standing.Delayed:
                return place with { Due = due(clock + Rest(stage, classIndex, key, since, 1)), Visits = Visited(stage) };
            case Standing.AwaitingDocuments:
                return place with { Due = due(accepted) };
            case Standing.Blocked:
                string? holds = stage.Kind == RowKind.Serve ? model.StationNames[queues.Lane(at, row, classIndex, who)] : null;
                place = place with { Station = holds, Since = holds == null ? null : since, BlockedSince = since };
                if (at.Next == null) return place;
                int target = Row(at with { Stage = at.Next, Standing = Standing.Queued }, who);
                int ahead = queues.Ahead(target, classIndex);
                return place with { Target = places.StageNames[target], TargetStation = model.StationNames[ahead], Position = queues.Position(at) };
            default:
                if (at.Tasks.Count == 0 || at.Tasks.Any(t => t.Standing is Standing.InParallel or Standing.AwaitingDocuments)) throw new CorridorStateException($"{who} does side tasks, but none of them is at a stage.");
                return place with { TaskMark = since, Tasks = [.. at.Tasks.Select(t => Place(t, classIndex, key, accepted, $"a side task of {who}"))] };
        }
    }

    /// <summary>What is left of a service or delay that has lasted since an instant, by the law of the truck's class.</summary>
    private long Rest(in StageRow stage, short classIndex, ulong key, long since, double slower)
    {
        Distribution law = model.Distributions[model.ServiceTable[stage.ServiceBase + classIndex]];
        KeyedStream stream = KeyedStream.For(key, stage.ServiceKey, 0);
        return ObservedState.Whole(slower * law.SampleResidual(ref stream, (clock - since) / slower));
    }

    private Dictionary<string, int>? Visited(in StageRow stage) => stage.VisitSlot < 0 ? null : new() { [model.VisitNames[stage.VisitSlot]] = 1 };

    private long Closed(CapacityCalendar calendar, long since)
    {
        long closed = 0;
        for (long t = since; t < clock;)
        {
            long change = Math.Min(clock, calendar.NextChange(t));
            if (calendar.LevelAt(t) == 0) closed += change - t;
            t = change;
        }
        return closed;
    }

    private int Source(string name, string who) =>
        places.Sources.TryGetValue(name, out int source) ? source : throw new CorridorStateException($"{who} names source '{name}', which the model does not have.");

    private static string Who(ObservedTruck truck) => truck.Ordinal == null ? $"a truck of {truck.Source} at {truck.At.Stage}" : $"truck {truck.Source}#{truck.Ordinal}";
}
