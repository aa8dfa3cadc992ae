using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Builds demand from a checked section.</summary>
internal static class DemandReading
{
    private static readonly string[] Needed = ["growth", "loaded", "empty", "hours", "weekdays", "months", "cargo", "aeo", "msme"];

    /// <summary>Demand; null, with the reasons noted, if something is missing.</summary>
    public static Demand? Read(MapNode map, IReadOnlyList<BorderPost> posts, Problems problems)
    {
        string[] missing = [.. Needed.Where(k => map[k] is null)];
        foreach (string key in missing) problems.Add(map, Paths.Join("demand", key), Wording.Missing);
        if (missing.Length > 0) return null;
        var cargo = map.Numbers<CargoClass>("cargo", NumberShape.Share);
        if (cargo.Values.Sum() > 1 + 1e-12) problems.Add(map["cargo"]!, "demand.cargo", new("las proporciones suman más de 100 %", "shares add up to more than 100 %"));
        return new Demand
        {
            Loaded = [.. map.Rows("loaded").SelectMany(Pair)],
            Empty = [.. map.Rows("empty").SelectMany(Post)],
            HourProfile = Reading.Profile(map["hours"]!),
            WeekdayProfile = Reading.Profile(map["weekdays"]!),
            MonthProfile = Reading.Profile(map["months"]!),
            GrowthPerYear = ((NumberShape)DemandShapes.Demand.Fields[0].Shape).Read(map["growth"]!),
            Added = map["added"] is { } added ? ((NumberShape)DemandShapes.Demand.Fields[1].Shape).Read(added) : 0,
            CargoShares = cargo,
            AeoShare = NumberShape.Share.Read(map["aeo"]!),
            MsmeShare = NumberShape.Share.Read(map["msme"]!),
        };
    }

    private static IEnumerable<LoadedStream> Pair(MapEntry row)
    {
        string[] ends = row.Key.Split('-');
        var flows = (MapNode)row.Value;
        if (flows["southbound"] is { } south) yield return new LoadedStream(ends[0], ends[1], NumberShape.Flow.Read(south));
        if (flows["northbound"] is { } north) yield return new LoadedStream(ends[1], ends[0], NumberShape.Flow.Read(north));
    }

    private static IEnumerable<EmptyStream> Post(MapEntry row)
    {
        var flows = (MapNode)row.Value;
        if (flows["southbound"] is { } south) yield return new EmptyStream(row.Key, Direction.N2S, NumberShape.Flow.Read(south));
        if (flows["northbound"] is { } north) yield return new EmptyStream(row.Key, Direction.S2N, NumberShape.Flow.Read(north));
    }
}
