using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Engine;

/// <summary>One replication of a network: single-threaded, pure, resumable at any event.</summary>
/// <remarks>Parts: the loop and truck records here; stages, stations, arrivals, calendars and measurement in the other files of the class.</remarks>
public sealed unsafe partial class Replication
{
    internal const int End = -1;
    private const int Nobody = -1;

    private readonly NetworkModel model;
    private readonly RunOptions options;
    private readonly RunObserver? observer;
    private readonly bool traced;
    private readonly StageRow[] rows;
    private readonly StageStep[] steps;
    private readonly int[] targets;
    private readonly Sampler[] samplers;
    private readonly int[] serviceTable;
    private readonly byte[] priorityTable;
    private readonly EventWheel wheel = new();
    private readonly CacheAligned<StationState> stations;
    private readonly int[] queueHeads;
    private readonly int[] queueTails;
    private readonly int[] queueCounts;
    private readonly int[] groupCounts;
    private readonly SourceState[] sources;
    private readonly DisturbanceState[] disturbances;
    private CacheAligned<Entity> entities;
    private CacheAligned<Track> tracks;
    private EntityRest[] rests = [];
    // The arrays do not move; through their addresses the loop spares a check for null and a header at every access.
    private Entity* entityAt;
    private Track* trackAt;
    private readonly StationState* stationAt;
    private readonly StageStep* stepAt;
    private int[] visits;
    private int freeEntity = Nobody;
    private long now;
    private uint sequence;
    private ulong fingerprint;
    private long events;
    private long measuredInside;
    private long inside;
    private readonly long[] created;
    private readonly long[] leftBy;
    private readonly long windowStart;
    private readonly long windowEnd;
    private readonly long drainEnd;
    private bool stopped;
    private bool running;

    /// <summary>A replication at its beginning: empty network, first arrivals scheduled.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">Seed, replication and length.</param>
    /// <param name="observer">Collects legs or a trace; may be null.</param>
    public Replication(NetworkModel model, RunOptions options, RunObserver? observer = null)
        : this(model, options, observer, 0, 0)
    {
        ScheduleFirsts();
        MixIn(options.Seed);
    }

