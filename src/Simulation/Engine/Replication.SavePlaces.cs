using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    private SavedStation SaveStation(int s, DueEvents due)
    {
        ref StationState station = ref stations[s];
        return new SavedStation
        {
            Name = model.StationNames[s],
            Rules = StationRules.Of(model, s),
            Scheduled = station.Scheduled,
            Effective = station.Effective,
            ExtraLevel = station.ExtraLevel,
            ClosedBefore = station.ClosedBefore,
            ClosedSince = station.ClosedSince,
            OpenedAt = station.OpenedAt,
            LastTouch = station.LastTouch,
            Sums = SumsOf(station),
            HoldSum = station.HoldSum,
            Left = station.Left,
            Levels = levels.Times(s),
            Calendar = due.Calendars[s],
            CallIns = due.CallIns[s],
            Breakdown = model.Stations[s].FailureSampler < 0
                ? null
                : new SavedBreakdown(model.Stations[s].FailsWhileBusy, station.Down > 0, station.FailureOrdinal, station.FailsAtBusyArea, due.Breakdowns[s]),
        };
    }

    private static SavedSums SumsOf(in StationState s) => new(s.QueueArea, s.BusyArea, s.WaitSum, s.Joined, s.Started);

    private SavedSource SaveSource(int i, DueEvents due)
    {
        ref SourceState source = ref sources[i];
        if (i >= model.OwnSources) return model.Former!.Sources[i - model.OwnSources];
        return new SavedSource
        {
            Name = model.SourceNames[i],
            Created = created[i],
            NextOrdinal = source.Ordinal,
            NextArrival = source.ArrivalOrdinal,
            Journey = JourneyName(i),
            Arrivals = new SavedArrivals(model.Sources[i].Kind.ToString(), source.Bin, source.BinStart, source.Into, due.Sources[i]),
        };
    }

    private SavedWindow SaveWindow(DueEvents due) => new()
    {
        Start = windowStart,
        End = windowEnd,
        Opens = due.Opens,
        Closes = due.Closes,
        Probes = [.. due.Probes.OrderBy(p => p.At).ThenBy(p => p.Sequence)],
        Opened = NamedSums(atOpen),
        Closed = NamedSums(atClose),
        Read = [.. probes.Select(p => p.Select((n, s) => (model.StationNames[s], n)).ToDictionary())],
    };

    private Dictionary<string, SavedSums>? NamedSums(StationState[]? sums) =>
        sums?.Select((state, s) => (model.StationNames[s], SumsOf(state))).ToDictionary();

    /// <summary>The pending events by what they happen to. Those that were cancelled are left out; only the last of them can ever be noticed.</summary>
    private sealed class DueEvents
    {
        public readonly SavedEvent?[] Entities, Breakdowns, Calendars, Sources, Disturbances;
        public readonly List<SavedEvent>?[] CallIns;
        public readonly List<SavedEvent> Probes = [];
        public SavedEvent? Opens, Closes;
        public long? CancelledUntil;

        public DueEvents(Replication run)
        {
            Entities = new SavedEvent?[run.entities.Length];
            Breakdowns = new SavedEvent?[run.stations.Length];
            Calendars = new SavedEvent?[run.stations.Length];
            CallIns = new List<SavedEvent>?[run.stations.Length];
            Sources = new SavedEvent?[run.sources.Length];
            Disturbances = new SavedEvent?[run.disturbances.Length];
            foreach (PendingEvent e in run.wheel.Pending()) Put(e, run);
            foreach (List<SavedEvent>? list in CallIns) list?.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        }

        private void Put(PendingEvent e, Replication run)
        {
            var saved = new SavedEvent(e.Time, e.Sequence);
            if (run.IsCancelled(e))
            {
                CancelledUntil = Math.Max(CancelledUntil ?? e.Time, e.Time);
                return;
            }
            switch (e.Kind)
            {
                case EventKind.ServiceEnd or EventKind.DelayEnd: Entities[e.Subject] = saved; break;
                case EventKind.Breakdown: Breakdowns[e.Subject] = saved; break;
                case EventKind.Arrival: Sources[e.Subject] = saved; break;
                case EventKind.Disturbance: Disturbances[e.Subject] = saved; break;
                case EventKind.Calendar when e.Subject >= 0: Calendars[e.Subject] = saved; break;
                case EventKind.Calendar: (CallIns[~e.Subject] ??= []).Add(saved); break;
                default:
                    if (e.Subject == WindowOpens) Opens = saved;
                    else if (e.Subject == WindowCloses) Closes = saved;
                    else Probes.Add(saved);
                    break;
            }
        }
    }
}
