namespace CorridorTwin.Scenarios.Inputs;

/// <summary>A piece of a YAML file that still knows where it stands.</summary>
public abstract record InputNode(Mark Mark)
{
    /// <summary>Nodes in it, itself included, aliases counted each time they are used.</summary>
    public abstract int Size { get; }
}

/// <summary>A single value as written; nothing is guessed about its type (NO is Norway nowhere here).</summary>
public sealed record ScalarNode(Mark Mark, string Value) : InputNode(Mark)
{
    /// <inheritdoc/>
    public override int Size => 1;
}

/// <summary>A list.</summary>
public sealed record ListNode(Mark Mark, IReadOnlyList<InputNode> Items) : InputNode(Mark)
{
    /// <inheritdoc/>
    public override int Size { get; } = 1 + Items.Sum(i => i.Size);
}

/// <summary>A mapping; keys are unique and keep their order.</summary>
public sealed record MapNode(Mark Mark, IReadOnlyList<MapEntry> Entries) : InputNode(Mark)
{
    /// <inheritdoc/>
    public override int Size { get; } = 1 + Entries.Sum(e => 1 + e.Value.Size);

    /// <summary>The value under a key; null if absent.</summary>
    public InputNode? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;

    /// <summary>The same mapping with a key set: replaced in place, or added at the end.</summary>
    public MapNode With(string key, InputNode value)
    {
        bool known = this[key] is not null;
        return new MapNode(Mark, known
            ? [.. Entries.Select(e => e.Key == key ? e with { Value = value } : e)]
            : [.. Entries, new MapEntry(key, value.Mark, value)]);
    }
}

/// <param name="Key">The key.</param>
/// <param name="KeyMark">Where the key stands.</param>
/// <param name="Value">What it holds.</param>
public sealed record MapEntry(string Key, Mark KeyMark, InputNode Value);
