using System.Globalization;
using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Source, grade and note, as a mapping of their own or beside a value.</summary>
internal sealed class ProvenanceShape : Shape
{
    public const string Key = "provenance";

    public ProvenanceShape() => SchemaName = Key;

    /// <summary>What is known of a figure that comes from a study: its days, its observations, how well it fits them.</summary>
    public static readonly string[] Study = ["date", "sample", "fit"];

    private static readonly string[] Keys = ["source", "grade", "note", .. Study];

    public override Bilingual Kind => new("un mapa con source, grade o note", "a mapping with source, grade or note");

    public override void Check(InputNode node, string path, Checking context) => Read(node, path, context);

    /// <summary>Reads a provenance mapping; null if it is wrong.</summary>
    public static Provenance? Read(InputNode node, string path, Checking context)
    {
        if (node is not MapNode map)
        {
            new ProvenanceShape().WrongKind(node, Paths.Join(path, Key), context);
            return null;
        }
        foreach (MapEntry entry in map.Entries)
            if (!Keys.Contains(entry.Key))
                context.UnknownKey(entry, Paths.Join(path, Key), Keys);
        return Of(map, Paths.Join(path, Key), context);
    }

    /// <summary>Source, grade and note among a mapping's keys; what is absent stays null.</summary>
    public static Provenance Of(MapNode map, string path, Checking context)
    {
        string? source = Word(map, "source", path, context), grade = Word(map, "grade", path, context), note = Word(map, "note", path, context);
        if (source is not null && context.Names.TryGetValue(NameSets.Sources, out IReadOnlyList<string>? known) && !known.Contains(source))
            context.Problems.Add(map["source"]!, Paths.Join(path, "source"), NameSets.Unknown(NameSets.Sources), new("un id de scenarios/data/sources.csv", "an id of scenarios/data/sources.csv"), Nearest.To(source, known));
        Grade? read = null;
        if (grade is not null)
        {
            string[] grades = [.. Enum.GetNames<Grade>().Select(g => g.ToLowerInvariant())];
            if (grades.Contains(grade)) read = Enum.Parse<Grade>(grade, ignoreCase: true);
            else context.Problems.Add(map["grade"]!, Paths.Join(path, "grade"), new("no existe esta calidad", "no such grade"), Wording.OneOf(grades), Nearest.To(grade, grades));
        }
        string? sample = Word(map, "sample", path, context);
        int? count = null;
        if (sample is not null && int.TryParse(sample, NumberStyles.None, CultureInfo.InvariantCulture, out int counted)) count = counted;
        else if (sample is not null) context.Problems.Add(map["sample"]!, Paths.Join(path, "sample"), new("no es un número de observaciones", "not a number of observations"), new("un número entero", "a whole number"));
        return new Provenance(source, read, note) { Date = Word(map, "date", path, context), Sample = count, Fit = Word(map, "fit", path, context) };
    }

    protected override JsonObject Describe(SchemaPen pen) => new()
    {
        ["type"] = "object",
        ["properties"] = Properties(),
        ["additionalProperties"] = false,
    };

    /// <summary>The three keys for a schema.</summary>
    public static JsonObject Properties() => new()
    {
        ["source"] = new JsonObject { ["type"] = "string" },
        ["grade"] = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames<Grade>().Select(g => (JsonNode)g.ToLowerInvariant())]) },
        ["note"] = new JsonObject { ["type"] = "string" },
        ["date"] = new JsonObject { ["type"] = "string" },
        ["sample"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        ["fit"] = new JsonObject { ["type"] = "string" },
    };

    private static string? Word(MapNode map, string key, string path, Checking context)
    {
        if (map[key] is not { } node) return null;
        if (node is ScalarNode { Value.Length: > 0 } word) return word.Value;
        context.Problems.Add(node, Paths.Join(path, key), new("no es un solo valor", "not a single value"), new("una palabra o una frase", "a word or a sentence"));
        return null;
    }
}
