using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Touch(ref StationState station, int s)
    {
        long time = now;
        long dt = time - station.LastTouch;
        if (dt == 0) return;
        station.QueueArea += station.Waiting * dt;
        station.BusyArea += station.Busy * dt;
        station.LastTouch = time;
        if (station.TracksLevels) levels.Add(s, station.Waiting + station.Busy, dt);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom(int s, int e, int row)
    {
        ref StationState station = ref StationAt(s);
        if (station.TotalRoom == int.MaxValue || (station.Busy < station.Effective && station.Waiting == 0)) return true;
        return HasLaneRoom(ref station, s, PriorityAt(e, row));
    }

    private bool HasLaneRoom(ref StationState station, int s, int priority)
    {
        int[] room = model.Stations[s].Room;
        if (room.Length == 1) return station.Waiting < room[0];
        return queueCounts[station.QueueBase + priority] < room[priority];
    }

    /// <summary>The truck joins a station that has room: served at once if a server is idle, else queued.</summary>
    private void Join(int e, int next, int s)
    {
        ref Entity truck = ref At(e);
        ref StageStep step = ref StepAt(next);
        ref StationState station = ref StationAt(s);
        ref Track track = ref TrackOf(Owner(e, ref truck));
        truck.Row = next;
        truck.Station = s;
        truck.Priority = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(priorityTable), step.Priority + truck.Class);
        truck.Since = now;
        Touch(ref station, s);
        station.Joined++;
        Stamp(ref track, step.StampOnArrival);
        if (traced) Trace(TraceKind.Join, e, truck.Priority);
        if (station.Busy < station.Effective && station.Waiting == 0 && MayStart(e, s, ref station))
        {
            StartService(e, ref truck, ref track, ref step, ref station);
        }
        else
        {
            Enqueue(e, ref truck, ref station, false);
            // A server is idle because the first in line does not fit into the shift: one of higher priority may.
            if (station.LooksAhead && station.Busy < station.Effective) StartNext(s);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int HeadOf(int queue) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(queueHeads), queue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int CountOf(int queue) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(queueCounts), queue);

    private void Enqueue(int e, ref Entity truck, ref StationState station, bool first)
    {
        truck.State = EntityState.Queued;
        truck.Mark = station.ClosedClock(now);
        int q = station.QueueBase + truck.Priority;
        ref int head = ref HeadOf(q);
        // Means nothing while the queue is empty.
        ref int tail = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(queueTails), q);
        if (head == Nobody)
        {
            truck.Next = Nobody;
            head = e;
            tail = e;
        }
        else if (first)
        {
            truck.Next = head;
            head = e;
        }
        else
        {
            At(tail).Next = e;
            truck.Next = Nobody;
            tail = e;
        }
        CountOf(q)++;
        station.Waiting++;
        if (station.Group >= 0) LineGrew(station.Group);
    }

    private void StartService(int e, ref Entity truck, ref Track track, ref StageStep step, ref StationState station)
    {
        long length = truck.Remaining;
        if (length < 0)
        {
            length = Slowed(DrawService(ref truck, ref step, e), ref station);
            Stamp(ref track, step.StampOnStart);
        }
        else
        {
            truck.Remaining = -1;
        }
        // Before the state changes: the time until now is booked by what the task waited for.
        if (truck.Parent >= 0) TaskStartsService(truck.Parent);
        long begin = now;
        long end = begin + length;
        truck.State = EntityState.Serving;
        truck.Since = begin;
        truck.Mark = end;
        station.Busy++;
        station.Started++;
        if (traced) Trace(TraceKind.Start, e);
        Schedule(EventKind.ServiceEnd, end, e);
        truck.EventSequence = sequence;
        if (station.FailsAtBusyArea != 0) ScheduleBusyFailure(truck.Station);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Slowed(long length, ref StationState station) =>
        station.Slowdown == 1 ? length : (long)(length * station.Slowdown + 0.5);

    /// <summary>A truck is about to leave a server: the first in line, if there is one, will be read soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void ExpectNext(ref StationState station)
    {
        // Where the queue is empty it is the first record: anything that is there, for a branch here is taken as often as not.
        int first = Math.Max(0, HeadOf(station.QueueBase));
        WillRead(entityAt + (nuint)(uint)first);
        WillRead(trackAt + (nuint)(uint)first);
    }

    /// <summary>A server has become free.</summary>
    private void Release(int s)
    {
        ref StationState station = ref StationAt(s);
        Touch(ref station, s);
        station.Busy--;
        station.Left++;
        if (station.FailsAtBusyArea != 0) ScheduleBusyFailure(s);
        if (station.Waiting > 0) StartNext(s);
        else if (station.BlockedHead != Nobody) AdmitBlocked(s);
    }

    private void StartNext(int s)
    {
        ref StationState station = ref StationAt(s);
        while (station.Waiting > 0 && station.Busy < station.Effective)
        {
            int q = station.QueueBase;
            while (HeadOf(q) == Nobody) q++;
            int e = HeadOf(q);
            if (!MayStart(e, s, ref station)) return;
            ref Entity truck = ref At(e);
            Touch(ref station, s);
            HeadOf(q) = truck.Next;
            CountOf(q)--;
            station.Waiting--;
            ref Track track = ref TrackOf(Owner(e, ref truck));
            EndWait(ref truck, ref track, ref station);
            StartService(e, ref truck, ref track, ref StepAt(truck.Row), ref station);
            if (station.Group >= 0) LineShrank(station.Group);
            if (station.BlockedHead != Nobody) AdmitBlocked(s);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndWait(ref Entity truck, ref Track track, ref StationState station)
    {
        long time = now;
        long waited = time - truck.Since;
        station.WaitSum += waited;
        if (truck.Parent >= 0) return;
        long closed = station.ClosedClock(time) - truck.Mark;
        track.Closed += closed;
        track.Queue += waited - closed;
    }

    /// <summary>The truck stays where it is, holding its server if it has one, until the station ahead has room.</summary>
    private void Block(int e, int next, int s)
    {
        ref Entity truck = ref At(e);
        ref StationState station = ref StationAt(s);
        if (truck.Parent >= 0) FlushTasks(truck.Parent);
        truck.State = EntityState.Blocked;
        truck.Mark = now;
        RestOf(e).TargetRow = next;
        RestOf(e).TargetStation = s;
        truck.Next = Nobody;
        truck.EventSequence = 0;
        if (station.BlockedHead == Nobody) station.BlockedHead = e;
        else At(station.BlockedTail).Next = e;
        station.BlockedTail = e;
        if (traced) TraceBlock(TraceKind.Block, e);
    }

    private void AdmitBlocked(int s)
    {
        int previous = Nobody;
        int e = StationAt(s).BlockedHead;
        while (e != Nobody)
        {
            ref Entity truck = ref At(e);
            if (!HasRoom(s, e, RestOf(e).TargetRow))
            {
                previous = e;
                e = truck.Next;
                continue;
            }
            if (previous == Nobody) StationAt(s).BlockedHead = truck.Next;
            else At(previous).Next = truck.Next;
            if (truck.Next == Nobody) StationAt(s).BlockedTail = previous;
            int upstream = truck.Station;
            if (truck.Parent < 0) TrackOf(e).Blocked += now - truck.Mark;
            else FlushTasks(truck.Parent);
            if (traced) TraceBlock(TraceKind.Unblock, e);
            if (upstream >= 0) StationAt(upstream).HoldSum += now - truck.Since;
            Join(e, RestOf(e).TargetRow, s);
            if (upstream >= 0) Release(upstream);
            // Releasing upstream may have changed this list: begin again.
            previous = Nobody;
            e = StationAt(s).BlockedHead;
        }
    }

    /// <summary>A full waiting room turns the truck away, or, where the station says so, the last of a lower priority.</summary>
    private void RejectAt(int e, int s, int row)
    {
        ref StationState station = ref StationAt(s);
        int priority = PriorityAt(e, row);
        // Where each priority has a room of its own, sending another away makes no room.
        int lowest = model.Stations[s].Room.Length > 1 ? priority : model.Stations[s].Priorities - 1;
        while (lowest > priority && queueHeads[station.QueueBase + lowest] == Nobody) lowest--;
        if (lowest <= priority || station.Waiting == 0)
        {
            Leave(e, ExitFull);
            return;
        }
        int q = station.QueueBase + lowest;
        int last = queueTails[q];
        Unlink(last, ref station, s);
        EndWait(ref At(last), ref TrackOf(last), ref station);
        Leave(last, ExitFull);
        Join(e, row, s);
    }

    /// <summary>Takes a truck out of the middle of its queue.</summary>
    private void Unlink(int e, ref StationState station, int s)
    {
        int q = station.QueueBase + At(e).Priority;
        Touch(ref station, s);
        int previous = Nobody;
        for (int i = queueHeads[q]; i != e; i = At(i).Next) previous = i;
        int next = At(e).Next;
        if (previous == Nobody) queueHeads[q] = next;
        else At(previous).Next = next;
        if (next == Nobody) queueTails[q] = previous;
        queueCounts[q]--;
        station.Waiting--;
        if (station.Group >= 0) LineShrank(station.Group);
    }

    /// <summary>False only under <see cref="ShiftEnd.DoNotStart"/>, when the service would run past the next drop in staff.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayStart(int e, int s, ref StationState station) => !station.LooksAhead || WouldFinish(e, s);

    private bool WouldFinish(int e, int s)
    {
        ref Entity truck = ref At(e);
        ref StageStep step = ref StepAt(truck.Row);
        ref StationState station = ref StationAt(s);
        long length = truck.Remaining;
        if (length < 0)
        {
            length = Slowed(DrawService(ref truck, ref step, e), ref station);
            // Only looked ahead: the visit is counted when service begins.
            if (step.VisitSlot >= 0) visits[(truck.Parent >= 0 ? truck.Parent : e) * model.VisitSlots + step.VisitSlot]--;
        }
        long drop = model.Stations[s].Calendar.FirstBelow(now, station.Busy + 1);
        // A service longer than any shift would never begin: it begins with the shift and runs over.
        return now + length <= drop || station.Scheduled > 0 && station.OpenedAt == now && length > drop - now;
    }
}
