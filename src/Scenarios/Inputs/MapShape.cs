using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One key of a mapping.</summary>
/// <param name="Key">The keyword.</param>
/// <param name="Shape">What stands under it.</param>
/// <param name="Description">What it means.</param>
/// <param name="Required">It must be there.</param>
/// <param name="Source">Its figures should name a source.</param>
public sealed record Field(string Key, Shape Shape, Bilingual Description, bool Required = false, bool Source = false);

/// <summary>A mapping with known keys.</summary>
public sealed class MapShape(params Field[] fields) : Shape
{
    private static readonly Field ProvenanceField = new(
        ProvenanceShape.Key, new ProvenanceShape(),
        new("Fuente, calidad y nota de las cifras de abajo que no las dan.", "Source, grade and note of the figures below that give none themselves."));

    /// <summary>The keys.</summary>
    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>A further check on the mapping as a whole, once its parts are known to be right.</summary>
    public Action<MapNode, string, Checking>? Whole { get; init; }

    /// <inheritdoc/>
    public override Bilingual Kind => new(
        $"un mapa con {Keys(" o ")}", $"a mapping with {Keys(" or ")}");

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside => Fields.Select(f => ("." + f.Key, f.Shape, (Field?)f));

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not MapNode map)
        {
            WrongKind(node, path, context);
            return;
        }
        int before = context.Problems.Count;
        (Provenance inherited, bool source) = (context.Inherited, context.SourceExpected);
        if (map[ProvenanceShape.Key] is { } provenance) context.Inherited = ProvenanceShape.Read(provenance, path, context) ?? inherited;
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Key == ProvenanceShape.Key) continue;
            Field? field = Fields.FirstOrDefault(f => f.Key == entry.Key);
            if (field is null)
            {
                context.UnknownKey(entry, path, [.. Fields.Select(f => f.Key)]);
                continue;
            }
            context.SourceExpected = source || field.Source;
            field.Shape.Check(entry.Value, Paths.Join(path, entry.Key), context);
        }
        (context.Inherited, context.SourceExpected) = (inherited, source);
        foreach (Field field in Fields)
            if (field.Required && map[field.Key] is null)
                context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, field.Key), null, Wording.Missing, field.Shape.Kind));
        if (context.Problems.Count == before) Whole?.Invoke(map, path, context);
    }

    /// <inheritdoc/>
    public override InputNode Merge(InputNode lower, InputNode upper)
    {
        if (lower is not MapNode below || upper is not MapNode above) return upper;
        foreach (MapEntry entry in above.Entries)
        {
            Shape? shape = Fields.FirstOrDefault(f => f.Key == entry.Key)?.Shape;
            below = below.With(entry.Key, below[entry.Key] is { } old && shape is not null ? shape.Merge(old, entry.Value) : entry.Value);
        }
        return below;
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        var properties = new JsonObject();
        foreach (Field field in Fields.Append(ProvenanceField))
        {
            JsonObject schema = pen.Write(field.Shape);
            schema["description"] = $"{field.Description.En} / {field.Description.Es}";
            properties[field.Key] = schema;
        }
        var whole = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (Fields.Any(f => f.Required)) whole["required"] = new JsonArray([.. Fields.Where(f => f.Required).Select(f => (JsonNode)f.Key)]);
        return whole;
    }

    private string Keys(string last)
    {
        string[] keys = [.. Fields.Select(f => f.Key)];
        return keys.Length == 1 ? keys[0] : string.Join(", ", keys[..^1]) + last + keys[^1];
    }
}
