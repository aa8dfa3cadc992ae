using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.State;

/// <summary>Makes a state of an observation: draws what is unknown and books what has passed, so that Little's law holds from the first millisecond.</summary>
internal sealed class ObservedState
{
    private readonly NetworkModel model;
    private readonly RunOptions options;
    private readonly ObservedStart start;
    private readonly ModelPlaces places;
    private readonly ulong runKey;
    private readonly long clock;
    private readonly ObservedTrucks trucks;
    private uint sequence;

    public ObservedState(NetworkModel given, RunOptions options, ObservedStart start)
    {
        model = given.Former?.Base ?? given;
        this.options = options;
        this.start = start;
        places = model.Places;
        runKey = Mix.Combine(options.Seed, (ulong)options.Replication);
        clock = start.Time.Milliseconds;
        if (clock is < 0 or > StateCheck.LatestTime) throw new CorridorStateException($"The observation is of {start.Time}, which is no time of the model.");
        foreach (ObservedSince s in start.Broken.Concat(start.Disturbed)) Past(s.Since, $"'{s.Name}'");
        trucks = new ObservedTrucks(model, start, runKey, Due, Slowdown);
    }

    public CorridorState Build()
    {
        IReadOnlyList<SavedTruck> inside = trucks.Build();
        return new CorridorState
        {
            Schema = CorridorState.CurrentSchema,
            Clock = clock,
            Start = clock,
            Seed = options.Seed,
            Replication = options.Replication,
            Fingerprint = options.Seed,
            Events = 0,
            Observed = true,
            Inside = inside.Count,
            Measured = start.MeasurePresent ? inside.Count : 0,
            Left = new Dictionary<string, long>(),
            Procedures = places.Saved,
            Stations = [.. Enumerable.Range(0, model.Stations.Length).Select(s => Station(s, inside))],
            Sources = [.. Enumerable.Range(0, model.Sources.Length).Select(Source)],
            Disturbances = [.. Enumerable.Range(0, model.Disturbances.Length).Select(Disturbance)],
            Trucks = inside,
            Sequence = sequence,
        };
    }

    private SavedEvent Due(long at) => new(Math.Max(at, clock), ++sequence);

    private void Past(SimTime time, string what)
    {
        if (time > start.Time) throw new CorridorStateException($"{what} is said to be so since {time}, after the observation ({start.Time}).");
    }

    private SavedStation Station(int s, IReadOnlyList<SavedTruck> inside)
    {
        string name = model.StationNames[s];
        CapacityCalendar calendar = model.Stations[s].Calendar;
        Whereabouts[] here = [.. inside.SelectMany(t => t.At.Tasks is { Count: > 0 } tasks ? tasks : [t.At]).Where(a => a.Station == name)];
        long Waited(Func<Whereabouts, bool> which) => here.Where(which).Sum(a => clock - a.Since!.Value);
        int queued = here.Count(a => a.Standing == Standing.Queued);
        long change = calendar.NextChange(clock);
        int level = calendar.LevelAt(clock);
        return new SavedStation
        {
            Name = name,
            Scheduled = level,
            Effective = level,
            ClosedSince = clock,
            OpenedAt = clock == 0 || (level > 0 && calendar.LevelAt(clock - 1) == 0) ? clock : 0,
            LastTouch = clock,
            Sums = new SavedSums(Waited(a => a.Standing == Standing.Queued), Waited(a => a.Standing != Standing.Queued), 0, here.Length, here.Length - queued),
            Calendar = change == long.MaxValue ? null : Due(change),
            Breakdown = Breakdown(s, start.Broken.FirstOrDefault(b => b.Name == name)),
        };
    }

