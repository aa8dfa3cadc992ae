using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Network;

/// <summary>Turns a described network into tables: every choice by class is evaluated once, here, so that the engine only indexes.</summary>
internal sealed class NetworkCompiler(NetworkBuilder network)
{
    private readonly List<Sampler> samplers = [];
    private readonly List<Distribution> distributions = [];
    private readonly Dictionary<Distribution, int> samplerIndex = [];
    private readonly List<int> serviceTable = [];
    private readonly Dictionary<string, int> serviceBases = [];
    private readonly List<byte> priorityTable = [];
    private readonly Dictionary<string, int> priorityBases = [];
    private readonly List<Route> routes = [];
    private readonly Dictionary<string, int> sharedRoutes = [];
    private readonly Dictionary<(string Place, string Purpose), int> visitSlots = [];
    private readonly List<CapacityCalendar> desks = [];
    private readonly Dictionary<string, int> exits = new() { ["end of journey"] = 0, ["turned away"] = 1 };
    private ClassSpace classes = null!;

    public NetworkModel Compile()
    {
        classes = new ClassSpace([.. network.Attributes.Select(a => (a.Name, a.Values))]);
        if (classes.Count > short.MaxValue) throw new ArgumentException($"The attributes make {classes.Count} classes; at most {short.MaxValue} are possible.");
        if (network.Stages.Count == 0 || network.Sources.Count == 0) throw new ArgumentException("A network needs a source and a stage.");
        LineGroup[] groups = Groups(out Dictionary<int, int> groupOf, out Dictionary<int, int> watchedBy);
        HashSet<int> cyclic = Cyclic();
        StageRow[] rows = [.. network.Stages.Select(s => Row(s, cyclic))];
        return new NetworkModel
        {
            Classes = classes,
            StationNames = [.. network.Stations.Select(s => s.Name)],
            StageNames = [.. network.Stages.Select(s => s.Name)],
            ProcedureNames = [.. network.Procedures.Select(p => p.Name)],
            SourceNames = [.. network.Sources.Select(s => s.Name)],
            DisturbanceNames = [.. network.Disturbances.Select(d => d.Name)],
            ExitNames = [.. exits.OrderBy(e => e.Value).Select(e => e.Key)],
            Rows = rows,
            Stations = [.. network.Stations.Select(s => Station(s, groupOf, watchedBy))],
            Sources = [.. network.Sources.Select(Source)],
            Journeys = [.. network.Sources.Select(Journey)],
            Procedures = [.. network.Procedures.Select(p => new ProcedureRow { Reported = p.IsReported, OpensCohort = p.Opens, ClosesCohort = p.Closes, Order = [.. p.Members.Select(m => m.Row)] })],
            Disturbances = [.. network.Disturbances.Select(Disturbance)],
            Groups = groups,
            Desks = [.. desks],
            Samplers = [.. samplers],
            Distributions = [.. distributions],
            ServiceTable = [.. serviceTable],
            PriorityTable = [.. priorityTable],
            Routes = [.. routes],
            VisitSlots = visitSlots.Count,
            VisitNames = [.. visitSlots.OrderBy(v => v.Value).Select(v => $"{v.Key.Place}: {v.Key.Purpose}")],
        };
    }

    private StageRow Row(StageBuilder stage, HashSet<int> cyclic)
    {
        bool returns = cyclic.Contains(stage.Row);
        var row = new StageRow
        {
            Kind = stage.Kind,
            Part = stage.Part,
            StampOnArrival = (sbyte)stage.StampArrival,
            StampOnStart = (sbyte)stage.StampStart,
            StampOnEnd = (sbyte)stage.StampEnd,
            Traced = stage.IsTraced,
            Procedure = stage.Procedure.Index,
            Station = -1,
            ServiceKey = Purpose.At(stage.Place, "service"),
            VisitSlot = returns && stage.Times != null ? Slot(stage.Place, "service") : -1,
            Route = RouteOf(stage, returns),
            PriorityBase = PriorityBase(stage),
        };
        if (stage.Times is { } times) row.ServiceBase = ServiceBase(times);
        switch (stage.Kind)
        {
            case RowKind.Serve:
                row.LaneCount = stage.StationList.Count;
                row.Station = stage.StationList[0].Station.Index;
                if (row.LaneCount > 1 || Classes().Any(c => !stage.StationList[0].Open(c))) OpenLanes(stage, ref row);
                break;
            case RowKind.Exit:
                if (!exits.TryGetValue(stage.Name, out row.ExitCode)) exits[stage.Name] = row.ExitCode = exits.Count;
                break;
            case RowKind.Fork:
                row.Tasks = [.. stage.TaskList.Select(t => t.Row)];
                if (row.Tasks.Length == 0) throw new ArgumentException($"Stage '{stage.Name}' has no side tasks.");
                foreach (StageBuilder task in stage.TaskList) CheckTask(stage, task);
                break;
            case RowKind.Lodge:
                row.Lodge = Lodge(stage.Documents!);
                break;
        }
        return row;
    }

