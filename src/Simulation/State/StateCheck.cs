using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.State;

/// <summary>Holds a state to what the engine relies on, so that a broken file is one clear message when it is loaded and never a failure hours later.</summary>
internal sealed class StateCheck
{
    /// <summary>Some 3 million years: leaves the clock room to add.</summary>
    public const long LatestTime = 100_000_000_000_000_000;

    private const long LongestSpan = 1_000_000_000_000_000;
    private readonly CorridorState state;
    private readonly HashSet<uint> sequences = [];
    private readonly HashSet<string> stations = [];
    private readonly HashSet<StageName> stages = [];
    private readonly HashSet<(string Place, int Position)> positions = [];

    private StateCheck(CorridorState state) => this.state = state;

    /// <exception cref="CorridorStateException">The first thing found wrong.</exception>
    public static void Check(CorridorState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Require(state.Schema == CorridorState.CurrentSchema, () => $"The state has schema version {state.Schema}; this program reads version {CorridorState.CurrentSchema}.");
        var check = new StateCheck(state);
        check.Clock();
        check.Procedures();
        check.Stations();
        check.Sources();
        check.Window();
        check.Trucks();
    }

    private static void Require(bool holds, Func<string> message)
    {
        if (!holds) throw new CorridorStateException(message());
    }

    private static IReadOnlyList<T> All<T>(IReadOnlyList<T>? list, string what) where T : class
    {
        Require(list != null && list.All(x => x != null), () => $"The state lists no {what}, or an empty one among them.");
        return list!;
    }

    private void Clock()
    {
        Require(state.Clock is >= 0 and <= LatestTime, () => $"The clock stands at {state.Clock}, which is no time of the model.");
        Require(state.Start >= 0 && state.Start <= state.Clock, () => $"The run began at {state.Start}, after its clock ({state.Clock}).");
        Require(state.Events >= 0, () => $"{state.Events} events cannot have happened.");
        Require(state.CancelledUntil is null or (>= 0 and <= LatestTime), () => $"A cancelled event is due at {state.CancelledUntil}, which is no time of the model.");
        Require(state.Left is { } left && left.Values.All(n => n is >= 0 and <= LongestSpan), () => "An impossible number of trucks left.");
    }

    private void Procedures()
    {
        foreach (SavedProcedure p in All(state.Procedures, "procedures"))
        {
            Require(p.Name != null, () => "A procedure has no name.");
            foreach (SavedStage s in All(p.Stages, $"stages of procedure '{p.Name}'"))
            {
                Require(s.Name != null && stages.Add(new StageName(p.Name!, s.Name)), () => $"Procedure '{p.Name}' has stage '{s.Name}' twice.");
                Stamp(s.StampOnEnd, $"stage '{p.Name}: {s.Name}'");
                Require(s.Part is null || Enum.IsDefined(s.Part.Value), () => $"Stage '{p.Name}: {s.Name}' belongs to no part of the time split.");
            }
        }
        Require(state.Procedures.Select(p => p.Name).Distinct().Count() == state.Procedures.Count, () => "A procedure is listed twice.");
    }

    private static void Stamp(int? stamp, string where) =>
        Require(stamp is null or (>= 0 and < Stamps.Count), () => $"There is no time stamp t{stamp} ({where}).");

    private void Stations()
    {
        foreach (SavedStation s in All(state.Stations, "stations"))
        {
            string where = $"station '{s.Name}'";
            Require(s.Name != null && stations.Add(s.Name), () => $"{where} is listed twice.");
            Require(s.Scheduled >= 0 && s.Effective >= 0 && s.ExtraLevel >= 0, () => $"{where} has fewer than no servers.");
            Require(s.Sums != null, () => $"{where} has no sums.");
            foreach (long t in (long[])[s.LastTouch, s.ClosedSince, s.OpenedAt]) Past(t, where);
            Require(Sane(s.ClosedBefore), () => $"{where} has been closed for {s.ClosedBefore} ms.");
            Require(s.Levels is null || s.Levels.All(l => l >= 0), () => $"{where} has spent less than no time at a level.");
            Event(s.Calendar, where);
            foreach (SavedEvent e in s.CallIns ?? []) Event(e, where);
            if (s.Breakdown is not { } b) continue;
            Require(b.Ordinal >= 0, () => $"{where} has been repaired {b.Ordinal} times.");
            Require(b.WhileBusy || b.Due != null, () => $"{where} fails by the clock, but nothing says when.");
            Require(!b.Down || b.Due != null, () => $"{where} is broken, but nothing says until when.");
            Event(b.Due, where);
        }
        foreach (SavedDisturbance d in All(state.Disturbances, "disturbances"))
        {
            Require(d.Name != null && d.Ordinal >= 0, () => $"Disturbance '{d.Name}' has ended {d.Ordinal} times.");
            Event(d.Due, $"disturbance '{d.Name}'");
        }
        Require(state.Disturbances.Select(d => d.Name).Distinct().Count() == state.Disturbances.Count, () => "A disturbance is listed twice.");
    }

