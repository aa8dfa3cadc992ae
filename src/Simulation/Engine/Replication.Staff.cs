using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Engine;

internal struct DisturbanceState
{
    public ulong RunKey;
    public long Ordinal;
    public bool Active;
}

public sealed partial class Replication
{
    private ulong runKey;

    private void StartStationClocks(int s, ulong run)
    {
        runKey = run;
        ref StationRow row = ref model.Stations[s];
        long change = row.Calendar.NextChange(now);
        if (change != long.MaxValue) Schedule(EventKind.Calendar, change, s);
        if (row.FailureSampler >= 0) StartFailures(s);
    }

    private void StartFailures(int s)
    {
        ref StationRow row = ref model.Stations[s];
        long life = DrawFailure(s, row.FailureSampler, Purpose.Failure);
        if (row.FailsWhileBusy) stations[s].FailsAtBusyArea = stations[s].BusyArea + Math.Max(1, life);
        else ScheduleBreakdown(s, now + life);
    }

    private void ChangeStaff(int s)
    {
        ref StationState station = ref StationAt(s);
        CalendarOf(s, out int level, out long next);
        if (next != long.MaxValue) Schedule(EventKind.Calendar, next, s);
        if (level == station.Scheduled)
        {
            // A closure may begin or end while nobody is scheduled: whoever was called in goes, or comes again.
            if (model.Stations[s].Calendar.HasClosures) FitStaff(s);
            return;
        }
        Touch(ref station, s);
        if ((level == 0) != (station.Scheduled == 0)) CrossClosed(s, ref station, level);
        station.Scheduled = level;
        if (traced) TraceStation(TraceKind.Staff, s, level);
        FitStaff(s);
    }

    private void CalendarOf(int s, out int level, out long next)
    {
        Calendars.CapacityCalendar calendar = model.Stations[s].Calendar;
        level = calendar.LevelAt(now);
        next = calendar.NextChange(now);
    }

    private void CrossClosed(int s, ref StationState station, int level)
    {
        for (int p = 0; p < model.Stations[s].Priorities; p++)
            for (int e = queueHeads[station.QueueBase + p]; e != Nobody; e = At(e).Next)
                if (At(e).Parent >= 0) FlushTasks(At(e).Parent);
        if (level == 0) station.ClosedSince = now;
        else
        {
            station.ClosedBefore += now - station.ClosedSince;
            station.OpenedAt = now;
        }
    }

    /// <summary>Sets how many may serve, from those scheduled, called in and broken; starts or suspends service to fit.</summary>
    private void FitStaff(int s)
    {
        ref StationState station = ref StationAt(s);
        ref StationRow row = ref model.Stations[s];
        station.Effective = StaffAt(s);
        if (traced) TraceStation(TraceKind.CalledIn, s, CalledIn(s));
        if (row.ShiftEnd is ShiftEnd.SuspendResume or ShiftEnd.SuspendRestart)
            while (station.Busy > station.Effective && SuspendLatest(s, row.ShiftEnd == ShiftEnd.SuspendRestart)) { }
        StartNext(s);
        // A station without waiting room has nobody to start, but may have trucks blocked before it.
        if (station.BlockedHead != Nobody) AdmitBlocked(s);
    }

    /// <summary>
    /// Suspends the service that began last and puts the truck first in its queue. Of equals it takes the one with the larger identity,
    /// and of one truck's side tasks the one started later: never the record's place in memory, which a saved state does not keep.
    /// </summary>
    private bool SuspendLatest(int s, bool restart)
    {
        int victim = Nobody;
        for (int e = 0; e < entities.Length; e++)
        {
            ref Entity candidate = ref At(e);
            if (candidate.State != EntityState.Serving || candidate.Station != s) continue;
            if (victim == Nobody || BeganLater(candidate, At(victim))) victim = e;
        }
        if (victim == Nobody) return false;
        ref Entity truck = ref At(victim);
        ref StationState station = ref StationAt(s);
        Touch(ref station, s);
        station.Busy--;
        station.HoldSum += now - truck.Since;
        if (truck.Parent < 0) TrackOf(victim).Service += now - truck.Since;
        else TaskStopsService(truck.Parent);
        truck.Remaining = restart ? truck.Mark - truck.Since : truck.Mark - now;
        truck.EventSequence = 0;
        if (traced) Trace(TraceKind.Suspend, victim);
        truck.Since = now;
        Enqueue(victim, ref truck, ref station, true);
        return true;
    }

    private int StaffAt(int s) => Math.Max(0, StationAt(s).Scheduled + CalledIn(s) - StationAt(s).Down);

    private int CalledIn(int s)
    {
        ref StationState station = ref StationAt(s);
        ref StationRow row = ref model.Stations[s];
        int extra = 0;
        if (row.Calendar.HasClosures && row.Calendar.IsShut(now)) return 0;
        for (int i = 0; i < station.ExtraLevel; i++)
            if (station.Scheduled > 0 || row.Extra[i].WhenClosed) extra += row.Extra[i].Staff;
        return extra;
    }

    private static bool BeganLater(in Entity a, in Entity b) =>
        a.Since != b.Since ? a.Since > b.Since : a.Key != b.Key ? a.Key > b.Key : a.EventSequence > b.EventSequence;

