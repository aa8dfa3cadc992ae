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

    /// <summary>A further check on the list as a whole, once its items are known to be right.</summary>
    public Action<ListNode, string, Checking>? Whole { get; init; }

    /// <inheritdoc/>
    public override Text Kind => new("a list", "una lista");

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside => [("[]", item, null)];

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ListNode list)
        {
            WrongKind(node, path, context);
            return;
        }
        int before = context.Problems.Count;
        if (list.Items.Count < Least || list.Items.Count > Most)
            context.Problems.Add(node, path, new($"{list.Items.Count} items", $"{list.Items.Count} elementos"), Least == Most ? new($"{Least}", $"{Least}") : new($"{Least} to {Most}", $"de {Least} a {Most}"));
        for (int i = 0; i < list.Items.Count; i++) item.Check(list.Items[i], Paths.Item(path, i), context);
        if (context.Problems.Count == before) Whole?.Invoke(list, path, context);
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (Least > 0) schema["minItems"] = Least;
        if (Most < 1000) schema["maxItems"] = Most;
        return schema;
    }
}
