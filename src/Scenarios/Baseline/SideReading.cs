using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Builds one side's procedure from its layered, checked words.</summary>
internal sealed class SideReading(MapNode side, string path, TimeReading times, Problems problems)
{
    /// <summary>The procedure.</summary>
    /// <exception cref="InputException">Something it needs is missing.</exception>
    public SideProcedure Read(Direction direction, SideRole role, string country)
    {
        StationSpec[] stations = [.. side.Rows("stations").Select(e => ReadStation(e.Key, (MapNode)e.Value))];
        Stage[] stages = [.. side.Rows<StageKind>("stages").OrderBy(r => r.Key).Select(r => ReadStage(r.Key, (MapNode)r.Value, Paths.Join(path, "stages." + r.Name), stations))];
        foreach (StationSpec station in stations)
            if (station.WatchedStation is { } watched) CheckStation(watched, ((MapNode)((MapNode)side["stations"]!)[station.Name]!)["watches"]!, $"{path}.stations.{station.Name}.watches", stations);
        if (stages.Length == 0) throw Missing("stages", side);
        return new SideProcedure
        {
            Direction = direction,
            Role = role,
            Country = country,
            Stages = stages,
            Stations = stations,
            Declaration = ReadDeclaration(Need<MapNode>(side, "declaration", path)),
            Risk = ReadRisk(Need<MapNode>(side, "risk", path)),
            ApproachLanes = side["approach-lanes"] is ListNode lanes
                ? [.. lanes.Items.Cast<MapNode>().Select(l => new ApproachLane(l.Number("from", BaselineShapes.Distance), l.Flag("empties"), l.Members<CargoClass>("classes"), l.Flag("aeo")))]
                : [],
            Priority = side.Members<CargoClass>("priority"),
            JointInspection = side.Flag("joint-inspection"),
            Recognition = side.Number("recognition", NumberShape.Share),
            SingleStop = side.Flag("single-stop"),
            AutomaticGateShare = side.Number("automatic-gate", NumberShape.Share),
            Background = side["background"] is ListNode loads ? [.. loads.Items.Cast<MapNode>().Select(ReadBackground)] : [],
            Bridge = times.OrNull(side["bridge"]),
            InForce = side.Rows("in-force").ToDictionary(e => e.Key, e => NumberShape.Share.Read(e.Value)),
        };
    }

    private Stage ReadStage(StageKind kind, MapNode stage, string at, StationSpec[] stations)
    {
        string station = stage.Word("station") ?? throw Missing(Paths.Join(at, "station"), stage);
        if (station != TableShape.None) CheckStation(station, stage["station"]!, Paths.Join(at, "station"), stations);
        foreach ((string operation, InputNode other) in stage.Rows("station-for").Select(r => (r.Key, r.Value)))
            CheckStation(((ScalarNode)other).Value, other, Paths.Join(at, $"station-for.{operation}"), stations);
        if (!stage.Rows("service").Any()) throw Missing(Paths.Join(at, "service"), stage);
        return new Stage
        {
            Kind = kind,
            Station = station == TableShape.None ? null : station,
            StationFor = stage.Rows<Operation>("station-for").ToDictionary(r => r.Key, r => ((ScalarNode)r.Value).Value),
            Service = times.Table<Operation>(stage, "service"),
            ServiceInAdvance = times.Table<Operation>(stage, "service-in-advance"),
            ServiceAutomatic = times.OrNull(stage["service-automatic"]),
            Share = stage.Numbers<Operation>("share", NumberShape.Share),
            Always = stage.Members<CargoClass>("always"),
            RedShare = stage.Number("red-share", NumberShape.Share),
        };
    }

    private StationSpec ReadStation(string name, MapNode station)
    {
        string at = $"{path}.stations.{name}";
        return new StationSpec
        {
            Name = name,
            Agency = Names.Member<Agency>(Need<ScalarNode>(station, "agency", at).Value),
            Roster = RosterShapes.Read(Need<ListNode>(station, "roster", at)),
            WaitingRoom = station["room"] is { } room ? (int?)SideShapes.Room.ReadOrUnlimited(room) : null,
            ShiftEnd = station.Word("shift-end") is { } end ? Names.Member<ShiftEnd>(end) : ShiftEnd.Finish,
            Extra = station["extra"] is ListNode extra ? [.. extra.Items.Cast<MapNode>().Select(ReadExtra)] : [],
            WatchedStation = station.Word("watches"),
            Breakdown = station["breakdown"] is MapNode failing ? new BreakdownSpec(times.Read(failing["after"]!), times.Read(failing["repair"]!)) : null,
        };
    }

    private static ExtraStaff ReadExtra(MapNode rule) => new(
        (int)rule.Number("from", BaselineShapes.Queue), (int)rule.Number("until", BaselineShapes.Queue), (int)rule.Number("staff", NumberShape.Count(1, 1000)), rule.Flag("when-closed"));

    private DeclarationTrack ReadDeclaration(MapNode track) => new()
    {
        AdvanceShare = track.Numbers<Operation>("advance", NumberShape.Share),
        Lead = times.Read(Need<InputNode>(track, "lead", path + ".declaration")),
        Preparation = times.Table<Operation>(track, "preparation"),
        Desk = RosterShapes.Read(Need<ListNode>(track, "desk", path + ".declaration")),
        RejectedShare = track.Number("rejected", NumberShape.Share),
        Resubmission = times.OrNull(track["resubmission"]),
    };

    private RiskProfile ReadRisk(MapNode risk)
    {
        var customs = new Dictionary<Operation, ChannelShares>();
        foreach ((Operation operation, InputNode value, string name) in risk.Rows<Operation>("customs"))
        {
            var channels = (MapNode)value;
            var shares = new ChannelShares(channels.Number("yellow", NumberShape.Share), channels.Number("red", NumberShape.Share));
            if (shares.Yellow + shares.Red > 1 + 1e-12) problems.Add(value, $"{path}.risk.customs.{name}", new("amarillo y rojo suman más de 100 %", "yellow and red add up to more than 100 %"));
            customs[operation] = shares;
        }
        return new RiskProfile
        {
            Customs = customs,
            SpsInspection = risk.Numbers<Operation>("sps-inspection", NumberShape.Share),
            HitRate = risk.Number("hit-rate", NumberShape.Share),
            AeoFactor = risk.Number("aeo", BaselineShapes.Positive, 1),
        };
    }

    private BackgroundLoad ReadBackground(MapNode load) => new(
        load.Word("kind")!, load.Number("flow", NumberShape.Flow), Reading.Profile(load["hours"]!), times.Table<StageKind>(load, "service"));

    private void CheckStation(string name, InputNode node, string at, StationSpec[] stations)
    {
        if (stations.Any(s => s.Name == name)) return;
        string[] names = [.. stations.Select(s => s.Name)];
        problems.Add(node, at, new("no existe este puesto de atención en este lado", "no such station on this side"), Wording.OneOf(names), Nearest.To(name, names));
    }

    private static T Need<T>(MapNode map, string key, string at)
        where T : InputNode => map[key] as T ?? throw Missing(Paths.Join(at, key), map);

    private static InputException Missing(string at, InputNode near) => new([new InputProblem(near.Mark, at, null, Wording.Missing)]);
}
