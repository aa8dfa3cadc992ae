using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>A value of the user's own in place of one of a baseline's: measured, or read elsewhere.</summary>
/// <param name="Path">The figure, as <see cref="Figure.Path"/> names it.</param>
/// <param name="Value">Its value, as a file writes it.</param>
/// <param name="Source">Where it was read: a study, a report, a person.</param>
/// <param name="Date">The day it is of, as year-month-day; null if not said.</param>
/// <param name="Note">A remark; null if none.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record OwnFigure(string Path, string Value, string Source, string? Date, string? Note, Mark Mark);

/// <summary>
/// A file of figures of the user's own, laid over a baseline: whatever starts from that baseline then starts from them, and the shipped file stays as it is.
/// </summary>
/// <param name="Overlays">Id of the baseline.</param>
/// <param name="Figures">The figures, in the order of the file.</param>
/// <param name="Root">The file.</param>
public sealed record OwnFigures(string Overlays, IReadOnlyList<OwnFigure> Figures, MapNode Root)
{
    /// <summary>The key by which such a file is known.</summary>
    public const string Key = "overlays";

    private static readonly TextShape Date = new(new("un día como '2026-05-31'", "a day such as '2026-05-31'")) { Pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };

    /// <summary>The declaration of the file.</summary>
    public static MapShape File { get; } = new(
        new Field(Key, new NameShape(NameSets.Scenarios), new("Línea base sobre la que se ponen.", "Baseline they are laid over."), Required: true),
        new Field("figures", new ListShape(new MapShape(
            new Field("path", TextShape.Words, new("La cifra.", "The figure."), Required: true),
            new Field("value", TextShape.Words, new("Su valor, con unidad.", "Its value, with its unit."), Required: true),
            new Field("source", TextShape.Words, new("De dónde sale.", "Where it comes from."), Required: true),
            new Field("date", Date, new("De cuándo es.", "When it is of.")),
            new Field("note", TextShape.Words, new("Un comentario.", "A remark.")))), new("Las cifras.", "The figures."), Required: true));

    /// <summary>The figures of a tree; null, with the reason noted, if it is wrong.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="baselines">Ids of baselines there are.</param>
    /// <param name="problems">Where reasons are noted.</param>
    public static OwnFigures? Read(MapNode root, IReadOnlyList<string> baselines, Problems problems)
    {
        var context = new Checking { Problems = problems };
        context.Names[NameSets.Scenarios] = baselines;
        File.Check(root, "", context);
        if (problems.Any) return null;
        return new OwnFigures(root.Word(Key)!, [.. ((ListNode)root["figures"]!).Items.Cast<MapNode>().Select(Of)], root);
    }

    /// <summary>The tree of a file with these figures.</summary>
    public static MapNode Write(string overlays, IEnumerable<OwnFigure> figures)
    {
        var nowhere = Mark.Whole("");
        MapNode Map(params (string Key, InputNode? Value)[] entries) => new(nowhere, [.. entries.Where(e => e.Value is not null).Select(e => new MapEntry(e.Key, nowhere, e.Value!))]);
        ScalarNode? Text(string? text) => text is null ? null : new ScalarNode(nowhere, text);
        return Map(
            (Key, Text(overlays)),
            ("figures", new ListNode(nowhere, [.. figures.Select(f => Map(("path", Text(f.Path)), ("value", Text(f.Value)), ("source", Text(f.Source)), ("date", Text(f.Date)), ("note", Text(f.Note))))])));
    }

    /// <summary>The figure as a baseline would write it, with its source beside it.</summary>
    internal static MapNode Node(OwnFigure own)
    {
        string note = string.Join("; ", new[] { own.Date, own.Note }.OfType<string>());
        MapNode node = new MapNode(own.Mark, []).With("value", new ScalarNode(own.Mark, own.Value)).With("source", new ScalarNode(own.Mark, own.Source)).With("grade", new ScalarNode(own.Mark, Names.Key(Grade.Read)));
        return note.Length > 0 ? node.With("note", new ScalarNode(own.Mark, note)) : node;
    }

    private static OwnFigure Of(MapNode map) => new(map.Word("path")!, map.Word("value")!, map.Word("source")!, map.Word("date"), map.Word("note"), map["value"]!.Mark);
}
