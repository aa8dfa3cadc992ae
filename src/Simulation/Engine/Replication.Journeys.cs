using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Engine;

public sealed partial class Replication
{
    private const int ExitEnd = 0;
    private const int ExitFull = 1;

    private void ScheduleFirsts()
    {
        ulong run = Draws.Mix.Combine(options.Seed, (ulong)options.Replication);
        ScheduleProbes();
        for (int s = 0; s < stations.Length; s++) StartStationClocks(s, run);
        for (int d = 0; d < disturbances.Length; d++) StartDisturbance(d, run);
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i].RunKey = Draws.Mix.Combine(run, model.Sources[i].Key);
            StartArrivals(i);
        }
    }

    private void StartArrivals(int i)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        if (row.Kind == ArrivalKind.Poisson)
        {
            long phase = row.Cycle > 0 ? now % row.Cycle : now;
            if (phase >= row.RateStarts[^1])
            {
                state.Bin = row.RatePerMs.Length;
                return;
            }
            state.BinStart = now - phase;
            while (state.Bin + 1 < row.RatePerMs.Length && row.RateStarts[state.Bin + 1] <= phase) state.Bin++;
            state.BinStart += row.RateStarts[state.Bin];
            state.Into = now - state.BinStart;
        }
        else
        {
            state.BinStart = now;
        }
        ScheduleArrival(i);
    }

    /// <summary>
    /// Draws the next arrival. For a non-homogeneous Poisson process exactly, by inversion: a unit exponential is consumed
    /// against the cumulative rate, bin by bin (Çinlar 1975, Introduction to Stochastic Processes, ch. 4).
    /// </summary>
    private void ScheduleArrival(int i)
    {
        ref SourceRow row = ref model.Sources[i];
        ref SourceState state = ref sources[i];
        long time;
        long ordinal = state.ArrivalOrdinal++;
        KeyedStream stream = KeyedStream.For(Purpose.Ordinal(state.RunKey, ordinal), Purpose.Arrival, 0);
        switch (row.Kind)
        {
            case ArrivalKind.Scripted:
                if (ordinal >= row.Times.Length) return;
                time = row.Times[ordinal];
                break;
            case ArrivalKind.Renewal:
                state.BinStart += samplers[row.IntervalSampler].SampleMilliseconds(ref stream);
                time = state.BinStart;
                break;
            default:
                double need = -PortableMath.Log(stream.NextOpen());
                while (true)
                {
                    double rate = row.RatePerMs[state.Bin];
                    double length = row.RateStarts[state.Bin + 1] - row.RateStarts[state.Bin];
                    double left = (length - state.Into) * rate;
                    if (need <= left && rate > 0)
                    {
                        state.Into += need / rate;
                        break;
                    }
                    need -= left;
                    state.Into = 0;
                    state.BinStart += (long)length;
                    if (++state.Bin == row.RatePerMs.Length)
                    {
                        if (row.Cycle == 0) return;
                        state.Bin = 0;
                    }
                }
                time = state.BinStart + (long)(state.Into + 0.5);
                break;
        }
        if (options.ArrivalsStop && time > windowEnd) return;
        Schedule(EventKind.Arrival, time, i);
    }

    private void Arrive(int i)
    {
        int batch = BatchSize(i);
        ScheduleArrival(i);
        for (int k = 0; k < batch; k++)
        {
            int e = NewEntity();
            ref Entity truck = ref At(e);
            ref Track track = ref TrackOf(e);
            track.Source = i;
            track.Journey = i;
            track.Ordinal = sources[i].Ordinal++;
            truck.Key = Draws.Mix.Combine(sources[i].RunKey, (ulong)track.Ordinal);
            truck.Class = DrawClass(truck.Key, ref model.Sources[i]);
            created[i]++;
            inside++;
            Enter(e, StartLeg(e));
        }
    }

    private int BatchSize(int i)
    {
        double[] cumulative = model.Sources[i].BatchCumulative;
        if (cumulative.Length <= 1) return 1;
        double u = KeyedStream.For(Purpose.Ordinal(sources[i].RunKey, sources[i].ArrivalOrdinal), Purpose.Batch, 0).NextUniform();
        int size = 0;
        while (size < cumulative.Length - 1 && u >= cumulative[size]) size++;
        return size + 1;
    }

    private short DrawClass(ulong key, ref SourceRow source)
    {
        int classIndex = 0;
        int[] strides = model.Classes.Strides;
        int[] counts = model.Classes.ValueCounts;
        for (int a = 0; a < source.AttributeKeys.Length; a++)
        {
            int values = counts[a];
            ReadOnlySpan<double> thresholds = source.AttributeThresholds[a].AsSpan(classIndex * values, values - 1);
            double u = First(key, source.AttributeKeys[a]);
            // Thresholds ascend: the value is the number of those passed, counted without a branch on chance.
            int value = 0;
            foreach (double threshold in thresholds) value += u >= threshold ? 1 : 0;
            classIndex += value * strides[a];
        }
        return (short)classIndex;
    }

    /// <summary>Begins the truck's present leg; returns its first row.</summary>
    private int StartLeg(int e)
    {
        ref Entity truck = ref At(e);
        ref Track track = ref TrackOf(e);
        ref JourneyRow journey = ref model.Journeys[track.Journey];
        ref ProcedureRow procedure = ref model.Procedures[journey.Procedures[truck.Leg]];
        track.Service = track.Documents = track.Closed = track.Blocked = track.Queue = track.Move = 0;
        track.Start = now;
        track.Lodged = track.Accepted = now;
        for (int i = 0; i < Stamps.Count; i++) track.Stamps[i] = -1;
        track.Stamps[0] = now;
        truck.Since = now;
        if (procedure.OpensCohort && now >= windowStart && now < windowEnd)
        {
            truck.Measured = true;
            measuredInside++;
        }
        int first = journey.FirstRows[truck.Leg];
        truck.Row = first;
        if (traced) Trace(TraceKind.LegStart, e);
        return first;
    }

    /// <summary>Ends the leg and begins the next; returns its first row, or −1 if the journey is over and the truck gone.</summary>
    private int EndLeg(int e)
    {
        ref Entity truck = ref At(e);
        int[] journey = model.Journeys[TrackOf(e).Journey].Procedures;
        ref ProcedureRow procedure = ref model.Procedures[journey[truck.Leg]];
        if (traced) Trace(TraceKind.LegEnd, e);
        Report(e, ExitEnd);
        if (procedure.ClosesCohort) LeaveCohort(ref truck);
        if (truck.Leg + 1 < journey.Length)
        {
            truck.Leg++;
            return StartLeg(e);
        }
        Leave(e, ExitEnd);
        return End;
    }

    /// <summary>Tells the observer of a leg that has ended, by its last stage or by a way out.</summary>
    private void Report(int e, int exit)
    {
        ref Entity truck = ref At(e);
        ref Track track = ref TrackOf(e);
        int number = model.Journeys[track.Journey].Procedures[truck.Leg];
        if (observer == null || !model.Procedures[number].Reported || track.Source >= model.OwnSources) return;
        observer.LegEnded(new LegRecord(ref track, now, truck.Class, number, truck.Leg, truck.Measured, exit));
    }

    private void Leave(int e, int exit)
    {
        ref Entity truck = ref At(e);
        LeaveCohort(ref truck);
        if (traced) Trace(TraceKind.Leave, e, exit);
        leftBy[exit]++;
        inside--;
        FreeEntity(e);
    }

    private void LeaveCohort(ref Entity truck)
    {
        if (!truck.Measured) return;
        truck.Measured = false;
        measuredInside--;
    }

    /// <summary>Starts side tasks (joint inspection): each runs its own rows under the truck's identity; the truck goes on when all have ended.</summary>
    private void Fork(int e, int[] firsts)
    {
        ref Track track = ref TrackOf(e);
        track.TasksLeft = firsts.Length;
        track.TasksServed = 0;
        track.TaskMark = now;
        At(e).State = EntityState.Forked;
        At(e).Station = Nobody;
        At(e).Since = now;
        Span<int> tasks = stackalloc int[firsts.Length];
        int sibling = Nobody;
        for (int i = 0; i < firsts.Length; i++)
        {
            int task = NewEntity();
            ref Entity truck = ref At(e);
            ref Entity side = ref At(task);
            side.Key = truck.Key;
            side.Class = truck.Class;
            side.Leg = truck.Leg;
            side.Row = truck.Row;
            side.Parent = e;
            side.State = EntityState.Forked;
            RestOf(task).Sibling = sibling;
            sibling = task;
            tasks[i] = task;
        }
        TrackOf(e).FirstTask = sibling;
        for (int i = 0; i < firsts.Length; i++) Enter(tasks[i], firsts[i]);
    }

    private void EndTask(int e)
    {
        int parent = At(e).Parent;
        FlushTasks(parent);
        ref int link = ref TrackOf(parent).FirstTask;
        while (link != e) link = ref RestOf(link).Sibling;
        link = RestOf(e).Sibling;
        FreeEntity(e);
        if (--TrackOf(parent).TasksLeft == 0) Enter(parent, NextRow(parent, At(parent).Row));
    }

    private void TaskStartsService(int parent)
    {
        FlushTasks(parent);
        TrackOf(parent).TasksServed++;
    }

    private void TaskStopsService(int parent)
    {
        FlushTasks(parent);
        TrackOf(parent).TasksServed--;
    }

    /// <summary>
    /// Books the time since the last change of any side task: service if one is served, closed if one waits for a station
    /// without staff, blocked if one is blocked, queue if one waits, else what the delays are booked as. Called before every change.
    /// </summary>
    private void FlushTasks(int parent)
    {
        ref Track track = ref TrackOf(parent);
        long dt = now - track.TaskMark;
        track.TaskMark = now;
        if (dt == 0) return;
        TimePart part = TimePart.Move;
        if (track.TasksServed > 0) part = TimePart.Service;
        else
            for (int i = track.FirstTask; i != Nobody; i = RestOf(i).Sibling)
                if (PartOf(ref At(i)) is var p && p < part) part = p;
        AddPart(ref track, part, dt);
    }

    private TimePart PartOf(ref Entity task) => task.State switch
    {
        EntityState.Queued => StationAt(task.Station).Scheduled == 0 ? TimePart.Closed : TimePart.Queue,
        EntityState.Blocked => TimePart.Blocked,
        _ => RowAt(task.Row).Part,
    };
}
