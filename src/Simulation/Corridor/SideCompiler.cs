using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>Compiles one side of a post: its stations once, its procedure once per operation.</summary>
internal sealed class SideCompiler(CorridorCompiler corridor, int postIndex, SideProcedure side)
{
    /// <summary>Name of the common line of the approach road among the side's lanes.</summary>
    public const string ApproachName = "approach";

    private readonly BorderPost post = corridor.Corridor.Posts[postIndex];
    private readonly Dictionary<string, StationBuilder> stations = [];
    private readonly Dictionary<(Operation, Operation), StageBuilder> legs = [];
    private readonly Dictionary<string, LineBuilder> lines = [];
    private StageBuilder? yields;
    private CapacityCalendar? desk;

    /// <summary>Name of the side for draws, stations and saved states.</summary>
    public string Place { get; } = $"{corridor.Corridor.Posts[postIndex].Id}/{side.Direction}/{side.Country}";

    public CorridorCompiler Corridor => corridor;
    public int PostIndex => postIndex;
    public SideProcedure Side => side;
    public BorderPost Post => post;
    public IReadOnlyDictionary<string, StationBuilder> Stations => stations;

    /// <summary>The common line of the approach road, where lanes begin nearer the gate.</summary>
    public StationBuilder? Approach { get; private set; }

    /// <summary>When brokers and the declaration desk work.</summary>
    public CapacityCalendar Desk => desk ??= side.Declaration.Desk.ToCalendar(Offset) is var usual && corridor.Dates is { } dates ? dates.Desk(side, Offset, usual) : usual;

    /// <summary>Priority levels of the gate: its lanes and the common line, and those inside if its staff serve another stage too.</summary>
    private int GateLevels => Math.Max(
        HasLanes ? side.ApproachLanes.Count + 1 : 1,
        side.Stages.Any(s => s.Kind != StageKind.Gate && (s.Station == GateStation || s.StationFor.Values.Contains(GateStation))) ? side.Priority.Count + 1 : 1);

    private double Offset => corridor.Corridor.Country(side.Country).UtcOffsetHours;
    private string? GateStation => side.Stages.FirstOrDefault(s => s.Kind == StageKind.Gate)?.Station;
    public bool HasLanes => side.ApproachLanes.Count > 0 && GateStation != null;
    public bool HasApproachLanes => HasLanes && side.Role == SideRole.Exit;

    /// <summary>Work at this side's staffed stations, by the capacity factor and by what makes this side faster or slower.</summary>
    public Distribution Worked(Distribution service)
    {
        double pace = corridor.Corridor.CapacityFactor * side.Pace * (1 - side.ConstructionLoss);
        return pace == 1 ? service : service.Scale(1 / pace);
    }

    public void CompileStations()
    {
        if (HasApproachLanes)
        {
            Approach = Add(ApproachName, Agency.Transport).Servers(1);
            StationSpec gate = side.Stations.First(s => s.Name == GateStation);
            StationBuilder built = Build(gate);
            lines[gate.Name] = corridor.Network.Line($"{Place}/road", Approach, built);
        }
        foreach (StationSpec spec in side.Stations)
            if (!stations.ContainsKey(spec.Name)) Build(spec);
        foreach (StationSpec spec in side.Stations) CallIn(spec);
        foreach (BackgroundLoad load in side.Background) Background(load);
    }

    /// <summary>The first stage of this side's procedure for an operation, compiled once.</summary>
    public StageBuilder Leg(Operation own, Operation onExitSide)
    {
        if (!legs.TryGetValue((own, onExitSide), out StageBuilder? first)) legs[(own, onExitSide)] = first = new LegCompiler(this, own, onExitSide).Compile();
        return first;
    }

    /// <summary>The line of trucks before a station, counted for extra staff and for those who yield.</summary>
    public LineBuilder LineAt(string station)
    {
        if (lines.TryGetValue(station, out LineBuilder? line)) return line;
        return lines[station] = corridor.Network.Line($"{Place}/{station}", stations[station]);
    }

