using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    /// <summary>The whole replication as data, at the last event processed. Saving changes nothing in it.</summary>
    /// <exception cref="InvalidOperationException">Called from an observer, in the middle of an event.</exception>
    public CorridorState Save()
    {
        if (running) throw new InvalidOperationException("A replication is saved between events; an observer is called in the middle of one.");
        var due = new DueEvents(this);
        int[] positions = Positions();
        return new CorridorState
        {
            Schema = CorridorState.CurrentSchema,
            Clock = now,
            Start = windowStart - options.WarmUp.Milliseconds,
            Seed = options.Seed,
            Replication = options.Replication,
            Fingerprint = fingerprint,
            Events = events,
            Sequence = sequence,
            Finished = stopped,
            CancelledUntil = due.CancelledUntil,
            Inside = inside,
            Measured = measuredInside,
            Left = model.ExitNames.Select((name, i) => (name, leftBy[i])).Where(x => x.Item2 > 0).ToDictionary(),
            Window = SaveWindow(due),
            Procedures = model.Places.Saved,
            Stations = [.. Enumerable.Range(0, stations.Length).Select(s => SaveStation(s, due))],
            Sources = [.. Enumerable.Range(0, sources.Length).Select(i => SaveSource(i, due))],
            Disturbances = [.. disturbances.Select((d, i) => new SavedDisturbance(model.DisturbanceNames[i], d.Active, d.Ordinal, due.Disturbances[i]))],
            Trucks = [.. Trucks().Select(e => SaveTruck(e, due, positions))],
        };
    }

    /// <summary>Trucks in order of identity, which unlike their place in memory is the same after loading.</summary>
    private IEnumerable<int> Trucks() =>
        Enumerable.Range(0, entities.Length)
            .Where(e => entities[e].State != EntityState.Free && entities[e].Parent < 0)
            .OrderBy(e => tracks[e].Source).ThenBy(e => tracks[e].Ordinal);

    /// <summary>Each truck's place in its queue or among those blocked before a station.</summary>
    private int[] Positions()
    {
        var positions = new int[entities.Length];
        foreach (int head in queueHeads) Number(head);
        foreach (ref readonly StationState station in stations.All) Number(station.BlockedHead);
        return positions;

        void Number(int head)
        {
            int n = 0;
            for (int e = head; e != Nobody; e = At(e).Next) positions[e] = n++;
        }
    }

    private SavedTruck SaveTruck(int e, DueEvents due, int[] positions)
    {
        ref Entity truck = ref At(e);
        ref Track track = ref TrackOf(e);
        ClassSpace classes = model.Classes;
        int classIndex = truck.Class;
        return new SavedTruck
        {
            Source = model.SourceNames[track.Source],
            Ordinal = track.Ordinal,
            Class = classes.Attributes.Select((a, i) => (a.Name, a.Values[classes.ValueIndex(classIndex, i)])).ToDictionary(),
            Leg = truck.Leg,
            Journey = track.Journey < model.OwnSources ? null : JourneyName(track.Journey),
            Measured = truck.Measured,
            Track = new SavedTrack
            {
                Start = track.Start,
                Split = [track.Service, track.Documents, track.Closed, track.Blocked, track.Queue, track.Move],
                Stamps = [.. (ReadOnlySpan<long>)track.Stamps],
                Lodged = track.Lodged,
                Accepted = track.Accepted,
            },
            At = SaveWhereabouts(e, due, positions),
        };
    }

    private Whereabouts SaveWhereabouts(int e, DueEvents due, int[] positions)
    {
        ref Entity truck = ref At(e);
        StageName stage = NameOf(truck.Row);
        FormerStage? former = FormerAt(truck.Row);
        // Done there: only a stage the model has no name for needs to be explained.
        if (truck.State == EntityState.Blocked && model.Places.Rows.ContainsKey(stage)) former = null;
        int next = truck.State == EntityState.Blocked || former != null ? End : PeekNext(e);
        var at = new Whereabouts
        {
            Stage = stage,
            Standing = truck.State switch
            {
                EntityState.Queued => Standing.Queued,
                EntityState.Serving => Standing.InService,
                EntityState.Delayed => Standing.Delayed,
                EntityState.Blocked => Standing.Blocked,
                EntityState.Awaiting => Standing.AwaitingDocuments,
                _ => Standing.InParallel,
            },
            Next = next == End ? null : NameOf(next),
            Ends = next == End && truck.State != EntityState.Blocked && former == null ? true : null,
            Former = former,
            Due = due.Entities[e],
            Remaining = truck.Remaining < 0 ? null : truck.Remaining,
            Visits = SaveVisits(e),
        };
        switch (truck.State)
        {
            case EntityState.Queued:
                return at with
                {
                    Station = model.StationNames[truck.Station],
                    Priority = truck.Priority,
                    Position = positions[e],
                    Since = truck.Since,
                    ClosedMark = truck.Mark,
                };
            case EntityState.Serving:
                return at with { Station = model.StationNames[truck.Station], Priority = truck.Priority, Since = truck.Since };
            case EntityState.Blocked:
                bool holds = truck.Station >= 0;
                return at with
                {
                    Station = holds ? model.StationNames[truck.Station] : null,
                    Since = holds ? truck.Since : null,
                    BlockedSince = truck.Mark,
                    Position = positions[e],
                    Target = NameOf(RestOf(e).TargetRow),
                    TargetStation = model.StationNames[RestOf(e).TargetStation],
                };
            case EntityState.Forked:
                var tasks = new List<Whereabouts>();
                for (int i = TrackOf(e).FirstTask; i != Nobody; i = RestOf(i).Sibling) tasks.Add(SaveWhereabouts(i, due, positions));
                return at with { Since = truck.Since, TaskMark = TrackOf(e).TaskMark, Tasks = tasks };
            default:
                return at with { Since = truck.Since };
        }
    }

    /// <summary>Where the truck goes after its present stage by the rules in force, without counting a visit; a route by the length of a line is taken as short.</summary>
    private int PeekNext(int e)
    {
        int row = At(e).Row;
        Route route = model.Routes[rows[row].Route];
        if (route.Group >= 0 || route.CountStation >= 0) return route.Targets[1];
        int next = NextRow(e, row);
        if (route.VisitSlot >= 0 && route.Always == -2 && route.Certain[At(e).Class] == -2) visits[Owner(e) * model.VisitSlots + route.VisitSlot]--;
        return next;
    }

    private Dictionary<string, int>? SaveVisits(int e)
    {
        Dictionary<string, int>? counts = null;
        for (int slot = 0; slot < model.VisitSlots; slot++)
            if (visits[e * model.VisitSlots + slot] is var n and > 0) (counts ??= [])[model.VisitNames[slot]] = n;
        return counts;
    }

    private StageName NameOf(int row) => row < model.StageNames.Count ? model.Places.StageNames[row] : model.Former!.Stages[row - model.StageNames.Count].Name;

    private FormerStage? FormerAt(int row) => row < model.StageNames.Count ? null : model.Former!.Stages[row - model.StageNames.Count].Stage;

    private IReadOnlyList<StageName> JourneyName(int journey)
    {
        int own = model.OwnSources;
        if (journey >= own) return model.Former!.Journeys[journey - own];
        JourneyRow row = model.Journeys[journey];
        return [.. row.Procedures.Select((p, i) => new StageName(model.ProcedureNames[p], model.StageNames[row.FirstRows[i]]))];
    }
}