    private void OpenLanes(StageBuilder stage, ref StageRow row)
    {
        int lanes = stage.StationList.Count;
        row.LaneCount = Math.Max(2, lanes);
        row.Lanes = [.. Enumerable.Range(0, row.LaneCount).Select(i => stage.StationList[Math.Min(i, lanes - 1)].Station.Index)];
        row.LaneOpen = new bool[classes.Count * row.LaneCount];
        foreach (TruckClass c in Classes())
        {
            for (int i = 0; i < row.LaneCount; i++) row.LaneOpen[c.Index * row.LaneCount + i] = stage.StationList[Math.Min(i, lanes - 1)].Open(c);
            if (!row.LaneOpen.AsSpan(c.Index * row.LaneCount, row.LaneCount).Contains(true)) throw new ArgumentException($"Stage '{stage.Name}' has no lane for a class of trucks.");
        }
    }

    private int RouteOf(StageBuilder stage, bool returns)
    {
        int otherwise = stage.Next?.Row ?? Replication.End;
        if (stage.Branches.Count == 0) return AlwaysTo(otherwise);
        string place = stage.RoutePlace ?? stage.Place;
        var route = new Route { Key = Purpose.At(place, stage.RoutePurpose), VisitSlot = returns ? Slot(place, stage.RoutePurpose) : -1 };
        if (stage.ByLength is { } length)
        {
            if (stage.Branches.Count > 1) throw new ArgumentException($"Stage '{stage.Name}' turns trucks off both by a length and otherwise; use two stages.");
            route.Group = length.Line is { } line ? line.Index : -1;
            route.CountStation = length.Station?.Index ?? -1;
            route.LeaveTable = length.Leave;
            route.Targets = [stage.Branches[0].Target?.Row ?? Replication.End, otherwise];
            route.Certain = [];
        }
        else
        {
            route.Targets = [.. stage.Branches.Select(b => b.Target?.Row ?? Replication.End), otherwise];
            route.Cumulative = new double[stage.Branches.Count * classes.Count];
            route.Certain = new int[classes.Count];
            foreach (TruckClass c in Classes()) Shares(stage, route, c);
        }
        routes.Add(route);
        return routes.Count - 1;
    }

    private void Shares(StageBuilder stage, Route route, TruckClass c)
    {
        double sum = 0;
        int certain = -2;
        for (int i = 0; i < stage.Branches.Count; i++)
        {
            double share = stage.Branches[i].Share(c);
            if (!(share >= 0 && share <= 1 + 1e-12)) throw new ArgumentException($"Stage '{stage.Name}': a share of {share} is not between 0 and 1.");
            if (share >= 1) certain = route.Targets[i];
            sum += share;
            route.Cumulative[i * classes.Count + c.Index] = sum > 1 - 1e-12 ? 1 : sum;
        }
        if (sum > 1 + 1e-9) throw new ArgumentException($"Stage '{stage.Name}': shares sum to {sum}, more than 1.");
        if (sum <= 0) certain = route.Targets[^1];
        route.Certain[c.Index] = certain;
    }

    private int AlwaysTo(int target)
    {
        string name = $"always {target}";
        if (sharedRoutes.TryGetValue(name, out int index)) return index;
        routes.Add(new Route { Always = target });
        return sharedRoutes[name] = routes.Count - 1;
    }

    private LodgeRule Lodge(DocumentTrack track)
    {
        desks.Add(track.Desk);
        bool prepares = Classes().Any(c => track.Preparation(c) != null);
        return new LodgeRule
        {
            AdvanceKey = Purpose.At(track.Place, DocumentTrack.AdvancePurpose),
            AdvanceShare = [.. Classes().Select(track.AdvanceShare)],
            LeadKey = Purpose.At(track.Place, "lead"),
            LeadBase = ServiceBase(_ => track.Lead),
            PreparationKey = Purpose.At(track.Place, "preparation"),
            PreparationBase = prepares ? ServiceBase(c => track.Preparation(c) ?? Distribution.Deterministic(TimeSpan.Zero)) : -1,
            Desk = desks.Count - 1,
            RejectedKey = Purpose.At(track.Place, "rejected"),
            RejectedShare = track.Resubmission == null ? 0 : track.RejectedShare,
            ResubmissionKey = Purpose.At(track.Place, "resubmission"),
            ResubmissionBase = track.Resubmission == null ? -1 : ServiceBase(_ => track.Resubmission),
        };
    }

