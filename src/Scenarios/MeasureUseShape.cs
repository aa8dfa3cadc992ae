using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>One line of a scenario's measures; what its parameters may be depends on the measure it names.</summary>
/// <param name="catalogue">Measures that exist.</param>
internal sealed class MeasureUseShape(IReadOnlyList<IMeasure> catalogue) : Shape
{
    private static readonly NumberShape Intensity = new(UnitFamily.Share) { Least = 0, Most = 1, Fact = true };

    private readonly MapShape line = new(
        new Field("measure", new NameShape(NameSets.Measures), new("Nombre de la medida.", "Name of the measure."), Required: true),
        new Field("posts", new NamesShape(NameSets.Posts), new("Puestos donde se aplica; todos si falta.", "Posts where it applies; all if absent.")),
        new Field("countries", new NamesShape(NameSets.Countries), new("Países cuyos lados alcanza; todos si falta.", "Countries whose sides it reaches; all if absent.")),
        new Field("directions", new ListShape(ChoiceShape.Of<Direction>()) { Least = 1, Most = 2 }, new("Sentidos; ambos si falta.", "Directions; both if absent.")),
        new Field("roles", new ListShape(ChoiceShape.Of<SideRole>()) { Least = 1, Most = 2 }, new("Lados; ambos si falta.", "Sides; both if absent.")),
        new Field("operations", new ListShape(ChoiceShape.Of<Operation>()) { Least = 1, Most = 4 }, new("Operaciones; todas en las que actúa si falta.", "Operations; all it acts on if absent.")),
        new Field("intensity", Intensity, new("Fuerza: 0 % nada, 100 % el efecto de sus parámetros.", "Strength: 0 % nothing, 100 % the effect of its parameters.")),
        new Field("parameters", new OpenShape(), new("Parámetros distintos de los usuales.", "Parameters other than the usual ones.")));

    /// <inheritdoc/>
    public override Bilingual Kind => line.Kind;

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside =>
    [
        .. line.Inside.Where(i => i.Item2 is not OpenShape),
        .. catalogue.Select(m => ($".parameters({m.Name})", (Shape)ParameterShapes.Of(m), (Field?)null)),
    ];

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        line.Check(node, path, context);
        if (node is not MapNode map || Find(map) is not { } measure) return;
        if (map["parameters"] is { } parameters) ParameterShapes.Of(measure).Check(parameters, Paths.Join(path, "parameters"), context);
        if (map["operations"] is not ListNode operations) return;
        string[] acts = [.. measure.Operations.Select(Names.Key)];
        for (int i = 0; i < operations.Items.Count; i++)
        {
            if (operations.Items[i] is not ScalarNode word || acts.Contains(word.Value) || !Enum.GetValues<Operation>().Select(Names.Key).Contains(word.Value)) continue;
            context.Problems.Add(word, Paths.Item(Paths.Join(path, "operations"), i), new($"{measure.Name} no actúa sobre esta operación", $"{measure.Name} does not act on this operation"), acts.Length > 0 ? Wording.OneOf(acts) : new("ninguna lista de operaciones", "no list of operations"));
        }
    }

    /// <summary>The use a checked node describes.</summary>
    public MeasureUse Read(MapNode map)
    {
        IMeasure measure = Find(map)!;
        return new MeasureUse(
            new MeasureApplication(measure.Name)
            {
                Posts = NamesShape.Read(map["posts"]),
                Countries = NamesShape.Read(map["countries"]),
                Directions = Members<Direction>(map["directions"]),
                Roles = Members<SideRole>(map["roles"]),
                Operations = Members<Operation>(map["operations"]),
                Intensity = map["intensity"] is { } intensity ? Intensity.Read(intensity) : 1,
                Parameters = map["parameters"] is MapNode given
                    ? given.Entries.ToDictionary(e => e.Key, e => ParameterShapes.Read(measure.Parameters.First(p => p.Key == e.Key), e.Value))
                    : new Dictionary<string, ParameterValue>(),
            },
            map.Mark);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        JsonObject schema = pen.Write(line);
        JsonObject properties = schema["properties"]!.AsObject();
        properties.Remove("provenance");
        properties["measure"]!.AsObject()["enum"] = new JsonArray([.. catalogue.Select(m => (JsonNode)m.Name)]);
        schema["allOf"] = new JsonArray([.. catalogue.Select(m => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["measure"] = new JsonObject { ["const"] = m.Name } } },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["parameters"] = pen.Write(ParameterShapes.Of(m)) } },
        })]);
        return schema;
    }

    private IMeasure? Find(MapNode map) => catalogue.FirstOrDefault(m => m.Name == (map["measure"] as ScalarNode)?.Value);

    private static List<T>? Members<T>(InputNode? node)
        where T : struct, Enum => node is ListNode list ? [.. list.Items.Select(i => Names.Member<T>(((ScalarNode)i).Value))] : null;

    /// <summary>Checked elsewhere.</summary>
    private sealed class OpenShape : Shape
    {
        public override Bilingual Kind { get; } = new("un mapa", "a mapping");

        public override void Check(InputNode node, string path, Checking context)
        {
        }

        protected override JsonObject Describe(SchemaPen pen) => new() { ["type"] = "object" };
    }
}
