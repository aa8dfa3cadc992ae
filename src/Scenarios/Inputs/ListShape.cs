using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A list of like things.</summary>
/// <param name="item">One of them.</param>
public sealed class ListShape(Shape item) : Shape
{
    /// <summary>Fewest items.</summary>
    public int Least { get; init; }

    /// <summary>Most items.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>The list may also stand as <c>values</c> beside a <c>provenance</c>.</summary>
    public bool Sourced { get; init; }

    /// <summary>A further check on the list as a whole, once its items are known to be right.</summary>
    public Action<ListNode, string, Checking>? Whole { get; init; }

    /// <inheritdoc/>
    public override Bilingual Kind => new("una lista", "a list");

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside => [("[]", item, null)];

    /// <summary>The list itself, with or without provenance beside it. The node must have been checked.</summary>
    public static ListNode Of(InputNode node) => (ListNode)(node is MapNode map ? map["values"]! : node);

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (Sourced && node is MapNode)
        {
            new MapShape(new Field("values", new ListShape(item) { Least = Least, Most = Most, Whole = Whole }, Bilingual.Same(""), Required: true)).Check(node, path, context);
            return;
        }
        if (node is not ListNode list)
        {
            WrongKind(node, path, context);
            return;
        }
        int before = context.Problems.Count;
        if (list.Items.Count < Least || list.Items.Count > Most)
            context.Problems.Add(node, path, new($"{list.Items.Count} elementos", $"{list.Items.Count} items"), Least == Most ? new($"{Least}", $"{Least}") : new($"de {Least} a {Most}", $"{Least} to {Most}"));
        for (int i = 0; i < list.Items.Count; i++) item.Check(list.Items[i], Paths.Item(path, i), context);
        if (context.Problems.Count == before) Whole?.Invoke(list, path, context);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = pen.Write(item) };
        if (Least > 0) schema["minItems"] = Least;
        if (Most < 1000) schema["maxItems"] = Most;
        if (!Sourced) return schema;
        var whole = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["values"] = schema, [ProvenanceShape.Key] = pen.Write(new ProvenanceShape()) },
            ["required"] = new JsonArray("values"),
            ["additionalProperties"] = false,
        };
        return new JsonObject { ["anyOf"] = new JsonArray(schema.DeepClone(), whole) };
    }
}
