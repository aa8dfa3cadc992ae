using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>The declaration of disturbances.</summary>
internal static class DisruptionShapes
{
    private static readonly NumberShape Time = new(UnitFamily.Duration) { Least = 0, Most = 366 * 1440, Fact = true };
    private static readonly NumberShape Share = new(UnitFamily.Share) { Least = 0, Most = 10, Fact = true };
    private static readonly NumberShape Factor = new(UnitFamily.Factor) { Least = 1, Most = 100, Fact = true };

    /// <summary>One disturbance.</summary>
    public static MapShape Disruption { get; } = new(
        new Field("kind", ChoiceShape.Of<DisruptionKind>(), new("Qué ocurre.", "What happens."), Required: true),
        new Field("post", new NameShape(NameSets.Posts), new("Puesto afectado; todos si falta.", "Post hit; all if absent.")),
        new Field("start", Time, new("Tras el inicio del período medido.", "After the start of the measured period."), Required: true),
        new Field("length", Time, new("Cuánto dura.", "How long it lasts."), Required: true),
        new Field("absent", new NumberShape(UnitFamily.Share) { Least = 0, Most = 1, Fact = true }, new("Huelga: proporción del personal ausente.", "Strike: share of staff absent.")),
        new Field("slowdown", Factor, new("Caída: factor sobre los tiempos de servicio.", "Outage: factor on service times.")),
        new Field("added", Share, new("Alza: proporción de camiones adicionales.", "Surge: share of trucks added.")))
    {
        Whole = Fitting,
    };

    /// <summary>The disturbance of a checked node.</summary>
    public static Disruption Read(MapNode map)
    {
        DisruptionKind kind = Names.Member<DisruptionKind>(((ScalarNode)map["kind"]!).Value);
        double intensity = kind switch
        {
            DisruptionKind.Strike => Share.Read(map["absent"]!),
            DisruptionKind.Outage => Factor.Read(map["slowdown"]!),
            DisruptionKind.Surge => Share.Read(map["added"]!),
            _ => 1,
        };
        return new Disruption(kind, (map["post"] as ScalarNode)?.Value, Time.Read(map["start"]!) / 1440, Time.Read(map["length"]!) / 60, intensity);
    }

    /// <summary>Each kind has a key of its own that says how hard it hits, and no other.</summary>
    private static void Fitting(MapNode map, string path, Checking context)
    {
        string kind = ((ScalarNode)map["kind"]!).Value;
        string? needed = kind switch { "strike" => "absent", "outage" => "slowdown", "surge" => "added", _ => null };
        if (needed is not null && map[needed] is null) context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, needed), null, Wording.Missing));
        foreach (MapEntry entry in map.Entries)
            if (entry.Key is "absent" or "slowdown" or "added" && entry.Key != needed)
                context.Problems.Add(new InputProblem(entry.KeyMark, path, entry.Key, new($"no corresponde a '{kind}'", $"does not go with '{kind}'"), needed is null ? null : Bilingual.Same($"'{needed}'")));
    }
}