    /// <param name="start">Where the clock stands.</param>
    /// <param name="origin">From where warm-up and window are counted.</param>
    private Replication(NetworkModel model, RunOptions options, RunObserver? observer, long start, long origin)
    {
        if (options.WarmUp.Milliseconds < 0 || options.Length.Milliseconds <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), "A replication needs a measured window longer than nothing and a warm-up that is not negative.");
        this.model = model;
        this.options = options;
        this.observer = observer;
        traced = observer?.WantsTrace == true;
        rows = model.Rows;
        steps = StageStep.Of(model, out targets);
        samplers = model.Samplers;
        serviceTable = model.ServiceTable;
        priorityTable = model.PriorityTable;
        stepAt = Address(steps);
        Hold(new CacheAligned<Entity>(256), new CacheAligned<Track>(256));
        now = start;
        windowStart = origin + options.WarmUp.Milliseconds;
        windowEnd = windowStart + options.Length.Milliseconds;
        drainEnd = options.Drain ? windowEnd + options.DrainLimit.Milliseconds : windowEnd;
        visits = new int[model.VisitSlots * entities.Length];
        created = new long[model.Sources.Length];
        leftBy = new long[model.ExitNames.Count];
        stations = new CacheAligned<StationState>(model.Stations.Length);
        stationAt = stations.Address;
        sumsAtOpen = new StationState[stations.Length];
        sumsAtClose = new StationState[stations.Length];
        sources = new SourceState[model.Sources.Length];
        disturbances = new DisturbanceState[model.Disturbances.Length];
        groupCounts = new int[model.Groups.Length];
        int queues = 0;
        for (int s = 0; s < stations.Length; s++)
        {
            ref StationRow row = ref model.Stations[s];
            ref StationState state = ref stations[s];
            state.QueueBase = queues;
            queues += row.Priorities;
            state.Scheduled = row.Calendar.LevelAt(now);
            state.Effective = state.Scheduled;
            state.ClosedSince = now;
            state.LastTouch = now;
            state.Slowdown = 1;
            state.BlockedHead = Nobody;
            state.BlockedTail = Nobody;
            state.Group = row.OwnGroup;
            state.TotalRoom = row.Room.Min();
            state.LooksAhead = row.ShiftEnd == Corridor.ShiftEnd.DoNotStart;
            state.TracksLevels = row.LevelSlots > 0;
        }
        queueHeads = new int[queues];
        queueTails = new int[queues];
        queueCounts = new int[queues];
        Array.Fill(queueHeads, Nobody);
        Array.Fill(queueTails, Nobody);
        levels = new LevelClock(model.Stations);
        LinkFree(0);
    }

    /// <summary>The network that runs.</summary>
    public NetworkModel Model => model;

    /// <summary>The clock.</summary>
    public SimTime Now => new(now);

    /// <summary>Events processed so far.</summary>
    public long Events => events;

    /// <summary>Hash of the trajectory so far.</summary>
    public ulong Fingerprint => fingerprint;

    /// <summary>Trucks inside the network.</summary>
    public long Inside => inside;

    /// <summary>True once the cohort has left (or the limit is reached).</summary>
    public bool Finished => stopped;

    /// <summary>Runs a whole replication.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the replication is lost, others are not.</exception>
    public static RunResult Run(NetworkModel model, RunOptions options, RunObserver? observer = null, CancellationToken cancellation = default)
    {
        var replication = new Replication(model, options, observer);
        replication.RunToEnd(cancellation);
        return replication.Result();
    }

    /// <summary>Runs on to the end.</summary>
    public void RunToEnd(CancellationToken cancellation = default)
    {
        while (!stopped)
        {
            cancellation.ThrowIfCancellationRequested();
            RunEvents(1 << 18);
        }
    }

    /// <summary>Runs at most a number of events; returns how many it ran.</summary>
    public long RunEvents(long most)
    {
        long before = events;
        long last = events + most;
        running = true;
        while (!stopped && events < last && wheel.TryPop(out PendingEvent e))
        {
            if (e.Time > drainEnd) { Stop(drainEnd); break; }
            now = e.Time;
            switch (e.Kind)
            {
                case EventKind.ServiceEnd:
                {
                    ref Entity truck = ref At(e.Subject);
                    // Needed next, and known before the truck itself has been read.
                    WillRead(trackAt + (nuint)(uint)e.Subject);
                    if (truck.EventSequence != e.Sequence) continue;
                    Mix(e.Order, truck.Key);
                    EndService(e.Subject);
                    break;
                }
                case EventKind.DelayEnd:
                {
                    ref Entity truck = ref At(e.Subject);
                    if (truck.EventSequence != e.Sequence) continue;
                    Mix(e.Order, truck.Key);
                    EndDelay(e.Subject);
                    break;
                }
                case EventKind.Arrival:
                    Mix(e.Order, model.Sources[e.Subject].Key);
                    Arrive(e.Subject);
                    break;
                case EventKind.Breakdown:
                    if (stations[e.Subject].BreakdownSequence != e.Sequence) continue;
                    Mix(e.Order, model.Stations[e.Subject].FailureKey);
                    FailOrRepair(e.Subject);
                    break;
                case EventKind.Calendar:
                    Mix(e.Order, (ulong)e.Subject);
                    if (e.Subject >= 0) ChangeStaff(e.Subject);
                    else FitStaff(~e.Subject);
                    break;
                case EventKind.Disturbance:
                    Mix(e.Order, model.Disturbances[e.Subject].Key);
                    Disturb(e.Subject);
                    break;
                default:
                    Measure(e.Subject);
                    break;
            }
            events++;
            if (measuredInside == 0 && now >= windowEnd && windowClosed && options.Drain) Stop(now);
        }
        if (!stopped && wheel.IsEmpty) Stop(Math.Max(now, windowEnd));
        running = false;
        return events - before;
    }

    /// <summary>Runs all events up to an instant, that instant included, and leaves the clock there: to look, to save, to change the model.</summary>
    public void RunUntil(SimTime time)
    {
        while (!stopped && wheel.TryPeek(out PendingEvent e) && e.Time <= time.Milliseconds)
        {
            // Running one event would take the next live one, however late, with those that were cancelled before it.
            if (IsCancelled(e)) wheel.TryPop(out _);
            else RunEvents(1);
        }
        if (!stopped) now = Math.Max(now, time.Milliseconds);
    }

    /// <summary>What the replication gave.</summary>
    public RunResult Result() => new()
    {
        Model = model,
        Fingerprint = fingerprint,
        Events = events,
        End = new SimTime(now),
        Created = [.. created],
        LeftBy = [.. leftBy],
        Inside = inside,
        CohortInside = measuredInside,
        Stations = StationResults(),
        Probes = probes,
        LittleViolations = LittleViolations(),
    };

    private bool IsCancelled(in PendingEvent e) => e.Kind switch
    {
        EventKind.ServiceEnd or EventKind.DelayEnd => entities[e.Subject].EventSequence != e.Sequence,
        EventKind.Breakdown => stations[e.Subject].BreakdownSequence != e.Sequence,
        _ => false,
    };

    private void Stop(long at)
    {
        now = Math.Max(now, at);
        stopped = true;
    }

    internal static T* Address<T>(T[] pinned) where T : unmanaged => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    [MemberNotNull(nameof(entities), nameof(tracks))]
    private void Hold(CacheAligned<Entity> newEntities, CacheAligned<Track> newTracks)
    {
        entities = newEntities;
        tracks = newTracks;
        entityAt = entities.Address;
        trackAt = tracks.Address;
        Array.Resize(ref rests, entities.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entity At(int truck) => ref entityAt[(nuint)(uint)truck];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Track TrackOf(int truck) => ref trackAt[(nuint)(uint)truck];

    private ref EntityRest RestOf(int truck) => ref rests[truck];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref StationState StationAt(int station) => ref stationAt[(nuint)(uint)station];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref StageStep StepAt(int row) => ref stepAt[(nuint)(uint)row];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref StageRow RowAt(int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), row);

    /// <summary>Asks for a cache line ahead of its use, where the processor can be asked. Changes nothing but time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WillRead(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(long order, ulong key) =>
        fingerprint = (BitOperations.RotateLeft(fingerprint, 27) ^ (ulong)order) * 0x9E3779B97F4A7C15 + key;

    private void MixIn(ulong value) => Mix((long)value, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Schedule(EventKind kind, long time, int subject) => wheel.Push((time << 3) | (long)kind, ++sequence, subject);

    /// <summary>A free truck record. May move the arrays: no reference into them survives this call.</summary>
    private int NewEntity()
    {
        if (freeEntity == Nobody)
        {
            int old = entities.Length;
            var moreEntities = new CacheAligned<Entity>(old * 2);
            var moreTracks = new CacheAligned<Track>(old * 2);
            entities.All.CopyTo(moreEntities.All);
            tracks.All.CopyTo(moreTracks.All);
            Hold(moreEntities, moreTracks);
            Array.Resize(ref visits, model.VisitSlots * old * 2);
            LinkFree(old);
        }
        int e = freeEntity;
        ref Entity truck = ref At(e);
        freeEntity = truck.Next;
        truck.Remaining = -1;
        truck.Station = Nobody;
        truck.Parent = Nobody;
        RestOf(e).Sibling = Nobody;
        truck.EventSequence = 0;
        truck.Measured = false;
        truck.Leg = 0;
        if (model.VisitSlots > 0) Array.Clear(visits, e * model.VisitSlots, model.VisitSlots);
        return e;
    }

    private void FreeEntity(int e)
    {
        ref Entity truck = ref At(e);
        truck.State = EntityState.Free;
        truck.EventSequence = 0;
        truck.Next = freeEntity;
        freeEntity = e;
    }

    private void LinkFree(int from)
    {
        for (int i = entities.Length - 1; i >= from; i--)
        {
            entities[i].Next = freeEntity;
            freeEntity = i;
        }
    }

    private void Trace(TraceKind kind, int e, int value = 0) => TraceAt(kind, now, e, value);

    /// <summary>A truck that is blocked is told by the stage it cannot reach: a side task may not have been at any yet.</summary>
    private void TraceBlock(TraceKind kind, int e) => Tell(kind, now, e, RestOf(e).TargetRow, RestOf(e).TargetStation);

    private void TraceAt(TraceKind kind, long time, int e, int value = 0) => Tell(kind, time, e, At(e).Row, value);

    private void Tell(TraceKind kind, long time, int e, int row, int value)
    {
        ref Entity truck = ref At(e);
        ref Track track = ref TrackOf(truck.Parent >= 0 ? truck.Parent : e);
        // A stage or source of a former model has no number in this one.
        if (row >= model.StageNames.Count) row = -1;
        int source = track.Source < model.OwnSources ? track.Source : -1;
        observer!.Traced(new TraceRecord(kind, time, row, truck.Station, source, track.Ordinal, truck.Class, truck.Leg, value, truck.Key));
    }
}
