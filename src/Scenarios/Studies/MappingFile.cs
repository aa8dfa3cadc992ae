using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies.Reading;

namespace CorridorTwin.Scenarios.Studies;

/// <summary>The mapping file: YAML with <c>columns</c>, <c>words</c> and <c>dates</c>.</summary>
public static class MappingFile
{
    private static readonly string[] FieldsWithWords = ["post", "side", "role", "direction", "operation", "cargo", "channel", "censored"];

    /// <summary>Its declaration.</summary>
    public static MapShape Shape { get; } = new(
        new Field("columns", new TableShape(TextShape.Words) { Keys = [.. FieldNames.All, .. Enumerable.Range(0, RowStamps.Count).Select(i => $"t{i}{Layout.TimeOfDay}")] }, new("Nombre de la columna que tiene cada campo.", "Name of the column that holds each field."), Required: true),
        new Field("words", new TableShape(new TableShape(TextShape.Words)) { Keys = FieldsWithWords }, new("Qué significan las palabras del archivo, por campo.", "What the words of the file mean, by field.")),
        new Field("dates", new ChoiceShape(StudyMapping.DayFirst, StudyMapping.MonthFirst), new("Orden de día y mes donde el año va al final.", "Order of day and month where the year is last.")),
        new Field("offset", new OffsetShape(), new("Reloj de las horas sin desfase; sin esto, la hora local del lado de cada fila.", "Clock of times without an offset; without this, local time of each row's side."))) { SchemaName = "study-mapping" };

    /// <summary>Reads a mapping file.</summary>
    public static Loaded<StudyMapping> Read(string path)
    {
        var problems = new Problems();
        if (YamlTree.Load(path, problems) is not { } root) return new Loaded<StudyMapping>(null, problems.All);
        Shape.Check(root, "", new Checking { Problems = problems });
        if (problems.Any) return new Loaded<StudyMapping>(null, problems.All);
        var map = (MapNode)root;
        return new Loaded<StudyMapping>(new StudyMapping
        {
            Columns = Texts(map["columns"]),
            Words = map["words"] is MapNode words ? words.Entries.ToDictionary(e => e.Key, e => Texts(e.Value)) : new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            Dates = (map["dates"] as ScalarNode)?.Value,
            Offset = map["offset"] is { } offset ? TimeSpan.FromHours(OffsetShape.Read(offset)) : null,
        }, []);
    }

    /// <summary>A mapping as the text of such a file.</summary>
    public static string Text(StudyMapping mapping)
    {
        var text = new StringBuilder("# Field: name of the column that holds it / Campo: nombre de la columna que lo tiene\ncolumns:\n");
        foreach ((string field, string column) in mapping.Columns) text.Append("  ").Append(field).Append(": ").Append(YamlText.Quoted(column)).Append('\n');
        if (mapping.Words.Count > 0) text.Append("words:\n");
        foreach ((string field, IReadOnlyDictionary<string, string> words) in mapping.Words)
        {
            text.Append("  ").Append(field).Append(":\n");
            foreach ((string word, string means) in words) text.Append("    ").Append(YamlText.Quoted(word)).Append(": ").Append(YamlText.Quoted(means)).Append('\n');
        }
        if (mapping.Dates is { } dates) text.Append("dates: ").Append(dates).Append('\n');
        if (mapping.Offset is { } offset) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"offset: \"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}\"\n");
        return text.ToString();
    }

    private static IReadOnlyDictionary<string, string> Texts(InputNode? node) => node is MapNode map ? map.Entries.ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Value) : new Dictionary<string, string>();
}