    /// <summary>What trucks do before they join the line, if anything: cross elsewhere or come back later. Not part of any clearance time; counted.</summary>
    public StageBuilder? Yield()
    {
        YieldRule rule = post.Yield;
        if (GateStation == null || (rule.DeferShare == 0 && rule.DivertShare == 0)) return null;
        if (yields != null) return yields;
        string name = $"{Place}/yield";
        ProcedureBuilder leg = corridor.AddLeg(name, new LegMeaning(-1, side.Direction, side.Role, side.Country, Operation.Transit)).Measures(false, false, false);
        LineBuilder line = LineAt(GateStation);
        StageBuilder divert = leg.Pass("divert").At(name);
        StageBuilder defer = leg.Pass("defer").At(name + "/later");
        StageBuilder elsewhere = leg.Exit(CorridorCompiler.Diverted);
        // A station with room for all counts those who come back later.
        StationBuilder depot = Add("depot", Agency.Transport).Servers(int.MaxValue / 2);
        StageBuilder later = leg.Stage("later", depot, Distribution.Lognormal(TimeSpan.FromHours(Math.Max(rule.DeferHours, 0.01)), 0.5)).At(name + "/hours");
        divert.LeaveByLength(line, elsewhere, Threshold(rule.DivertFromQueue, rule.DivertShare)).Then(defer);
        defer.LeaveByLength(line, later, Threshold(rule.DeferFromQueue, rule.DeferShare));
        return yields = divert;
    }

    private static double[] Threshold(int from, double share)
    {
        if (share == 0 || from > 1_000_000) return [0];
        var leave = new double[from + 1];
        leave[from] = share;
        return leave;
    }

    private StationBuilder Add(string name, Agency agency)
    {
        corridor.Stations.Add(new StationMeaning(name, agency, postIndex, side.Direction, side.Role, side.Country));
        return stations[name] = corridor.Network.Station($"{Place}/{name}");
    }

    private StationBuilder Build(StationSpec spec)
    {
        StationBuilder station = Add(spec.Name, spec.Agency).Scheduled(CalendarOf(spec), spec.ShiftEnd);
        if (spec.Name == GateStation && HasApproachLanes)
        {
            station.Priorities(GateLevels);
            double start = side.ApproachLanes.Max(l => l.FromKilometres);
            station.WaitingRooms([.. Enumerable.Range(0, GateLevels).Select(i =>
                Math.Max(1, (int)Math.Round(CorridorCompiler.TrucksPerKilometre * (i < side.ApproachLanes.Count ? side.ApproachLanes[i].FromKilometres : start))))]);
        }
        else
        {
            if (spec.Name != GateStation && side.Priority.Count > 0) station.Priorities(side.Priority.Count + 1);
            else if (spec.Name == GateStation && GateLevels > 1) station.Priorities(GateLevels);
            if (spec.WaitingRoom is { } room && spec.Name != GateStation) station.WaitingRoom(room);
        }
        if (spec.Breakdown is { } b) station.Fails(b.TimeBetweenFailures, b.TimeToRepair);
        return station;
    }

    private CapacityCalendar CalendarOf(StationSpec spec)
    {
        CapacityCalendar calendar = spec.Roster.ToCalendar(Offset);
        if (corridor.Dates is { } dates) calendar = dates.Staff(post.Id, side, spec, Offset, calendar);
        return DisruptionCompiler.Apply(corridor, post.Id, Offset, calendar, side.Contingency);
    }

    private void CallIn(StationSpec spec)
    {
        if (spec.Extra.Count == 0) return;
        StationBuilder station = stations[spec.Name];
        station.Watching(LineAt(spec.WatchedStation ?? spec.Name));
        foreach (ExtraStaff extra in spec.Extra) station.CallIn(extra.FromQueue, extra.UntilQueue, extra.Staff, extra.AlsoWhenClosed);
    }

    private void Background(BackgroundLoad load)
    {
        string name = $"{Place}/{load.Kind}";
        ProcedureBuilder leg = corridor.AddLeg(name, new LegMeaning(-1, side.Direction, side.Role, side.Country, Operation.Transit)).Measures(false, false, false);
        StageBuilder? first = null;
        StageBuilder? last = null;
        foreach (Stage stage in side.Stages)
        {
            if (stage.Station == null || !load.Service.TryGetValue(stage.Kind, out Distribution? service)) continue;
            StageBuilder row = leg.Stage(stage.Kind.ToString(), stations[stage.Station], Worked(service)).At($"{name}/{stage.Kind}").PriorityBy(_ => side.Priority.Count);
            last?.Then(row);
            first ??= row;
            last = row;
        }
        if (first == null) return;
        double mean = load.HourProfile.Average();
        int ahead = (int)Math.Round(Offset + 6);
        (SimDuration, double)[] rates = [.. Enumerable.Range(0, 24).Select(h => (SimDuration.FromHours(h), load.PerDay / 24 * load.HourProfile[(h + ahead + 24) % 24] / mean))];
        corridor.AddSource(name, new StreamMeaning(side.Country, side.Country, false, true)).Poisson(SimDuration.FromDays(1), rates).With(CorridorCompiler.Cargo, 1, 0, 0, 0).With(CorridorCompiler.Aeo, 1, 0).With(CorridorCompiler.Msme, 1, 0).To(first);
    }
}
