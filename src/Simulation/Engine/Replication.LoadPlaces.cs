using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    private void LoadStations(Loading loading)
    {
        for (int s = 0; s < stations.Length; s++)
        {
            if (loading.Saved.TryGetValue(model.StationNames[s], out SavedStation? saved)) LoadStation(s, saved, loading);
            else
            {
                loading.Log.Place(RestoreChangeKind.StationAdded, model.StationNames[s]);
                StartStationClocks(s, runKey);
            }
        }
        foreach (string name in loading.Saved.Keys.Where(n => !model.Places.Stations.ContainsKey(n))) loading.Log.Place(RestoreChangeKind.StationRemoved, name);
    }

    private void LoadStation(int s, SavedStation saved, Loading loading)
    {
        ref StationState station = ref stations[s];
        station.Scheduled = saved.Scheduled;
        station.Effective = saved.Effective;
        station.ExtraLevel = saved.ExtraLevel;
        station.ClosedBefore = saved.ClosedBefore;
        station.ClosedSince = saved.ClosedSince;
        station.OpenedAt = saved.OpenedAt;
        station.LastTouch = saved.LastTouch;
        (station.QueueArea, station.BusyArea, station.WaitSum, station.Joined, station.Started) = saved.Sums;
        station.HoldSum = saved.HoldSum;
        station.Left = saved.Left;
        if (saved.Levels != null) levels.Load(s, saved.Levels);
        string rules = StationRules.Of(model, s);
        loading.Refit[s] = saved.Rules != rules;
        if (saved.Rules != null && saved.Rules != rules) loading.Log.Place(RestoreChangeKind.RulesChanged, saved.Name, rules);
        if (!loading.Refit[s] && saved.ExtraLevel > model.Stations[s].Extra.Length) throw new CorridorStateException($"station '{saved.Name}' has {saved.ExtraLevel} rules for extra staff in force; it has {model.Stations[s].Extra.Length}.");
        if (!loading.Refit[s])
            foreach (SavedEvent e in saved.CallIns ?? []) Push(EventKind.Calendar, e, ~s);
        LoadCalendar(s, saved, loading);
        LoadFailures(s, saved, loading);
    }

    /// <summary>Keeps the pending change of a calendar that is where this one would be; else staff change at once.</summary>
    private void LoadCalendar(int s, SavedStation saved, Loading loading)
    {
        Calendars.CapacityCalendar calendar = model.Stations[s].Calendar;
        long due = saved.Calendar?.At ?? long.MaxValue;
        bool same = due == calendar.NextChange(now) && saved.Scheduled == calendar.LevelAt(now);
        // Or the change falls on this very instant and has yet to happen.
        same |= due == now && calendar.NextChange(now - 1) == now && saved.Scheduled == calendar.LevelAt(now - 1);
        if (!same)
        {
            loading.Calendar[s] = true;
            loading.Log.Place(RestoreChangeKind.StaffChanged, saved.Name, $"{saved.Scheduled} → {calendar.LevelAt(now)}");
        }
        else if (saved.Calendar is { } change) Push(EventKind.Calendar, change, s);
    }

    private void LoadFailures(int s, SavedStation saved, Loading loading)
    {
        ref StationState station = ref stations[s];
        ref StationRow row = ref model.Stations[s];
        bool fails = row.FailureSampler >= 0;
        if (saved.Breakdown is { } b && fails)
        {
            station.FailureOrdinal = b.Ordinal;
            station.Down = b.Down ? 1 : 0;
            if (b.WhileBusy == row.FailsWhileBusy || b.Down)
            {
                station.FailsAtBusyArea = row.FailsWhileBusy ? b.FailsAtBusyArea : 0;
                if (b.Due is not { } due) return;
                Push(EventKind.Breakdown, due, s);
                station.BreakdownSequence = due.Sequence;
                return;
            }
        }
        if (saved.Breakdown == null && !fails) return;
        if (!loading.State.Observed) loading.Log.Place(RestoreChangeKind.FailuresChanged, saved.Name, fails ? "start" : "end");
        loading.Refit[s] = true;
        if (fails) StartFailures(s);
    }

    private void LoadSources(RestorePlan plan)
    {
        var loaded = new bool[model.OwnSources];
        for (int i = 0; i < sources.Length; i++) sources[i].RunKey = Draws.Mix.Combine(runKey, model.Sources[i].Key);
        for (int k = 0; k < plan.Sources.Count; k++)
        {
            SavedSource saved = plan.State.Sources[k];
            int i = plan.Sources[k];
            created[i] = saved.Created;
            sources[i].Ordinal = saved.NextOrdinal;
            sources[i].ArrivalOrdinal = saved.NextArrival;
            if (i >= loaded.Length) continue;
            loaded[i] = true;
            if (saved.Arrivals is { } arrivals) LoadArrivals(i, arrivals, plan.Log);
            else RestartArrivals(i);
        }
        for (int i = 0; i < loaded.Length; i++)
        {
            if (loaded[i]) continue;
            plan.Log.Place(RestoreChangeKind.SourceAdded, model.SourceNames[i]);
            RestartArrivals(i);
        }
    }

    private void LoadArrivals(int i, SavedArrivals saved, RestoreLog log)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        state.Bin = saved.Bin;
        state.BinStart = saved.BinStart;
        state.Into = saved.Into;
        bool fits = saved.Kind == row.Kind.ToString() && (row.Kind switch
        {
            ArrivalKind.Poisson => OnSteps(row, state) && (saved.Due == null || saved.Due.At == state.BinStart + (long)(state.Into + 0.5)),
            ArrivalKind.Scripted => OnDates(row, state, saved.Due),
            _ => saved.Due == null || saved.Due.At == state.BinStart,
        });
        if (fits && saved.Due == null)
        {
            ReviveArrivals(i);
            return;
        }
        if (fits || (saved.Due != null && row.Kind != ArrivalKind.Scripted))
        {
            // The arrival drawn still comes; the process goes on from it.
            if (!fits)
            {
                log.Place(RestoreChangeKind.ArrivalsChanged, model.SourceNames[i]);
                Position(i, saved.Due!.At);
            }
            if (!options.ArrivalsStop || saved.Due!.At <= windowEnd) Push(EventKind.Arrival, saved.Due!, i);
            return;
        }
        log.Place(RestoreChangeKind.ArrivalsChanged, model.SourceNames[i]);
        RestartArrivals(i);
    }

    /// <summary>Whether a saved position lies on these rate steps: then it means the same instant, whatever the rates.</summary>
    private static bool OnSteps(in SourceRow row, in SourceState state)
    {
        if (state.Bin >= row.RatePerMs.Length) return row.Cycle == 0 && state.Bin == row.RatePerMs.Length;
        long start = row.Cycle > 0 ? state.BinStart % row.Cycle : state.BinStart;
        return start == row.RateStarts[state.Bin] && state.Into <= row.RateStarts[state.Bin + 1] - row.RateStarts[state.Bin];
    }

    private bool OnDates(in SourceRow row, in SourceState state, SavedEvent? due)
    {
        long last = state.ArrivalOrdinal - 1;
        if (due != null) return last >= 0 && last < row.Times.Length && row.Times[last] == due.At;
        return last >= row.Times.Length || (last >= 0 && (row.Times[last] > now || options.ArrivalsStop));
    }

    /// <summary>A source that had stopped with its window goes on if the window of these options is longer.</summary>
    private void ReviveArrivals(int i)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        long next = row.Kind switch
        {
            ArrivalKind.Scripted => state.ArrivalOrdinal > row.Times.Length ? -1 : row.Times[state.ArrivalOrdinal - 1],
            ArrivalKind.Renewal => state.BinStart,
            _ => state.Bin >= row.RatePerMs.Length ? -1 : state.BinStart + (long)(state.Into + 0.5),
        };
        if (next > now && (!options.ArrivalsStop || next <= windowEnd)) Schedule(EventKind.Arrival, next, i);
    }

    /// <summary>Starts an arrival process at the clock; dates that are past stay past, and keep their ordinals.</summary>
    private void RestartArrivals(int i)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        if (row.Kind == ArrivalKind.Scripted)
        {
            long past = 0;
            for (state.ArrivalOrdinal = 0; state.ArrivalOrdinal < row.Times.Length && row.Times[state.ArrivalOrdinal] < now;)
            {
                state.ArrivalOrdinal++;
                past += BatchSize(i);
            }
            state.Ordinal = Math.Max(state.Ordinal, past);
        }
        state.Bin = 0;
        state.Into = 0;
        StartArrivals(i);
    }

    /// <summary>Sets a process to the instant of an arrival that is already drawn.</summary>
    private void Position(int i, long at)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        state.Bin = 0;
        state.BinStart = at;
        state.Into = 0;
        if (row.Kind != ArrivalKind.Poisson) return;
        long phase = row.Cycle > 0 ? at % row.Cycle : at;
        if (phase >= row.RateStarts[^1])
        {
            state.Bin = row.RatePerMs.Length;
            return;
        }
        while (state.Bin + 1 < row.RatePerMs.Length && row.RateStarts[state.Bin + 1] <= phase) state.Bin++;
        state.BinStart = at - phase + row.RateStarts[state.Bin];
        state.Into = at - state.BinStart;
    }
}
