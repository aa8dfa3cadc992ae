using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One of a few words.</summary>
/// <param name="words">The words.</param>
public sealed class ChoiceShape(params string[] words) : Shape
{
    /// <summary>Yes or no.</summary>
    public static ChoiceShape Flag { get; } = new("yes", "no", "true", "false");

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <inheritdoc/>
    public override Bilingual Kind => Wording.OneOf(Words);

    /// <summary>The members of an enumeration, in lower case.</summary>
    public static ChoiceShape Of<T>()
        where T : struct, Enum => new([.. Enum.GetNames<T>().Select(Names.Key)]);

    /// <summary>Whether a checked flag says yes.</summary>
    public static bool Yes(InputNode node) => ((ScalarNode)node).Value is "yes" or "true";

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode scalar) WrongKind(node, path, context);
        else if (!Words.Contains(scalar.Value)) context.Problems.Add(node, path, new("esa palabra no cabe aquí", "no such word here"), Kind, Nearest.To(scalar.Value, Words));
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        var words = new JsonArray([.. Words.Select(w => (JsonNode)w)]);
        if (ReferenceEquals(this, Flag))
        {
            words.Add(true);
            words.Add(false);
        }
        return new JsonObject { ["enum"] = words };
    }
}

/// <summary>A name that must exist elsewhere: a post, a country, a measure.</summary>
/// <param name="set">Key of <see cref="Checking.Names"/>.</param>
public sealed class NameShape(string set) : Shape
{
    /// <summary>Key of <see cref="Checking.Names"/>.</summary>
    public string Set { get; } = set;

    /// <inheritdoc/>
    public override Bilingual Kind => new($"el id de un {NameSets.One(Set).Es}", $"the id of a {NameSets.One(Set).En}");

    /// <summary>Notes a name that is none of the set's.</summary>
    public static void CheckName(string set, Mark mark, string name, string path, Checking context)
    {
        if (!context.Names.TryGetValue(set, out IReadOnlyList<string>? names) || names.Contains(name)) return;
        context.Problems.Add(new InputProblem(mark, path, name, NameSets.Unknown(set), Wording.OneOf(names), Nearest.To(name, names)));
    }

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is ScalarNode { Value.Length: > 0 } name) CheckName(Set, node.Mark, name.Value, path, context);
        else WrongKind(node, path, context);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new() { ["type"] = "string" };
}

/// <summary>Words for people, or an id.</summary>
/// <param name="kind">What is expected.</param>
public sealed class TextShape(Bilingual kind) : Shape
{
    /// <summary>A pattern the text must match; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>A short id in lower case.</summary>
    public static TextShape Id { get; } = new(new("un id de minúsculas, cifras y guiones", "an id of small letters, digits and hyphens")) { Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$" };

    /// <summary>Any words.</summary>
    public static TextShape Words { get; } = new(new("palabras", "words"));

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = kind;

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode { Value.Length: > 0 } scalar) WrongKind(node, path, context);
        else if (Pattern is not null && !System.Text.RegularExpressions.Regex.IsMatch(scalar.Value, Pattern)) context.Problems.Add(node, path, new("mal formado", "not well formed"), Kind);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => Pattern is null ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["pattern"] = Pattern };
}
