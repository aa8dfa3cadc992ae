using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    /// <summary>
    /// Brings a loaded replication under the rules of its model: takes trucks out of queues that are no longer theirs, changes staff, and lets
    /// trucks rejoin in the order in which they had joined. Under the model that saved there is nothing to do, and nothing is done.
    /// </summary>
    private void Settle(Loading loading)
    {
        for (int s = 0; s < stations.Length; s++)
            if (loading.Refit[s]) stations[s].ExtraLevel = ExtraLevelFor(s);
        foreach ((int e, _) in loading.Moving)
            if (At(e).State == EntityState.Queued) LeaveQueue(e);
        for (int s = 0; s < stations.Length; s++)
        {
            if (loading.Calendar[s]) ChangeStaff(s);
            if (!loading.Refit[s] && !loading.Calendar[s]) continue;
            if (loading.State.Observed) FitObserved(s);
            else FitStaff(s);
            if (stations[s].FailsAtBusyArea != 0 && stations[s].BreakdownSequence == 0) ScheduleBusyFailure(s);
        }
        foreach ((int e, Placement to) in loading.Moving.Where(m => m.To.At.Standing == Standing.Queued)
            .OrderBy(m => m.To.At.Since).ThenBy(m => m.To.At.Station, StringComparer.Ordinal).ThenBy(m => m.To.At.Priority).ThenBy(m => m.To.At.Position)) Rejoin(e, to);
        foreach ((int e, Placement to) in loading.Moving.Where(m => m.To.At.Standing == Standing.Blocked)
            .OrderBy(m => m.To.At.BlockedSince).ThenBy(m => m.To.At.TargetStation, StringComparer.Ordinal).ThenBy(m => m.To.At.Position)) Redirect(e, to);
        for (int s = 0; s < stations.Length; s++)
            if (stations[s].BlockedHead != Nobody) AdmitBlocked(s);
    }

    /// <summary>The number of rules for extra staff that a line of this length calls for, from the level saved.</summary>
    private int ExtraLevelFor(int s)
    {
        ref StationRow row = ref model.Stations[s];
        int level = Math.Min(stations[s].ExtraLevel, row.Extra.Length);
        if (row.Extra.Length == 0) return 0;
        int count = groupCounts[row.WatchGroup];
        while (level < row.Extra.Length && count >= row.Extra[level].From) level++;
        while (level > 0 && count < row.Extra[level - 1].Until) level--;
        return level;
    }

    /// <summary>Staff as observed: whoever is served stays served, even beyond the calendar.</summary>
    private void FitObserved(int s)
    {
        stations[s].Effective = StaffAt(s);
        StartNext(s);
    }

    private void LeaveQueue(int e)
    {
        ref Entity truck = ref At(e);
        int s = truck.Station;
        ref StationState station = ref StationAt(s);
        Unlink(e, ref station, s);
        EndWait(ref truck, ref TrackOf(Owner(e)), ref station);
        truck.State = EntityState.Delayed;
        truck.Station = Nobody;
    }

    private void Rejoin(int e, Placement to)
    {
        bool same = to.TargetRow == to.Row && rows[to.Row].Kind == RowKind.Serve;
        if (!same) At(e).Remaining = -1;
        int stamp = same ? rows[to.Row].StampOnArrival : -1;
        if (stamp < 0)
        {
            Enter(e, to.TargetRow);
            return;
        }
        // It arrived at this stage when it first joined.
        long arrived = TrackOf(Owner(e)).Stamps[stamp];
        Enter(e, to.TargetRow);
        TrackOf(Owner(e)).Stamps[stamp] = arrived;
    }

    /// <summary>A blocked truck turns to where it goes instead; like one whose service ends, it holds its server until there is room.</summary>
    private void Redirect(int e, Placement to)
    {
        int target = to.TargetDrawn ? NextRow(e, At(e).Row) : to.TargetRow;
        if (At(e).Parent < 0) TrackOf(e).Blocked += now - At(e).Mark;
        if (traced) TraceBlock(TraceKind.Unblock, e);
        if (target != End && rows[target].Kind == RowKind.Serve)
        {
            int lane = PickLane(ref At(e), target);
            if (!HasRoom(lane, e, target) && !model.Stations[lane].RejectsWhenFull)
            {
                Block(e, target, lane);
                return;
            }
        }
        int upstream = At(e).Station;
        if (upstream >= 0) StationAt(upstream).HoldSum += now - At(e).Since;
        At(e).Station = Nobody;
        Enter(e, target);
        if (upstream >= 0) Release(upstream);
    }

    /// <summary>Books time that the engine can no longer book later: of a truck whose queue is gone, and of one whose side tasks move on.</summary>
    private void Book(int e, Placement place, Loading loading)
    {
        if (place is { Kind: PlacementKind.MoveOn, Station: < 0, At.Standing: Standing.Queued })
        {
            SavedStation left = loading.Saved[place.At.Station!];
            long closed = (left.Scheduled == 0 ? left.ClosedBefore + now - left.ClosedSince : left.ClosedBefore) - place.At.ClosedMark ?? 0;
            TrackOf(e).Closed += closed;
            TrackOf(e).Queue += now - place.At.Since!.Value - closed;
        }
        if (place.Tasks.All(t => t.Kind != PlacementKind.MoveOn)) return;
        ref Track track = ref TrackOf(e);
        TimePart part = track.TasksServed > 0 ? TimePart.Service : place.Tasks.Min(AsSaved);
        AddPart(ref track, part, now - track.TaskMark);
        track.TaskMark = now;

        TimePart AsSaved(Placement task) => task.At.Standing switch
        {
            Standing.Queued => loading.Saved[task.At.Station!].Scheduled == 0 ? TimePart.Closed : TimePart.Queue,
            Standing.Blocked => TimePart.Blocked,
            _ => rows[task.Row].Part,
        };
    }
}
