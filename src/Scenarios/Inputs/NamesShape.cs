using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary><c>all</c>, or a list of names that exist.</summary>
/// <param name="set">Key of <see cref="Checking.Names"/>.</param>
public sealed class NamesShape(string set) : Shape
{
    /// <summary>The word for every name of the set.</summary>
    public const string All = "all";

    private readonly ListShape list = new(new NameShape(set)) { Least = 1 };

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new($"'{All}' o una lista", $"'{All}' or a list");

    /// <summary>The names of a checked node; null for all.</summary>
    public static IReadOnlyList<string>? Read(InputNode? node) => node is ListNode names ? [.. names.Items.Select(i => ((ScalarNode)i).Value)] : null;

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is ListNode) list.Check(node, path, context);
        else if (node is not ScalarNode { Value: All }) WrongKind(node, path, context);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = All }, pen.Write(list)) };
}
