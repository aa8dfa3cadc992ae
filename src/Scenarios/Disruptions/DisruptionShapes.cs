using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Disruptions;

/// <summary>The declaration of disturbances.</summary>
internal static class DisruptionShapes
{
    private static readonly NumberShape Time = new(UnitFamily.Duration) { Least = 0, Most = 366 * 1440, Fact = true };
    private static readonly NumberShape Share = new(UnitFamily.Share) { Least = 0, Most = 10, Fact = true };
    private static readonly NumberShape Factor = new(UnitFamily.Factor) { Least = 1, Most = 100, Fact = true };

    /// <summary>One disturbance: of a kind, or from the library.</summary>
    public static MapShape Disruption { get; } = new(
        new Field("kind", ChoiceShape.Of<DisruptionKind>(), new("Qué ocurre.", "What happens.")),
        new Field("from", new NameShape(NameSets.Disruptions), new("En lugar de kind: una perturbación de data/disruptions.csv.", "Instead of kind: a disturbance of data/disruptions.csv.")),
        new Field("post", new NameShape(NameSets.Posts), new("Puesto afectado; todos si falta.", "Post hit; all if absent.")),
        new Field("start", Time, new("Tras el inicio del período medido.", "After the start of the measured period."), Required: true),
        new Field("length", Time, new("Cuánto dura.", "How long it lasts.")),
        new Field("absent", new NumberShape(UnitFamily.Share) { Least = 0, Most = 1, Fact = true }, new("Huelga: proporción del personal ausente.", "Strike: share of staff absent.")),
        new Field("slowdown", Factor, new("Caída: factor sobre los tiempos de servicio.", "Outage: factor on service times.")),
        new Field("added", Share, new("Alza: proporción de camiones adicionales.", "Surge: share of trucks added.")),
        new Field("carrying", ChoiceShape.Of<CargoClass>(), new("Alza: lo que llevan; la mezcla usual si falta.", "Surge: what they carry; the usual mix if absent.")))
    {
        Whole = Fitting,
    };

    /// <summary>The disturbances of a checked node: one, or the parts of one of the library.</summary>
    public static IEnumerable<Disruption> Read(MapNode map, IReadOnlyList<KnownDisruption> library)
    {
        string? post = (map["post"] as ScalarNode)?.Value;
        double start = Time.Read(map["start"]!) / 1440;
        if (map["from"] is ScalarNode from) return library.First(d => d.Id == from.Value).At(post, start);
        DisruptionKind kind = Names.Member<DisruptionKind>(((ScalarNode)map["kind"]!).Value);
        double intensity = kind switch
        {
            DisruptionKind.Strike => Share.Read(map["absent"]!),
            DisruptionKind.Outage => Factor.Read(map["slowdown"]!),
            DisruptionKind.Surge => Share.Read(map["added"]!),
            _ => 1,
        };
        CargoClass? cargo = map["carrying"] is ScalarNode carried ? Names.Member<CargoClass>(carried.Value) : null;
        return [new Disruption(kind, post, start, Time.Read(map["length"]!) / 60, intensity, cargo)];
    }

    /// <summary>Each kind has a key of its own that says how hard it hits, and no other; one of the library has all of it.</summary>
    private static void Fitting(MapNode map, string path, Checking context)
    {
        string? kind = (map["kind"] as ScalarNode)?.Value, from = (map["from"] as ScalarNode)?.Value;
        if (kind is null == from is null)
        {
            context.Problems.Add(new InputProblem(map.Mark, path, from, kind is null ? new("falta qué ocurre", "what happens is missing") : new("ya dice qué ocurre", "already says what happens"), new("'kind' o 'from', uno de los dos", "'kind' or 'from', one of the two")));
            return;
        }
        string[] own = kind switch { null => [], "strike" => ["length", "absent"], "outage" => ["length", "slowdown"], "surge" => ["length", "added", "carrying"], _ => ["length"] };
        foreach (string needed in own.Where(k => k != "carrying" && map[k] is null)) context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, needed), null, Wording.Missing));
        string what = kind ?? from!;
        string? hint = own.FirstOrDefault(k => k is "absent" or "slowdown" or "added");
        foreach (MapEntry entry in map.Entries)
            if (entry.Key is "length" or "absent" or "slowdown" or "added" or "carrying" && !own.Contains(entry.Key))
                context.Problems.Add(new InputProblem(entry.KeyMark, path, entry.Key, new($"no corresponde a '{what}'", $"does not go with '{what}'"), hint is null ? null : Bilingual.Same($"'{hint}'")));
    }
}
