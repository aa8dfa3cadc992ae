using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    /// <summary>Loads the measured window. It is the saved one, or one that has not begun otherwise than the options ask.</summary>
    private void LoadWindow(Loading loading)
    {
        if (loading.State.Window is not { } saved)
        {
            ScheduleProbes();
            return;
        }
        bool same = saved.Start == windowStart && saved.End == windowEnd;
        bool toOpen = saved.Opened == null && windowStart >= now;
        bool toClose = saved.Opened != null && saved.Closed == null && saved.Start == windowStart && windowEnd >= now;
        if (!same && !toOpen && !toClose)
            throw new CorridorStateException($"The run was saved in a measured window from {Time(saved.Start)} to {Time(saved.End)}; these options ask for {Time(windowStart)} to {Time(windowEnd)}. State.FromNow() begins a new window.");
        if (!same) loading.Log.Place(RestoreChangeKind.WindowMoved, $"{Time(saved.Start)} to {Time(saved.End)}", $"{Time(windowStart)} to {Time(windowEnd)}");
        if (saved.Opened != null) atOpen = Sums(saved.Opened);
        else if (same) Push(EventKind.Probe, saved.Opens!, WindowOpens);
        else Schedule(EventKind.Probe, windowStart, WindowOpens);
        if (saved.Closed != null)
        {
            atClose = Sums(saved.Closed);
            levels.Freeze();
            windowClosed = true;
        }
        else if (same) Push(EventKind.Probe, saved.Closes!, WindowCloses);
        else Schedule(EventKind.Probe, windowEnd, WindowCloses);
        LoadProbes(saved);
        stopped = loading.State.Finished && same;

        static Simulation.Time.SimTime Time(long t) => new(t);
    }

    private void LoadProbes(SavedWindow saved)
    {
        foreach (IReadOnlyDictionary<string, int> read in saved.Read) probes.Add([.. model.StationNames.Select(n => read.GetValueOrDefault(n))]);
        long[] asked = [.. options.Probes.Select(p => p.Milliseconds).Where(t => t > now).Order()];
        bool same = asked.SequenceEqual(saved.Probes.Select(p => p.At).Where(t => t > now).Order());
        foreach (SavedEvent probe in saved.Probes)
            if (same || probe.At == now) Push(EventKind.Probe, probe, 0);
        if (same) return;
        foreach (long t in asked) Schedule(EventKind.Probe, t, 0);
    }

    private StationState[] Sums(IReadOnlyDictionary<string, SavedSums> saved)
    {
        var sums = new StationState[stations.Length];
        for (int s = 0; s < sums.Length; s++)
            if (saved.TryGetValue(model.StationNames[s], out SavedSums? named))
                (sums[s].QueueArea, sums[s].BusyArea, sums[s].WaitSum, sums[s].Joined, sums[s].Started) = named;
        return sums;
    }

    private void LoadDisturbances(Loading loading)
    {
        Dictionary<string, SavedDisturbance> saved = loading.State.Disturbances.ToDictionary(d => d.Name);
        for (int d = 0; d < disturbances.Length; d++)
        {
            string name = model.DisturbanceNames[d];
            disturbances[d].RunKey = Draws.Mix.Combine(runKey, model.Disturbances[d].Key);
            if (saved.TryGetValue(name, out SavedDisturbance? known)) LoadDisturbance(d, known, loading);
            else
            {
                loading.Log.Place(RestoreChangeKind.DisturbanceAdded, name);
                RestartDisturbance(d);
            }
        }
        foreach (string name in saved.Keys.Where(n => !model.Places.Disturbances.ContainsKey(n))) loading.Log.Place(RestoreChangeKind.DisturbanceRemoved, name);
        for (int s = 0; s < stations.Length; s++) stations[s].Slowdown = SlowdownOf(s);
    }

    private void LoadDisturbance(int d, SavedDisturbance saved, Loading loading)
    {
        ref DisturbanceState state = ref disturbances[d];
        state.Active = saved.Active;
        state.Ordinal = saved.Ordinal;
        if (model.Disturbances[d].Script is { } script ? OnScript(script, saved) : saved.Due != null)
        {
            if (saved.Due is { } due) Push(EventKind.Disturbance, due, d);
            return;
        }
        loading.Log.Place(RestoreChangeKind.DisturbanceChanged, saved.Name);
        RestartDisturbance(d);
    }

    private bool OnScript((long From, long To)[] script, SavedDisturbance saved)
    {
        if (saved.Ordinal >= script.Length) return saved.Due == null && !saved.Active;
        long at = saved.Active ? script[saved.Ordinal].To : script[saved.Ordinal].From;
        return saved.Due is { } due && (due.At == at || (due.At == now && at < now));
    }

    /// <summary>Starts a disturbance at the clock: one with dates where they say it is by now, one at random as it is.</summary>
    private void RestartDisturbance(int d)
    {
        ref DisturbanceState state = ref disturbances[d];
        if (model.Disturbances[d].Script is { } script)
        {
            int n = Array.FindIndex(script, x => x.To > now);
            state.Ordinal = n < 0 ? script.Length : n;
            state.Active = n >= 0 && script[n].From <= now;
        }
        ScheduleDisturbance(d);
    }
}