    private SavedBreakdown? Breakdown(int s, ObservedSince? broken)
    {
        if (broken == null) return null;
        ref StationRow row = ref model.Stations[s];
        if (row.FailureSampler < 0) throw new CorridorStateException($"Station '{broken.Name}' is seen broken, but the model says it never fails.");
        KeyedStream stream = KeyedStream.For(Purpose.Ordinal(Mix.Combine(runKey, row.FailureKey), 0), Purpose.Repair, 0);
        return new SavedBreakdown(row.FailsWhileBusy, true, 0, row.FailsWhileBusy ? 1 : 0, Rest(row.RepairSampler, broken.Since, ref stream));
    }

    private SavedEvent Rest(int sampler, SimTime since, ref KeyedStream stream) =>
        Due(clock + Whole(model.Distributions[sampler].SampleResidual(ref stream, clock - since.Milliseconds)));

    private SavedSource Source(int i)
    {
        string name = model.SourceNames[i];
        ObservedSource? known = start.Sources.FirstOrDefault(s => s.Name == name);
        (long created, long next) = trucks.Counts(i);
        JourneyRow journey = model.Journeys[i];
        var source = new SavedSource
        {
            Name = name,
            Created = created,
            NextOrdinal = next,
            NextArrival = next,
            Journey = [.. journey.Procedures.Select((p, leg) => new StageName(model.ProcedureNames[p], model.StageNames[journey.FirstRows[leg]]))],
        };
        if (known?.LastArrival is not { } last || model.Sources[i].Kind != ArrivalKind.Renewal) return source;
        Past(last, $"The last arrival of '{name}'");
        KeyedStream stream = KeyedStream.For(Purpose.Ordinal(Mix.Combine(runKey, model.Sources[i].Key), next), Purpose.Arrival, 0);
        SavedEvent due = Rest(model.Sources[i].IntervalSampler, last, ref stream);
        return source with { NextArrival = next + 1, Arrivals = new SavedArrivals(nameof(ArrivalKind.Renewal), 0, due.At, 0, due) };
    }

    private SavedDisturbance Disturbance(int d)
    {
        string name = model.DisturbanceNames[d];
        ObservedSince? lasts = start.Disturbed.FirstOrDefault(x => x.Name == name);
        ref DisturbanceRow row = ref model.Disturbances[d];
        if (row.Script is { } script)
        {
            if (lasts != null) throw new CorridorStateException($"Disturbance '{name}' has dates; they say when it lasts.");
            int n = Array.FindIndex(script, x => x.To > clock);
            if (n < 0) return new SavedDisturbance(name, false, script.Length);
            bool active = script[n].From <= clock;
            return new SavedDisturbance(name, active, n, Due(active ? script[n].To : script[n].From));
        }
        KeyedStream stream = KeyedStream.For(Purpose.Ordinal(Mix.Combine(runKey, row.Key), 0), lasts == null ? Purpose.Up : Purpose.Down, 0);
        return lasts == null
            ? new SavedDisturbance(name, false, 0, Due(clock + model.Samplers[row.UpSampler].SampleMilliseconds(ref stream)))
            : new SavedDisturbance(name, true, 0, Rest(row.DownSampler, lasts.Since, ref stream));
    }

    /// <summary>How much longer a service at a station takes that began at an instant: by what lasted then and still does.</summary>
    private double Slowdown(int station, long since)
    {
        double factor = 1;
        for (int d = 0; d < model.Disturbances.Length; d++)
        {
            ref DisturbanceRow row = ref model.Disturbances[d];
            int at = Array.IndexOf(row.Stations, station);
            if (at < 0) continue;
            string name = model.DisturbanceNames[d];
            bool lasted = row.Script is { } script
                ? script.Any(x => x.From <= since && x.To > since)
                : start.Disturbed.Any(x => x.Name == name && x.Since.Milliseconds <= since);
            if (lasted) factor *= row.Slowdowns[at];
        }
        return factor;
    }

    internal static long Whole(double milliseconds) => milliseconds < 1e15 ? (long)(milliseconds + 0.5) : 1_000_000_000_000_000;
}
