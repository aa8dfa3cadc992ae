using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    private void EndService(int e)
    {
        ref Entity truck = ref At(e);
        ref StageStep step = ref StepAt(truck.Row);
        ref StationState station = ref StationAt(truck.Station);
        int s = truck.Station;
        ExpectNext(ref station);
        long held = now - truck.Since;
        ref Track track = ref TrackOf(Owner(e, ref truck));
        if (truck.Parent < 0) track.Service += held;
        else TaskStopsService(truck.Parent);
        Stamp(ref track, step.StampOnEnd);
        if (traced) Trace(TraceKind.End, e);
        int next = NextRow(e, ref truck, ref step);
        // Branches and papers at hand take no time: what counts for blocking is the station behind them, while this one's server is still held.
        while (next >= 0 && StepAt(next).Kind >= RowKind.Pass && TakesNoTime(e, next)) next = Pass(e, next);
        if (next < 0 || StepAt(next).Kind != RowKind.Serve)
        {
            station.HoldSum += held;
            Enter(e, next);
        }
        else
        {
            int lane = PickLane(ref truck, next);
            if (HasRoom(lane, e, next))
            {
                station.HoldSum += held;
                Join(e, next, lane);
            }
            else if (model.Stations[lane].RejectsWhenFull)
            {
                station.HoldSum += held;
                RejectAt(e, lane, next);
            }
            else
            {
                Block(e, next, lane);
                return;
            }
        }
        Release(s);
    }

    private void EndDelay(int e)
    {
        ref Entity truck = ref At(e);
        ref StageRow row = ref RowAt(truck.Row);
        long spent = now - truck.Since;
        if (truck.Parent >= 0)
        {
            if (row.Part == TimePart.Service) TaskStopsService(truck.Parent);
            else FlushTasks(truck.Parent);
        }
        else if (truck.State == EntityState.Awaiting) TrackOf(e).Documents += spent;
        else AddPart(ref TrackOf(e), row.Part, spent);
        Stamp(ref TrackOf(Owner(e, ref truck)), StepAt(truck.Row).StampOnEnd);
        if (traced) Trace(truck.State == EntityState.Awaiting ? TraceKind.AwaitEnd : TraceKind.End, e);
        Enter(e, NextRow(e, truck.Row));
    }

    /// <summary>Moves a truck that holds no server on to a row, through all rows that take no time, until it waits, is served or leaves.</summary>
    private void Enter(int e, int next)
    {
        while (true)
        {
            if (next == End)
            {
                if (At(e).Parent >= 0)
                {
                    EndTask(e);
                    return;
                }
                next = EndLeg(e);
                if (next == End) return;
                continue;
            }
            ref Entity truck = ref At(e);
            ref StageRow row = ref RowAt(next);
            switch (row.Kind)
            {
                case RowKind.Serve:
                    int lane = PickLane(ref truck, next);
                    if (HasRoom(lane, e, next)) Join(e, next, lane);
                    else if (model.Stations[lane].RejectsWhenFull) RejectAt(e, lane, next);
                    else
                    {
                        truck.Station = Nobody;
                        Block(e, next, lane);
                    }
                    return;
                case RowKind.Delay:
                    if (truck.Parent >= 0 && row.Part == TimePart.Service) TaskStartsService(truck.Parent);
                    truck.Row = next;
                    truck.Station = Nobody;
                    truck.State = EntityState.Delayed;
                    truck.Since = now;
                    Stamp(ref TrackOf(Owner(e, ref truck)), StepAt(next).StampOnStart);
                    if (traced) Trace(TraceKind.Start, e);
                    Schedule(EventKind.DelayEnd, now + DrawService(ref truck, ref StepAt(next), e), e);
                    truck.EventSequence = sequence;
                    return;
                case RowKind.Await when !TakesNoTime(e, next):
                    truck.Row = next;
                    truck.Station = Nobody;
                    truck.State = EntityState.Awaiting;
                    truck.Since = now;
                    if (traced) Trace(TraceKind.AwaitStart, e);
                    Schedule(EventKind.DelayEnd, TrackOf(e).Accepted, e);
                    truck.EventSequence = sequence;
                    return;
                case RowKind.Fork:
                    truck.Row = next;
                    Fork(e, row.Tasks!);
                    return;
                case RowKind.Exit:
                    truck.Row = next;
                    Report(e, row.ExitCode);
                    Leave(e, row.ExitCode);
                    return;
                default:
                    next = Pass(e, next);
                    break;
            }
        }
    }

    private bool TakesNoTime(int e, int row) => StepAt(row).Kind switch
    {
        RowKind.Pass or RowKind.Lodge => true,
        RowKind.Await => TrackOf(e).Accepted <= now,
        _ => false,
    };

    /// <summary>Passes a point that takes no time; returns the row after it.</summary>
    private int Pass(int e, int row)
    {
        ref Entity truck = ref At(e);
        truck.Row = row;
        ref StageStep step = ref StepAt(row);
        Stamp(ref TrackOf(Owner(e, ref truck)), step.StampOnArrival);
        if (step.Kind == RowKind.Lodge) Lodge(e, RowAt(row).Lodge!);
        if (traced && RowAt(row).Traced) Trace(TraceKind.Pass, e);
        return NextRow(e, ref truck, ref step);
    }

    /// <summary>Where the truck goes after a row. Draws at most once for each call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextRow(int e, ref Entity truck, ref StageStep from)
    {
        int next = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(targets), from.Target + truck.Class * from.TargetStep);
        return next != StageStep.Open ? next : Choose(e, model.Routes[from.Route]);
    }

    private int NextRow(int e, int from) => NextRow(e, ref At(e), ref StepAt(from));

    private int Choose(int e, Route route)
    {
        ref Entity truck = ref At(e);
        if (route.Group >= 0 || route.CountStation >= 0)
        {
            int length = route.Group >= 0 ? groupCounts[route.Group] : stations[route.CountStation].Waiting + stations[route.CountStation].Busy;
            double leave = route.LeaveTable[Math.Min(length, route.LeaveTable.Length - 1)];
            return leave > 0 && (leave >= 1 || Uniform(e, route) < leave) ? route.Targets[0] : route.Targets[1];
        }
        int certain = route.Certain[truck.Class];
        if (certain != -2) return certain;
        double u = Uniform(e, route);
        int classes = route.Certain.Length;
        int last = route.Targets.Length - 1;
        for (int i = 0; i < last; i++)
            if (u < route.Cumulative[i * classes + truck.Class]) return route.Targets[i];
        return route.Targets[last];
    }

    private double Uniform(int e, Route route) => KeyedStream.For(At(e).Key, route.Key, Visit(e, route.VisitSlot)).NextUniform();

    /// <summary>How often the truck has drawn here before; counts this draw.</summary>
    private int Visit(int e, int slot) => slot < 0 ? 0 : visits[(At(e).Parent >= 0 ? At(e).Parent : e) * model.VisitSlots + slot]++;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long DrawService(ref Entity truck, ref StageStep step, int e)
    {
        int visit = step.VisitSlot < 0 ? 0 : Visit(e, step.VisitSlot);
        KeyedStream stream = KeyedStream.For(truck.Key, step.ServiceKey, visit);
        int law = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(serviceTable), step.Service + truck.Class * step.ServiceStep);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(samplers), law).SampleMilliseconds(ref stream);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PriorityAt(int e, int row) => priorityTable[StepAt(row).Priority + At(e).Class];

    /// <summary>The lane with the fewest trucks among those open to the truck's class; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PickLane(ref Entity truck, int next)
    {
        int only = StepAt(next).Station;
        return only >= 0 ? only : ShortestLane(truck.Class, ref RowAt(next));
    }

    private int ShortestLane(int classIndex, ref StageRow row)
    {
        int best = -1;
        int fewest = int.MaxValue;
        for (int i = 0; i < row.LaneCount; i++)
        {
            if (!row.LaneOpen![classIndex * row.LaneCount + i]) continue;
            int s = row.Lanes![i];
            int present = stations[s].Waiting + stations[s].Busy;
            if (present >= fewest) continue;
            fewest = present;
            best = s;
        }
        return best;
    }

    private static void AddPart(ref Track track, TimePart part, long spent)
    {
        switch (part)
        {
            case TimePart.Service: track.Service += spent; break;
            case TimePart.Documents: track.Documents += spent; break;
            case TimePart.Closed: track.Closed += spent; break;
            case TimePart.Blocked: track.Blocked += spent; break;
            case TimePart.Queue: track.Queue += spent; break;
            default: track.Move += spent; break;
        }
    }

    /// <summary>The truck whose record a truck or a side task writes to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Owner(int e, ref Entity truck) => truck.Parent >= 0 ? truck.Parent : e;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Stamp(ref Track track, sbyte stamp) => Unsafe.Add(ref Unsafe.As<Stamps, long>(ref track.Stamps), (nint)stamp) = now;

    /// <summary>The truck itself; of a side task, the truck it belongs to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Owner(int e)
    {
        int parent = At(e).Parent;
        return parent >= 0 ? parent : e;
    }

    /// <summary>Starts the document track: when the declaration is lodged and when it will have been accepted.</summary>
    private void Lodge(int e, LodgeRule rule)
    {
        ref Entity truck = ref At(e);
        ref Track track = ref TrackOf(e);
        bool advance = rule.AdvanceShare[truck.Class] > 0 && First(truck.Key, rule.AdvanceKey) < rule.AdvanceShare[truck.Class];
        long lodged = now;
        if (advance) lodged = track.Stamps[0] - Sample(truck, rule.LeadKey, rule.LeadBase);
        long work = rule.PreparationBase < 0 ? 0 : Sample(truck, rule.PreparationKey, rule.PreparationBase);
        long first = work;
        bool rejected = rule.RejectedShare > 0 && First(truck.Key, rule.RejectedKey) < rule.RejectedShare;
        if (rejected) work += Sample(truck, rule.ResubmissionKey, rule.ResubmissionBase);
        track.Lodged = lodged;
        track.Accepted = work == 0 ? lodged : model.Desks[rule.Desk].AdvanceOpen(lodged, work);
        track.Stamps[2] = lodged;
        if (!traced) return;
        TraceAt(TraceKind.Lodged, lodged, e);
        if (rejected) TraceAt(TraceKind.Rejected, model.Desks[rule.Desk].AdvanceOpen(lodged, first), e);
        TraceAt(TraceKind.Accepted, track.Accepted, e);
    }

    private long Sample(in Entity truck, ulong key, int serviceBase)
    {
        KeyedStream stream = KeyedStream.For(truck.Key, key, 0);
        return samplers[serviceTable[serviceBase + truck.Class]].SampleMilliseconds(ref stream);
    }

    private static double First(ulong truckKey, ulong key) => KeyedStream.For(truckKey, key, 0).NextUniform();
}
