using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    private const int WindowOpens = -1;
    private const int WindowCloses = -2;

    private readonly LevelClock levels;
    private readonly List<int[]> probes = [];
    // Made at the start: the window closes in the middle of a run, which must not allocate.
    private readonly StationState[] sumsAtOpen;
    private readonly StationState[] sumsAtClose;
    private StationState[]? atOpen;
    private StationState[]? atClose;
    private bool windowClosed;

    private void ScheduleProbes()
    {
        // Without a warm-up the window is open from the first event on: what happens at the very start counts.
        if (windowStart > now) Schedule(EventKind.Probe, windowStart, WindowOpens);
        else atOpen = Copied(stations, sumsAtOpen);
        foreach (SimTime t in options.Probes)
            if (t.Milliseconds >= now) Schedule(EventKind.Probe, t.Milliseconds, 0);
        // After the probes of its instant: without a drain the run stops here.
        Schedule(EventKind.Probe, windowEnd, WindowCloses);
    }

    private void Measure(int what)
    {
        TouchAll();
        switch (what)
        {
            case WindowOpens:
                atOpen = Copied(stations, sumsAtOpen);
                levels.Reset();
                break;
            case WindowCloses:
                atClose = Copied(stations, sumsAtClose);
                levels.Freeze();
                windowClosed = true;
                if (!options.Drain) Stop(now);
                break;
            default:
                probes.Add([.. Enumerable.Range(0, stations.Length).Select(s => stations[s].Waiting + stations[s].Busy)]);
                break;
        }
    }

    private static StationState[] Copied(CacheAligned<StationState> from, StationState[] to)
    {
        from.All.CopyTo(to);
        return to;
    }

    private void TouchAll()
    {
        for (int s = 0; s < stations.Length; s++) Touch(ref stations[s], s);
    }

    private StationResult[] StationResults()
    {
        TouchAll();
        StationState[] open = atOpen ?? new StationState[stations.Length];
        StationState[] close = atClose ?? stations.All.ToArray();
        double window = Math.Max(1, Math.Min(now, windowEnd) - windowStart);
        return [.. Enumerable.Range(0, stations.Length).Select(s =>
        {
            long begun = close[s].Started - open[s].Started;
            return new StationResult(
                (close[s].QueueArea - open[s].QueueArea) / window,
                (close[s].BusyArea - open[s].BusyArea) / window,
                begun == 0 ? double.NaN : (close[s].WaitSum - open[s].WaitSum) / (double)begun,
                close[s].Joined - open[s].Joined,
                begun,
                levels.Shares(s));
        })];
    }

    /// <summary>Little's law on the sample path, in integer milliseconds: the integral of the number present equals the time spent by all who were there.</summary>
    private List<string> LittleViolations()
    {
        TouchAll();
        var wait = new long[stations.Length];
        var hold = new long[stations.Length];
        foreach (ref readonly Entity truck in entities.All)
        {
            if (truck.State == EntityState.Queued) wait[truck.Station] += now - truck.Since;
            if (truck.State == EntityState.Serving || (truck.State == EntityState.Blocked && truck.Station >= 0)) hold[truck.Station] += now - truck.Since;
        }
        var violations = new List<string>();
        for (int s = 0; s < stations.Length; s++)
            if (stations[s].QueueArea != stations[s].WaitSum + wait[s] || stations[s].BusyArea != stations[s].HoldSum + hold[s])
                violations.Add(model.StationNames[s]);
        return violations;
    }
}

/// <summary>Time spent with each number of trucks at a station, for the stations that ask for it.</summary>
internal sealed class LevelClock
{
    private readonly long[]?[] time;
    private bool frozen;

    public LevelClock(StationRow[] stations)
    {
        time = [.. stations.Select(s => s.LevelSlots > 0 ? new long[s.LevelSlots] : null)];
    }

    public void Add(int s, int present, long dt)
    {
        if (frozen) return;
        long[] slots = time[s]!;
        slots[Math.Min(present, slots.Length - 1)] += dt;
    }

    public void Reset()
    {
        foreach (long[]? slots in time)
            if (slots != null) Array.Clear(slots);
    }

    public void Freeze() => frozen = true;

    /// <summary>Milliseconds by number present; null where not tracked.</summary>
    public long[]? Times(int s) => time[s]?.ToArray();

    /// <summary>Goes on from saved times; a clock of another length keeps what is beyond its end in its last slot.</summary>
    public void Load(int s, IReadOnlyList<long> saved)
    {
        if (time[s] is not { } slots) return;
        for (int i = 0; i < saved.Count; i++) slots[Math.Min(i, slots.Length - 1)] += saved[i];
    }

    public IReadOnlyList<double> Shares(int s)
    {
        if (time[s] is not { } slots) return [];
        double total = Math.Max(1, slots.Sum());
        return [.. slots.Select(t => t / total)];
    }
}
