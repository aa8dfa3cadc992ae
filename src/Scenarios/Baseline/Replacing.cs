using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Replaces one value in a tree, keeping where it stood.</summary>
internal static class Replacing
{
    /// <summary>The tree with the value at a path replaced; a figure keeps its source.</summary>
    /// <exception cref="InputException">The path leads nowhere.</exception>
    public static InputNode Value(InputNode root, string path, string value) => At(root, path, node => node switch
    {
        ScalarNode scalar => scalar with { Value = value },
        // A figure's own range no longer binds a value tried on purpose.
        MapNode figure when figure["value"] is ScalarNode scalar => new MapNode(figure.Mark, [.. figure.Entries.Where(e => e.Key != "range")]).With("value", scalar with { Value = value }),
        _ => throw Nowhere(node, path),
    });

    /// <summary>The tree with another node at a path.</summary>
    /// <exception cref="InputException">The path leads nowhere.</exception>
    public static InputNode Whole(InputNode root, string path, InputNode node) => At(root, path, _ => node);

    private static InputNode At(InputNode root, string path, Func<InputNode, InputNode> change) => At(root, [.. path.Replace("[", ".[").Split('.', StringSplitOptions.RemoveEmptyEntries)], path, change);

    private static InputNode At(InputNode node, ReadOnlySpan<string> steps, string path, Func<InputNode, InputNode> change)
    {
        if (steps.Length == 0) return change(node);
        if (node is MapNode map && map[steps[0]] is { } inner) return map.With(steps[0], At(inner, steps[1..], path, change));
        if (node is ListNode list && steps[0].StartsWith('[') && int.TryParse(steps[0].Trim('[', ']'), out int index) && index >= 0 && index < list.Items.Count)
        {
            InputNode[] items = [.. list.Items];
            items[index] = At(items[index], steps[1..], path, change);
            return new ListNode(list.Mark, items);
        }
        throw Nowhere(node, path);
    }

    private static InputException Nowhere(InputNode node, string path) => new([new InputProblem(node.Mark, path, null, new("no existe este valor en el archivo", "no such value in the file"))]);
}
