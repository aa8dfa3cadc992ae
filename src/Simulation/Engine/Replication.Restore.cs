using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    /// <summary>What loading changed, if this replication was restored from a state.</summary>
    public RestoreReport? Restored { get; private set; }

    /// <summary>
    /// A replication that goes on from a saved state. Under the same model and options it does what the saved run would have done, event for event.
    /// Another seed or replication number draws another future for all that is not drawn yet. Under another model of the same corridor
    /// trucks finish the stage they are in by the rules they entered it with and go on under the new ones (<see cref="Restored"/> says how).
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="options">Warm-up and window count from the state's start (<see cref="CorridorState.FromNow"/> makes that now).</param>
    /// <param name="state">The state.</param>
    /// <param name="observer">Hears of what happens from now on; may be null.</param>
    /// <exception cref="CorridorStateException">The state is broken, of another version or corridor, or its window is not that of the options.</exception>
    public static Replication Restore(NetworkModel model, RunOptions options, CorridorState state, RunObserver? observer = null)
    {
        ulong run = Draws.Mix.Combine(options.Seed, (ulong)options.Replication);
        var plan = new RestorePlan(model, state, run);
        var replication = new Replication(plan.Model, options, observer, state.Clock, state.Start);
        replication.Load(plan, run);
        return replication;
    }

    /// <summary>A replication that starts from what was seen of the corridor at an instant; what was not seen is drawn, given what was.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">Warm-up and window count from the instant of the observation.</param>
    /// <param name="start">The observation.</param>
    /// <param name="observer">Hears of what happens from then on; may be null.</param>
    /// <exception cref="CorridorStateException">The observation names what the model does not have, or contradicts itself.</exception>
    public static Replication Observe(NetworkModel model, RunOptions options, ObservedStart start, RunObserver? observer = null) =>
        Restore(model, options, start.ToState(model, options), observer);

    /// <summary>What loading has to remember until the trucks are in place.</summary>
    private sealed class Loading(RestorePlan plan, int stations)
    {
        public readonly CorridorState State = plan.State;
        public readonly RestoreLog Log = plan.Log;
        public readonly Dictionary<string, SavedStation> Saved = plan.State.Stations.ToDictionary(s => s.Name);

        /// <summary>Stations whose calendar differs; whose staff have to be fitted anew.</summary>
        public readonly bool[] Calendar = new bool[stations], Refit = new bool[stations];

        public readonly List<(int Truck, Placement To)> Moving = [];
    }

    private void Load(RestorePlan plan, ulong run)
    {
        CorridorState state = plan.State;
        var loading = new Loading(plan, stations.Length);
        runKey = run;
        fingerprint = state.Fingerprint;
        events = state.Events;
        sequence = state.Sequence;
        inside = state.Inside;
        measuredInside = state.Measured;
        foreach ((string exit, long n) in state.Left) leftBy[Array.IndexOf([.. model.ExitNames], exit)] = n;
        LoadStations(loading);
        LoadWindow(loading);
        LoadSources(plan);
        LoadDisturbances(loading);
        LoadTrucks(plan, loading);
        // An event that was cancelled is popped and ignored: no live one has this number.
        if (state.CancelledUntil is { } until) wheel.Push((Math.Max(until, now) << 3) | (long)EventKind.DelayEnd, uint.MaxValue, 0);
        Settle(loading);
        Restored = plan.Log.Report(state.Trucks.Count);
    }

    private void Push(EventKind kind, SavedEvent e, int subject) => wheel.Push((e.At << 3) | (long)kind, e.Sequence, subject);

    /// <summary>Puts trucks and side tasks where they were, and notes those that have to move on.</summary>
    private void LoadTrucks(RestorePlan plan, Loading loading)
    {
        var queued = new List<(int Truck, Whereabouts At)>();
        var blocked = new List<(int Truck, Whereabouts At)>();
        foreach (TruckPlan truck in plan.Trucks)
        {
            int e = LoadPlace(truck.At, Nobody, truck);
            At(e).Measured = truck.Saved.Measured;
            LoadTrack(ref TrackOf(e), truck);
            Book(e, truck.At, loading);
        }
        foreach ((int e, _) in queued.OrderBy(q => q.At.Priority).ThenBy(q => q.At.Position)) Link(e);
        foreach ((int e, _) in blocked.OrderBy(b => b.At.Position)) LinkBlocked(e);

        int LoadPlace(Placement place, int parent, TruckPlan truck)
        {
            int e = NewEntity();
            LoadEntity(e, place, truck);
            At(e).Parent = parent;
            LoadVisits(e, place.At);
            if (At(e).State == EntityState.Queued) queued.Add((e, place.At));
            if (place.At.Standing == Standing.Blocked && place.Kind == PlacementKind.Stay) blocked.Add((e, place.At));
            if (place.Kind == PlacementKind.MoveOn) loading.Moving.Add((e, place));
            if (At(e).Priority < place.At.Priority) loading.Log.Trucks(RestoreChangeKind.PriorityLowered, place.At.Station!, null);
            if (place.At.Due is { } due)
            {
                Push(At(e).State == EntityState.Serving ? EventKind.ServiceEnd : EventKind.DelayEnd, due, e);
                At(e).EventSequence = due.Sequence;
            }
            if (At(e).State == EntityState.Forked) LoadTasks(e, [.. place.Tasks.Select(t => LoadPlace(t, e, truck))], place.At.TaskMark!.Value);
            return e;
        }
    }

    private void LoadEntity(int e, Placement place, TruckPlan plan)
    {
        ref Entity truck = ref At(e);
        Whereabouts at = place.At;
        truck.Key = plan.Key;
        truck.Class = plan.Class;
        truck.Leg = (byte)plan.Leg;
        truck.Row = place.Row;
        truck.Station = place.Station;
        truck.Since = at.Since ?? now;
        truck.Mark = at.ClosedMark ?? at.BlockedSince ?? at.Due?.At ?? 0;
        truck.Remaining = at.Remaining ?? -1;
        RestOf(e).TargetRow = place.TargetRow;
        RestOf(e).TargetStation = place.TargetStation;
        truck.State = at.Standing switch
        {
            // One whose queue is gone only waits to be sent on.
            Standing.Queued => place.Station >= 0 ? EntityState.Queued : EntityState.Delayed,
            Standing.InService => place.Kind == PlacementKind.AsDelay ? EntityState.Delayed : EntityState.Serving,
            Standing.Delayed => EntityState.Delayed,
            Standing.Blocked => EntityState.Blocked,
            Standing.AwaitingDocuments => EntityState.Awaiting,
            _ => EntityState.Forked,
        };
        truck.Priority = (byte)(at.Priority ?? 0);
        if (place.Station < 0) return;
        truck.Priority = (byte)Math.Min(truck.Priority, model.Stations[place.Station].Priorities - 1);
        if (truck.State != EntityState.Queued) StationAt(place.Station).Busy++;
    }

    private static void LoadTrack(ref Track track, TruckPlan truck)
    {
        SavedTrack saved = truck.Saved.Track;
        track.Source = truck.Source;
        track.Journey = truck.Journey;
        track.Ordinal = truck.Saved.Ordinal;
        track.Service = saved.Split[0];
        track.Documents = saved.Split[1];
        track.Closed = saved.Split[2];
        track.Blocked = saved.Split[3];
        track.Queue = saved.Split[4];
        track.Move = saved.Split[5];
        track.Start = saved.Start;
        track.Lodged = saved.Lodged;
        track.Accepted = saved.Accepted;
        for (int i = 0; i < Stamps.Count; i++) track.Stamps[i] = saved.Stamps[i];
    }

    private void LoadVisits(int e, Whereabouts at)
    {
        if (at.Visits == null) return;
        for (int slot = 0; slot < model.VisitSlots; slot++)
            if (at.Visits.TryGetValue(model.VisitNames[slot], out int n)) visits[e * model.VisitSlots + slot] = n;
    }

    private void LoadTasks(int e, int[] tasks, long mark)
    {
        ref Track track = ref TrackOf(e);
        track.FirstTask = tasks[0];
        track.TasksLeft = tasks.Length;
        track.TaskMark = mark;
        track.TasksServed = 0;
        for (int i = 0; i < tasks.Length; i++)
        {
            ref Entity task = ref At(tasks[i]);
            RestOf(tasks[i]).Sibling = i + 1 < tasks.Length ? tasks[i + 1] : Nobody;
            if (task.State == EntityState.Serving || (task.State == EntityState.Delayed && task.EventSequence != 0 && rows[task.Row].Part == TimePart.Service)) track.TasksServed++;
        }
    }

    /// <summary>Appends a truck to its queue without telling those who watch the line: they have seen it come.</summary>
    private void Link(int e)
    {
        ref Entity truck = ref At(e);
        ref StationState station = ref StationAt(truck.Station);
        int q = station.QueueBase + truck.Priority;
        truck.Next = Nobody;
        if (queueHeads[q] == Nobody) queueHeads[q] = e;
        else At(queueTails[q]).Next = e;
        queueTails[q] = e;
        queueCounts[q]++;
        station.Waiting++;
        if (station.Group >= 0) groupCounts[station.Group]++;
    }

    private void LinkBlocked(int e)
    {
        ref Entity truck = ref At(e);
        ref StationState ahead = ref StationAt(RestOf(e).TargetStation);
        truck.Next = Nobody;
        if (ahead.BlockedHead == Nobody) ahead.BlockedHead = e;
        else At(ahead.BlockedTail).Next = e;
        ahead.BlockedTail = e;
    }
}