    private void LineGrew(int group)
    {
        int count = ++groupCounts[group];
        foreach (int s in model.Groups[group].Watchers)
        {
            ref StationState station = ref StationAt(s);
            (int From, int Until, int Staff, bool WhenClosed)[] extra = model.Stations[s].Extra;
            if (station.ExtraLevel >= extra.Length || count < extra[station.ExtraLevel].From) continue;
            while (station.ExtraLevel < extra.Length && count >= extra[station.ExtraLevel].From) station.ExtraLevel++;
            CallIn(s);
        }
    }

    private void LineShrank(int group)
    {
        int count = --groupCounts[group];
        foreach (int s in model.Groups[group].Watchers)
        {
            ref StationState station = ref StationAt(s);
            (int From, int Until, int Staff, bool WhenClosed)[] extra = model.Stations[s].Extra;
            if (station.ExtraLevel == 0 || count >= extra[station.ExtraLevel - 1].Until) continue;
            while (station.ExtraLevel > 0 && count < extra[station.ExtraLevel - 1].Until) station.ExtraLevel--;
            CallIn(s);
        }
    }

    /// <summary>The line crossed a threshold: staff come or go at the next event of this instant, after the truck at hand has settled.</summary>
    private void CallIn(int s) => Schedule(EventKind.Calendar, now, ~s);

    private void FailOrRepair(int s)
    {
        ref StationState station = ref StationAt(s);
        ref StationRow row = ref model.Stations[s];
        if (station.Down == 0)
        {
            station.Down = 1;
            if (traced) TraceStation(TraceKind.Down, s, 1);
            long repair = DrawFailure(s, row.RepairSampler, Purpose.Repair);
            if (station.Busy >= station.Effective) SuspendLatest(s, false);
            FitStaff(s);
            ScheduleBreakdown(s, now + repair);
            return;
        }
        station.Down = 0;
        station.FailureOrdinal++;
        if (traced) TraceStation(TraceKind.Up, s, 0);
        long life = DrawFailure(s, row.FailureSampler, Purpose.Failure);
        if (row.FailsWhileBusy)
        {
            Touch(ref station, s);
            station.BreakdownSequence = 0;
            station.FailsAtBusyArea = station.BusyArea + Math.Max(1, life);
            FitStaff(s);
            ScheduleBusyFailure(s);
        }
        else
        {
            FitStaff(s);
            ScheduleBreakdown(s, now + life);
        }
    }

    private long DrawFailure(int s, int sampler, ulong purpose)
    {
        ulong resource = Purpose.Ordinal(Draws.Mix.Combine(runKey, model.Stations[s].FailureKey), stations[s].FailureOrdinal);
        KeyedStream stream = KeyedStream.For(resource, purpose, 0);
        return samplers[sampler].SampleMilliseconds(ref stream);
    }

    private void ScheduleBreakdown(int s, long time)
    {
        Schedule(EventKind.Breakdown, time, s);
        stations[s].BreakdownSequence = sequence;
    }

    /// <summary>Operation-dependent failures: the failure moves with every change in the number busy.</summary>
    private void ScheduleBusyFailure(int s)
    {
        ref StationState station = ref StationAt(s);
        if (station.Down > 0) return;
        Touch(ref station, s);
        if (station.Busy == 0) station.BreakdownSequence = 0;
        else ScheduleBreakdown(s, now + Math.Max(0, station.FailsAtBusyArea - station.BusyArea) / station.Busy);
    }

    private void StartDisturbance(int d, ulong run)
    {
        ref DisturbanceRow row = ref model.Disturbances[d];
        disturbances[d].RunKey = Draws.Mix.Combine(run, row.Key);
        ScheduleDisturbance(d);
    }

    private void ScheduleDisturbance(int d)
    {
        ref DisturbanceRow row = ref model.Disturbances[d];
        ref DisturbanceState state = ref disturbances[d];
        if (row.Script is { } script)
        {
            long n = state.Ordinal;
            if (n >= script.Length) return;
            long at = state.Active ? script[n].To : script[n].From;
            if (at < now) at = now;
            Schedule(EventKind.Disturbance, at, d);
            return;
        }
        KeyedStream stream = KeyedStream.For(Purpose.Ordinal(state.RunKey, state.Ordinal), state.Active ? Purpose.Down : Purpose.Up, 0);
        Schedule(EventKind.Disturbance, now + samplers[state.Active ? row.DownSampler : row.UpSampler].SampleMilliseconds(ref stream), d);
    }

    private void Disturb(int d)
    {
        ref DisturbanceRow row = ref model.Disturbances[d];
        ref DisturbanceState state = ref disturbances[d];
        state.Active = !state.Active;
        foreach (int s in row.Stations)
        {
            stations[s].Slowdown = SlowdownOf(s);
            if (traced) TraceStation(state.Active ? TraceKind.Disturbed : TraceKind.Restored, s, 0);
        }
        if (!state.Active)
        {
            state.Ordinal++;
            // At its normal pace a service may fit into the shift again.
            foreach (int s in row.Stations) StartNext(s);
        }
        ScheduleDisturbance(d);
    }

    private double SlowdownOf(int s)
    {
        double factor = 1;
        for (int d = 0; d < disturbances.Length; d++)
            if (disturbances[d].Active && Array.IndexOf(model.Disturbances[d].Stations, s) is >= 0 and var at) factor *= model.Disturbances[d].Slowdowns[at];
        return factor;
    }

    private void TraceStation(TraceKind kind, int s, int value) =>
        observer!.Traced(new TraceRecord(kind, now, -1, s, -1, 0, 0, 0, value, 0));
}
