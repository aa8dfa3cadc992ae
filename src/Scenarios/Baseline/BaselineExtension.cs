using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>
/// A baseline file that extends another: <c>extends</c> names it, <c>sources</c> says what its own figures rest on, and every other key is laid over it
/// key by key; values, rosters and lists are replaced whole.
/// </summary>
public static class BaselineExtension
{
    /// <summary>The key of the baseline extended.</summary>
    public const string Extends = "extends";

    /// <summary>The key of its own sources; by it a file that extends a baseline is known from a scenario.</summary>
    public const string SourcesKey = "sources";

    /// <summary>The declaration of its own sources.</summary>
    public static TableShape SourceTable { get; } = new(new MapShape(
        new Field("en", TextShape.Words, new("Qué es, en inglés.", "What it is, in English."), Required: true),
        new Field("es", TextShape.Words, new("Qué es, en español.", "What it is, in Spanish."), Required: true),
        new Field("date", TextShape.Words, new("De cuándo es.", "When it is of.")),
        new Field("hash", TextShape.Words, new("SHA-256 del archivo.", "SHA-256 of the file."))));

    /// <summary>Whether a file is one.</summary>
    public static bool Is(MapNode root) => root[Extends] is not null && (root[SourcesKey] is not null || root["posts"] is not null);

    /// <summary>Ids of its own sources; what is wrong with them is noted.</summary>
    internal static IReadOnlyList<string> Sources(MapNode root, Problems problems)
    {
        if (root[SourcesKey] is not { } sources) return [];
        SourceTable.Check(sources, SourcesKey, new Checking { Problems = problems });
        return sources is MapNode table ? [.. table.Entries.Select(e => e.Key)] : [];
    }

    /// <summary>What it lays over the other.</summary>
    internal static MapNode Content(MapNode root) => new(root.Mark, [.. root.Entries.Where(e => e.Key is not (Extends or SourcesKey))]);
}
