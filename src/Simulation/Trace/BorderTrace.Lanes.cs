using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Trace;

public sealed partial class BorderTrace
{
    private readonly LinkedList<Waiting>[] waiting;
    private readonly Dictionary<(int Source, long Ordinal, int Row), LinkedListNode<Waiting>> waitingBy = [];
    private readonly WithinMillisecond<int> lanesNow = new();
    private readonly WithinMillisecond<(int Source, long Ordinal, int Row)> holdsNow = new();

    /// <summary>A truck in a lane's line.</summary>
    private sealed class Waiting
    {
        public TraceRecord Record;
        /// <summary>Its service had begun before.</summary>
        public bool Begun;
        /// <summary>It has been told to be held because the lane is closed.</summary>
        public bool Held;
    }

    private void Resource(in TraceRecord r)
    {
        ref LaneLevels lane = ref lanes[r.Station];
        LaneLevels before = lane;
        lane.Take(r);
        switch (r.Kind)
        {
            case TraceKind.Staff: Roster(r, lane); break;
            case TraceKind.CalledIn: if (lane.Extra != before.Extra) Roster(r, lane); break;
            case TraceKind.Down: TellLane(r, BorderEventTypes.ResourceDown, new EventExtras { Reason = EventReasons.Breakdown }); break;
            case TraceKind.Up: TellLane(r, BorderEventTypes.ResourceUp, new EventExtras { Reason = EventReasons.Breakdown }); break;
            case TraceKind.Disturbed: TellLane(r, BorderEventTypes.ResourceDown, new EventExtras { Reason = EventReasons.Outage }); break;
            case TraceKind.Restored: TellLane(r, BorderEventTypes.ResourceUp, new EventExtras { Reason = EventReasons.Outage }); break;
        }
        if ((before.Staff == 0) == (lane.Staff == 0)) return;
        foreach (Waiting w in waiting[r.Station])
            if (w.Held != (lane.Staff == 0)) Held(w, r.Time);
    }

    private void Roster(in TraceRecord r, in LaneLevels lane) =>
        TellLane(r, lane.Staff == 0 ? BorderEventTypes.ResourceClose : BorderEventTypes.ResourceOpen, new EventExtras { Staff = lane.Staff, Extra = lane.Extra });

    private void Wait(in TraceRecord r, LinkedListNode<Waiting> node)
    {
        node.Value.Record = r;
        waitingBy[(r.Source, r.Ordinal, r.Row)] = node;
        if (lanes[r.Station].Staff == 0) Held(node.Value, r.Time);
    }

    /// <summary>The truck is served: true if its service had begun before and now goes on.</summary>
    private bool StopWaiting(in TraceRecord r)
    {
        if (!waitingBy.Remove((r.Source, r.Ordinal, r.Row), out LinkedListNode<Waiting>? node)) return false;
        if (node.Value.Held) Held(node.Value, r.Time);
        waiting[r.Station].Remove(node);
        return node.Value.Begun;
    }

    /// <summary>The lane of a waiting truck has closed, or is closed for it no more.</summary>
    private void Held(Waiting w, long time)
    {
        w.Held = !w.Held;
        Hold(w.Record with { Time = time, Value = 0 }, w.Held ? BorderEventTypes.HoldStart : BorderEventTypes.HoldEnd, EventReasons.Closed);
    }

    private void TellLane(in TraceRecord r, string type, EventExtras extras)
    {
        if (r.Time < scope.LanesFrom) return;
        PlaceWords place = tables.Stations[r.Station];
        int order = lanesNow.Next(r.Time, r.Station);
        sink(new BorderEvent
        {
            Type = type,
            T = tables.At(r.Time, place.Offset),
            Post = place.Post,
            Side = place.Side,
            Dir = place.Dir,
            Lane = place.Lane,
            Agency = place.Agency,
            Ext = order == 0 ? extras : extras with { Order = order },
        });
    }
}

/// <summary>Counts what happens to the same in one millisecond.</summary>
internal sealed class WithinMillisecond<T>
    where T : notnull
{
    private readonly Dictionary<T, int> counts = [];
    private long now = long.MinValue;

    /// <summary>How often it was asked for the same within this millisecond before.</summary>
    public int Next(long time, T of)
    {
        if (time != now) counts.Clear();
        now = time;
        int before = counts.GetValueOrDefault(of);
        counts[of] = before + 1;
        return before;
    }
}
