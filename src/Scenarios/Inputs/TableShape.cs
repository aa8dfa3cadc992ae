using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A mapping whose keys are names of a kind: a value for each operation, a stage for each kind, a post for each id.</summary>
/// <param name="value">What stands under each key.</param>
public sealed class TableShape(Shape value) : Shape
{
    /// <summary>The word that removes an inherited row.</summary>
    public const string None = "none";

    /// <summary>The keys allowed; null for any well-formed name.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Set of names the keys come from; null if none.</summary>
    public string? Set { get; init; }

    /// <summary>A row may be removed from what it inherits by writing <c>none</c>.</summary>
    public bool Removable { get; init; }

    /// <summary>A further check on the table as a whole, once its rows are known to be right.</summary>
    public Action<MapNode, string, Checking>? Whole { get; init; }

    /// <summary>One row for each member of an enumeration.</summary>
    public static TableShape By<T>(Shape value, bool removable = false, string? schemaName = null)
        where T : struct, Enum => new(value) { Keys = [.. Enum.GetNames<T>().Select(Names.Key)], Removable = removable, SchemaName = schemaName };

    /// <inheritdoc/>
    public override Bilingual Kind => Keys is null
        ? new("un mapa", "a mapping")
        : new($"un mapa con {string.Join(", ", Keys)}", $"a mapping with {string.Join(", ", Keys)}");

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside => [(".*", value, null)];

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not MapNode map)
        {
            WrongKind(node, path, context);
            return;
        }
        int before = context.Problems.Count;
        Provenance inherited = context.Inherited;
        if (map[ProvenanceShape.Key] is { } provenance) context.Inherited = ProvenanceShape.Read(provenance, path, context) ?? inherited;
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Key == ProvenanceShape.Key) continue;
            if (Keys is not null && !Keys.Contains(entry.Key))
            {
                    context.UnknownKey(entry, path, Keys);
                continue;
            }
            if (Set is not null) NameShape.CheckName(Set, entry.KeyMark, entry.Key, path, context);
            if (Removable && entry.Value is ScalarNode { Value: None }) continue;
            value.Check(entry.Value, Paths.Join(path, entry.Key), context);
        }
        context.Inherited = inherited;
        if (context.Problems.Count == before) Whole?.Invoke(map, path, context);
    }

    /// <inheritdoc/>
    public override InputNode Merge(InputNode lower, InputNode upper)
    {
        if (lower is not MapNode below || upper is not MapNode above) return upper;
        foreach (MapEntry entry in above.Entries)
            below = below.With(entry.Key, below[entry.Key] is { } old ? value.Merge(old, entry.Value) : entry.Value);
        return below;
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        JsonObject Row() => Removable ? new() { ["anyOf"] = new JsonArray(pen.Write(value), new JsonObject { ["const"] = None }) } : pen.Write(value);
        var schema = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject { [ProvenanceShape.Key] = pen.Write(new ProvenanceShape()) };
        if (Keys is null) schema["additionalProperties"] = Row();
        else
        {
            foreach (string key in Keys) properties[key] = Row();
            schema["additionalProperties"] = false;
        }
        schema["properties"] = properties;
        return schema;
    }
}