    private void Sources()
    {
        foreach (SavedSource s in All(state.Sources, "sources"))
        {
            string where = $"source '{s.Name}'";
            Require(s.Name != null && s.Created is >= 0 and <= LongestSpan && s.NextOrdinal >= 0 && s.NextArrival >= 0, () => $"{where} has an impossible count.");
            Require(s.Journey is { Count: > 0 } journey && journey.All(Named), () => $"{where} leads nowhere.");
            if (s.Arrivals is not { } a) continue;
            Require(a.Kind != null && a.Bin >= 0 && double.IsFinite(a.Into) && a.Into >= 0 && Sane(a.BinStart), () => $"{where} has an arrival process that is nowhere.");
            Event(a.Due, where);
        }
        Require(state.Sources.Select(s => s.Name).Distinct().Count() == state.Sources.Count, () => "A source is listed twice.");
    }

    private void Window()
    {
        if (state.Window is not { } w)
        {
            Require(state.Start == state.Clock, () => "A state without a measured window begins one at its clock, but its start is earlier.");
            return;
        }
        Require(w.Start is >= 0 and <= LatestTime && w.End > w.Start && w.End <= LatestTime, () => $"The measured window goes from {w.Start} to {w.End}.");
        Event(w.Opens, "the window");
        Event(w.Closes, "the window");
        foreach (SavedEvent p in All(w.Probes, "probes")) Event(p, "a probe");
        All(w.Read, "probes read");
        foreach (IReadOnlyDictionary<string, SavedSums>? sums in (IReadOnlyDictionary<string, SavedSums>?[])[w.Opened, w.Closed])
            Require(sums is null || sums.Values.All(s => s != null), () => "The window has no sums for a station.");
        Require((w.Opens == null) == (w.Opened != null) && (w.Closes == null) == (w.Closed != null), () => "The window is neither open, to open, nor closed.");
        Require((w.Opens == null || w.Opens.At == w.Start) && (w.Closes == null || w.Closes.At == w.End), () => "The window opens or closes at another time than it says.");
    }

    private void Trucks()
    {
        var sources = state.Sources.ToDictionary(s => s.Name);
        var identities = new HashSet<(string, long)>();
        foreach (SavedTruck t in All(state.Trucks, "trucks"))
        {
            string where = t.ToString();
            Require(t.Source != null && sources.ContainsKey(t.Source), () => $"{where} is from a source the state does not list.");
            Require(t.Ordinal >= 0 && t.Ordinal < sources[t.Source!].NextOrdinal, () => $"{where} has an ordinal its source has not given yet.");
            Require(identities.Add((t.Source!, t.Ordinal)), () => $"{where} is inside twice.");
            Require(t.Class != null && t.Class.All(c => c.Value != null), () => $"{where} has no class.");
            IReadOnlyList<StageName> journey = t.Journey ?? sources[t.Source!].Journey;
            Require(journey.Count > 0 && journey.All(Named), () => $"{where} has a journey that leads nowhere.");
            Require(t.Leg >= 0 && t.Leg < journey.Count && t.Leg <= byte.MaxValue, () => $"{where} is on leg {t.Leg} of a journey of {journey.Count}.");
            Require(t.Track is { Split.Count: 6 } && t.Track.Stamps?.Count == Stamps.Count, () => $"{where} needs 6 parts of the time split and {Stamps.Count} time stamps.");
            foreach (long time in (long[])[t.Track!.Start, .. t.Track.Stamps!]) Require(Sane(time), () => $"{where} has a time stamp of {time}.");
            Require(Sane(t.Track.Lodged) && Sane(t.Track.Accepted), () => $"{where} has a declaration at no time of the model.");
            At(t.At, where);
        }
        Require(state.Inside == state.Trucks.Count, () => $"The state counts {state.Inside} trucks inside and lists {state.Trucks.Count}.");
        Require(state.Measured == state.Trucks.Count(t => t.Measured), () => $"The state counts {state.Measured} trucks of the cohort and lists {state.Trucks.Count(t => t.Measured)}.");
        long came = state.Sources.Sum(s => s.Created), went = state.Left.Values.Sum();
        Require(came - went == state.Inside, () => $"{came} trucks came and {went} left, but {state.Inside} are inside.");
    }