    private StationRow Station(StationBuilder station, Dictionary<int, int> groupOf, Dictionary<int, int> watchedBy)
    {
        int[] rooms = station.Rooms ?? [int.MaxValue];
        if (rooms.Length != 1 && rooms.Length != station.PriorityLevels)
            throw new ArgumentException($"Station '{station.Name}' has {station.PriorityLevels} priority levels but {rooms.Length} waiting rooms.");
        return new StationRow
        {
            Calendar = station.Calendar,
            Priorities = station.PriorityLevels,
            Room = rooms,
            RejectsWhenFull = station.Rejects,
            ShiftEnd = station.Policy,
            Extra = [.. station.ExtraStaff],
            OwnGroup = groupOf.GetValueOrDefault(station.Index, -1),
            WatchGroup = watchedBy.GetValueOrDefault(station.Index, -1),
            FailureSampler = station.Failures is { } f ? SamplerOf(f.Life) : -1,
            RepairSampler = station.Failures is { } r ? SamplerOf(r.Repair) : -1,
            FailsWhileBusy = station.Failures?.Busy == true,
            FailureKey = Purpose.At(station.Name, "breakdown"),
            LevelSlots = station.LevelSlots,
        };
    }

    private LineGroup[] Groups(out Dictionary<int, int> groupOf, out Dictionary<int, int> watchedBy)
    {
        groupOf = [];
        watchedBy = [];
        var members = network.Lines.Select(l => l.Members.Select(m => m.Index).ToArray()).ToList();
        for (int g = 0; g < members.Count; g++)
            foreach (int m in members[g])
                if (!groupOf.TryAdd(m, g)) throw new ArgumentException($"Station '{network.Stations[m].Name}' belongs to two lines.");
        foreach (StationBuilder station in network.Stations.Where(s => s.ExtraStaff.Count > 0))
        {
            int watched = station.Watched?.Index ?? -1;
            if (watched < 0 && !groupOf.TryGetValue(station.Index, out watched))
            {
                watched = members.Count;
                members.Add([station.Index]);
                groupOf[station.Index] = watched;
            }
            watchedBy[station.Index] = watched;
        }
        Dictionary<int, int> watching = watchedBy;
        return [.. members.Select((m, g) => new LineGroup { Members = m, Watchers = [.. watching.Where(w => w.Value == g).Select(w => w.Key).Order()] })];
    }

    private static JourneyRow Journey(SourceBuilder source)
    {
        if (source.FirstStages.Count == 0) throw new ArgumentException($"Source '{source.Name}' leads nowhere.");
        return new JourneyRow { Procedures = [.. source.FirstStages.Select(f => f.Procedure.Index)], FirstRows = [.. source.FirstStages.Select(f => f.Row)] };
    }

    private SourceRow Source(SourceBuilder source)
    {
        foreach (string name in source.Shares.Keys) classes.AttributeIndex(name);
        return new SourceRow
        {
            Key = Mix.HashName(source.Name),
            Kind = source.Kind,
            Cycle = source.Cycle,
            RateStarts = source.Starts,
            RatePerMs = source.Rates,
            IntervalSampler = source.Interval == null ? -1 : SamplerOf(source.Interval),
            Times = source.Times,
            BatchCumulative = source.Batch,
            AttributeThresholds = [.. Enumerable.Range(0, network.Attributes.Count).Select(a => Thresholds(source, a))],
            AttributeKeys = [.. network.Attributes.Select(a => Purpose.At(a.Name, "attribute"))],
        };
    }

    /// <summary>Cumulative shares of one attribute's values, for every combination of the attributes before it.</summary>
    private double[] Thresholds(SourceBuilder source, int a)
    {
        (string name, string[] values, Func<TruckClass, double[]> shares) = network.Attributes[a];
        if (source.Shares.TryGetValue(name, out Func<TruckClass, double[]>? own)) shares = own;
        int prefixes = classes.Strides[a];
        var thresholds = new double[prefixes * values.Length];
        for (int p = 0; p < prefixes; p++)
        {
            double[] share = shares(classes[p]);
            if (share.Length != values.Length || share.Any(s => !(s >= 0)) || Math.Abs(share.Sum() - 1) > 1e-9)
                throw new ArgumentException($"Source '{source.Name}': the shares of '{name}' must be {values.Length} numbers from 0 that sum to 1.");
            double sum = 0;
            for (int v = 0; v < values.Length; v++) thresholds[p * values.Length + v] = sum += share[v];
        }
        return thresholds;
    }