    private void At(Whereabouts? at, string where)
    {
        Require(at?.Stage is { } && Named(at.Stage), () => $"{where} is nowhere.");
        Require(at!.Former != null || stages.Contains(at.Stage), () => $"{where} is at stage '{at.Stage}', which the state does not list.");
        if (at.Former is { } former)
        {
            Stamp(former.StampOnEnd, where);
            Require(Enum.IsDefined(former.Part) && former.Then is { } then && then.All(Named), () => $"{where} finishes a former stage and nothing says what then.");
        }
        if (at.Since is { } since) Past(since, where);
        Require(at.Remaining is null or (>= 0 and <= LongestSpan), () => $"{where} has {at.Remaining} ms of service left.");
        Require(at.Visits is null || at.Visits.Values.All(n => n >= 0), () => $"{where} has been somewhere fewer than 0 times.");
        Require(at.Next is null || Named(at.Next), () => $"{where} goes to a stage without a name.");
        Event(at.Due, where);
        switch (at.Standing)
        {
            case Standing.Queued:
                Require(at is { Since: not null, Position: >= 0, Priority: >= 0 and < 16, Due: null }, () => $"{where} waits, but nothing says since when, or in which place.");
                Station(at.Station, where);
                Require(positions.Add(($"{at.Priority} {at.Station}", at.Position!.Value)), () => $"{where} has the same place in a queue as another.");
                break;
            case Standing.InService:
                Require(at is { Since: not null, Due: not null, Priority: >= 0 and < 16 }, () => $"{where} is served, but nothing says until when.");
                Station(at.Station, where);
                break;
            case Standing.Delayed or Standing.AwaitingDocuments:
                Require(at is { Since: not null, Due: not null }, () => $"{where} is under way, but nothing says until when.");
                break;
            case Standing.Blocked:
                Blocked(at, where);
                break;
            case Standing.InParallel:
                Require(at is { TaskMark: not null, Tasks.Count: > 0 }, () => $"{where} has no side tasks.");
                Past(at.TaskMark!.Value, where);
                foreach (Whereabouts task in at.Tasks!)
                {
                    Require(task is { Standing: not (Standing.InParallel or Standing.AwaitingDocuments) }, () => $"a side task of {where} does what only trucks do.");
                    At(task, $"a side task of {where}");
                }
                break;
            default:
                Require(false, () => $"{where} does nothing known.");
                break;
        }
        Require(at.Standing == Standing.InParallel || at.Tasks is not { Count: > 0 }, () => $"{where} has side tasks that do not run.");
    }

    private void Blocked(Whereabouts at, string where)
    {
        Require(at is { BlockedSince: not null, Due: null } && (at.Station == null || at.Since != null), () => $"{where} is blocked, but nothing says since when.");
        Past(at.BlockedSince!.Value, where);
        if (at.Station != null) Station(at.Station, where);
        if (at.Target == null && state.Observed) return;
        Require(at.Target is { } && Named(at.Target) && at.Position >= 0, () => $"{where} is blocked, but nothing says where it is going.");
        Station(at.TargetStation, where);
        Require(positions.Add(($"before {at.TargetStation}", at.Position!.Value)), () => $"{where} has the same place before a station as another.");
    }

    private static bool Sane(long time) => time is >= -LatestTime and <= LatestTime;

    private static bool Named(StageName? name) => name is { Procedure: not null, Stage: not null };

    private void Station(string? name, string where) =>
        Require(name != null && stations.Contains(name), () => $"{where} is at station '{name}', which the state does not list.");

    private void Past(long time, string where) =>
        Require(time >= -LatestTime && time <= state.Clock, () => $"{where} has a time of {time}, after the clock ({state.Clock}).");

    private void Event(SavedEvent? e, string where)
    {
        if (e == null) return;
        Require(e.At >= state.Clock && e.At <= LatestTime, () => $"{where} has an event at {e.At}; the clock stands at {state.Clock}.");
        Require(e.Sequence > 0 && e.Sequence <= state.Sequence && sequences.Add(e.Sequence), () => $"{where} has an event numbered {e.Sequence}, which is taken or not given yet.");
    }
}