    private DisturbanceRow Disturbance(DisturbanceBuilder d) => new()
    {
        Key = Purpose.At(d.Name, "disturbance"),
        Stations = [.. d.Stations.Select(s => s.Station.Index)],
        Slowdowns = [.. d.Stations.Select(s => s.Factor)],
        UpSampler = d.Up == null ? -1 : SamplerOf(d.Up),
        DownSampler = d.Down == null ? -1 : SamplerOf(d.Down),
        Script = d.Script ?? (d.Up == null ? [] : null),
    };

    /// <summary>Stages a truck can return to: their draws need a count of visits.</summary>
    private HashSet<int> Cyclic()
    {
        var repeated = network.Sources.SelectMany(s => s.FirstStages.GroupBy(f => f.Procedure.Index).Where(g => g.Count() > 1).Select(g => g.Key)).ToHashSet();
        var cyclic = new HashSet<int>();
        foreach (ProcedureBuilder procedure in network.Procedures)
            foreach (StageBuilder stage in procedure.Members)
                if (repeated.Contains(procedure.Index) || Reaches(stage, stage)) cyclic.Add(stage.Row);
        return cyclic;
    }

    /// <summary>A side task is not a truck: it cannot leave, be turned away, wait for documents or split again.</summary>
    private static void CheckTask(StageBuilder fork, StageBuilder task)
    {
        foreach (StageBuilder stage in Following(task).Append(task))
        {
            bool plain = stage.Kind is RowKind.Delay or RowKind.Pass || (stage.Kind == RowKind.Serve && !stage.StationList.Any(s => s.Station.Rejects));
            if (!plain) throw new ArgumentException($"Stage '{stage.Name}' cannot be part of a side task of '{fork.Name}': side tasks are served, delayed or pass, and end.");
        }
    }

    private static bool Reaches(StageBuilder from, StageBuilder target) => Following(from).Contains(target);

    /// <summary>All stages that can follow one, itself only if it can return.</summary>
    private static HashSet<StageBuilder> Following(StageBuilder from)
    {
        var seen = new HashSet<StageBuilder>();
        var open = new Stack<StageBuilder>(Successors(from));
        while (open.TryPop(out StageBuilder? stage))
        {
            if (!seen.Add(stage)) continue;
            foreach (StageBuilder next in Successors(stage)) open.Push(next);
        }
        return seen;
    }

    private static IEnumerable<StageBuilder> Successors(StageBuilder stage)
    {
        IEnumerable<StageBuilder> next = stage.Branches.Where(b => b.Target != null).Select(b => b.Target!).Concat(stage.TaskList);
        return stage.Next == null ? next : next.Append(stage.Next);
    }

    private IEnumerable<TruckClass> Classes() => Enumerable.Range(0, classes.Count).Select(i => classes[i]);

    private int Slot(string place, string purpose) =>
        visitSlots.TryGetValue((place, purpose), out int slot) ? slot : visitSlots[(place, purpose)] = visitSlots.Count;

    private int ServiceBase(Func<TruckClass, Distribution> times)
    {
        int[] indices = [.. Classes().Select(c => SamplerOf(times(c)))];
        string name = string.Join(',', indices);
        if (serviceBases.TryGetValue(name, out int start)) return start;
        serviceBases[name] = start = serviceTable.Count;
        serviceTable.AddRange(indices);
        return start;
    }

    private int PriorityBase(StageBuilder stage)
    {
        byte[] ranks = [.. Classes().Select(c => (byte)stage.Rank(c))];
        foreach ((StationBuilder station, _) in stage.StationList)
            if (ranks.Any(r => r >= station.PriorityLevels)) throw new ArgumentException($"Stage '{stage.Name}' uses a priority that station '{station.Name}' does not have; it has {station.PriorityLevels}.");
        string name = Convert.ToHexString(ranks);
        if (priorityBases.TryGetValue(name, out int start)) return start;
        priorityBases[name] = start = priorityTable.Count;
        priorityTable.AddRange(ranks);
        return start;
    }

    private int SamplerOf(Distribution distribution)
    {
        if (samplerIndex.TryGetValue(distribution, out int index)) return index;
        samplers.Add(Sampler.Compile(distribution));
        distributions.Add(distribution);
        return samplerIndex[distribution] = samplers.Count - 1;
    }
}
